import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { writeDay } from '../../src/core/clock.ts';
import type { OutgoingMessage } from '../../src/core/message.ts';
import { CONSENT_VERSION } from '../../src/people/consent.ts';
import { type Bot, button, newDatabase, openBot } from '../support/talk.ts';

let bot: Bot;
afterEach(() => bot.close());

/** A join code that the administrator of chat `boss` makes with these words. */
async function codeBy(boss: string, words: string): Promise<string> {
  const [made] = await bot.say(boss, `/taoma ${words}`);
  const code = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(made?.text ?? '')?.[0];
  if (!code) throw new Error(`no code: ${made?.text}`);
  return code;
}

/** Says something on the second channel; what came back to that chat. */
function sayOnTelegram(chat: string, text: string): Promise<OutgoingMessage[]> {
  const body = { kind: 'text', text } as const;
  return bot.deliver({ channel: 'telegram', chat, deliveryId: randomUUID(), group: false, body });
}

/** What was said to a chat after so many messages. */
const toldTo = (chat: string, after: number): OutgoingMessage[] =>
  bot.sent
    .slice(after)
    .filter((row) => row.chat === chat)
    .map(({ message }) => message);

async function linkCodeOf(chat: string): Promise<string> {
  const [given] = await bot.say(chat, '/lienket');
  const code = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(given?.text ?? '')?.[0];
  if (!code) throw new Error(`no code: ${given?.text}`);
  return code;
}

const personOf = (chat: string) => bot.store.transaction((tx) => tx.people.find('terminal', chat));

describe('a person of several agencies', () => {
  it('agrees to a second agency, reports for it, and sees both', async () => {
    bot = await openBot(newDatabase());
    await bot.joined('boss', 'so-ke-hoach-dau-tu', 'admin');
    await bot.joined('a', 'so-y-te');
    const code = await codeBy('boss', 'Sở Giao thông vận tải');
    const UPDATE = 'IV.2.a.3 xong 60%, dự kiến xong 30/12';
    expect((await bot.say('a', UPDATE))[0]?.choices).toEqual([]);

    const [asked] = await bot.say('a', `/thamgia ${code}`);
    expect(asked?.text).toContain('tham gia thêm');
    expect(asked?.text).toContain('Sở Giao thông vận tải');
    expect((await personOf('a'))?.agencies).toEqual(['so-y-te']);
    const [joined] = await bot.press('a', button(asked, 'Đồng ý'));
    expect(joined?.text).toMatch(/Sở Y tế; Sở Giao thông vận tải/);

    const [card] = await bot.say('a', UPDATE);
    await bot.press('a', button(card, 'Lưu'));
    expect((await bot.store.transaction((tx) => tx.progress.updates({})))[0]?.agency).toBe(
      'so-giao-thong-van-tai',
    );
    expect((await bot.say('a', '/hoso'))[0]?.text).toContain('Sở Y tế; Sở Giao thông vận tải');
    const updates = await bot.say('a', '/capnhat');
    expect(updates.map(({ text }) => text).join('\n')).toMatch(/Sở Y tế chưa gửi[\s\S]*CN-2026-000001/);
    expect((await bot.say('a', 'IV.2.a.3 đến đâu rồi?'))[0]?.text).toContain('CN-2026-000001');
  });

  it('is told when a code is of an agency it belongs to, and the code stays good for another', async () => {
    bot = await openBot(newDatabase());
    await bot.joined('boss', 'so-ke-hoach-dau-tu', 'admin');
    await bot.joined('a', 'so-y-te');
    const code = await codeBy('boss', 'Sở Y tế');
    const [told] = await bot.say('a', `/thamgia ${code}`);
    expect(told?.text).toContain('từ trước');
    expect(told?.choices).toEqual([]);
    const asked = (await bot.say('b', `/thamgia ${code}`)).at(-1);
    expect(asked?.choices).toHaveLength(2);
  });

  it('keeps everything as it was on a no', async () => {
    bot = await openBot(newDatabase());
    await bot.joined('boss', 'so-ke-hoach-dau-tu', 'admin');
    await bot.joined('a', 'so-y-te');
    const before = await personOf('a');
    const [asked] = await bot.say('a', `/thamgia ${await codeBy('boss', 'quản trị Sở Nội vụ')}`);
    await bot.say('a', 'không');
    await bot.press('a', button(asked, 'Đồng ý'));
    expect(await personOf('a')).toEqual(before);
  });
});

describe('one person on two channels', () => {
  it('opens a card on one, saves it from the other, and the first is told of the link', async () => {
    bot = await openBot(newDatabase());
    const id = await bot.joined('a', 'so-giao-thong-van-tai');
    await bot.say('a', 'IV.2.a.3 xong 60%, dự kiến xong 30/12');
    const code = await linkCodeOf('a');
    const before = bot.sent.length;
    const linked = await sayOnTelegram('77', `/lienket ${code.toLowerCase()}`);
    expect(linked.at(-1)?.text).toMatch(/đã liên kết[\s\S]*IV\.2\.a\.3/);
    const [notice] = toldTo('a', before);
    expect(notice?.text).toMatch(/vừa được liên kết.*Telegram/);

    await sayOnTelegram('77', 'lưu');
    const [update] = await bot.store.transaction((tx) => tx.progress.updates({}));
    expect(update).toMatchObject({ person: id, percent: 60, channel: 'telegram' });
    expect((await bot.say('a', '/capnhat'))[0]?.text).toContain(update?.receipt);
    expect(await bot.store.transaction((tx) => tx.people.count())).toBe(1);
  });

  it('lets the person of the first chat undo a link, and no other', async () => {
    bot = await openBot(newDatabase());
    await bot.joined('a', 'so-y-te');
    await bot.joined('b', 'so-y-te');
    const code = await linkCodeOf('a');
    const before = bot.sent.length;
    await bot.say('thief', `/lienket ${code}`);
    const undo = button(toldTo('a', before)[0], 'gỡ');
    await bot.press('b', undo);
    await bot.press('thief', undo);
    expect(await personOf('thief')).not.toBeNull();
    await bot.press('a', undo);
    expect(await personOf('thief')).toBeNull();
    expect(await personOf('a')).not.toBeNull();
    expect((await bot.say('thief', 'IV.4.a.3 xong 60%')).at(-1)?.choices).toEqual([]);
  });

  it('refuses a code that is wrong, used, replaced or too old, and a chat that has joined', async () => {
    bot = await openBot(newDatabase());
    await bot.joined('a', 'so-y-te');
    await bot.joined('b', 'so-y-te');
    const first = await linkCodeOf('a');
    const second = await linkCodeOf('a');
    expect((await bot.say('c', `/lienket ${first}`)).at(-1)?.text).toMatch(/chưa đúng hoặc đã hết hạn/);
    expect((await bot.say('b', `/lienket ${second}`)).at(-1)?.text).toMatch(/đã gắn với/);
    bot.clock.set('2026-11-25T09:15:00+07:00');
    expect((await bot.say('c', `/lienket ${second}`)).at(-1)?.text).toMatch(/chưa đúng hoặc đã hết hạn/);
    const third = await linkCodeOf('a');
    await bot.say('c', `mã là ${third}`);
    expect(await personOf('c')).toBeNull();
    await bot.say('c', `/lienket ${third}`);
    expect((await personOf('c'))?.id).toBe((await personOf('a'))?.id);
    expect((await bot.say('d', `/lienket ${third}`)).at(-1)?.text).toMatch(/chưa đúng/);
  });

  it('gives no code in a group, and tells a stranger how it is done', async () => {
    bot = await openBot(newDatabase());
    await bot.joined('a', 'so-y-te');
    const body = { kind: 'text', text: '/lienket' } as const;
    const replies = await bot.deliver({
      channel: 'terminal',
      chat: 'a',
      deliveryId: 'g',
      group: true,
      body,
    });
    expect(replies.at(-1)?.text).toMatch(/nhắn riêng/);
    expect((await bot.say('stranger', 'liên kết telegram')).at(-1)?.text).toMatch(/\/lienket ở kênh đó/);
    expect((await bot.say('a', '/lienket telegram'))[0]?.text).toMatch(/Mã liên kết: /);
  });
});

describe('the name of a person', () => {
  it('is told after joining, and set by a command or in words, the audit without it', async () => {
    bot = await openBot(newDatabase());
    await bot.joined('boss', 'so-ke-hoach-dau-tu', 'admin');
    const asked = (await bot.say('a', `/thamgia ${await codeBy('boss', 'Sở Y tế')}`)).at(-1);
    const [joined] = await bot.press('a', button(asked, 'Đồng ý'));
    expect(joined?.text).toMatch(/chưa biết họ tên[^\n]*\/hoten/);

    await bot.say('a', '/hoten Trần Thị Hà');
    expect((await personOf('a'))?.name).toBe('Trần Thị Hà');
    expect((await bot.say('a', '/hoten'))[0]?.text).toContain('Trần Thị Hà');
    await bot.say('a', 'họ tên: Trần Thu Hà');
    expect((await personOf('a'))?.name).toBe('Trần Thu Hà');
    expect((await bot.say('a', '/hoten 0912 345 678'))[0]?.text).toMatch(/chỉ gồm chữ cái/);
    expect((await personOf('a'))?.name).toBe('Trần Thu Hà');

    const entries = await bot.store.transaction((tx) => tx.audit.list(100));
    expect(entries.filter(({ action }) => action === 'name_changed')).toHaveLength(2);
    expect(JSON.stringify(entries)).not.toContain('Trần');
  });

  it('is not kept of somebody who has not joined', async () => {
    bot = await openBot(newDatabase());
    expect((await bot.say('guest', 'tên tôi là Trần Thị Hà')).at(-1)?.text).toMatch(/không lưu họ tên/);
    expect(await personOf('guest')).toBeNull();
  });
});

describe('what is kept of a person', () => {
  it('is shown whole: name, agencies, consent, channels, messages, cards, updates, hand-overs', async () => {
    bot = await openBot(newDatabase());
    const id = await bot.joined('a', 'so-giao-thong-van-tai', 'leader', 'Trần Thị Hà');
    const other = await bot.joined('b', 'so-giao-thong-van-tai', 'official', 'Lê Văn Bền');
    await bot.say('a', 'IV.2.a.3 xong 60%, dự kiến xong 30/12');
    await bot.say('a', 'lưu');
    await bot.say('a', 'IV.2.a.3 xong 70%, dự kiến xong 30/12');
    await bot.say('b', 'IV.2.a.3 xong 10%, dự kiến xong 30/12');
    await bot.say('b', 'lưu');
    await sayOnTelegram('77', `/lienket ${await linkCodeOf('a')}`);
    await bot.store.transaction(async (tx) => {
      const askedAt = bot.clock.now();
      const days = { firstDay: '2026-12-10', lastDay: '2026-12-20' };
      await tx.handovers.ask({ id: 'h', from: id, to: other, ...days, state: 'accepted', askedAt });
    });
    const [shown] = await bot.say('a', '/dulieu');
    for (const part of [
      'Họ tên: Trần Thị Hà',
      'Đơn vị: Sở Giao thông vận tải',
      'Vai trò: lãnh đạo đơn vị',
      `25/11/2026 09:00, theo bản ngày ${writeDay(CONSENT_VERSION)}`,
      'cửa sổ dòng lệnh',
      'Telegram',
      'Phiếu chưa lưu: 1 (IV.2.a.3)',
      'Cập nhật đã gửi: 1',
      'CN-2026-000001: IV.2.a.3, 25/11/2026',
      'Anh/chị giao Lê Văn Bền, từ 10/12/2026 đến 20/12/2026 (đã nhận)',
    ])
      expect(shown?.text).toContain(part);
    // The answer itself is kept only after it was counted.
    const messages = Number(/còn lưu nội dung: (\d+)/.exec(shown?.text ?? '')?.[1]);
    const stored = await bot.store.transaction((tx) => tx.people.messagesKept(id));
    expect(messages).toBe(stored - 1);
    expect((await bot.store.transaction((tx) => tx.audit.list(1)))[0]).toMatchObject({
      person: id,
      action: 'data_exported',
    });
    expect((await bot.say('a', '/hoso'))[0]?.text).toContain('Trần Thị Hà');
  });

  it.each(['/roi', '/xoadulieu', '/rutdongy', 'xóa dữ liệu của tôi'])(
    '%s says what goes and what stays, and erases on the button only',
    async (said) => {
      bot = await openBot(newDatabase());
      await bot.joined('a', 'so-giao-thong-van-tai', 'official', 'Trần Thị Hà');
      await bot.say('a', 'IV.2.a.3 xong 60%, dự kiến xong 30/12');
      await bot.say('a', 'lưu');
      await bot.say('a', 'IV.2.a.3 xong 70%, dự kiến xong 30/12');
      const [asked] = await bot.say('a', said);
      expect(asked?.text).toMatch(/Tôi xóa: .*họ tên.* 1 phiếu chưa lưu[\s\S]*Còn lại.* 1 cập nhật/);
      expect(await personOf('a')).not.toBeNull();
      await bot.press('a', button(asked, 'Tôi ở lại'));
      await bot.press('a', button(asked, 'Thôi tham gia'));
      expect(await personOf('a')).not.toBeNull();

      const [again] = await bot.say('a', said);
      await bot.press('a', button(again, 'Thôi tham gia'));
      expect(await personOf('a')).toBeNull();
      const [update] = await bot.store.transaction((tx) => tx.progress.updates({}));
      expect(update?.percent).toBe(60);
      const kept = JSON.stringify(await bot.store.transaction((tx) => tx.audit.list(100)));
      expect(kept).not.toContain('Trần');
    },
  );

  it('is not erased by an old button or a number of another day', async () => {
    bot = await openBot(newDatabase());
    await bot.joined('a', 'so-y-te');
    const [asked] = await bot.say('a', '/roi');
    bot.clock.set('2026-11-25T10:00:01+07:00');
    await bot.say('a', '1');
    await bot.press('a', button(asked, 'Thôi tham gia'));
    expect(await personOf('a')).not.toBeNull();
  });

  it('stays of the last administrator until there is another', async () => {
    bot = await openBot(newDatabase());
    await bot.joined('boss', 'so-ke-hoach-dau-tu', 'admin');
    const [refused] = await bot.say('boss', '/roi');
    expect(refused?.text).toMatch(/quản trị duy nhất/);
    expect(refused?.choices).toEqual([]);
    await bot.joined('second', 'so-y-te', 'admin');
    const [asked] = await bot.say('boss', '/roi');
    const [other] = await bot.say('second', '/roi');
    await bot.press('boss', button(asked, 'Thôi tham gia'));
    await bot.press('second', button(other, 'Thôi tham gia'));
    expect(await personOf('boss')).toBeNull();
    expect(await personOf('second')).not.toBeNull();
  });
});
