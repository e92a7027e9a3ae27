import { afterEach, describe, expect, it } from 'vitest';
import { createParts } from '../../src/app/build-app.ts';
import { currentParts } from '../../src/app/current-parts.ts';
import { createSearch } from '../../src/knowledge/search.ts';
import { openStore } from '../../src/store/connect.ts';
import { type Bot, knowledge, newDatabase, openBot } from '../support/talk.ts';

const bots: Bot[] = [];
afterEach(async () => {
  for (const bot of bots.splice(0)) {
    expect(bot.errors).toEqual([]);
    await bot.close();
  }
});

async function openBots(): Promise<[Bot, Bot]> {
  const file = newDatabase();
  const pair: [Bot, Bot] = [await openBot(file), await openBot(file)];
  bots.push(...pair);
  return pair;
}

const texts = (replies: { text: string }[]) => replies.map(({ text }) => text).join('\n');

const confirm = (bot: Bot, agency: string, to: string | null) =>
  bot.store.transaction((tx) =>
    tx.agencies.confirm(
      agency,
      to === null
        ? null
        : [{ agency: to, from: '2025-03-01', basis: 'Nghị quyết 52/NQ-HĐND', confirmed: true }],
      'p',
      bot.clock.now(),
    ),
  );

describe('what one process confirms, another on the same store follows at its next message', () => {
  it('in answers', async () => {
    const [one, other] = await openBots();
    const ask = async () => (await other.say('a', 'Sở Giao thông vận tải nay là cơ quan nào?')).at(-1)?.text;
    expect(await ask()).toMatch(/Sở Xây dựng[\s\S]*chờ xác nhận/);
    await confirm(one, 'so-giao-thong-van-tai', 'so-noi-vu');
    const after = await ask();
    expect(after).toMatch(/nay là Sở Nội vụ[\s\S]*Nghị quyết 52\/NQ-HĐND/);
    expect(after).not.toMatch(/chờ xác nhận|Sở Xây dựng/);
    await confirm(one, 'so-giao-thong-van-tai', null);
    expect(await ask()).toMatch(/Sở Xây dựng[\s\S]*chờ xác nhận/);
  });

  it('in permission', async () => {
    const [one, other] = await openBots();
    await other.joined('xd', 'so-xay-dung');
    await other.joined('nv', 'so-noi-vu');
    const report = async (chat: string) => texts(await other.say(chat, 'IV.1.b.4 xong 40%'));
    expect(await report('xd')).toMatch(/40%/);
    expect(await report('nv')).toMatch(/được giao cho/);
    await confirm(one, 'so-giao-thong-van-tai', 'so-noi-vu');
    expect(await report('nv')).toMatch(/40%/);
    // The card that was open is no longer theirs to save.
    expect(texts(await other.say('xd', 'lưu'))).toMatch(/được giao cho/);
    expect(await other.store.transaction((tx) => tx.progress.updates({}))).toEqual([]);
  });

  it('in the round of nudges', async () => {
    const [one, other] = await openBots();
    await other.joined('nv', 'so-noi-vu');
    other.clock.set('2026-12-21T09:00:00+07:00');
    const told = async () => texts(await other.nudge());
    await confirm(one, 'so-ke-hoach-dau-tu', 'so-tai-chinh');
    expect(await told()).not.toContain('V.3');
    await confirm(one, 'so-ke-hoach-dau-tu', 'so-noi-vu');
    expect(await told()).toContain('V.3');
  });
});

it('makes the parts anew only when something was confirmed, and not the search', async () => {
  const store = await openStore(newDatabase());
  const search = createSearch(knowledge);
  let made = 0;
  const make = (known: typeof knowledge) => {
    made += 1;
    return createParts(known, undefined, {}, search);
  };
  const first = createParts(knowledge, undefined, {}, search);
  const partsNow = currentParts(knowledge, first, make);
  const now = () => store.transaction(partsNow);
  expect(await now()).toBe(first);
  await store.transaction((tx) => tx.agencies.confirm('so-giao-thong-van-tai', [], 'p', new Date()));
  const second = await now();
  expect(await now()).toBe(second);
  expect(second).not.toBe(first);
  expect(made).toBe(1);
  await store.close();
});
