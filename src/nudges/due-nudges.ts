import { DateTime } from 'luxon';
import { type Day, dayOf, ZONE } from '../core/clock.ts';
import type { DutyReport, Nudge } from '../core/nudge.ts';
import type { Person } from '../core/person.ts';
import type { Duty, Knowledge } from '../core/programme.ts';
import type { Calendar } from './calendar.ts';
import { dutyDates, ladderDays } from './ladder.ts';

/** All that decides who is nudged. */
export interface Situation {
  duties: Duty[];
  people: Person[];
  /** The focal agency and those that hold its duties today. */
  focalAgencies: Set<string>;
  reports: DutyReport[];
  /** Saved updates of the year: an update since the ladder opened counts as an answer to it. */
  updates: { agency: string; day: Day }[];
  muted: { person: string; duty: string }[];
  recordedKeys: Set<string>;
  calendar: Calendar;
}

/** Why a person is not nudged at a step of the ladder. */
export type WhyNot = 'reported' | 'updated' | 'muted' | 'already_sent' | null;

export interface PlannedNudge {
  nudge: Nudge;
  whyNot: WhyNot;
}

const OPENS = { hour: 8, minute: 30 };
const CLOSES = { hour: 17, minute: 0 };

/** Nudges go out on working days from 08:30 to 17:00 in Vietnam. */
export function isNudgingTime(now: Date, calendar: Calendar): boolean {
  const local = DateTime.fromJSDate(now, { zone: ZONE });
  return calendar.isWorkingDay(dayOf(now)) && local >= local.set({ ...OPENS, second: 0, millisecond: 0 }) && local < local.set({ ...CLOSES, second: 0, millisecond: 0 });
}

/** Every step of every ladder for every person it concerns in a year, with why it would not go out. */
export function planYear(year: number, situation: Situation): PlannedNudge[] {
  return situation.duties.flatMap((duty) => {
    const { lastDay, lastWorkingDay } = dutyDates(duty, year, situation.calendar);
    const days = ladderDays(duty, year, situation.calendar);
    const opened = days[0]?.day ?? lastDay;
    return situation.people
      .filter((person) => duty.who === 'every_agency' || situation.focalAgencies.has(person.agency))
      .flatMap((person) =>
        days.map(({ step, day }) => {
          const nudge: Nudge = {
            key: `${duty.id}:${year}:${step}:${person.id}`,
            person: person.id,
            agency: person.agency,
            duty: duty.id,
            year,
            step,
            plannedFor: day,
            late: false,
            lastDay,
            lastWorkingDay,
          };
          return { nudge, whyNot: whyNot(nudge, opened, duty, situation) };
        }),
      );
  });
}

function whyNot(nudge: Nudge, opened: Day, duty: Duty, situation: Situation): WhyNot {
  const { agency, person, year } = nudge;
  if (situation.recordedKeys.has(nudge.key)) return 'already_sent';
  if (situation.reports.some((report) => report.duty === duty.id && report.year === year && report.agency === agency)) {
    return 'reported';
  }
  const updated = situation.updates.some((update) => update.agency === agency && update.day >= opened);
  if (duty.who === 'every_agency' && updated) return 'updated';
  // The legal duty can be muted only up to its last step.
  const muted = situation.muted.some((mute) => mute.person === person && mute.duty === duty.id);
  return muted && nudge.step > 0 ? 'muted' : null;
}

/**
 * The nudges due at this moment. Of a ladder only the latest step reached: after downtime one late nudge goes out, not
 * a burst. Nothing on days off, in quiet hours or after the last day. Pure: twice is the same as once.
 */
export function dueNudges(now: Date, situation: Situation): Nudge[] {
  if (!isNudgingTime(now, situation.calendar)) return [];
  const today = dayOf(now);
  const reached = planYear(Number(today.slice(0, 4)), situation).filter(
    ({ nudge }) => nudge.plannedFor <= today && today <= nudge.lastDay,
  );
  const latest = new Map<string, PlannedNudge>();
  for (const planned of reached) latest.set(`${planned.nudge.duty}:${planned.nudge.person}`, planned);
  return [...latest.values()]
    .filter((planned) => planned.whyNot === null)
    .map(({ nudge }) => ({ ...nudge, late: nudge.plannedFor < today }));
}

/** The focal agency and every agency that holds its duties today. */
export function focalAgencies(knowledge: Knowledge): Set<string> {
  const focal = knowledge.agencies.find((agency) => agency.id === knowledge.focalAgency);
  const heirs = focal?.successors.flatMap(({ agency, only }) => (agency && !only ? [agency] : [])) ?? [];
  return new Set([knowledge.focalAgency, ...heirs]);
}
