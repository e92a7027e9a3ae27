import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OutgoingMessage } from '../../src/core/message.ts';
import { type Bot, button, newDatabase, openBot } from '../support/talk.ts';

let bot: Bot;
let an: string;
beforeEach(async () => {
  bot = await openBot(newDatabase(), '2026-12-09T09:00:00+07:00');
  an = await bot.joined('a', 'so-y-te', 'official', 'Nguyễn Văn An');
  await bot.joined('h', 'so-y-te', 'official', 'Trần Thị Hà');
});
afterEach(async () => {
  expect(bot.errors).toEqual([]);
  await bot.close();
});

async function last(chat: string, text: string): Promise<OutgoingMessage> {
  const reply = (await bot.say(chat, text)).at(-1);
  if (!reply) throw new Error(`no reply to “${text}”`);
  return reply;
}

const seenBy = (chat: string) => bot.sent.findLast((row) => row.chat === chat)?.message;

/** Who was sent what by one round of reminders. */
async function round(): Promise<{ chat: string; text: string }[]> {
  const before = bot.sent.length;
  await bot.nudge();
  return bot.sent.slice(before).map(({ chat, message }) => ({ chat, text: message.text }));
}

async function handedOver(): Promise<void> {
  const asked = await last('a', 'em nghỉ từ 10/12 đến 20/12, giao chị Hà nhé');
  await bot.press('a', button(asked, 'Gửi đề nghị'));
  await bot.press('h', button(seenBy('h'), 'Nhận làm thay'));
}

describe('somebody is away and a colleague stands in', () => {
  it('with her yes, for that time, and back', async () => {
    await last('a', 'IV.4.a.3 xong 60%');
    const asked = await last('a', 'em nghỉ từ 10/12 đến 20/12, giao chị Hà nhé');
    expect(asked.text).toMatch(/10\/12\/2026[\s\S]*20\/12\/2026[\s\S]*Trần Thị Hà/);
    await bot.press('a', button(asked, 'Gửi đề nghị'));
    const request = seenBy('h');
    expect(request?.text).toMatch(/Nguyễn Văn An nghỉ từ 10\/12\/2026/);
    bot.clock.set('2026-12-10T09:00:00+07:00');
    expect((await round()).find(({ text }) => /60%/.test(text))?.chat).toBe('a');

    await bot.press('h', button(request, 'Nhận làm thay'));
    expect(seenBy('a')?.text).toMatch(/Trần Thị Hà nhận làm thay/);
    bot.clock.set('2026-12-14T09:00:00+07:00');
    const sent = await round();
    expect(sent.some(({ chat }) => chat === 'a')).toBe(false);
    expect(sent.find(({ text }) => /làm thay/.test(text) && /14\/12\/2026/.test(text))?.chat).toBe('h');
    const card = bot.sent.findLast(({ chat, message }) => chat === 'h' && /60%/.test(message.text))?.message;
    await bot.press('h', button(card, 'Sửa'));
    expect((await last('h', '65%')).text).toContain('65%');
    await last('h', 'lưu');
    const [update] = await bot.store.transaction((tx) => tx.progress.updates({}));
    expect(update).toMatchObject({ percent: 65, agency: 'so-y-te' });
    expect(update?.person).not.toBe(an);

    bot.clock.set('2026-12-21T09:00:00+07:00');
    expect((await bot.store.transaction((tx) => tx.handovers.on('2026-12-21'))).length).toBe(0);
  });

  it('ends early on a word, and she is told', async () => {
    await handedOver();
    bot.clock.set('2026-12-10T10:00:00+07:00');
    expect((await last('a', 'tôi đi làm lại rồi')).text).toMatch(/trở lại anh\/chị/);
    expect(seenBy('h')?.text).toMatch(/đã đi làm lại/);
    bot.clock.set('2026-12-11T09:00:00+07:00');
    expect((await round()).map(({ chat }) => chat).toSorted()).toEqual(['a', 'h']);
  });

  it('changes nothing on a no, or while nobody answers', async () => {
    const asked = await last('a', 'nghỉ từ 10/12 đến 20/12, giao chị Hà');
    await bot.press('a', button(asked, 'Gửi đề nghị'));
    const request = seenBy('h');
    await bot.press('h', button(request, 'Không nhận'));
    expect(seenBy('a')?.text).toMatch(/không nhận làm thay được/);
    await bot.press('h', button(request, 'Nhận làm thay'));
    bot.clock.set('2026-12-11T09:00:00+07:00');
    expect((await round()).map(({ chat }) => chat).toSorted()).toEqual(['a', 'h']);
  });

  it('asks who is meant, and knows nobody outside the agency', async () => {
    await bot.joined('h2', 'so-y-te', 'official', 'Lê Thu Hà');
    await bot.joined('x', 'so-xay-dung', 'official', 'Phạm Bình');
    const which = await last('a', 'nghỉ từ 10/12 đến 20/12, giao chị Hà');
    expect(which.choices.map(({ label }) => label)).toEqual(['Lê Thu Hà', 'Trần Thị Hà']);
    expect((await last('a', 'nghỉ từ 10/12 đến 20/12, giao anh Bình')).text).toMatch(
      /chưa thấy ai tên “Bình”/,
    );
    expect((await last('a', 'nghỉ từ 1/12 đến 5/12, giao chị Hà')).text).toMatch(/đã qua|12\/2027/);
  });

  it('is answered by the colleague alone', async () => {
    const asked = await last('a', 'nghỉ từ 10/12 đến 20/12, giao chị Hà');
    await bot.press('a', button(asked, 'Gửi đề nghị'));
    const yes = button(seenBy('h'), 'Nhận làm thay');
    await bot.joined('b', 'so-y-te', 'official', 'Vũ Nam');
    for (const chat of ['a', 'b']) await bot.press(chat, yes);
    expect(await bot.store.transaction((tx) => tx.handovers.on('2026-12-10'))).toEqual([]);
    await bot.press('h', yes);
    expect(await bot.store.transaction((tx) => tx.handovers.on('2026-12-10'))).toHaveLength(1);
  });
});
