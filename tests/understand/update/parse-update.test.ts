import { describe, expect, it } from 'vitest';
import { createParts } from '../../../src/app/build-app.ts';
import type { ProgressFields } from '../../../src/core/progress.ts';
import { tasksOf } from '../../../src/progress/permission.ts';
import { parseUpdate } from '../../../src/understand/update/parse-update.ts';
import { knowledge } from '../../support/talk.ts';

const { findTask } = createParts(knowledge);
const taskAddresses = knowledge.programme.fields.flatMap((field) =>
  field.blocks.flatMap((block) => block.tasks.map(({ address }) => address)),
);
const read = (text: string, agency?: string) =>
  parseUpdate(text, {
    today: '2026-11-24',
    documents: knowledge.programme.documents,
    taskAddresses,
    ownTasks: agency ? tasksOf(agency, knowledge) : [],
    findTask,
  });

describe('a progress update in one message', () => {
  it.each<[string, Partial<ProgressFields>]>([
    [
      'IV.2.a.3 xong 60%, đã trình thẩm định, vướng GPMB, dự kiến xong 30/12',
      {
        task: 'IV.2.a.3',
        percent: 60,
        state: 'in_progress',
        result: 'đã trình thẩm định',
        difficulty: 'vướng GPMB',
        proposal: null,
        expectedDate: '2026-12-30',
      },
    ],
    ['IV.4.a.3 hoàn thành 100%', { task: 'IV.4.a.3', percent: 100, state: 'done', expectedDate: null }],
    [
      'IV.4.a.3 chua trien khai do thieu kinh phi',
      { state: 'not_started', percent: null, difficulty: 'chua trien khai do thieu kinh phi' },
    ],
    ['IV.5.4 đạt 60%, không phát sinh khó khăn', { percent: 60, state: 'in_progress' }],
    ['IV.5.4 tuần này không có gì phát sinh', { state: 'nothing_new' }],
    ['IV.5.4 năm lớp tập huấn hoàn thành, còn 2 lớp', { result: 'năm lớp tập huấn hoàn thành' }],
    [
      'IV.5.4 quỹ phát triển khoa học hoàn thành hồ sơ, đạt 30%',
      { result: 'quỹ phát triển khoa học hoàn thành hồ sơ' },
    ],
    ['IV.5.4 đạt 40%, quý 1 sang năm hoàn thành', { result: null, expectedDate: '2027-03-31' }],
    ['IV.5.4 từ 40% lên 55%', { percent: 55 }],
    ['IV.5.4 làm được năm lăm phần trăm', { percent: 55 }],
    ['IV.5.4 được 57%, 6 tháng đầu năm 2027 xong', { expectedDate: '2027-06-30' }],
    ['IV.5.4 mới 38%, phấn đấu hết 2027', { expectedDate: '2027-12-31' }],
    ['IV.5.4 được 37%, đầu tháng 4/2027 xong', { expectedDate: '2027-04-10' }],
    ['IV.5.4 chậm tiến độ, tuần sau họp với chủ đầu tư', { state: 'stuck', expectedDate: null }],
    ['IV.5.4 bị chậm, kiến nghị tỉnh làm việc lại với Bộ trong tháng 12', { expectedDate: null }],
    ['IV.5.4 chậm tiến độ, chưa biết bao giờ xong', { state: 'stuck' }],
    ['IV.5.4 triển khai chậm, đề tài chưa nghiệm thu', { state: 'stuck' }],
    ['IV.5.4 xong khoảng tháng tám năm hai nghìn không trăm hai bảy', { expectedDate: '2027-08-31' }],
    ['Kính gửi anh chị, IV.5.4 đạt 82%', { percent: 82 }],
    ['việc nạo vét luồng tàu IV.2.a.1 bị chậm, chưa được duyệt', { task: 'IV.2.a.1', state: 'stuck' }],
    ['IV.5.4 được tỉnh cho dừng hẳn', { state: 'cancelled' }],
    ['ý cuối của IV.3.c: đạt 20%', { task: 'IV.3.c.3', percent: 20 }],
    ['IV.5.4 được 20%, chắc phải 30/6 mới xong', { expectedDate: '2027-06-30' }],
    ['IV.5.4 được 20%, phấn đấu tháng 5/2027 đưa vào hoạt động', { expectedDate: '2027-05-31' }],
    ['IV.5.4 đạt 61%, khó khăn: không có, đề xuất: không', { percent: 61, difficulty: null, proposal: null }],
    ['Không có khó khăn gì. IV.5.4 đạt 60%', { percent: 60, difficulty: null }],
    ['IV.5.4 kế hoạch 80% thực hiện 50%', { percent: 50 }],
    ['IV.5.4 cơ bản hoàn thành, còn 2 xã', { state: 'in_progress', percent: null }],
    ['IV.5.4 là 60% chứ không phải 80%', { percent: 60 }],
    ['IV.5.4 còn 20% nữa', { percent: 80 }],
    ['IV.1.b.4 lắp được 7/10 điểm', { percent: 70, expectedDate: null }],
    [
      'IV.5.4 đạt 62,5%, đề nghị UBND tỉnh bố trí vốn',
      { percent: 62.5, proposal: 'đề nghị UBND tỉnh bố trí vốn' },
    ],
    ['IV.5.4 họp ngày 15/11 rồi, xong 30%', { percent: 30, expectedDate: null }],
    ['IV.5.4 xin lùi đến quý 2/2027', { state: 'stuck', expectedDate: '2027-06-30' }],
    ['IV.5.4 60% done, expected to finish by 15 January 2027', { percent: 60, expectedDate: '2027-01-15' }],
  ])('%s', (text, fields) => {
    const parsed = read(text);
    expect(parsed.fields).toMatchObject(fields);
    expect(parsed.isUpdate).toBeGreaterThanOrEqual(0.5);
  });

  it('finds the task by its words, among those of the sender’s agency first', () => {
    expect(read('lam viec voi 3 hang tau roi, khoang 50%', 'ban-quan-ly-kkt-nghi-son').fields.task).toBe(
      'IV.2.b.1',
    );
    expect(read('KH 210 TMĐT xong 100%', 'so-cong-thuong').fields.task).toBe('IV.7.2');
  });

  it('asks where the words fit several tasks', () => {
    const { fields, taskCandidates } = read('xong 60%', 'so-y-te');
    expect(fields.task).toBeNull();
    expect(taskCandidates.length).toBeGreaterThan(1);
  });

  it('takes what is expected for no end', () => {
    const { state, expectedDate } = read('lão khoa dự kiến cuối năm sau xong').fields;
    expect({ state, expectedDate }).toEqual({ state: 'in_progress', expectedDate: '2027-12-31' });
  });

  it('takes a growth rate for a figure, never for progress', () => {
    const parsed = read('tăng trưởng khu vực dịch vụ năm 2026 ước đạt 8,7%');
    expect(parsed.fields.percent).toBeNull();
    expect(parsed.indicator?.value).toBe('8,7%');
  });

  it.each([
    'Cơ quan nào chủ trì lĩnh vực logistics?',
    'IV.2.a.3 nói gì',
    'hạn báo cáo là ngày nào',
    'tỷ trọng dịch vụ 2030 là bao nhiêu %',
    'nhiệm vụ của Sở Y tế',
    'đề án bệnh viện Lão khoa đã xong chưa?',
    'xin chào',
    'tiến độ lão khoa',
    'số điện thoại đầu mối',
    'IV.4.a.3 da xong 60% phai kg',
    'which agency leads logistics tasks?',
  ])('“%s” is no update', (text) => {
    expect(read(text).isUpdate).toBeLessThan(0.5);
  });
});
