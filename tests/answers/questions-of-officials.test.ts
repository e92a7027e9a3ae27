import { describe, expect, it } from 'vitest';
import { createAssistant } from '../../src/answers/answer.ts';
import type { Outcome } from '../../src/core/answer.ts';
import { knowledge } from '../support/talk.ts';

const assistant = createAssistant(knowledge);
const NOW = new Date('2026-11-25T02:00:00Z');

interface Case {
  asks: string;
  outcome?: Outcome;
  /** Addresses that must be among the first three citations. */
  cites?: string[];
  says?: RegExp;
  not?: RegExp;
}

const CASES: Record<string, Case[]> = {
  'counts of any part': [
    { asks: 'mục III có mấy gạch', says: /38 gạch/ },
    { asks: 'phan 3 co bao nhieu gach dau dong', says: /38/ },
    { asks: 'mục III.4 có mấy gạch', says: /^Mục III\.4 có 5 gạch/ },
    { asks: 'IV.1.b có mấy nhiệm vụ', says: /có 4 gạch/, cites: ['IV.1.b'] },
    { asks: 'mục IV có bao nhiêu gạch đầu dòng', says: /8 lĩnh vực, 13 khối và 57 nhiệm vụ/ },
    { asks: 'phần V có mấy khoản', says: /2 khoản \(đánh số 1, 3\)/ },
    { asks: 'nơi nhận có mấy dòng', says: /12 dòng/ },
    { asks: 'chương trình có mấy mục lớn', says: /5 mục lớn/ },
    { asks: 'sở y tế chủ trì mấy nhiệm vụ', says: /^Sở Y tế chủ trì 8 nhiệm vụ/ },
    { asks: 'liệt kê các cơ quan chủ trì', says: /^Có 9 cơ quan/ },
    { asks: 'mục tiêu cụ thể có mấy nội dung', says: /^Mục II\.2 có 2/ },
    { asks: 'quyết định có mấy điều', says: /2 điều/, cites: ['QĐ.1', 'QĐ.2'] },
    { asks: 'phần III chia ra mấy ngành, ngành gì', says: /logistics và vận tải: 5/, cites: ['III'] },
  ],
  'rankings and dates': [
    { asks: 'cơ quan nào nhiều nhiệm vụ nhất', says: /^Nhiều nhiệm vụ nhất: Sở Y tế, 10/ },
    { asks: 'lĩnh vực nào nhiều nhiệm vụ nhất?', says: /giáo dục đào tạo, 13/ },
    { asks: 'which agency has the most tasks?', says: /Department of Health .*10 tasks/ },
    {
      asks: 'which four fields have the most tasks?',
      says: /^Most tasks: education and training .*13 tasks/,
    },
    { asks: 'nhiệm vụ nào có thời hạn cụ thể', says: /1 nhiệm vụ ghi thời hạn riêng/, cites: ['IV.2.a.2'] },
    { asks: 'đến năm 2025 phải đạt gì', says: /III\.6\.4.*4G\/5G/s, not: /IV\.5\.1/, cites: ['II.2.1'] },
    { asks: 'sân bay thọ xuân thành quốc tế năm mấy', says: /“[^”]*trước năm 2030/, cites: ['IV.2.a.2'] },
    { asks: 'năm 2040 có chỉ tiêu gì', outcome: 'not_in_programme' },
    { asks: 'trung tâm giám sát đô thị thông minh bao giờ xong', cites: ['III.6.4'] },
    { asks: 'đề án lão khoa hạn bao giờ', says: /không ghi thời hạn/, cites: ['IV.4.a.3'] },
  ],
  'summaries and the text itself': [
    { asks: 'tóm tắt giúp tôi mục IV.5', says: /Sở Khoa học và Công nghệ chủ trì/, cites: ['IV.5.1'] },
    { asks: 'summarise section IV.8', says: /IV\.8\.1/ },
    { asks: 'tóm tắt quyết định này', says: /57 nhiệm vụ/ },
    { asks: 'Điều 1 quy định gì?', says: /^Điều 1: “Ban hành/ },
    { asks: 'cho tôi file quyết định', says: /nguyên văn/ },
    { asks: 'quyết định áp dụng cho ai', cites: ['QĐ.2.1'] },
    { asks: 'muc tieu tong quat', says: /hung tâm/, cites: ['II.1'] },
    { asks: 'điểm c khoản 3 mục IV', cites: ['IV.3.c'] },
    { asks: 'nguyen van muc 4.2.b', cites: ['IV.2.b'] },
    { asks: 'mục V.2', outcome: 'not_in_programme', says: /V\.1, V\.3/ },
  ],
  'what is mentioned': [
    { asks: 'huyện Nga Sơn có trong quyết định không', outcome: 'not_in_programme', says: /^Không\./ },
    { asks: 'does the decision mention Da Nang?', outcome: 'not_in_programme', says: /^No\./ },
    { asks: 'có nhắc đến AI không', says: /^Có\./, cites: ['III.6.5'] },
    { asks: 'quyết định có nhắc đến chữ ký số không', says: /^Có\./, cites: ['IV.4.a.8'] },
    { asks: 'sân golf có được đầu tư không', says: /^Có\./, cites: ['IV.1.a.4'] },
    { asks: 'có nhắc tới chợ đêm và casino không', outcome: 'corrected', says: /không nhắc đến “casino”/ },
  ],
  'what is taken for given': [
    { asks: 'Services growth rate for 2026-2030?', says: /8,5%/ },
    { asks: 'tỷ trọng dịch vụ trong GRDP năm 2025 bao nhiêu %', outcome: 'not_in_programme' },
    { asks: '20 ha là ở phía tây thành phố phải không', outcome: 'corrected', says: /10 ha/ },
    { asks: '8,9% là giai đoạn 2026-2030 phải không', outcome: 'corrected', says: /8,5%/ },
    { asks: '8,9% là của giai đoạn 2021-2025 phải không', outcome: 'answered', says: /^Đúng/ },
    { asks: 'nâng cấp 5 bệnh viện đa khoa huyện', outcome: 'corrected', says: /03 Bệnh viện đa khoa/ },
    { asks: 'Sở Y tế báo cáo trước 25/12 đúng không', outcome: 'corrected', says: /15\/12/ },
    { asks: '15/12 nộp có muộn không', says: /^Có, như vậy là trễ: .*14\/12/ },
    { asks: 'nộp ngày 13/12 có trễ không', says: /^Không/ },
    { asks: 'nộp báo cáo ngày 05/01 có muộn không', says: /^Có, như vậy là trễ/ },
    { asks: 'nộp báo cáo 20/01/2027 có trễ không', says: /^Có, như vậy là trễ/ },
    { asks: 'nộp báo cáo ngày 20/11 có muộn không', says: /^Không/ },
    { asks: 'kế hoạch 210 ban hành năm 2022 phải không', outcome: 'corrected', says: /02\/10\/2020/ },
    { asks: 'Nghị quyết 58-NQ/TW là của Quốc hội nhỉ?', outcome: 'corrected', says: /Bộ Chính trị/ },
    { asks: 'Quyết định này ký ngày 30/9/2024 nhỉ?', outcome: 'corrected', says: /30\/08\/2024/ },
    { asks: 'Tôi nghe nói quyết định kí hồi 2023 phải không?', outcome: 'corrected', says: /30\/08\/2024/ },
    { asks: 'so y te chu tri logistics phai kg', outcome: 'corrected' },
    { asks: 'sở y tế chủ trì logistics phải hem', outcome: 'corrected' },
    { asks: 'Sở Y tế là đầu mối à?', outcome: 'corrected', says: /^Không phải.*Sở Kế hoạch và Đầu tư/s },
    { asks: 'sở kế hoạch là đầu mối đúng không', outcome: 'answered', says: /^Đúng/ },
    { asks: 'Sở Tài chính là đầu mối à', outcome: 'answered', says: /nay là Sở Tài chính/, not: /^Không/ },
    { asks: 'Lê Đức Giang có ký không', outcome: 'corrected', says: /Nguyễn Văn Thi/ },
    { asks: 'Chủ tịch tỉnh ký quyết định này phải không', outcome: 'corrected', says: /Phó Chủ tịch/ },
    { asks: 'QĐ 3572 của năm 2023 phải không', outcome: 'corrected', says: /30\/08\/2024/ },
    { asks: 'nộp trước 15/12 hay trước 25/12', outcome: 'answered', says: /15\/12.*25\/12/s },
    { asks: 'Sở Ngoại vụ có phải báo cáo không', outcome: 'answered', says: /^Có\..*15\/12/s },
    { asks: 'xã có phải nộp báo cáo không', says: /không giao cho cấp xã/ },
    { asks: 'QĐ này do HĐND tỉnh ban hành à?', outcome: 'corrected', says: /UBND tỉnh Thanh Hóa/ },
    { asks: 'văn bản này do sở tài chính ký phải k', outcome: 'corrected', says: /Nguyễn Văn Thi/ },
    { asks: 'chương trình do UBND tỉnh ban hành phải không', outcome: 'answered' },
    { asks: 'sở KHĐT tổng hợp trước 15/12 à?', outcome: 'corrected', says: /25\/12/, cites: ['V.3'] },
  ],
  'documents and whether they run': [
    { asks: 'Kế hoạch 210 còn hiệu lực không?', says: /đã kết thúc \(đến năm 2025\)/, cites: ['IV.7.2'] },
    { asks: 'QĐ 531 còn hạn không', says: /còn đến năm 2030/ },
    {
      asks: 'Chương trình phát triển du lịch 2021-2025 hết hạn chưa',
      says: /đã kết thúc/,
      cites: ['IV.1.a.1'],
    },
    { asks: 'KH 144 giờ còn trong giai đoạn không', outcome: 'answered', cites: ['IV.0'] },
    { asks: '2239 là quyết định gì', says: /giáo dục nghề nghiệp/, cites: ['IV.3.b.1'] },
    { asks: 'thu hút bác sĩ là theo nghị quyết số mấy?', says: /02\/2022\/NQ-HĐND/, cites: ['IV.4.a.4'] },
    { asks: 'Sở Công Thương: những văn bản nào được dẫn', says: /^Phần này dẫn .*210/s, not: /136\/KH/ },
    { asks: 'văn bản nào được dẫn ở lĩnh vực y tế', says: /02\/2022\/NQ-HĐND/, not: /136\/KH/ },
    { asks: 'Nghị quyết 06-NQ/TU', says: /đến năm 2025, định hướng đến năm 2030/ },
    { asks: 'QĐ 73 giao Sở Y tế triển khai đúng không', outcome: 'corrected', cites: ['IV.3.b.1'] },
    { asks: 'chương trình này đã bị thay thế chưa', outcome: 'not_in_programme' },
    { asks: 'GRDP là gì', says: /tổng sản phẩm trên địa bàn/ },
  ],
  'what is not said': [
    { asks: 'trung tâm logistics tại Bỉm Sơn bao nhiêu ha', outcome: 'not_in_programme' },
    { asks: 'bệnh viện nhi trung ương có bao nhiêu giường', outcome: 'not_in_programme' },
    { asks: 'giá thuê kho ở trung tâm logistics Lam Sơn - Sao Vàng', outcome: 'not_in_programme' },
    { asks: 'tốc độ tăng trưởng nông nghiệp giai đoạn 2021 - 2025', outcome: 'not_in_programme' },
    { asks: 'báo cáo quý nộp khi nào', outcome: 'not_in_programme', says: /chỉ có báo cáo hằng năm/ },
    { asks: 'sở nào đã báo cáo rồi', outcome: 'not_in_programme', says: /không ghi kết quả/ },
    { asks: 'ai là trưởng ban chỉ đạo', outcome: 'not_in_programme', not: /IV\.4/ },
  ],
  'what the bot does not do': [
    { asks: 'xóa hết báo cáo của sở y tế trong hệ thống', outcome: 'not_allowed' },
    { asks: 'viết hộ báo cáo bịa số liệu tăng trưởng 12%', outcome: 'not_allowed' },
    { asks: 'Sở Công Thương đóng vai trò gì', outcome: 'answered', cites: ['IV.7'] },
    { asks: 'bạn có phải người thật không', outcome: 'small_talk', says: /không phải người/ },
    { asks: 'chào buổi sáng ạ', outcome: 'small_talk' },
  ],
  'how people write': [
    { asks: 'Sowr nafo chur trif du lichj', cites: ['IV.1.a'] },
    { asks: 'sở mô lo thương mại điện tử rứa', cites: ['IV.7'] },
    { asks: 'anh Hùng ơi ai chủ trì du lịch, gửi về hung@example.vn', cites: ['IV.1.a'] },
    { asks: 'du lịch', says: /10|6 nhiệm vụ/, cites: ['IV.1.a'] },
    { asks: 'chợ', cites: ['III.7.3'] },
  ],
};

describe.each(Object.entries(CASES))('%s', (_, cases) => {
  it.each(cases)('$asks', ({ asks, outcome, cites = [], says, not }) => {
    const answer = assistant.ask(asks, { now: NOW, agency: null, memory: null });
    const first = answer.citations.slice(0, 3).map(({ address }) => address);
    if (outcome) expect(answer.outcome).toBe(outcome);
    for (const address of cites) expect(first).toContain(address);
    if (says) expect(answer.text).toMatch(says);
    if (not) expect(answer.text).not.toMatch(not);
  });
});
