import type { Day } from '../core/clock.ts';
import type { Duty } from '../core/programme.ts';
import { addDays, type Calendar } from './calendar.ts';

/** "Trước ngày 15/12" is strict: the last day is 14/12, and the last working day may be earlier. */
export function dutyDates(duty: Duty, year: number, calendar: Calendar): { lastDay: Day; lastWorkingDay: Day } {
  const { month, day } = duty.before;
  const tooLate = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const lastDay = addDays(tooLate, -1);
  return { lastDay, lastWorkingDay: calendar.workingDayUpTo(lastDay) };
}

/** The days a duty is nudged on, earliest first. `step` is in working days before the last working day. */
export function ladderDays(duty: Duty, year: number, calendar: Calendar): { step: number; day: Day }[] {
  const { lastWorkingDay } = dutyDates(duty, year, calendar);
  return duty.ladder
    .toSorted((a, b) => b - a)
    .map((step) => ({ step, day: calendar.workingDaysBefore(lastWorkingDay, step) }));
}
