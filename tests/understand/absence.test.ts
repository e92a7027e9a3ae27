import { describe, expect, it } from 'vitest';
import { readAbsence } from '../../src/understand/absence.ts';

const TODAY = '2026-11-25';

describe('who is away, until when, and who stands in', () => {
  it.each<[string, string | null, string | null, string | null]>([
    ['nghỉ từ 10/12 đến 20/12, giao chị Hà', '2026-12-10', '2026-12-20', 'Hà'],
    ['nghi tu 10/12 den 20/12 giao chi ha nhe', '2026-12-10', '2026-12-20', 'ha'],
    ['em nghỉ phép 10-20/12, nhờ anh Nam làm thay', '2026-12-10', '2026-12-20', 'Nam'],
    ['Tôi nghỉ từ 10/12 đến 20/12, giao chị Mai', '2026-12-10', '2026-12-20', 'Mai'],
    ['tuần sau tôi đi công tác, bàn giao cho Lê Văn Nam', '2026-11-30', '2026-12-04', 'Lê Văn Nam'],
    ['đi công tác từ 5/12 trong 3 ngày, nhờ đ/c Bình', '2026-12-05', '2026-12-07', 'Bình'],
    [
      'nghỉ thai sản từ 1/12/2026 đến 31/5/2027, bàn giao công việc cho chị Nguyễn Thị Hoa phòng Nghiệp vụ',
      '2026-12-01',
      '2027-05-31',
      'Nguyễn Thị Hoa',
    ],
    ['nghỉ phép đến hết 18/12 giao Hà', TODAY, '2026-12-18', 'Hà'],
    ['mai em nghỉ, giao anh Tuấn theo dõi', '2026-11-26', '2026-11-26', 'Tuấn'],
    ['em xin nghỉ ốm hôm nay', TODAY, TODAY, null],
    ['tuần sau chị đi công tác nhờ anh An lo hộ', '2026-11-30', '2026-12-04', 'An'],
    ['mai em nghỉ nhé', '2026-11-26', '2026-11-26', null],
    ['I am on leave from 10/12 to 20/12, hand over to Ms Ha', '2026-12-10', '2026-12-20', 'Ha'],
  ])('%s', (text, firstDay, lastDay, colleague) => {
    expect(readAbsence(text, TODAY)).toEqual({ firstDay, lastDay, colleague });
  });

  it.each([
    'nghỉ lễ 2/9 mấy ngày?',
    'Sở nghỉ Tết từ ngày nào',
    'IV.4.a.3 xong 60%, giao chị Hà',
    'đề nghị giao Sở Y tế chủ trì',
    'hội nghị ngày 10/12 giao anh Nam chuẩn bị',
  ])('%s is none', (text) => {
    expect(readAbsence(text, TODAY)).toBeNull();
  });
});
