import { describe, expect, it } from 'vitest';
import { lastDayOf } from '../../src/knowledge/period-end.ts';

describe('the last day of a period as documents write it', () => {
  it.each([
    ['trước ngày 30/3/2010', '2010-03-30'],
    ['ngày 5 tháng 6 năm 2026', '2026-06-05'],
    ['Quý II/2025', '2025-06-30'],
    ['trong quí 2 năm 2010', '2010-06-30'],
    ['quý IV năm 2018', '2018-12-31'],
    ['Tháng 10/2025', '2025-10-31'],
    ['02/2028', '2028-02-29'],
    ['6/2025', '2025-06-30'],
    ['trước năm 2030', '2029-12-31'],
    ['giai đoạn 2021 - 2025', '2025-12-31'],
    ['2025', '2025-12-31'],
    ['2025 và những năm tiếp theo', null],
    ['Thường xuyên', null],
    ['trước ngày 15/12', null],
  ])('%s', (written, day) => {
    expect(lastDayOf(written)).toBe(day);
  });
});
