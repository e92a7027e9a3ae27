import { describe, expect, it } from 'vitest';
import { isImmediate, readDue, readLeader, readSteps } from '../../../src/progress/plan-file/cells.ts';

const TODAY = '2026-11-25';

describe('the last day a cell names', () => {
  it.each([
    ['30/6/2027', '2027-06-30'],
    ['30.06.2027', '2027-06-30'],
    ['trước 30/6/2027', '2027-06-30'],
    ['truoc ngay 30/6/2027', '2027-06-30'],
    ['Quý II/2027', '2027-06-30'],
    ['Quý II năm 2027', '2027-06-30'],
    ['quy 2/2027', '2027-06-30'],
    ['Quý III, IV/2027', '2027-12-31'],
    ['Quý I - Quý III/2027', '2027-09-30'],
    ['Từ quý I đến quý III/2027', '2027-09-30'],
    ['Tháng 6/2027', '2027-06-30'],
    ['06/2027', '2027-06-30'],
    ['tháng 1-6/2027', '2027-06-30'],
    ['tháng 02 năm 2028', '2028-02-29'],
    ['6 tháng đầu năm 2027', '2027-06-30'],
    ['6 tháng cuối năm 2027', '2027-12-31'],
    ['năm 2027', '2027-12-31'],
    ['2027', '2027-12-31'],
    ['Hoàn thành 2027', '2027-12-31'],
    ['2026 - 2030', '2030-12-31'],
    ['Giai đoạn 2026–2030', '2030-12-31'],
    ['Trước năm 2030', '2029-12-31'],
    ['từ 01/01/2026 đến 30/6/2027', '2027-06-30'],
    ['Trình 30/6/2027; ban hành 30/9/2027', '2027-09-30'],
    ['Thường xuyên, đến hết năm 2027', '2027-12-31'],
    ['Q3 2027', '2027-09-30'],
    ['30 June 2027', '2027-06-30'],
    ['Before 30/06/2027', '2027-06-30'],
  ])('%s', (cell, day) => {
    expect(readDue(cell, TODAY, null).day).toBe(day);
  });

  it.each([
    'Thường xuyên',
    'Hằng năm',
    'hàng năm',
    'Định kỳ hằng quý',
    'Trước 15/12 hằng năm',
    'Từ năm 2026',
    'Theo tiến độ dự án',
    'Tháng sau',
    'Sau khi được phê duyệt',
    '31/11/2027',
    'Theo Quyết định 2027/QĐ-UBND',
    '',
  ])('%s: none', (cell) => {
    expect(readDue(cell, TODAY, null).day).toBeNull();
  });

  it('lies in the year of the plan, or else ahead', () => {
    expect(readDue('Tháng 12', TODAY, null).day).toBe('2026-12-31');
    expect(readDue('Tháng 12', TODAY, 2027).day).toBe('2027-12-31');
    expect(readDue('30/6', TODAY, 2028).day).toBe('2028-06-30');
    expect(readDue('30/6', TODAY, null).day).toBe('2027-06-30');
  });
});

describe('the steps of a cell', () => {
  it('are its lines; a line that goes on is one with the line before', () => {
    expect(
      readSteps('- Khảo sát tại các xã,\nphường\n- Trình đề án', TODAY, null).map(({ text }) => text),
    ).toEqual(['Khảo sát tại các xã, phường', 'Trình đề án']);
    expect(readSteps('1. Khảo sát\n2. Trình', TODAY, null).map(({ text }) => text)).toEqual([
      'Khảo sát',
      'Trình',
    ]);
  });

  it.each([
    ['Khảo sát (30/6/2027)', 'Khảo sát', '2027-06-30'],
    ['Khảo sát, xong trước 30/6/2027.', 'Khảo sát', '2027-06-30'],
    ['Khảo sát: quý II/2027', 'Khảo sát', '2027-06-30'],
    ['Tổng kết công tác năm 2026', 'Tổng kết công tác năm 2026', null],
    ['Phát triển du lịch đến năm 2030', 'Phát triển du lịch đến năm 2030', null],
    ['Sửa đổi Nghị quyết ngày 10/12/2025', 'Sửa đổi Nghị quyết ngày 10/12/2025', null],
  ])('%s', (cell, text, finishDate) => {
    expect(readSteps(cell, TODAY, null)).toEqual([{ text, finishDate }]);
  });
});

describe('who leads, and what needs no plan', () => {
  it('is named on one line', () => {
    expect(readLeader('- Ông Nguyễn Văn A;\n- Bà Trần Thị B')).toBe('Ông Nguyễn Văn A, Bà Trần Thị B');
    for (const nobody of ['', '-', 'x', '…', '1']) expect(readLeader(nobody)).toBeNull();
  });

  it('is carried out at once, not once something else is done', () => {
    expect(isImmediate('Triển khai ngay, không cần chương trình riêng')).toBe(true);
    expect(isImmediate('khong can xay dung ke hoach rieng')).toBe(true);
    expect(isImmediate('Triển khai ngay sau khi được phê duyệt')).toBe(false);
    expect(isImmediate('Thường xuyên')).toBe(false);
  });
});
