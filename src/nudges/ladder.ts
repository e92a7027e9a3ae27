import { DateTime } from 'luxon';
import type { Day } from '../core/clock.ts';
import type { Duty } from '../core/programme.ts';
import type { Calendar } from './calendar.ts';

/** One rung: how many working days before the last working day, and the day that is. */
export interface LadderStep {
  step: number;
  day: Day;
}

/** The reminders of one duty in one year, first to last. */
export interface Ladder {
  duty: Duty;
  year: number;
  lastDay: Day;
  lastWorkingDay: Day;
  steps: LadderStep[];
}

/** "Before 15/12" is strict: the last day is 14/12, and the last working day may come earlier. */
export function dutyDates(
  duty: Duty,
  year: number,
  calendar: Calendar,
): { lastDay: Day; lastWorkingDay: Day } {
  const { month, day } = duty.before;
  const tooLate = DateTime.fromObject({ year, month, day: 1 }, { zone: 'utc' }).plus({ days: day - 1 });
  return {
    lastDay: tooLate.minus({ days: 1 }).toFormat('yyyy-MM-dd'),
    lastWorkingDay: calendar.previousWorkingDay(tooLate.toFormat('yyyy-MM-dd')),
  };
}

/** The duty whose last day comes next; the first where there is but one. */
export function nextDuty(duties: Duty[], today: Day, calendar: Calendar): Duty | undefined {
  const lastDay = (duty: Duty): Day =>
    [yearOf(today), yearOf(today) + 1]
      .map((year) => dutyDates(duty, year, calendar).lastDay)
      .find((day) => day >= today) ?? '';
  return duties.toSorted((a, b) => lastDay(a).localeCompare(lastDay(b)))[0];
}

/** The days of the ladder, first to last. */
export function ladderDays(duty: Duty, year: number, calendar: Calendar): LadderStep[] {
  const { lastWorkingDay } = dutyDates(duty, year, calendar);
  return [...new Set(duty.ladder)]
    .sort((a, b) => b - a)
    .map((step) => ({ step, day: calendar.addWorkingDays(lastWorkingDay, -step) }));
}

/** The ladders that stand on any day of `from` to `to`, also one that reaches over New Year. */
export function openLadders(duties: Duty[], from: Day, to: Day, calendar: Calendar): Ladder[] {
  const ladders: Ladder[] = [];
  for (let year = yearOf(from); year <= yearOf(to) + 1; year += 1) {
    for (const duty of duties) {
      const ladder = {
        duty,
        year,
        ...dutyDates(duty, year, calendar),
        steps: ladderDays(duty, year, calendar),
      };
      const first = ladder.steps[0];
      if (first && first.day <= to && ladder.lastDay >= from) ladders.push(ladder);
    }
  }
  return ladders;
}

function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}
