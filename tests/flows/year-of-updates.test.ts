import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OutgoingMessage } from '../../src/core/message.ts';
import type { ProgressUpdate } from '../../src/core/progress.ts';
import { type Bot, button, newDatabase, openBot } from '../support/talk.ts';

let bot: Bot;
beforeEach(async () => {
  bot = await openBot(newDatabase());
  await bot.joined('a', 'so-y-te', 'official', 'Nguyễn Văn An');
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

const stored = (): Promise<ProgressUpdate[]> => bot.store.transaction((tx) => tx.progress.updates({}));

describe('what was sent is put right and taken back', () => {
  it('corrects the last one; the one before stays in the history', async () => {
    await last('IV.4.a.3 xong 60%');
    await last('lưu');
    await last('sửa lại là 55%');
    await last('lưu');
    expect(await stored()).toMatchObject([
      { percent: 55, corrects: 'CN-2026-000001' },
      { percent: 60, corrects: null },
    ]);
    expect((await last('/lichsu IV.4.a.3')).text).toMatch(/60%[\s\S]*55%[\s\S]*sửa CN-2026-000001/);
  });

  it('withdraws one for a reason, which is kept', async () => {
    await last('IV.4.a.3 xong 60%');
    await last('lưu');
    const asked = await last('rút cập nhật vừa rồi');
    expect(asked.text).toMatch(/CN-2026-000001[\s\S]*60%/);
    expect((await last('gõ nhầm số ạ')).text).toMatch(/Đã rút/);
    expect(await stored()).toMatchObject([
      { withdraws: 'CN-2026-000001', words: ['gõ nhầm số ạ'], percent: null },
      { percent: 60 },
    ]);
    expect((await last('/capnhat')).text).not.toContain('60%');
    expect((await last('lịch sử IV.4.a.3')).text).toMatch(/60%[\s\S]*đã rút[\s\S]*gõ nhầm số/);
    expect((await last('rút cập nhật CN-2026-000001')).text).toMatch(/không thấy cập nhật/);
    const lower = await last('IV.4.a.3 xong 40%');
    expect(lower.text).not.toMatch(/Lần trước/);
  });

  it('keeps it on a no; another agency’s, and a colleague’s, are not to be taken back', async () => {
    await last('IV.4.a.3 xong 60%');
    await last('lưu');
    const asked = await last('rút cập nhật IV.4.a.3');
    await bot.press('a', button(asked, 'Không rút'));
    await bot.press('a', button(asked, 'Nhập sai'));
    expect(await stored()).toHaveLength(1);
    await bot.joined('b', 'so-y-te');
    await bot.joined('x', 'so-xay-dung');
    for (const chat of ['b', 'x'])
      expect((await last('rút cập nhật CN-2026-000001', chat)).text).toMatch(/không thấy cập nhật/);
    await bot.joined('l', 'so-y-te', 'leader');
    await bot.press('l', button(await last('rút cập nhật CN-2026-000001', 'l'), 'Nhầm nhiệm vụ'));
    expect(await stored()).toHaveLength(2);
  });
});

describe('a card for those who would rather be asked', () => {
  it('is filled field by field, each of which may be left out', async () => {
    const tasks = await last('cập nhật tiến độ');
    let step = (await bot.press('a', button(tasks, 'IV.4.a.1'))).at(-1);
    step = (await bot.press('a', button(step, 'từng mục'))).at(-1);
    expect(step?.text).toMatch(/phần trăm/);
    expect((await last('hơi hơi')).text).toMatch(/chưa nhận ra tỷ lệ/);
    await last('70');
    await last('đã trình đề án');
    await last('không có');
    step = await last('xin bố trí kinh phí');
    step = (await bot.press('a', button(step, 'Bỏ qua'))).at(-1);
    for (const part of ['70%', 'đã trình đề án', 'xin bố trí kinh phí']) expect(step?.text).toContain(part);
    expect(await stored()).toEqual([]);
    await last('lưu');
    expect(await stored()).toMatchObject([
      {
        task: 'IV.4.a.1',
        percent: 70,
        result: 'đã trình đề án',
        difficulty: null,
        proposal: 'xin bố trí kinh phí',
      },
    ]);
  });

  it('says the one thing that is missing, and saves without it', async () => {
    const stuck = await last('IV.4.a.5 đang vướng');
    expect(stuck.text).toMatch(/vướng việc gì/);
    expect((await last('thiếu máy chủ')).text).not.toMatch(/vướng việc gì/);
    await last('lưu');
    expect(await stored()).toMatchObject([{ state: 'stuck', difficulty: 'thiếu máy chủ' }]);
  });
});

describe('a card that was left', () => {
  it('is recalled once, on the next working day', async () => {
    bot.clock.set('2026-11-27T16:00:00+07:00');
    await last('IV.4.a.3 xong 60%');
    const recalled = async (at: string): Promise<OutgoingMessage[]> => {
      bot.clock.set(at);
      return (await bot.nudge()).filter(({ text }) => /chưa lưu/.test(text));
    };
    expect(await recalled('2026-11-27T16:30:00+07:00')).toEqual([]);
    expect(await recalled('2026-11-29T09:00:00+07:00')).toEqual([]);
    const [card] = await recalled('2026-11-30T09:00:00+07:00');
    expect(card?.text).toMatch(/IV\.4\.a\.3[\s\S]*60%/);
    expect(await recalled('2026-11-30T09:01:00+07:00')).toEqual([]);
    expect(await recalled('2026-12-01T09:00:00+07:00')).toEqual([]);
    await bot.press('a', button(card, 'Lưu'));
    expect(await stored()).toHaveLength(1);
  });
});

describe('several tasks in one message', () => {
  it('are saved by one button', async () => {
    const replies = await bot.say('a', 'IV.4.a.3 đạt 80%, còn IV.4.a.8 mới 30%, IV.4.a.5 xong');
    expect(replies).toHaveLength(3);
    await bot.press('a', button(replies.at(-1), 'Lưu cả 3 phiếu'));
    expect((await stored()).map(({ task }) => task).toSorted()).toEqual(['IV.4.a.3', 'IV.4.a.5', 'IV.4.a.8']);
  });
});

describe('tasks named by their words in one message', () => {
  it.each([
    'đề án lão khoa đạt 80%, còn bệnh án điện tử mới 30%',
    'lão khoa 80%, bệnh án điện tử 30% thiếu chữ ký số',
    'bệnh viện lão khoa 80%\nhồ sơ bệnh án điện tử 30%',
  ])('%s', async (text) => {
    const replies = await bot.say('a', text);
    expect(replies).toHaveLength(2);
    await bot.press('a', button(replies.at(-1), 'Lưu cả 2'));
    expect((await stored()).map(({ task, percent }) => [task, percent]).toSorted()).toEqual([
      ['IV.4.a.3', 80],
      ['IV.4.a.8', 30],
    ]);
  });

  it('stay one where there is but one share', async () => {
    expect(
      await bot.say('a', 'đề án lão khoa đạt 80%, vướng bệnh án điện tử, dự kiến xong 30/6/2027'),
    ).toHaveLength(1);
  });
});

describe('what the focal agency asks', () => {
  it('who has not reported, and how far an agency is; nobody else is told', async () => {
    await last('IV.4.a.3 xong 60%');
    await last('lưu');
    await bot.joined('f', 'so-ke-hoach-dau-tu', 'focal');
    const who = (await last('ai chưa báo cáo?', 'f')).text;
    expect(who).toMatch(/Chưa có cập nhật[\s\S]*Sở Công Thương[\s\S]*Đã có cập nhật[\s\S]*Sở Y tế: 1\/10/);
    expect((await last('tiến độ của Sở Y tế', 'f')).text).toMatch(/IV\.4\.a\.3: 60%/);
    for (const text of ['đơn vị nào chưa cập nhật', 'tiến độ của Sở Công Thương'])
      expect((await last(text)).text).toMatch(/tiến độ do Sở Y tế báo cáo/);
  });
});

describe('what a card warns of', () => {
  it('telephone numbers of others', async () => {
    expect((await last('IV.4.a.3 xong 60%, liên hệ anh Nam 0912 345 678')).text).toMatch(/số điện thoại/);
    expect((await last('IV.4.a.8 xong 60%, QĐ 176/QĐ-UBND ngày 10/01/2022')).text).not.toMatch(
      /số điện thoại/,
    );
  });
});

describe('somebody who sends too fast', () => {
  it('is told once, and loses nothing that was worked on', async () => {
    const send = (n: number) =>
      bot.deliver({
        channel: 'web',
        chat: 'w',
        deliveryId: `d${n}`,
        group: false,
        body: { kind: 'text', text: 'xin chào' },
      });
    for (let n = 0; n < 40; n += 1) await send(n);
    const waiting = await bot.store.transaction((tx) =>
      tx.outbox.claim(bot.clock.now(), bot.clock.now(), 1_000, [{ channel: 'web' }]),
    );
    expect(waiting.length).toBeGreaterThan(0);
    const counts = await bot.store.transaction((tx) => tx.outbox.counts());
    // The greeting, thirty answers and one word on the pace.
    expect(counts.waiting).toBe(32);
    bot.clock.set('2026-11-25T09:02:00+07:00');
    await send(99);
    expect((await bot.store.transaction((tx) => tx.outbox.counts())).waiting).toBe(33);
  });
});

describe('what is said in a hurry', () => {
  it('goes back to what was sent, by its words, and takes it back', async () => {
    for (const text of ['lão khoa 60%', 'lưu', 'bệnh án điện tử 30%', 'lưu']) await last(text);
    expect((await last('cho em xem lại cái vừa gửi')).text).toMatch(
      /IV\.4\.a\.8: 30%[\s\S]*IV\.4\.a\.3: 60%/,
    );
    const asked = await last('em gửi nhầm cái lão khoa rồi, rút lại giúp em');
    expect(asked.text).toMatch(/CN-2026-000001[\s\S]*IV\.4\.a\.3/);
    await bot.press('a', button(asked, 'Gửi trùng'));
    expect((await last('/capnhat')).text).not.toContain('60%');
  });

  it('is of both tasks where one thing is said of both', async () => {
    const replies = await bot.say('a', 'IV.4.a.3 và IV.4.a.8 đều chưa có gì mới');
    expect(replies.map(({ text }) => /IV\.4\.a\.\d/.exec(text)?.[0])).toEqual(['IV.4.a.3', 'IV.4.a.8']);
    await bot.press('a', button(replies.at(-1), 'Lưu cả 2'));
    expect(await stored()).toMatchObject([
      { state: 'nothing_new', result: null },
      { state: 'nothing_new', result: null },
    ]);
  });

  it('is no day off for a card', async () => {
    await last('IV.4.a.3 xong 60%');
    expect((await last('mai nghỉ nhé')).text).not.toMatch(/Dự kiến hoàn thành/);
  });
});
