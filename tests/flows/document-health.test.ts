import { afterEach, describe, expect, it } from 'vitest';
import { type Bot, button, newDatabase, openBot } from '../support/talk.ts';

let bot: Bot;
afterEach(() => bot.close());

describe('the health of the document in chat', () => {
  it.each(['admin', 'focal'] as const)(
    '%s: a short summary first, then each part by its button',
    async (role) => {
      bot = await openBot(newDatabase());
      await bot.joined('boss', 'so-ke-hoach-dau-tu', role);
      const [summary] = await bot.say('boss', 'báo cáo sức khỏe văn bản');
      expect(summary?.text).toMatch(/Quyết định 3572\/QĐ-UBND \(tính đến ngày 25\/11\/2026\)/);
      expect(summary?.text).toContain('• Nhiệm vụ chưa ghi thời hạn: 56');
      expect((summary?.text ?? '').split('\n').length).toBeLessThan(12);
      const [form] = await bot.press('boss', button(summary, 'Thể thức'));
      expect(form?.text).toContain('• Mục V.3: thiếu V.2 ngay trước mục này');
      const [typing] = await bot.press('boss', button(summary, 'Lỗi chính tả'));
      expect(typing?.text).toContain('“hung tâm”, đúng là “trung tâm”');
      const [dates] = await bot.press('boss', button(summary, 'chưa ghi thời hạn'));
      expect(dates?.text).toContain('• Mục IV.2.a: 3 nhiệm vụ (1, 3, 4)');
      const [figures] = await bot.press('boss', button(summary, 'Con số'));
      expect(figures?.text).toContain('• Mục III.2.2: 20 ha: không rõ giai đoạn; có thể hiểu nhiều cách');
      const [again] = await bot.press('boss', button(figures, 'tóm tắt'));
      expect(again?.text).toBe(summary?.text);
      expect((await bot.say('boss', '/suckhoe'))[0]?.text).toBe(summary?.text);
    },
  );

  it('in English all the way', async () => {
    bot = await openBot(newDatabase());
    await bot.joined('boss', 'so-ke-hoach-dau-tu', 'admin');
    const [summary] = await bot.say('boss', 'document health report please');
    const [leads] = await bot.press('boss', button(summary, 'Blocks without a lead agency'));
    expect(leads?.text).toContain('• Item IV.3.c: no agency leads');
  });

  it.each(['official', 'leader'] as const)(
    '%s: is politely refused, also by the name of a part',
    async (role) => {
      bot = await openBot(newDatabase());
      await bot.joined('a', 'so-y-te', role);
      for (const said of ['/suckhoe', '/suckhoe chinhta', 'báo cáo sức khỏe văn bản', '/health typing']) {
        const [reply] = await bot.say('a', said);
        expect(reply?.text).toMatch(/chưa có quyền|may not/);
        expect(reply?.choices).toEqual([]);
      }
      expect((await bot.say('a', '/trogiup'))[0]?.text).not.toContain('/suckhoe');
    },
  );

  it('is refused to whoever has not joined, and a button does not outlive the membership', async () => {
    bot = await openBot(newDatabase());
    expect((await bot.say('stranger', '/suckhoe')).at(-1)?.text).toMatch(/chưa có quyền/);
    await bot.joined('boss', 'so-ke-hoach-dau-tu', 'focal');
    const [summary] = await bot.say('boss', '/suckhoe');
    const [asked] = await bot.say('boss', '/roi');
    await bot.press('boss', button(asked, 'Thôi tham gia'));
    const after = await bot.press('boss', button(summary, 'Lỗi chính tả'));
    expect(after.at(-1)?.text).toMatch(/không còn hiệu lực|chưa có quyền/);
  });

  it('is named in the help of those who may see it', async () => {
    bot = await openBot(newDatabase());
    await bot.joined('boss', 'so-ke-hoach-dau-tu', 'focal');
    expect((await bot.say('boss', '/trogiup'))[0]?.text).toContain('/suckhoe – kết quả rà soát văn bản');
  });
});
