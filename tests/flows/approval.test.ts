import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OutgoingMessage } from '../../src/core/message.ts';
import type { ProgressUpdate } from '../../src/core/progress.ts';
import { type Bot, button, newDatabase, openBot } from '../support/talk.ts';

let bot: Bot;
let leader: string;
beforeEach(async () => {
  bot = await openBot(newDatabase());
  await bot.joined('a', 'so-y-te', 'official', 'Nguyễn Văn An');
  leader = await bot.joined('l', 'so-y-te', 'leader', 'Lê Minh');
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
const stored = (): Promise<ProgressUpdate[]> => bot.store.transaction((tx) => tx.progress.updates({}));

describe('a leader approves what the agency reports', () => {
  it('only where the agency wants it, and it says so', async () => {
    await last('a', 'IV.4.a.3 xong 60%');
    await last('a', 'lưu');
    expect(await stored()).toHaveLength(1);
    expect((await last('a', '/pheduyet bật')).text).toMatch(/chưa có quyền/);
    expect((await last('l', '/pheduyet bật')).text).toMatch(/Sở Y tế đang bật duyệt/);
    await last('a', 'IV.4.a.3 xong 70%');
    expect((await last('a', 'lưu')).text).toMatch(/trình lãnh đạo/);
    expect(await stored()).toHaveLength(1);
    await last('l', 'IV.4.a.8 xong 50%');
    expect((await last('l', 'lưu')).text).toMatch(/Đã lưu/);
  });

  it('approves by a button, once; the author hears of it', async () => {
    await last('l', '/pheduyet bật');
    await last('a', 'IV.4.a.3 xong 70%');
    await last('a', 'lưu');
    const asked = seenBy('l');
    expect(asked?.text).toMatch(/Nguyễn Văn An trình[\s\S]*IV\.4\.a\.3[\s\S]*70%/);
    await bot.press('l', button(asked, 'Duyệt'));
    await bot.press('l', button(asked, 'Duyệt'));
    expect(seenBy('a')?.text).toMatch(/đã duyệt[\s\S]*CN-2026-000001/);
    expect(await stored()).toMatchObject([{ percent: 70, approvedBy: leader }]);
    expect((await stored())[0]?.person).not.toBe(leader);
  });

  it('returns it with a note, and gets it again', async () => {
    await last('l', '/pheduyet bật');
    await last('a', 'IV.4.a.3 xong 70%');
    await last('a', 'lưu');
    await bot.press('l', button(seenBy('l'), 'Trả lại'));
    await last('l', 'làm rõ số bệnh viện đã xong chưa?');
    expect(seenBy('a')?.text).toMatch(/trả lại[\s\S]*làm rõ số bệnh viện/);
    expect((await last('a', '65%')).text).toContain('65%');
    await last('a', 'lưu');
    expect(await stored()).toEqual([]);
    await last('l', 'duyệt');
    expect(await stored()).toMatchObject([{ percent: 65, words: ['IV.4.a.3 xong 70%', '65%'] }]);
  });

  it('changes it, with the words kept, and still has to approve', async () => {
    await last('l', '/pheduyet bật');
    await last('a', 'IV.4.a.3 xong 70%');
    await last('a', 'lưu');
    await bot.press('l', button(seenBy('l'), 'Sửa'));
    const changed = await last('l', '75%, khó khăn: thiếu vốn');
    expect(changed.text).toMatch(/75%[\s\S]*thiếu vốn/);
    expect(await stored()).toEqual([]);
    await bot.press('l', button(changed, 'Duyệt'));
    expect(await stored()).toMatchObject([{ percent: 75, difficulty: 'thiếu vốn' }]);
  });

  it('comes back to its author by a button or a word while no leader has decided', async () => {
    await last('l', '/pheduyet bật');
    await last('a', 'IV.4.a.3 xong 70%');
    await last('a', 'lưu');
    const asked = seenBy('l');
    const submitted = await last('a', 'sếp duyệt chưa');
    await bot.press('a', button(submitted, 'Lấy lại để sửa'));
    expect(seenBy('l')?.text).toMatch(/Nguyễn Văn An đã lấy lại phiếu[\s\S]*IV\.4\.a\.3/);
    await bot.press('l', button(asked, 'Duyệt'));
    expect(await stored()).toEqual([]);
    expect((await last('a', '65%')).text).toContain('65%');
    await last('a', 'lưu');
    expect((await last('a', 'lấy lại phiếu giúp em')).text).toMatch(/IV\.4\.a\.3[\s\S]*65%/);
    await last('a', 'lưu');
    await last('l', 'duyệt');
    expect(await stored()).toMatchObject([{ percent: 65 }]);
    await bot.press('a', button(submitted, 'Lấy lại để sửa'));
    expect(await stored()).toHaveLength(1);
  });

  it('comes back changed when its author corrects it', async () => {
    await last('l', '/pheduyet bật');
    await last('a', 'IV.4.a.3 xong 70%');
    await last('a', 'lưu');
    const changed = await last('a', 'sửa lại là 65%');
    expect(changed.text).toMatch(/IV\.4\.a\.3[\s\S]*65%/);
    await last('l', 'duyệt');
    expect(await stored()).toEqual([]);
    await bot.press('a', button(changed, 'Lưu'));
    await last('l', 'duyệt');
    expect(await stored()).toMatchObject([{ percent: 65, words: ['IV.4.a.3 xong 70%', 'sửa lại là 65%'] }]);
  });

  it('is returned in the leader’s own words, and its author can ask how it stands', async () => {
    await last('l', '/pheduyet bật');
    await last('a', 'IV.4.a.3 xong 70%');
    await last('a', 'lưu');
    expect((await last('a', 'sếp duyệt chưa em')).text).toMatch(/IV\.4\.a\.3[\s\S]*đang chờ lãnh đạo/);
    expect((await last('l', 'có gì chờ duyệt không')).text).toMatch(/Nguyễn Văn An trình/);
    await last('l', 'trả lại, làm rõ giúp số bệnh viện');
    expect(seenBy('a')?.text).toMatch(/“làm rõ giúp số bệnh viện”[\s\S]*70%/);
    expect((await last('a', 'sếp duyệt chưa em')).text).toMatch(/không có phiếu nào/);
    await last('a', '65%');
    await last('a', 'lưu');
    await last('a', 'rút lại đi chị nhầm');
    expect(seenBy('l')?.text).toMatch(/đã lấy lại phiếu/);
    expect((await last('l', 'trả lại vì thiếu số liệu')).text).toMatch(/không có cập nhật nào/);
    expect(await stored()).toEqual([]);
  });

  it('is not another’s to take back', async () => {
    await bot.joined('b', 'so-y-te', 'official', 'Trần Thị Bình');
    await last('l', '/pheduyet bật');
    await last('a', 'IV.4.a.3 xong 70%');
    await last('a', 'lưu');
    const submitted = await last('a', 'sếp duyệt chưa');
    await bot.press('b', button(submitted, 'Lấy lại để sửa'));
    await last('b', 'rút lại phiếu vừa gửi');
    await last('l', 'duyệt');
    expect(await stored()).toMatchObject([{ percent: 70 }]);
  });

  it('is no one else’s to approve, by button or by word', async () => {
    await last('l', '/pheduyet bật');
    await bot.joined('other', 'so-xay-dung', 'leader');
    await last('a', 'IV.4.a.3 xong 70%');
    await last('a', 'lưu');
    const approve = button(seenBy('l'), 'Duyệt');
    for (const chat of ['a', 'other']) {
      await bot.press(chat, approve);
      await last(chat, 'duyệt');
    }
    expect(await stored()).toEqual([]);
    await last('a', 'lưu');
    expect(await stored()).toEqual([]);
  });

  it('reminds the leader on working days of what waits', async () => {
    await last('l', '/pheduyet bật');
    await last('a', 'IV.4.a.3 xong 70%');
    await last('a', 'lưu');
    bot.clock.set('2026-11-26T09:00:00+07:00');
    expect((await bot.nudge()).map(({ text }) => text).join()).toMatch(/1 cập nhật[\s\S]*choduyet/);
    expect((await bot.nudge()).filter(({ text }) => /choduyet/.test(text))).toEqual([]);
    bot.clock.set('2026-11-27T09:00:00+07:00');
    expect((await bot.nudge()).some(({ text }) => /choduyet/.test(text))).toBe(true);
    const [waiting] = await bot.say('l', '/choduyet');
    await bot.press('l', button(waiting, 'Duyệt'));
    expect(await stored()).toHaveLength(1);
  });
});

describe('a leader of one agency who belongs to another too', () => {
  it('approves only where a leader', async () => {
    const both = await bot.joined('b', 'so-xay-dung', 'leader', 'Vũ Cả Hai');
    await bot.store.transaction((tx) => tx.people.addAgency(both, 'so-y-te', 'official', bot.clock.now()));
    await last('l', '/pheduyet bật');
    await last('a', 'IV.4.a.3 xong 70%');
    await last('a', 'lưu');
    await bot.press('b', button(seenBy('l'), 'Duyệt'));
    await last('b', 'duyệt');
    expect((await last('b', '/pheduyet tắt Sở Y tế')).text).toMatch(/chưa có quyền/);
    expect(await stored()).toEqual([]);
    await last('b', 'IV.4.a.8 xong 50%');
    expect((await last('b', 'lưu')).text).toMatch(/trình lãnh đạo/);
  });
});
