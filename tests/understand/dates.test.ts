import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { findDates } from '../../src/understand/dates.ts';

const TODAY = '2026-11-24';
const first = (text: string) => findDates(text, TODAY, 'future')[0]?.day;

describe('dates in a message of 24/11/2026 (a Tuesday)', () => {
  it.each([
    ['dự kiến xong 30/12', '2026-12-30'],
    ['trình 15/1', '2027-01-15'],
    ['trình ngày 15-1-2027', '2027-01-15'],
    ['ngày 5 tháng 3 năm 2027', '2027-03-05'],
    ['15.01.2027', '2027-01-15'],
    ['tháng 6/2027', '2027-06-30'],
    ['cuối tháng 12', '2026-12-31'],
    ['cuối tháng này', '2026-11-30'],
    ['quý 2/2027', '2027-06-30'],
    ['quý II năm 2027', '2027-06-30'],
    ['quy I', '2027-03-31'],
    ['hết năm nay', '2026-12-31'],
    ['giữa tháng sau', '2026-12-20'],
    ['thứ sáu tuần này', '2026-11-27'],
    ['thứ 2 tuần sau', '2026-11-30'],
    ['xong trước năm 2030', '2029-12-31'],
    ['trước quý 2/2027', '2027-03-31'],
    ['trước tháng 3/2027', '2027-02-28'],
    ['trước cuối tháng 3/2027', '2027-03-31'],
    ['trước 20/12', '2026-12-20'],
    ['ngày mai', '2026-11-25'],
    ['2 tuần nữa', '2026-12-08'],
    ['by 15 January 2027', '2027-01-15'],
    ['expected Dec 30', '2026-12-30'],
  ])('%s', (text, day) => {
    expect(first(text)).toBe(day);
  });

  it.each(['7/10 điểm', 'IV.2.a.3 xong 60%', 'số 210/KH-UBND', '31/02/2027', 'đạt 12/20 xã', 'quỹ 2'])(
    '%s names none',
    (text) => {
      expect(findDates(text, TODAY)).toEqual([]);
    },
  );

  it('reads back every day written d/m/y', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3_000 }), (days) => {
        const day = DateTime.fromISO('2024-01-01', { zone: 'utc' }).plus({ days });
        expect(first(`dự kiến xong ngày ${day.toFormat('d/M/yyyy')}`)).toBe(day.toISODate());
      }),
    );
  });
});
