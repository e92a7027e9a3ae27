import { DateTime } from 'luxon';

/** The time as the program sees it; tests and simulation set it. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still at the given moment. */
export function fixedClock(at: Date): Clock {
  return { now: () => at };
}

/** The zone all dates are read and written in, whatever the server's own. */
export const ZONE = 'Asia/Ho_Chi_Minh';

/** A calendar day in Vietnam, `YYYY-MM-DD`. */
export type Day = string;

/** The day it is in Vietnam at this moment. */
export function dayOf(moment: Date): Day {
  return DateTime.fromJSDate(moment, { zone: ZONE }).toFormat('yyyy-MM-dd');
}

/** `2026-12-14` → `14/12/2026`. */
export function writeDay(day: Day): string {
  const [year, month, date] = day.split('-');
  return `${date}/${month}/${year}`;
}
