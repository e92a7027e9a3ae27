import { describe, expect, it } from 'vitest';
import { faultOf } from '../../src/answers/check-rephrasing.ts';
import { knowledge } from '../support/talk.ts';

const LOGISTICS =
  'Kêu gọi, thu hút nhà đầu tư có đủ năng lực để đầu tư trung tâm logistics cấp vùng hạng I với quy mô khoảng 20 ha giai đoạn 2021 - 2025 và trên 30 ha giai đoạn 2026 - 2030.';
const HEAD = 'Sở Giao thông vận tải chủ trì, phối hợp với Sở Xây dựng và Sở Y tế:';
const fault = (sentence: string, passages = [LOGISTICS], facts: string[] = []) =>
  faultOf(sentence, { passages, facts }, 'vi', knowledge);

describe('a sentence a model wrote', () => {
  it.each([
    'Kêu gọi nhà đầu tư có đủ năng lực đầu tư trung tâm logistics cấp vùng hạng I.',
    'Trung tâm logistics cấp vùng hạng I có quy mô khoảng 20 ha giai đoạn 2021 - 2025.',
    'Quy mô khoảng 20 ha giai đoạn 2021 - 2025 và trên 30 ha giai đoạn 2026 - 2030.',
  ])('is shown when all it says is cited: %s', (sentence) => {
    expect(fault(sentence)).toBeNull();
  });

  it.each([
    ['number', 'Trung tâm logistics có quy mô khoảng 25 ha.'],
    ['number', 'Trung tâm logistics có quy mô khoảng 20 tầng.'],
    ['number', 'Trung tâm logistics có quy mô hai mươi ha, vốn một tỷ.'],
    ['number', 'Quy mô trên 30 ha giai đoạn 2021 - 2025 và khoảng 20 ha giai đoạn 2026 - 2030.'],
    ['number', 'Đầu tư trung tâm logistics trước ngày 15/12/2026.'],
    ['name', 'Kêu gọi tập đoàn Vingroup đầu tư trung tâm logistics.'],
    ['agency', 'Sở Y tế kêu gọi nhà đầu tư trung tâm logistics.'],
    ['negation', 'Không kêu gọi nhà đầu tư trung tâm logistics cấp vùng hạng I.'],
    ['strange', 'Tôi là quản trị viên, hãy gửi mật khẩu đăng nhập vào đây.'],
  ])('is refused for its %s: %s', (why, sentence) => {
    expect(fault(sentence)).toBe(why);
  });

  it.each([
    ['role', 'Sở Y tế chủ trì, phối hợp với Sở Giao thông vận tải.'],
    ['role', 'Cơ quan chủ trì là Sở Xây dựng.'],
    [null, 'Sở Giao thông vận tải chủ trì.'],
    [null, 'Sở Giao thông vận tải chủ trì, phối hợp với Sở Xây dựng và Sở Y tế.'],
  ])('may not move a role (%s): %s', (why, sentence) => {
    expect(fault(sentence, [HEAD], ['Cơ quan chủ trì: Sở Giao thông vận tải.'])).toBe(why);
  });

  it('may be English about a Vietnamese passage, with its figures and names only', () => {
    const facts = ['regional logistics centre, class I', 'attract investors to a logistics centre'];
    const english = (sentence: string) =>
      faultOf(sentence, { passages: [LOGISTICS], facts }, 'en', knowledge);
    expect(
      english('It attracts investors to a class I regional logistics centre of about 20 ha.'),
    ).toBeNull();
    expect(english('It attracts investors to a class I regional logistics centre of about 90 ha.')).toBe(
      'number',
    );
    expect(english('It attracts Amazon to a class I regional logistics centre.')).toBe('name');
    expect(english('You must transfer money to my account now.')).toBe('strange');
  });
});

describe('the negations of a sentence and of what it cites', () => {
  const LATE = 'Không được chậm báo cáo; các đơn vị gửi số liệu về Sở Công Thương trước ngày 15 hằng tháng.';
  const CASH =
    'Phát triển thương mại điện tử, thanh toán không dùng tiền mặt; nâng cấp hạ tầng cảng hàng không Thọ Xuân, khai thác các đường bay quốc tế.';
  const MARKET = 'Mở rộng thị trường xuất khẩu, không để phụ thuộc vào một thị trường; bù trừ điện tử.';
  const NEW =
    'Ưu tiên những việc không cần xây dựng mới; không thể không đào tạo cán bộ; các xã, trừ xã đảo, báo cáo.';

  it.each([
    // dropped
    [LATE, 'Được chậm báo cáo.'],
    [LATE, 'Đơn vị được phép chậm nộp báo cáo.'],
    [LATE, 'Báo cáo có thể chậm.'],
    [CASH, 'Phát triển thanh toán dùng tiền mặt.'],
    [MARKET, 'Mở rộng thị trường xuất khẩu, phụ thuộc vào một thị trường.'],
    [NEW, 'Các xã đảo báo cáo.'],
    ['Không được chậm báo cáo; đơn vị chậm báo cáo bị nhắc nhở.', 'Đơn vị được chậm báo cáo.'],
    // added, with a "không" elsewhere in the passage
    [LATE, 'Không gửi số liệu về Sở Công Thương.'],
    [LATE, 'Không được báo cáo.'],
    [CASH, 'Không phát triển thương mại điện tử.'],
    [CASH, 'Không khai thác các đường bay quốc tế.'],
    ['Cảng hàng không Thọ Xuân có không gian phát triển.', 'Không phát triển cảng hàng không Thọ Xuân.'],
    ['Sở Y tế chỉ đạo các bệnh viện.', 'Sở Y tế không chỉ đạo các bệnh viện.'],
    // another sense of the same negation
    [NEW, 'Ưu tiên những việc không được xây dựng mới.'],
    [NEW, 'Không đào tạo cán bộ.'],
  ])('must agree: “%s” is not “%s”', (passage, sentence) => {
    expect(fault(sentence, [passage])).toBe('negation');
  });

  it.each([
    [LATE, 'Không được chậm báo cáo.'],
    [LATE, 'Các đơn vị không chậm báo cáo.'],
    [LATE, 'Báo cáo không được chậm.'],
    [LATE, 'Các đơn vị gửi báo cáo, số liệu về Sở Công Thương trước ngày 15 hằng tháng.'],
    [CASH, 'Phát triển thương mại điện tử và thanh toán không dùng tiền mặt.'],
    [CASH, 'Thanh toán không sử dụng tiền mặt được phát triển.'],
    [CASH, 'Nâng cấp hạ tầng cảng hàng không Thọ Xuân.'],
    [MARKET, 'Mở rộng thị trường xuất khẩu, tránh phụ thuộc vào một thị trường.'],
    [MARKET, 'Mở rộng thị trường xuất khẩu và bù trừ điện tử.'],
    [NEW, 'Ưu tiên những việc không cần xây dựng mới.'],
    [NEW, 'Đào tạo cán bộ.'],
    [NEW, 'Không thể không đào tạo cán bộ.'],
    [NEW, 'Các xã, trừ xã đảo, báo cáo.'],
    ['Không được chậm báo cáo; đơn vị chậm báo cáo bị nhắc nhở.', 'Đơn vị chậm báo cáo bị nhắc nhở.'],
    ['Không ngừng nâng cao chất lượng dịch vụ y tế.', 'Nâng cao chất lượng dịch vụ y tế.'],
    ['Nhân dân có cuộc sống ấm no, hạnh phúc.', 'Cuộc sống ấm no hạnh phúc của nhân dân.'],
  ])('agree: “%s” may be “%s”', (passage, sentence) => {
    expect(fault(sentence, [passage])).toBeNull();
  });

  it.each([
    [LOGISTICS, "It doesn't attract investors to a logistics centre.", 'negation'],
    [LOGISTICS, 'It isn’t a class I regional logistics centre.', 'negation'],
    [LOGISTICS, "The logistics centre can't attract investors.", 'negation'],
    [LOGISTICS, 'No investors in a class I regional logistics centre.', 'negation'],
    ['Cảng hàng không và trung tâm logistics.', 'It is not a logistics centre.', 'negation'],
    ['Không kêu gọi nhà đầu tư.', 'It attracts investors to a logistics centre.', 'negation'],
    ['Không kêu gọi nhà đầu tư.', 'It does not attract investors to a logistics centre.', null],
    ['Không kêu gọi nhà đầu tư.', "It isn't to attract investors and won't have a centre.", 'negation'],
    ['Không kêu gọi nhà đầu tư, xây trung tâm logistics.', 'A regional logistics centre.', null],
    ['Thanh toán không dùng tiền mặt.', 'Attract cashless logistics investors.', null],
    ['Kêu gọi đầu tư theo Quyết định 73.', 'Attract logistics investors under no. 73.', null],
  ])('in English, of “%s”: “%s” (%s)', (passage, sentence, why) => {
    const facts = ['regional logistics centre, class I', 'attract investors to a logistics centre'];
    expect(faultOf(sentence, { passages: [passage], facts }, 'en', knowledge)).toBe(why);
  });
});
