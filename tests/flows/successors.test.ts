import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OutgoingMessage } from '../../src/core/message.ts';
import { type Bot, button, newDatabase, openBot } from '../support/talk.ts';

let bot: Bot;
let database: string;
beforeEach(async () => {
  database = newDatabase();
  bot = await openBot(database);
  await bot.joined('boss', 'so-ke-hoach-dau-tu', 'admin');
  await bot.joined('old', 'so-giao-thong-van-tai');
  await bot.joined('new', 'so-xay-dung');
  await bot.joined('a', 'so-y-te');
  await bot.joined('k', 'so-khoa-hoc-cong-nghe');
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

const TASK = '/kethua IV.4.a.8 → Sở Khoa học và Công nghệ từ 01/03/2025 theo Nghị quyết 52/NQ-HĐND';
const lead = 'ai chủ trì logistics';

describe('an administrator confirms who holds whose duties today', () => {
  it('as filed, by a button; every answer and permission follows at once', async () => {
    expect((await last('a', lead)).text).toMatch(/nay là Sở Xây dựng \(chờ xác nhận\)/);
    const chosen = await bot.press('boss', button(await last('boss', '/kethua'), 'Sở GTVT'));
    expect(chosen.at(-1)?.text).toMatch(
      /Sở Xây dựng: toàn bộ[\s\S]*Sở Giao thông vận tải thôi báo cáo 8 nhiệm vụ/,
    );
    expect((await last('a', lead)).text).toMatch(/chờ xác nhận/);
    await bot.press('boss', button(chosen.at(-1), 'Xác nhận'));
    const after = (await last('a', lead)).text;
    expect(after).toMatch(/Sở Giao thông vận tải nay là Sở Xây dựng/);
    expect(after).not.toMatch(/chờ xác nhận/);
    expect((await last('old', 'IV.2.a.3 xong 50%')).text).toMatch(/nay do Sở Xây dựng đảm nhiệm/);
    expect((await last('new', 'IV.2.a.3 xong 50%')).text).toMatch(/Phiếu cập nhật/);
    expect((await last('a', 'IV.2.a.3 xong 50%')).text).toMatch(/Sở Giao thông vận tải \(nay: Sở Xây dựng\)/);
  });

  it('for one task, with date and basis, which are asked for; the others stay', async () => {
    expect((await last('boss', '/kethua IV.4.a.8 → Sở Khoa học và Công nghệ')).text).toMatch(/ngày bắt đầu/);
    expect((await last('boss', '/kethua IV.4.a.8 → Sở Khoa học và Công nghệ từ 01/03/2025')).text).toMatch(
      /căn cứ/,
    );
    const asked = await last('boss', TASK);
    expect(asked.text).toMatch(/01\/03\/2025, căn cứ: Nghị quyết 52\/NQ-HĐND/);
    await bot.press('boss', button(asked, 'Xác nhận'));
    const told = bot.sent.findLast(({ chat }) => chat === 'k')?.message.text;
    expect(told).toMatch(/Sở Khoa học và Công nghệ nhận 1 nhiệm vụ của Sở Y tế/);
    expect((await last('a', 'IV.4.a.8 xong 50%')).text).toMatch(/Sở Y tế \(nay: Sở Khoa học và Công nghệ\)/);
    expect((await last('a', 'IV.4.a.3 xong 50%')).text).toMatch(/Phiếu cập nhật/);
    expect((await last('k', 'IV.4.a.8 xong 50%')).text).toMatch(/Phiếu cập nhật/);
  });

  it('in every process on the store, and takes it back', async () => {
    const other = await openBot(database);
    await bot.press('boss', button(await last('boss', TASK), 'Xác nhận'));
    expect((await other.say('a', 'IV.4.a.8 xong 50%')).at(-1)?.text).toMatch(/nay: Sở Khoa học/);
    await bot.press('boss', button(await last('boss', '/kethua bỏ Sở Y tế'), 'Xác nhận'));
    expect((await other.say('a', 'IV.4.a.8 xong 50%')).at(-1)?.text).toMatch(/Phiếu cập nhật/);
    await other.close();
    const audit = await bot.store.transaction((tx) => tx.audit.list(20));
    expect(audit.filter(({ action }) => action === 'succession.confirmed')).toHaveLength(2);
  });

  it('is for administrators alone: no command, no button of theirs in other hands, none used twice', async () => {
    await bot.joined('f', 'so-ke-hoach-dau-tu', 'focal');
    for (const chat of ['f', 'a', 'guest']) expect((await last(chat, TASK)).text).toMatch(/chưa có quyền/);
    const asked = await last('boss', TASK);
    for (const chat of ['f', 'a']) await bot.press(chat, button(asked, 'Xác nhận'));
    expect(await bot.store.transaction((tx) => tx.agencies.successions())).toEqual([]);
    await bot.press('boss', button(asked, 'Chưa xác nhận'));
    await bot.press('boss', button(asked, 'Xác nhận'));
    expect(await bot.store.transaction((tx) => tx.agencies.successions())).toEqual([]);
  });

  it('changes nothing by a button that was shown before another word', async () => {
    const early = await last('boss', TASK);
    await bot.press('boss', button(await last('boss', '/kethua Sở Giao thông vận tải'), 'Xác nhận'));
    await bot.press('boss', button(early, 'Xác nhận'));
    const confirmed = await bot.store.transaction((tx) => tx.agencies.successions());
    expect(confirmed.map(({ agency }) => agency)).toEqual(['so-giao-thong-van-tai']);
    const future = '/kethua Sở Y tế → Sở Nội vụ từ 01/01/2027 theo NQ 1/NQ-HĐND';
    expect((await last('boss', future)).text).toMatch(/chưa đến/);
  });

  it('says what it does not know', async () => {
    expect((await last('boss', '/kethua Sở Ngoại thương → Sở Xyz')).text).toMatch(/chưa nhận ra/);
    expect((await last('boss', '/kethua Sở Y tế')).text).toMatch(/không đổi tên/);
    expect((await last('boss', '/kethua Sở Y tế → Sở Y tế từ 1/1/2025 theo NQ 1')).text).toMatch(
      /cùng một cơ quan/,
    );
  });

  it('names both agencies in a reminder', async () => {
    bot.clock.set('2026-12-11T09:00:00+07:00');
    const sent = await bot.nudge();
    expect(sent.some(({ text }) => /Sở Kế hoạch và Đầu tư \(nay: Sở Tài chính\)/.test(text))).toBe(true);
  });
});
