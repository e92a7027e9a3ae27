import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OutgoingMessage } from '../../src/core/message.ts';
import type { ProgressUpdate } from '../../src/core/progress.ts';
import { type Bot, button, newDatabase, openBot } from '../support/talk.ts';

let bot: Bot;
let database: string;
beforeEach(async () => {
  database = newDatabase();
  bot = await openBot(database);
  await bot.joined('a', 'so-y-te');
});
afterEach(() => bot.close());

async function stored(): Promise<ProgressUpdate[]> {
  return bot.store.transaction((tx) => tx.progress.updates({}));
}

async function last(text: string): Promise<OutgoingMessage> {
  const replies = await bot.say('a', text);
  const reply = replies.at(-1);
  if (!reply) throw new Error(`no reply to “${text}”`);
  return reply;
}

describe('a card is answered in plain words', () => {
  it('is saved by a yes, however said', async () => {
    await last('đề án bv lão khoa đạt 75%, dự kiến trình 18/12');
    expect((await last('ừ lưu đi em')).text).toMatch(/CN-2026-000001/);
    expect(await stored()).toMatchObject([{ task: 'IV.4.a.3', percent: 75, expectedDate: '2026-12-18' }]);
  });

  it('is not saved by an unsure word, and is shown again', async () => {
    await last('IV.4.a.3 xong 60%');
    const asked = await last('chắc vậy');
    expect(asked.text).toMatch(/vẫn đang chờ/);
    expect(await stored()).toEqual([]);
    await bot.press('a', button(asked, 'Lưu'));
    expect(await stored()).toHaveLength(1);
  });

  it('takes changes and additions, and drops on a no', async () => {
    await last('IV.4.a.8 đạt 50%');
    expect((await last('khoan, sửa thành 70')).text).toContain('70%');
    expect((await last('thêm khó khăn: thiếu chữ ký số')).text).toContain('thiếu chữ ký số');
    expect((await last('đề xuất tỉnh bố trí kinh phí')).text).toContain('đề xuất tỉnh bố trí kinh phí');
    const card = await last('dự kiến quý 2/2027');
    for (const part of ['IV.4.a.8', '70%', 'thiếu chữ ký số', 'bố trí kinh phí', '30/06/2027'])
      expect(card.text).toContain(part);
    expect((await last('thôi bỏ')).text).toMatch(/không lưu/);
    expect(await stored()).toEqual([]);
  });

  it('is the one that was shown last, or whose task is named, where several wait', async () => {
    await last('IV.4.a.3 xong 10%');
    const [first] = await bot.say('a', 'IV.4.a.1 60% và IV.4.a.5 40%, còn IV.4.a.8 chưa làm gì');
    expect((await last('sửa IV.4.a.5 thành 45%')).text).toMatch(/IV\.4\.a\.5[\s\S]*45%/);
    await bot.press('a', button(first, 'Sửa'));
    expect((await last('70%')).text).toMatch(/IV\.4\.a\.1[\s\S]*70%/);
    await last('lưu cả ba');
    const percents = Object.fromEntries((await stored()).map(({ task, percent }) => [task, percent]));
    expect(percents).toEqual({ 'IV.4.a.1': 70, 'IV.4.a.5': 45, 'IV.4.a.8': null });
    await last('lưu');
    expect((await stored()).map(({ task }) => task)).toContain('IV.4.a.3');
  });

  it('takes a document or a link as proof, whose day is no day of the work', async () => {
    await last('IV.4.a.3 xong 60%');
    expect((await last('thêm minh chứng CV 1234/SYT-KHTC ngày 20/12')).text).toContain('1234/SYT-KHTC');
    expect((await last('kèm công văn số 77/SYT-NVY')).text).toContain('77/SYT-NVY');
    expect((await last('https://syt.thanhhoa.gov.vn/tin/1')).text).toContain(
      'https://syt.thanhhoa.gov.vn/tin/1',
    );
    await last('lưu');
    expect(await stored()).toMatchObject([{ percent: 60, expectedDate: null }]);
  });

  it('is of no task in particular where all of them are spoken of', async () => {
    const asked = await last('tất cả nhiệm vụ đều đang triển khai, đạt khoảng 50%');
    expect(asked.text).toMatch(/cho nhiệm vụ nào/);
    expect((await last('lưu')).text).toMatch(/cho nhiệm vụ nào/);
    await last('hủy');
    expect((await last('tháng này không có gì thay đổi so với tháng trước')).text).toMatch(
      /cho nhiệm vụ nào/,
    );
    await last('hủy');
    expect((await last('việc số 3 xong 1 nửa')).text).toMatch(/IV\.4\.a\.3[\s\S]*50%/);
    await last('ghi đi em');
    expect(await stored()).toMatchObject([{ task: 'IV.4.a.3', percent: 50 }]);
  });

  it('tells a hoped-for day from a result, and what is nearly done from what is stuck', async () => {
    const card = await last('IV.4.a.1 cơ bản xong, còn vướng kinh phí, quý 1 sang năm hoàn thành');
    expect(card.text).toMatch(/Tình trạng: đang thực hiện[\s\S]*vướng kinh phí[\s\S]*31\/03\/2027/);
    expect(card.text).not.toMatch(/Kết quả:.*quý 1/);
    await last('hủy');
    expect((await last('việc 2 chưa xong đâu, mới 90 thôi')).text).toMatch(/IV\.4\.a\.2[\s\S]*90%/);
    await last('lưu');
    expect((await last('xem lịch sử việc 2')).text).toMatch(/Diễn biến nhiệm vụ IV\.4\.a\.2[\s\S]*90%/);
    expect((await last('tôi muốn gửi ảnh minh chứng')).text).toMatch(/gửi ảnh hoặc tệp/);
  });

  it('has no share left once nothing was begun, and is dropped by who sent it wrongly', async () => {
    await last('IV.4.a.5 xong 30%');
    const card = await last('chưa làm được gì vì chưa có vốn');
    expect(card.text).toMatch(/chưa triển khai/);
    expect(card.text).not.toMatch(/30%/);
    expect((await last('gởi nhầm, của đơn vị khác, bỏ giúp')).text).toMatch(/không lưu/);
    expect(await stored()).toEqual([]);
    expect((await last('bao cao nam da gui roi, so 88/BC-SYT ngay 10/12')).text).toMatch(/đã gửi báo cáo/i);
  });

  it('asks again for the task, and never takes a nearby word for another agency’s', async () => {
    expect((await last('xong 60% rồi nhé')).text).toMatch(/cho nhiệm vụ nào/);
    // "Tuyến" is a word of a health task and of another agency's tourist routes.
    expect((await last('à mà tuyến thứ 4 cũng xong rồi')).text).toMatch(/IV\.4\.a\.5[\s\S]*60%/);
  });

  it('reads English: a draft that is finished, the middle of a month, a yes', async () => {
    const text = 'IV.4.a.8: draft finished, collecting comments, to be submitted mid January 2027';
    expect((await last(text)).text).toMatch(/in progress[\s\S]*20\/01\/2027/);
    expect((await last('looks good')).text).toMatch(/saved/);
  });

  it('waits while a question is answered, and says so', async () => {
    await last('IV.4.a.5 đạt 62%');
    const answer = await last('mà hạn báo cáo là ngày nào nhỉ');
    expect(answer.text).toMatch(/14\/12\/2026/);
    expect(answer.text).toMatch(/IV\.4\.a\.5 .*chưa lưu/);
    await last('uh thế lưu giúp chị');
    expect(await stored()).toHaveLength(1);
  });

  it('goes to the task that is named as the right one', async () => {
    await last('lão khoa 40%');
    expect((await last('không phải lão khoa, là bệnh án điện tử')).text).toMatch(/IV\.4\.a\.8/);
    await last('đúng rồi');
    expect(await stored()).toMatchObject([{ task: 'IV.4.a.8', percent: 40 }]);
  });

  it('is shown again before a yes that may be meant for another answer', async () => {
    await last('lão khoa 40%');
    expect((await last('sở giáo dục làm gì')).text).toMatch(/8 nhiệm vụ/);
    expect((await last('đúng rồi')).text).toMatch(/IV\.4\.a\.3/);
    expect(await stored()).toEqual([]);
    await last('lưu');
    expect(await stored()).toHaveLength(1);
  });

  it('takes two tasks of one message as two cards, and one yes for both', async () => {
    const replies = await bot.say('a', 'IV.4.a.3 đạt 80%, còn IV.4.a.8 mới 30%');
    expect(replies).toHaveLength(2);
    await last('lưu cả hai nhé');
    expect((await stored()).map(({ task, percent }) => [task, percent])).toEqual([
      ['IV.4.a.8', 30],
      ['IV.4.a.3', 80],
    ]);
  });

  it('asks for the task when none is named, and keeps the share', async () => {
    const asked = await last('đạt 60% rồi ạ');
    expect(asked.choices.length).toBeGreaterThan(1);
    expect((await last('cái đề án bệnh viện lão khoa ấy')).text).toMatch(/IV\.4\.a\.3[\s\S]*60%/);
  });

  it('corrects what was saved last, and shows that the share fell', async () => {
    await last('telehealth đạt 80%');
    await last('lưu');
    const card = await last('chết, nhầm rồi, 60% chứ không phải 80%');
    expect(card.text).toMatch(/IV\.4\.a\.5[\s\S]*60%[\s\S]*80%/);
    await last('đúng');
    expect((await stored()).map(({ percent }) => percent)).toEqual([60, 80]);
  });

  it('says that a day does not exist instead of guessing one', async () => {
    expect((await last('IV.4.a.3 đạt 25%, dự kiến xong 31/11')).text).toMatch(/Không có ngày 31\/11/);
    expect((await last('30/11')).text).toContain('30/11/2026');
  });
});

describe('what is not for everybody', () => {
  it('shows the person’s own agency’s progress only', async () => {
    await last('IV.4.a.3 xong 60%');
    await last('lưu');
    expect((await last('IV.4.a.3 đến đâu rồi?')).text).toMatch(/IV\.4\.a\.3: 60%/);
    await bot.joined('b', 'so-cong-thuong');
    for (const text of ['IV.4.a.3 đến đâu rồi?', 'bên y tế làm tới đâu rồi']) {
      const [reply] = await bot.say('b', text);
      expect(reply?.text).not.toContain('60%');
    }
    const [stranger] = await bot.say('c', 'IV.4.a.3 đến đâu rồi?').then((replies) => replies.slice(-1));
    expect(stranger?.text).not.toContain('60%');
  });

  it('lets nobody press another chat’s button', async () => {
    const card = await last('IV.4.a.3 xong 60%');
    await bot.joined('b', 'so-y-te');
    await bot.press('b', button(card, 'Lưu'));
    expect(await stored()).toEqual([]);
  });

  it('refuses and forgets what is marked as a state secret', async () => {
    const reply = await last('công văn độ Mật: hàng rào KHONGDUOCLUU cao 12m');
    expect(reply.text).toMatch(/bí mật nhà nước/);
    await bot.close();
    const kept = ['', '-wal']
      .map((end) => readFileSync(database + end, { flag: 'a+' }).toString('latin1'))
      .join('');
    bot = await openBot(database);
    const said = await bot.store.transaction((tx) => tx.audit.list(10));
    expect(said.some(({ action }) => action === 'classified_refused')).toBe(true);
    expect(kept).not.toContain('KHONGDUOCLUU');
  });
});

describe('“đã gửi báo cáo”', () => {
  it('is recorded after a press, and ends the reminders', async () => {
    const asked = await last('đã gửi báo cáo');
    expect((await last('khi nào em được nhắc')).text).toMatch(/30\/11\/2026/);
    await bot.press('a', button(asked, 'Đã gửi báo cáo'));
    expect((await last('khi nào em được nhắc')).text).toMatch(/chưa có lời nhắc/);
    bot.clock.set('2026-12-14T09:00:00+07:00');
    expect(await bot.nudge()).toEqual([]);
  });
});

describe('what officials say about a card afterwards', () => {
  it('“hủy cập nhật vừa rồi” drops a card that waits and explains when it is stored', async () => {
    await last('IV.4.a.3 xong 60%');
    expect((await last('hủy cập nhật vừa rồi')).text).toMatch(/không lưu/);
    const card = await last('IV.4.a.3 xong 60%');
    await bot.press('a', button(card, 'Lưu'));
    expect((await last('xóa cập nhật vừa rồi giúp em')).text).toMatch(/giữ trong lịch sử/);
    expect(await stored()).toHaveLength(1);
  });

  it('“sai, 45” changes the share of the card', async () => {
    await last('IV.4.a.3 xong 60%');
    expect((await last('sai, 45')).text).toContain('45%');
  });

  it('“cái số 5” is the fifth task of the list', async () => {
    expect((await last('cái số 5 xong 40%')).text).toContain('IV.4.a.5');
  });

  it('a share that cannot be is asked again, and a yes before that saves nothing', async () => {
    for (const said of ['IV.4.a.3 đạt 120%', 'IV.4.a.3 đạt -5%']) {
      expect((await last(said)).text).toMatch(/0% đến 100%/);
      await last('lưu');
      expect(await stored()).toEqual([]);
      expect((await last('hủy')).text).toMatch(/không lưu/);
    }
  });

  it('only a yes to the card shown saves it', async () => {
    await last('IV.4.a.3 xong 60%');
    for (const said of ['đúng không em?', 'đừng lưu vội', 'để tôi xem lại đã', 'sửa'])
      expect((await last(said)).text, said).not.toMatch(/CN-2026|không lưu nội dung/);
    expect((await last('tiến độ 62%')).text).toContain('62%');
    expect((await last('lưu')).text).toMatch(/CN-2026/);
    expect((await last('lưu')).text).toMatch(/không có phiếu nào/);
  });

  it('a line is taken off, and the card is moved to another task', async () => {
    await last('IV.4.a.3 xong 60%, khó khăn: thiếu người');
    expect((await last('xóa phần khó khăn')).text).not.toMatch(/Khó khăn/);
    expect((await last('sai task rồi, đây là IV.4.a.8')).text).toMatch(/IV\.4\.a\.8[\s\S]*60%/);
  });

  it('says which card still waits, and a second yes saves it', async () => {
    await last('IV.4.a.8 xong 70%');
    await last('IV.4.a.5 xong 20%');
    expect((await last('lưu')).text).toMatch(/IV\.4\.a\.8 .*chưa lưu/);
    expect((await last('lưu')).text).toMatch(/Đã lưu cập nhật nhiệm vụ IV\.4\.a\.8/);
  });

  it('begins without a task, and lets the person leave', async () => {
    expect((await last('cập nhật tiến độ')).choices.length).toBeGreaterThan(3);
    expect((await last('lão khoa')).text).toMatch(/IV\.4\.a\.3/);
    expect((await last('xong 65%')).text).toContain('65%');
    await last('thôi');
    await last('40%');
    expect((await last('/huy')).text).toMatch(/không lưu/);
    expect(await stored()).toEqual([]);
  });

  it('a correction after saving is about what was sent last', async () => {
    await last('IV.4.a.3 xong 60%');
    await last('chuẩn luôn');
    expect((await last('ủa sai rồi, phải là 70%')).text).toMatch(/IV\.4\.a\.3[\s\S]*70%/);
  });
});

describe('a name beside a card', () => {
  it('“Nguyễn Văn …” asks for no quotation', async () => {
    await last('IV.4.a.3 xong 60%');
    const card = await last('khó khăn: đồng chí Nguyễn Văn Bình chuyển công tác');
    expect(card.text).toMatch(/Khó khăn[^\n]*Nguyễn Văn Bình/);
    expect((await last('nguyên văn IV.4.a.3')).text).toMatch(/Khẩn trương hoàn thiện/);
  });
});
