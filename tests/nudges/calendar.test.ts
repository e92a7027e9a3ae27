import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCalendar } from '../../src/nudges/calendar.ts';
import { dutyDates, ladderDays, openLadders } from '../../src/nudges/ladder.ts';
import { CONSOLIDATION, off, REPORT, work } from './support.ts';

const plain = createCalendar([]);
const anyDay = fc
  .date({ min: new Date('2024-01-01T00:00:00Z'), max: new Date('2035-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('the working-day calendar', () => {
  it('knows weekends, days off and Saturdays worked in exchange', () => {
    const calendar = createCalendar([off('2026-11-24'), work('2026-08-22')]);
    expect(calendar.isWorkingDay('2026-11-23')).toBe(true);
    expect(calendar.isWorkingDay('2026-11-24')).toBe(false);
    expect(calendar.isWorkingDay('2026-11-28')).toBe(false);
    expect(calendar.isWorkingDay('2026-08-22')).toBe(true);
    expect(calendar.previousWorkingDay('2026-11-25')).toBe('2026-11-23');
    expect(calendar.addWorkingDays('2026-11-20', 2)).toBe('2026-11-25');
    expect(calendar.workingDaysBetween('2026-11-23', '2026-11-30')).toBe(4);
  });

  it('lands on a working day, that many away, and comes back', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: 1, max: 60 }),
        fc.array(anyDay.map(off), { maxLength: 40 }),
        (day, n, days) => {
          const calendar = createCalendar(days);
          const later = calendar.addWorkingDays(day, n);
          expect(calendar.isWorkingDay(later)).toBe(true);
          expect(calendar.workingDaysBetween(day, later)).toBe(n);
          if (calendar.isWorkingDay(day)) expect(calendar.addWorkingDays(later, -n)).toBe(day);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('the dates of a duty', () => {
  it.each([
    [2024, '12-13', '12-24'],
    [2025, '12-12', '12-24'],
    [2026, '12-14', '12-24'],
    [2027, '12-14', '12-24'],
    [2028, '12-14', '12-22'],
    [2029, '12-14', '12-24'],
    [2030, '12-13', '12-24'],
    [2031, '12-12', '12-24'],
    [2032, '12-14', '12-24'],
    [2033, '12-14', '12-23'],
    [2034, '12-14', '12-22'],
    [2035, '12-14', '12-24'],
  ])('%i: last working days %s and %s', (year, report, consolidation) => {
    expect(dutyDates(REPORT, year, plain)).toEqual({
      lastDay: `${year}-12-14`,
      lastWorkingDay: `${year}-${report}`,
    });
    expect(dutyDates(CONSOLIDATION, year, plain)).toEqual({
      lastDay: `${year}-12-24`,
      lastWorkingDay: `${year}-${consolidation}`,
    });
  });

  it('steps over days off, first to last', () => {
    const calendar = createCalendar([off('2026-11-24')]);
    expect(ladderDays({ ...REPORT, ladder: [0, 1, 15, 5, 5] }, 2026, calendar)).toEqual([
      { step: 15, day: '2026-11-20' },
      { step: 5, day: '2026-12-07' },
      { step: 1, day: '2026-12-11' },
      { step: 0, day: '2026-12-14' },
    ]);
  });

  it('finds a ladder that reaches over New Year', () => {
    const january = { ...REPORT, before: { month: 1, day: 10 } };
    const [ladder, ...more] = openLadders([january], '2026-12-31', '2026-12-31', plain);
    expect(ladder).toMatchObject({ year: 2027, lastDay: '2027-01-09', lastWorkingDay: '2027-01-08' });
    expect(more).toEqual([]);
    expect(openLadders([REPORT], '2026-12-15', '2026-12-31', plain)).toEqual([]);
  });
});
