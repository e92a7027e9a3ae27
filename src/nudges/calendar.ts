import { DateTime } from 'luxon';
import { type Day, ZONE } from '../core/clock.ts';
import type { CalendarDay } from '../core/programme.ts';

/** Which days the administration works. */
export interface Calendar {
  isWorkingDay(day: Day): boolean;
  /** The day `count` working days before `day`; `day` itself for 0 when it is one. */
  workingDaysBefore(day: Day, count: number): Day;
  /** `day` itself when it is a working day, else the nearest one before. */
  workingDayUpTo(day: Day): Day;
}

/** Weekends are off unless listed as work; listed days off are off. */
export function createCalendar(days: CalendarDay[]): Calendar {
  const listed = new Map(days.map(({ day, kind }) => [day, kind]));
  const isWorkingDay = (day: Day): boolean => {
    const kind = listed.get(day);
    if (kind) return kind === 'work';
    return DateTime.fromISO(day, { zone: ZONE }).weekday <= 5;
  };
  const workingDayUpTo = (day: Day): Day => {
    let candidate = day;
    while (!isWorkingDay(candidate)) candidate = addDays(candidate, -1);
    return candidate;
  };
  const workingDaysBefore = (day: Day, count: number): Day => {
    let candidate = workingDayUpTo(day);
    for (let left = count; left > 0; left -= 1) candidate = workingDayUpTo(addDays(candidate, -1));
    return candidate;
  };
  return { isWorkingDay, workingDayUpTo, workingDaysBefore };
}

/** The day `count` calendar days later (earlier when negative). */
export function addDays(day: Day, count: number): Day {
  return DateTime.fromISO(day, { zone: ZONE }).plus({ days: count }).toFormat('yyyy-MM-dd');
}
