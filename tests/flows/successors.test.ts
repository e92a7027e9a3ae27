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

  it('in plain words, but only an administrator, and only said, not asked', async () => {
    const said = 'Sở GTVT giờ là Sở Xây dựng từ 1/3/2025 theo Nghị quyết 52/NQ-HĐND';
    const asked = await last('boss', said);
    expect(asked.text).toMatch(/Sở Xây dựng: toàn bộ[\s\S]*52\/NQ-HĐND/);
    await bot.press('boss', button(asked, 'Xác nhận'));
    expect((await last('a', lead)).text).not.toMatch(/chờ xác nhận/);
    expect((await last('boss', 'IV.4.a.3 giao Sở Nội vụ')).text).toMatch(/ngày bắt đầu/);
    for (const [chat, text] of [
      ['boss', 'Sở GTVT giờ là Sở nào'],
      ['a', said],
    ] as const)
      expect(
        (await bot.say(chat, text)).flatMap(({ choices }) => choices.map(({ label }) => label)),
      ).not.toContain('Xác nhận');
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

  it('asks whose share passes on where a task was given to several, and takes whom it is told', async () => {
    const asked = await last('boss', '/kethua IV.1.b.2 → Sở Nội vụ từ 01/03/2025 theo NQ 1/NQ-HĐND');
    expect(asked.text).toMatch(/được giao cho Sở Giao thông vận tải, .*UBND các huyện.*ghi rõ/);
    expect(asked.choices).toEqual([]);
    const told = await last(
      'boss',
      '/kethua Sở GTVT IV.1.b.2 → Sở Nội vụ từ 01/03/2025 theo NQ 1/NQ-HĐND của HĐND tỉnh',
    );
    expect(told.text).toMatch(/của Sở Giao thông vận tải[\s\S]*Sở Nội vụ: nhiệm vụ IV\.1\.b\.2/);
    await bot.press('boss', button(told, 'Xác nhận'));
    expect((await last('boss', '/kethua')).text).toMatch(
      /Sở Nội vụ \(IV\.1\.b\.2\) \(mới xác nhận một phần\)/,
    );
    // Sở Xây dựng keeps all else, and is told by its name alone.
    expect((await last('a', 'Sở Giao thông vận tải nay là cơ quan nào?')).text).toMatch(
      /nay là Sở Xây dựng; Sở Nội vụ \(IV\.1\.b\.2\)/,
    );
    expect((await last('boss', '/kethua Sở Y tế IV.3.b.2 → Sở Nội vụ từ 1/3/2025 theo NQ 1')).text).toMatch(
      /không được giao cho Sở Y tế/,
    );
  });

  it('takes a whole block, and several tasks, in one message', async () => {
    const asked = await last('boss', '/kethua IV.3.b do Sở Nội vụ đảm nhiệm từ 1/3/2025 theo NQ 1/NQ-HĐND');
    expect(asked.text).toMatch(/Sở Nội vụ được báo cáo thêm 1 nhiệm vụ: IV\.3\.b\.1/);
    await bot.press('boss', button(asked, 'Xác nhận'));
    expect((await last('boss', '/kethua IV.4.a.3, IV.4.a.8 → Sở Nội vụ từ 1/3/2025 theo NQ 1')).text).toMatch(
      /Sở Nội vụ được báo cáo thêm 2 nhiệm vụ: IV\.4\.a\.3, IV\.4\.a\.8/,
    );
  });

  it('offers the share alone first where the file divides an agency', async () => {
    const asked = await last('boss', '/kethua Sở LĐTBXH → Sở Nội vụ từ 02/03/2025 theo NQ 1/NQ-HĐND');
    expect(asked.text).toMatch(/Cách 1:[\s\S]*Sở Giáo dục và Đào tạo: nhiệm vụ IV\.3\.b\.1[\s\S]*Cách 2:/);
    await bot.press('boss', button(asked, 'cách 1'));
    await bot.press('boss', button(asked, 'cách 2'));
    const [word] = await bot.store.transaction((tx) => tx.agencies.successions());
    expect(word?.successors).toMatchObject([
      { agency: 'so-giao-duc-dao-tao', only: ['IV.3.b.1'], confirmed: false },
      { agency: 'so-noi-vu', only: ['IV.3.b.2'], confirmed: true, from: '2025-03-02' },
    ]);
  });

  it('turns nothing round and drops nothing that was said', async () => {
    const wrongWay = await last('boss', '/kethua Sở Xây dựng, Sở Giao thông vận tải từ 1/3/2025 theo NQ 1');
    expect(wrongWay.choices).toEqual([]);
    const late = await last('boss', '/kethua Sở GTVT → Sở Xây dựng theo NQ 1/NQ-HĐND, từ 02/03/2025');
    expect(late.text).toMatch(/từ 02\/03\/2025, căn cứ: NQ 1\/NQ-HĐND$/m);
    // “Bộ” is no “bỏ”.
    const ministry = await last('boss', '/kethua Bộ Giao thông vận tải → Bộ Xây dựng từ 1/3/2025 theo NQ 5');
    expect(ministry.text).toMatch(/Bộ Xây dựng: toàn bộ nhiệm vụ, từ 01\/03\/2025, căn cứ: NQ 5/);
    expect((await last('boss', '/kethua bỏ Sở Y tế')).text).toMatch(/Chưa có xác nhận nào/);
    expect((await last('boss', '/kethua IV.3.b.2 sang')).text).toMatch(/thiếu cơ quan tiếp nhận.*→ Sở/);
  });

  it('says what it does not know', async () => {
    expect((await last('boss', '/kethua Sở Ngoại thương → Sở Xyz')).text).toMatch(/chưa nhận ra/);
    expect((await last('boss', '/kethua Sở Y tế')).text).toMatch(/không đổi tên/);
    expect((await last('boss', '/kethua Sở Y tế → Sở Y tế từ 1/1/2025 theo NQ 1')).text).toMatch(
      /cùng một cơ quan/,
    );
  });

  it('leaves a card that waits for approval to whoever holds the task now', async () => {
    await bot.joined('chief', 'so-xay-dung', 'leader');
    await bot.say('chief', '/pheduyet bật');
    await bot.say('new', 'IV.2.a.3 xong 50%');
    await bot.say('new', 'lưu');
    const all = '/kethua Sở GTVT → Sở Nội vụ từ 01/03/2025 theo NQ 1/NQ-HĐND';
    await bot.press('boss', button(await last('boss', all), 'Xác nhận'));
    expect((await last('chief', 'duyệt')).text).toMatch(/Sở Giao thông vận tải \(nay: Sở Nội vụ\)/);
    expect(await bot.store.transaction((tx) => tx.progress.updates({}))).toEqual([]);
  });

  it('names both agencies in a reminder', async () => {
    bot.clock.set('2026-12-11T09:00:00+07:00');
    const sent = await bot.nudge();
    expect(sent.some(({ text }) => /báo cáo của Sở Giao thông vận tải \(nay: Sở Xây dựng\)/.test(text))).toBe(
      true,
    );
    expect(sent.some(({ text }) => /Sở Kế hoạch và Đầu tư \(nay: Sở Tài chính\)/.test(text))).toBe(true);
  });
});
