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
    ['em muốn rút lại sự đồng ý ạ', 'erase_me'],
    ['tôi thôi tham gia', 'erase_me'],
    ['các cập nhật đã gửi', 'my_updates'],
    ['liên kết zalo', 'link_chat'],
    ['em muốn dùng trên telegram', 'link_chat'],
    ['lien ket tai khoan zalo', 'link_chat'],
    ['dùng thêm trên Zalo được không?', 'link_chat'],
    ['link my telegram', 'link_chat'],
    ['bot ngu thế', 'complaint'],
    ['vô dụng quá', 'complaint'],
    ['ngu quá', 'complaint'],
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
    'liên kết vùng phát triển du lịch',
    'liên kết trang web du lịch của các địa phương',
    'ứng dụng zalo trong dịch vụ công do ai chủ trì',
    'IV.4.a.3 xong 60%',
    'chuyển đổi số ngành y tế',
    'hồ sơ sức khỏe điện tử',
    'chăm sóc sức khỏe chương trình nào lo',
    'hướng dẫn các cơ sở giáo dục là việc của ai',
    'đợt báo cáo này hạn khi nào',
    'đào tạo ngoại ngữ ở trường nào',
  ])('not: %s', (text) => expect(readRequest(text)).toBeNull());
});

describe('marks of a state secret', () => {
  it.each([
    'Công văn số 12/UBND độ Mật',
    'tài liệu TỐI MẬT',
    'văn bản mật của tỉnh',
    'MẬT: kế hoạch',
    'van ban tuyet mat',
    'van ban so 12/UBND cua tinh, dong dau tuyet mat',
    'CONG VAN TOI MAT',
    'cong van so 12/UBND toi mat cua tinh',
    'tai lieu nay la tai lieu toi mat',
    'ho so do toi mat, gui anh',
    'muc do tuyet mat',
    'tai lieu co do toi mat',
    'day la bi mat nha nuoc',
  ])('%s', (text) => expect(isClassified(text)).toBe(true));
  it.each([
    'bảo mật thông tin',
    'mật độ dân số',
    'bí mật kinh doanh',
    'an toàn, bảo mật',
    'mat do',
    'mat do dan so',
    'gap mat',
    'ra mat san pham',
    'do mat rung',
    'bo mat do thi',
    'thanh toan khong dung tien mat',
    'bi mat kinh doanh',
    'tai lieu cua toi mat',
    'ho so toi mat roi',
    'tài liệu tôi mất hôm qua',
    'do toi mat giay to',
    'van ban toi matxa',
    'van ban mat chu ky',
  ])('not: %s', (text) => expect(isClassified(text)).toBe(false));
});
