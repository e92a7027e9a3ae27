import { afterEach, describe, expect, it } from 'vitest';
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
