import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OutgoingMessage } from '../../src/core/message.ts';
import type { TaskPlan } from '../../src/core/progress.ts';
import { type Bot, button, newDatabase, openBot } from '../support/talk.ts';

let bot: Bot;
let database: string;
beforeEach(async () => {
  database = newDatabase();
  bot = await openBot(database);
  await bot.joined('a', 'so-y-te');
});
afterEach(async () => {
  expect(bot.errors).toEqual([]);
  await bot.close();
});

async function last(text: string, chat = 'a'): Promise<OutgoingMessage> {
  const reply = (await bot.say(chat, text)).at(-1);
  if (!reply) throw new Error(`no reply to “${text}”`);
  return reply;
}

async function press(message: OutgoingMessage | undefined, label: string): Promise<OutgoingMessage> {
  const reply = (await bot.press('a', button(message, label))).at(-1);
  if (!reply) throw new Error(`no reply to “${label}”`);
  return reply;
}

const plans = (): Promise<TaskPlan[]> => bot.store.transaction((tx) => tx.plans.current('so-y-te'));

describe('an agency plans its tasks (V.1)', () => {
  it('one after another; left, asked in between, and taken up again after a restart', async () => {
    let step = await press(await last('kế hoạch của đơn vị'), 'Lập kế hoạch');
    expect(step.text).toMatch(/1\/10: IV\.4\.a\.1/);
    const card = await last('PGĐ Nguyễn Văn Bình phụ trách, xong 30/6/2027');
    expect(card.text).toMatch(/Nguyễn Văn Bình[\s\S]*30\/06\/2027/);
    expect(await plans()).toEqual([]);
    step = await press(card, 'Lưu');
    expect(step.text).toMatch(/2\/10: IV\.4\.a\.2/);
    step = await press(step, 'Triển khai ngay');
    expect(step.text).toMatch(/3\/10: IV\.4\.a\.3/);

    const answer = await last('hạn báo cáo là ngày nào?');
    expect(answer.text).toMatch(/14\/12\/2026[\s\S]*đang lập kế hoạch IV\.4\.a\.3/);
    await bot.close();
    bot = await openBot(database);
    expect((await last('chị Hà phụ trách')).text).toMatch(/chị Hà[\s\S]*Chưa có thời gian hoàn thành/);
    expect((await last('quý 3/2027')).text).toMatch(/chị Hà[\s\S]*30\/09\/2027/);
    await last('lưu');
    expect((await last('dừng')).text).toMatch(/3\/10/);
    expect(await plans()).toMatchObject([
      { task: 'IV.4.a.1', leader: 'PGĐ Nguyễn Văn Bình', finishDate: '2027-06-30', immediate: false },
      { task: 'IV.4.a.2', leader: null, finishDate: null, immediate: true },
      {
        task: 'IV.4.a.3',
        leader: 'chị Hà',
        finishDate: '2027-09-30',
        words: ['chị Hà phụ trách', 'quý 3/2027'],
      },
    ]);
    step = await press(await last('/kehoach'), 'Lập tiếp');
    expect(step.text).toMatch(/4\/10: IV\.4\.a\.4/);
  });

  it('in one message with steps, asked about what is odd and blocked by nothing', async () => {
    const card = await last(
      'kế hoạch IV.4.a.8: PGĐ Mai phụ trách, xong 31/12/2031, việc: khảo sát 31/3/2027, trình 30/5/2032',
    );
    for (const part of ['PGĐ Mai', 'khảo sát (31/03/2027)', 'sau năm 2030', 'sau thời gian hoàn thành'])
      expect(card.text).toContain(part);
    await press(card, 'Lưu');
    expect(await plans()).toMatchObject([
      { finishDate: '2031-12-31', steps: [{}, { finishDate: '2032-05-30' }] },
    ]);
    expect((await last('kế hoạch IV.4.a.7: anh Nam, 2/9/2027')).text).toMatch(/02\/09\/2027 là ngày nghỉ/);
    expect((await last('không')).text).toMatch(/không lưu/);
    expect(await plans()).toHaveLength(1);
  });

  it('is changed later, keeps its history, and is held against what is expected', async () => {
    await last('kế hoạch IV.4.a.3: chị Hà, 30/6/2027');
    await last('lưu');
    expect((await last('/kehoach IV.4.a.3')).text).toMatch(/chị Hà/);
    await press(await last('lùi sang 30/9/2027'), 'Lưu');
    expect(await plans()).toMatchObject([{ leader: 'chị Hà', finishDate: '2027-09-30' }]);
    const late = await last('IV.4.a.3 đạt 40%, dự kiến xong 31/12/2027');
    expect(late.text).toMatch(/Kế hoạch của đơn vị đặt thời gian hoàn thành là 30\/09\/2027/);
    await press(late, 'Lưu');
    const timeline = (await last('lịch sử IV.4.a.3')).text;
    expect(timeline).toMatch(/30\/06\/2027[\s\S]*30\/09\/2027[\s\S]*40%[\s\S]*CN-2026-000001/);
  });

  it('is the agency’s own alone: no other task, no button of another person, none used twice', async () => {
    expect((await last('kế hoạch IV.2.a.3: anh Nam, 30/6/2027')).text).toMatch(/không thuộc đơn vị/);
    const card = await last('kế hoạch IV.4.a.3: chị Hà, 30/6/2027');
    await bot.joined('b', 'so-xay-dung');
    const save = button(card, 'Lưu');
    await bot.press('b', save);
    expect(await plans()).toEqual([]);
    await bot.press('a', save);
    await bot.press('a', save);
    const history = await bot.store.transaction((tx) => tx.plans.history('so-y-te', 'IV.4.a.3'));
    expect(history).toHaveLength(1);
  });

  it('leaves reports and questions alone while a plan waits', async () => {
    await press(await last('/kehoach'), 'Lập kế hoạch');
    expect((await last('IV.4.a.3 xong 60%')).text).toMatch(/Phiếu cập nhật/);
    await last('lưu');
    expect((await last('sở giáo dục làm gì trong năm 2027')).text).not.toMatch(/Kế hoạch thực hiện/);
    expect(await bot.store.transaction((tx) => tx.progress.updates({}))).toHaveLength(1);
    expect(await plans()).toEqual([]);
  });
});
