import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type App, buildApp } from '../../src/app/build-app.ts';
import type { Channel } from '../../src/core/channel.ts';
import { SendError, type SendErrorCode } from '../../src/core/errors.ts';
import type { OutgoingMessage } from '../../src/core/message.ts';
import type { PersonRole } from '../../src/core/person.ts';
import type { Store } from '../../src/core/store.ts';
import { openStore } from '../../src/store/connect.ts';
import { knowledge } from '../support/talk.ts';

const NOW = new Date('2026-11-25T02:00:00Z');

/** The whole bot with two channels, either of which may refuse what it is given. */
let store: Store;
let app: App;
let refuse: Record<string, SendErrorCode | undefined>;
let sent: { channel: string; chat: string; message: OutgoingMessage }[];
let delivered = 0;

function channel(name: string, maxChoices: number): Channel {
  return {
    ...{ name, maxTextLength: 2000, maxChoices },
    send: async (chat, message) => {
      const code = refuse[name];
      if (code) throw new SendError(code, 'refused');
      sent.push({ channel: name, chat, message });
      return `${name}-${sent.length}`;
    },
  };
}

beforeEach(async () => {
  refuse = {};
  sent = [];
  store = await openStore(':memory:');
  app = buildApp({
    ...{ knowledge, store, clock: { now: () => NOW } },
    channels: [channel('zalo-oa', 5), channel('zalo-bot', 0), channel('web', 20)],
    onError: () => {},
  });
});
afterEach(() => store.close());

async function joined(id: string, role: PersonRole, chats: Record<string, string>): Promise<void> {
  const agency = role === 'focal' ? 'so-ke-hoach-va-dau-tu' : 'so-y-te';
  const [[first, firstChat] = ['', ''], ...others] = Object.entries(chats);
  await store.transaction(async (tx) => {
    const person = { id, name: `Người ${id}`, agency, agencies: [agency], role };
    await tx.people.add({ ...person, consentVersion: '1', consentAt: NOW }, first, firstChat);
    for (const [other, chat] of others) await tx.people.addChat(id, other, chat, NOW);
  });
}

async function say(from: string, chat: string, body: string | { token: string }): Promise<OutgoingMessage[]> {
  const before = sent.length;
  delivered += 1;
  await app.receive({
    ...{ channel: from, chat, group: false, deliveryId: `d-${delivered}` },
    body: typeof body === 'string' ? { kind: 'text', text: body } : { kind: 'choice', ...body },
  });
  await app.inbox.drain();
  await app.outbox.drain();
  return sent.slice(before).map(({ message }) => message);
}

/** The bot says something on its own. */
async function tell(to: string, chat: string, key: string): Promise<void> {
  await store.transaction((tx) =>
    app.queueReply(tx, { channel: to, chat }, key, {
      text: 'Mời anh/chị cập nhật.',
      choices: [{ label: 'Việc của tôi', action: { kind: 'say', text: 'nhiệm vụ của tôi' } }],
    }),
  );
  await app.outbox.drain();
}

describe('what a platform does not take', () => {
  it.each(['blocked', 'out_of_window'] as const)(
    'goes to the other chat once, with its buttons: %s',
    async (code) => {
      await joined('a', 'official', { 'zalo-oa': 'z', web: 'w' });
      refuse['zalo-oa'] = code;
      await tell('zalo-oa', 'z', 'nudge:1');
      await tell('zalo-oa', 'z', 'nudge:1');
      expect(sent.map(({ channel: name, chat }) => [name, chat])).toEqual([['web', 'w']]);
      const token = sent[0]?.message.choices[0]?.token ?? '';
      expect((await say('web', 'w', { token })).map(({ text }) => text).join()).toMatch(/IV\.4\.a/);
      const counts = await store.transaction((tx) => tx.outbox.counts());
      expect(counts).toMatchObject({ waiting: 0, failed: 1 });
    },
  );

  it('takes its choices along where they were numbers, and a number answers them there', async () => {
    await joined('a', 'official', { 'zalo-bot': 'b', web: 'w' });
    await say('web', 'w', 'nhiệm vụ của tôi');
    refuse['zalo-bot'] = 'blocked';
    await tell('zalo-bot', 'b', 'nudge:1');
    expect(sent.at(-1)).toMatchObject({ channel: 'web', message: { choices: [{ label: 'Việc của tôi' }] } });
    refuse['zalo-bot'] = undefined;
    refuse.web = 'blocked';
    await say('zalo-bot', 'b', 'cảm ơn');
    await tell('web', 'w', 'nudge:2');
    expect(sent.at(-1)).toMatchObject({ channel: 'zalo-bot', message: { choices: [] } });
    expect(sent.at(-1)?.message.text).toMatch(/1\. Việc của tôi/);
    expect((await say('zalo-bot', 'b', '1')).map(({ text }) => text).join()).toMatch(/IV\.4\.a/);
  });

  it('is tried on one other chat only, and never sent round', async () => {
    await joined('a', 'official', { 'zalo-oa': 'z', web: 'w' });
    Object.assign(refuse, { 'zalo-oa': 'blocked', web: 'blocked' });
    await tell('zalo-oa', 'z', 'nudge:1');
    expect(sent).toEqual([]);
    expect(await store.transaction((tx) => tx.outbox.counts())).toMatchObject({ waiting: 0, failed: 2 });
  });

  it('stays where it is for a stranger, and where the message itself is wrong', async () => {
    await joined('a', 'official', { 'zalo-oa': 'z', web: 'w' });
    refuse['zalo-oa'] = 'blocked';
    await tell('zalo-oa', 'stranger', 'nudge:1');
    refuse['zalo-oa'] = 'rejected';
    await tell('zalo-oa', 'z', 'nudge:2');
    expect(sent).toEqual([]);
    expect(await store.transaction((tx) => tx.people.unreached())).toEqual([]);
  });
});

describe('whom nothing reaches', () => {
  it('is told to the focal agency with reason and day, until the person writes again', async () => {
    await joined('a', 'official', { 'zalo-oa': 'z' });
    await joined('f', 'focal', { web: 'f' });
    await say('web', 'f', 'chào');
    const asked = async (text: string): Promise<string> =>
      (await say('web', 'f', text)).map((message) => message.text).join('\n');
    expect(await asked('ai không liên lạc được?')).toBe(
      'Hiện tôi nhắn được tới tất cả những người đã tham gia.',
    );
    refuse['zalo-oa'] = 'out_of_window';
    await tell('zalo-oa', 'z', 'nudge:1');
    const told = await asked('những ai chưa nhắn tin được');
    expect(told).toMatch(/Người a, Sở Y tế: Zalo, lâu chưa nhắn lại.*từ ngày 25\/11\/2026/);
    expect(told.split('\n')).toHaveLength(3);
    refuse['zalo-oa'] = undefined;
    await say('zalo-oa', 'z', 'chào');
    expect(await asked('who cannot be reached?')).toMatch(/reach everybody|tất cả/);
  });

  it('is known as soon as somebody closes the chat, without a word back', async () => {
    await joined('a', 'official', { 'zalo-oa': 'z', web: 'w' });
    await joined('b', 'official', { 'zalo-oa': 'y' });
    for (const chat of ['z', 'y'])
      await app.receive({
        ...{ channel: 'zalo-oa', chat, group: false, deliveryId: `unfollow:${chat}` },
        body: { kind: 'left' },
      });
    await app.inbox.drain();
    await app.outbox.drain();
    expect(sent).toEqual([]);
    const { unreached, chats } = await store.transaction(async (tx) => ({
      unreached: (await tx.people.unreached()).map(({ person, why }) => [person.id, why]),
      chats: (await tx.people.chats('a')).map(({ channel: name }) => name),
    }));
    expect([unreached, chats]).toEqual([[['b', 'blocked']], ['web', 'zalo-oa']]);
  });

  it('is not told to others', async () => {
    await joined('a', 'official', { 'zalo-oa': 'z' });
    await say('zalo-oa', 'z', 'chào');
    expect((await say('zalo-oa', 'z', 'ai không liên lạc được')).map(({ text }) => text).join()).not.toMatch(
      /Người|tất cả/,
    );
  });
});
