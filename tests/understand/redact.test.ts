import { describe, expect, it } from 'vitest';
import { knownIn } from '../../src/answers/rephraser.ts';
import { redact, withoutPeople } from '../../src/understand/redact.ts';
import { knowledge } from '../support/talk.ts';

const isKnown = knownIn(knowledge.source);
const hide = (text: string, own: string[] = []): string => redact(text, isKnown, own);

describe('what leaves the house', () => {
  it.each([
    ['anh Nguyễn Văn Hùng hỏi hạn báo cáo', /Hùng|Nguyễn/],
    ['chị Lan bên em cần số liệu du lịch', /Lan/],
    ['nguyen van hung hoi logistics', /hung|nguyen/],
    ['bà lê thị bình phụ trách mảng y tế', /bình|lê thị/],
    ['Trần Quốc Toản có được hỏi không', /Toản|Trần/],
    ['ông Đỗ Minh Tuấn nói thế', /Tuấn|Minh/],
    ['sếp Khoa bảo em hỏi logistics', /Khoa/],
    ['anh Tuấn nhờ em tìm số liệu', /Tuấn/],
    ['gọi 0912 345 678 giúp em nhé', /0912|345/],
    ['liên hệ +84 912.345.678', /912/],
    ['căn cước 038099001234', /0380/],
    ['gọi 0912‑345‑678 giúp em', /0912|345|678/],
    ['gọi 0912–345–678 giúp em', /0912|345|678/],
    ['gọi 0912/345/678 giúp em', /0912|345|678/],
    ['số 84/912/345/678', /912|345|678/],
    ['sđt0912345678', /0912/],
    ['nguyen van hung hỏi x\u0303 logistics', /hung|nguyen/],
    ['chị Lan hỏi x\u0303', /Lan/],
    ['chị Hu\u0327ng hỏi', /ng hỏi/],
    ['gặp Trần\u00a0Quốc  Toản', /Toản|Trần/],
    ['gửi về hung.nguyen@thanhhoa.gov.vn', /@|hung/],
  ])('holds nobody: %s', (text, gone) => {
    expect(hide(text)).not.toMatch(gone);
  });

  it('hides the names of those who write, however typed', () => {
    expect(hide('Thơm hỏi: ai chủ trì logistics', ['Thơm'])).toBe('[tên] hỏi: ai chủ trì logistics');
    expect(hide('pham thom hoi logistics', ['Phạm Thơm'])).toBe('[tên] hoi logistics');
    expect(hide('THƠM hỏi x\u0303, thôm đây', ['Thơm'])).toBe('[tên] hỏi x, [tên] đây');
    expect(hide('an hỏi, An đây', ['An'])).toBe('[tên] hỏi, [tên] đây');
    expect(hide('T.Hùng (K+) hỏi', ['T.Hùng (K+)'])).toBe('T.Hùng (K+) hỏi'.replace('T.Hùng (K+)', '[tên]'));
  });

  it('leaves a short name of theirs inside other words', () => {
    expect(hide('ban quản lý dự án hạ tầng', ['An'])).toBe('ban quản lý dự án hạ tầng');
    expect(hide('lan can, quan ly', ['An'])).toBe('lan can, quan ly');
  });

  it.each([
    'x\u0303',
    '\u0303\u0323x',
    'İstanbul ẞ ŒUVRE',
    'Ngu\u0300ye\u0328\u0303n',
    'क़ख़',
    // Its fold is shorter than itself.
    'か\u034f\u3099',
    '😀\u20e3',
    '\ud800',
  ])('hides names beside any letter: %j', (strange) => {
    expect(hide(`${strange} nguyen van hung, Thom`, ['Thơm'])).toContain('[tên], [tên]');
  });

  it.each([
    'Sở Giao thông vận tải chủ trì việc gì',
    'Quyết định 73/QĐ-TTg ngày 10/02/2023 giai đoạn 2021 - 2030',
    'xây dựng trung tâm logistics tại Nghi Sơn quy mô 20 ha',
    'tăng trưởng 8,9%/năm, vận tải 2025',
    'từ 01/07/2025 - 31/12/2026 và 05/2021-12/2025',
    'từ 01.07.2027 – 2030',
    'anh cho em hỏi hạn báo cáo',
    'Hà Trung có trung tâm logistics không',
  ])('leaves what the programme speaks of: %s', (text) => {
    expect(hide(text)).toBe(text);
  });
});

describe('a question without who is addressed', () => {
  it.each([
    ['anh Nguyễn Văn Hùng ơi ai chủ trì du lịch', 'anh ơi ai chủ trì du lịch'],
    ['chị Lan Sở Y tế cho em hỏi', 'chị Sở Y tế cho em hỏi'],
    ['ai chủ trì du lịch, gửi về hung@thanhhoa.gov.vn', 'ai chủ trì du lịch'],
    ['ai chủ trì du lịch, gọi lại số 0912–345–678', 'ai chủ trì du lịch, gọi lại'],
    ['ai chủ trì du lịch, gửi về số: 123456789', 'ai chủ trì du lịch'],
    ['anh Văn phòng UBND tỉnh làm gì', 'anh Văn phòng UBND tỉnh làm gì'],
  ])('%s', (text, rest) => {
    expect(withoutPeople(text).replace(/\s+/g, ' ')).toBe(rest);
  });
});
