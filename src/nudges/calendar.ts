import { DateTime } from 'luxon';
import type { Day } from '../core/clock.ts';
import type { CalendarDay } from '../core/programme.ts';

/** Which days Vietnamese state offices work. */
export interface Calendar {
  isWorkingDay(day: Day): boolean;
  /** The last working day strictly before `day`. */
  previousWorkingDay(day: Day): Day;
  /** The nth working day after `day`, or before it where `count` is negative; `day` itself where it is 0. */
  addWorkingDays(day: Day, count: number): Day;
  /** How many working days come after `from`, up to and with `to`. */
  workingDaysBetween(from: Day, to: Day): number;
}

/** Monday to Friday, less the days off, plus the Saturdays worked in exchange for one. */
export function createCalendar(days: CalendarDay[]): Calendar {
  const kinds = new Map(days.map(({ day, kind }) => [day, kind]));

  function isWorkingDay(day: Day): boolean {
    const kind = kinds.get(day);
    if (kind) return kind === 'work';
    return DateTime.fromISO(day, { zone: 'utc' }).weekday <= 5;
  }

  function addWorkingDays(day: Day, count: number): Day {
    let at = day;
    for (let left = Math.abs(count); left > 0; ) {
      at = addDays(at, Math.sign(count));
      if (isWorkingDay(at)) left -= 1;
    }
    return at;
  }

  function workingDaysBetween(from: Day, to: Day): number {
    let count = 0;
    for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(day)) count += 1;
    return count;
  }

  return {
    isWorkingDay,
    previousWorkingDay: (day) => addWorkingDays(day, -1),
    addWorkingDays,
    workingDaysBetween,
  };
}

function addDays(day: Day, count: number): Day {
  return DateTime.fromISO(day, { zone: 'utc' }).plus({ days: count }).toFormat('yyyy-MM-dd');
}
