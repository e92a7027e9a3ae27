import { describe, expect, it } from 'vitest';
import { redact, withoutPeople } from '../../src/understand/redact.ts';
import { knowledge } from '../support/talk.ts';

const words = new Set(knowledge.source.toLowerCase().match(/\p{L}+/gu) ?? []);
const isKnown = (phrase: string): boolean =>
  phrase.includes(' ') ? knowledge.source.includes(phrase) : words.has(phrase.toLowerCase());
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
    ['gửi về hung.nguyen@thanhhoa.gov.vn', /@|hung/],
  ])('holds nobody: %s', (text, gone) => {
    expect(hide(text)).not.toMatch(gone);
  });

  it('hides the names of those who write, however typed', () => {
    expect(hide('Thơm hỏi: ai chủ trì logistics', ['Thơm'])).toBe('[tên] hỏi: ai chủ trì logistics');
    expect(hide('pham thom hoi logistics', ['Phạm Thơm'])).toBe('[tên] hoi logistics');
  });

  it.each([
    'Sở Giao thông vận tải chủ trì việc gì',
    'Quyết định 73/QĐ-TTg ngày 10/02/2023 giai đoạn 2021 - 2030',
    'xây dựng trung tâm logistics tại Nghi Sơn quy mô 20 ha',
    'tăng trưởng 8,9%/năm, vận tải 2025',
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
    ['anh Văn phòng UBND tỉnh làm gì', 'anh Văn phòng UBND tỉnh làm gì'],
  ])('%s', (text, rest) => {
    expect(withoutPeople(text).replace(/\s+/g, ' ')).toBe(rest);
  });
});
