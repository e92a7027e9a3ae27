import { afterEach, describe, expect, it } from 'vitest';
import { type Bot, button, newDatabase, openBot } from '../support/talk.ts';

const UPDATE = 'IV.2.a.3 xong 60%, đã trình thẩm định, vướng GPMB, dự kiến xong 30/12';

let bot: Bot;
afterEach(() => bot.close());

async function updates(): Promise<number> {
  return (await bot.store.transaction((tx) => tx.progress.updates({}))).length;
}

describe('an official joins, reports and is reminded', () => {
  it('joins with an administrator’s code after consent', async () => {
    bot = await openBot(newDatabase());
    await bot.joined('boss', 'so-ke-hoach-dau-tu', 'admin');
    const [made] = await bot.say('boss', '/taoma Sở Giao thông vận tải');
    const code = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(made?.text ?? '')?.[0];
    expect(code).toBeDefined();
    const [leader] = await bot.say('boss', '/taoma lãnh đạo Sở Y tế');
    expect(leader?.text).toMatch(/Vai trò: lãnh đạo/i);

    const replies = await bot.say('new', `/thamgia ${code} giúp tôi`);
    expect(replies[0]?.text).toMatch(/tự động/);
    const consent = replies.at(-1);
    expect(consent?.text).toMatch(/Sở Giao thông vận tải/);
    expect(await bot.store.transaction((tx) => tx.people.find('terminal', 'new'))).toBeNull();
    await bot.press('new', button(consent, 'Đồng ý'));
    expect((await bot.store.transaction((tx) => tx.people.find('terminal', 'new')))?.agency).toBe(
      'so-giao-thong-van-tai',
    );

    const second = await bot.say('other', `/thamgia ${code}`);
    expect(second.at(-1)?.choices).toEqual([]);
  });

  it('turns one message into a card and stores it on the yes, once', async () => {
    bot = await openBot(newDatabase());
    await bot.joined('a', 'so-giao-thong-van-tai');
    const [card] = await bot.say('a', UPDATE);
    expect(card?.text).toContain('IV.2.a.3');
    expect(card?.text).toContain('60%');
    expect(card?.text).toContain('30/12/2026');
    expect(await updates()).toBe(0);

    const [saved] = await bot.press('a', button(card, 'Lưu'));
    expect(saved?.text).toMatch(/CN-2026-000001/);
    await bot.press('a', button(card, 'Lưu'));
    expect(await updates()).toBe(1);
    const [update] = await bot.store.transaction((tx) => tx.progress.updates({}));
    expect(update).toMatchObject({
      task: 'IV.2.a.3',
      percent: 60,
      expectedDate: '2026-12-30',
      agency: 'so-giao-thong-van-tai',
      words: [UPDATE],
    });
    expect(update?.difficulty).toMatch(/GPMB/);
  });

  it('keeps the card and its buttons over a restart', async () => {
    const database = newDatabase();
    bot = await openBot(database);
    await bot.joined('a', 'so-giao-thong-van-tai');
    const [card] = await bot.say('a', UPDATE);
    await bot.close();
    bot = await openBot(database);
    const [saved] = await bot.press('a', button(card, 'Lưu'));
    expect(saved?.text).toMatch(/CN-2026-/);
    expect(await updates()).toBe(1);
  });

  it('changes a card by the next message', async () => {
    bot = await openBot(newDatabase());
    await bot.joined('a', 'so-giao-thong-van-tai');
    const [card] = await bot.say('a', UPDATE);
    await bot.press('a', button(card, 'Sửa'));
    const [changed] = await bot.say('a', '70%');
    expect(changed?.text).toContain('70%');
    expect(changed?.text).toContain('30/12/2026');
    await bot.say('a', 'ok');
    expect((await bot.store.transaction((tx) => tx.progress.updates({})))[0]?.percent).toBe(70);
  });

  it('refuses a task of another agency and stores nothing', async () => {
    bot = await openBot(newDatabase());
    await bot.joined('a', 'so-y-te');
    const [reply] = await bot.say('a', UPDATE);
    expect(reply?.text).toContain('Sở Giao thông vận tải');
    expect(reply?.choices).toEqual([]);
    expect(await bot.store.transaction((tx) => tx.progress.updates({}))).toEqual([]);
  });

  it('lets the successor report a task of the agency before it', async () => {
    bot = await openBot(newDatabase());
    await bot.joined('a', 'so-xay-dung');
    const [card] = await bot.say('a', UPDATE);
    expect(card?.choices.map((choice) => choice.label)).toContain('Lưu');
  });

  it('gives a button of one person no power in the hands of another', async () => {
    bot = await openBot(newDatabase());
    await bot.joined('a', 'so-giao-thong-van-tai');
    await bot.joined('b', 'so-giao-thong-van-tai');
    const [card] = await bot.say('a', UPDATE);
    await bot.press('b', button(card, 'Lưu'));
    expect(await updates()).toBe(0);
    await bot.press('b', 'forged-token');
    expect(await updates()).toBe(0);
    expect(bot.errors).toEqual([]);
  });

  it('answers a question while a card waits, and the card stays', async () => {
    bot = await openBot(newDatabase());
    await bot.joined('a', 'so-giao-thong-van-tai');
    const [card] = await bot.say('a', UPDATE);
    const [answer] = await bot.say('a', 'cơ quan nào chủ trì lĩnh vực y tế?');
    expect(answer?.text).toContain('Sở Y tế');
    await bot.press('a', button(card, 'Lưu'));
    expect(await updates()).toBe(1);
  });

  it('nudges once a day on working days, and no more after the report', async () => {
    bot = await openBot(newDatabase(), '2026-12-11T08:40:00+07:00');
    await bot.joined('a', 'so-y-te');
    const [nudge] = await bot.nudge();
    expect(nudge?.text).toContain('14/12/2026');
    expect(await bot.nudge()).toEqual([]);
    bot.clock.set('2026-12-12T09:00:00+07:00');
    expect(await bot.nudge()).toEqual([]);
    await bot.press('a', button(nudge, 'gửi báo cáo'));
    bot.clock.set('2026-12-14T09:00:00+07:00');
    expect(await bot.nudge()).toEqual([]);
  });

  it('nudges on the last working day when nothing was reported', async () => {
    bot = await openBot(newDatabase(), '2026-12-14T07:00:00+07:00');
    await bot.joined('a', 'so-y-te');
    expect(await bot.nudge()).toEqual([]);
    bot.clock.set('2026-12-14T09:00:00+07:00');
    expect(await bot.nudge()).toHaveLength(1);
    bot.clock.set('2026-12-15T09:00:00+07:00');
    expect(await bot.nudge()).toEqual([]);
  });
});
