import { describe, expect, it } from 'vitest';
import { isClassified } from '../../src/understand/classified.ts';
import { readRequest } from '../../src/understand/request.ts';

describe('what a person wants of the bot itself', () => {
  it.each([
    ['help', 'help'],
    ['hướng dẫn', 'help'],
    ['cập nhật thế nào vậy', 'help'],
    ['đã gửi báo cáo rồi ạ', 'report_sent'],
    ['bên em đã nộp báo cáo năm', 'report_sent'],
    ['khi nào em được nhắc', 'my_reminders'],
    ['bot lưu những gì của tôi', 'my_data'],
    ['xóa hết dữ liệu của tôi đi', 'erase_me'],
    ['các cập nhật đã gửi', 'my_updates'],
    ['bot ngu thế', 'complaint'],
    ['báo cáo sức khỏe văn bản', 'document_health'],
    ['kết quả rà soát văn bản', 'document_health'],
    ['cho em xem suc khoe quyet dinh', 'document_health'],
    ['document health report', 'document_health'],
    [
      `Kính gửi các phòng, ${'đề nghị rà soát kết quả thực hiện nhiệm vụ được giao, '.repeat(4)} Trân trọng!`,
      'forwarded',
    ],
  ])('%s → %s', (text, request) => expect(readRequest(text)).toBe(request));

  it.each([
    'hạn gửi báo cáo là khi nào',
    'đã gửi báo cáo cho UBND tỉnh về đề án Lão khoa, đạt 60%',
    'cơ quan nào chủ trì',
    'IV.4.a.3 xong 60%',
    'chuyển đổi số ngành y tế',
    'hồ sơ sức khỏe điện tử',
    'chăm sóc sức khỏe chương trình nào lo',
    'hướng dẫn các cơ sở giáo dục là việc của ai',
  ])('not: %s', (text) => expect(readRequest(text)).toBeNull());
});

describe('marks of a state secret', () => {
  it.each(['Công văn số 12/UBND độ Mật', 'tài liệu TỐI MẬT', 'văn bản mật của tỉnh', 'MẬT: kế hoạch'])(
    '%s',
    (text) => expect(isClassified(text)).toBe(true),
  );
  it.each(['bảo mật thông tin', 'mật độ dân số', 'bí mật kinh doanh', 'an toàn, bảo mật', 'mat do'])(
    'not: %s',
    (text) => expect(isClassified(text)).toBe(false),
  );
});
