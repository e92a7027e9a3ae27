import { DateTime } from 'luxon';
import { type Day, dayOf, writeDay, ZONE } from '../core/clock.ts';
import type { Nudge } from '../core/nudge.ts';
import type { Person } from '../core/person.ts';
import type { Duty } from '../core/programme.ts';
import type { Transaction } from '../core/store.ts';
import type { Calendar } from './calendar.ts';
import { type Ladder, type LadderStep, openLadders } from './ladder.ts';
import { type NudgeParts, type NudgeState, readNudgeState } from './state.ts';
import { type Facts, nudgeFor, owing, type WhyNot, whyNot } from './verdict.ts';

/** Nobody is nudged before 08:30 or from 17:00 on, minutes of the day in Vietnam. */
const OPENS = 8 * 60 + 30;
const CLOSES = 17 * 60;

export interface DueInput extends Facts {
  duties: Duty[];
  people: { person: Person }[];
  calendar: Calendar;
  now: Date;
}

/**
 * The nudges to send at this moment. Of each ladder only the step reached last counts, so a late start does not
 * burst: steps passed over are never made up for.
 */
export function dueNudges(input: DueInput): Nudge[] {
  const { duties, people, calendar, now } = input;
  if (!isNudgingTime(now, calendar)) return [];
  const today = dayOf(now);
  return openLadders(duties, today, today, calendar).flatMap((ladder) => {
    const reached = reachedStep(ladder, today);
    if (!reached) return [];
    return people
      .flatMap(({ person }) =>
        owing(person, ladder, input.focalAgency).map((agency) =>
          nudgeFor(person, agency, ladder, reached, today),
        ),
      )
      .filter((nudge) => whyNot(nudge, ladder, input) === null);
  });
}

/** A working day in Vietnam, within office hours. */
export function isNudgingTime(now: Date, calendar: Calendar): boolean {
  const { hour, minute } = DateTime.fromJSDate(now, { zone: ZONE });
  const minutes = hour * 60 + minute;
  return minutes >= OPENS && minutes < CLOSES && calendar.isWorkingDay(dayOf(now));
}

/** A line of the preview. */
export interface PlannedNudge {
  nudge: Nudge;
  /** Where it would go; null where the person cannot be reached. */
  channel: string | null;
  why: string;
  /** `day_passed`: its day is over, or a later step has taken its place. */
  whyNot: WhyNot | 'day_passed' | null;
}

/** Who would be nudged from one day to another, as things stand now, and why or why not. Writes nothing. */
export async function plannedNudges(
  tx: Transaction,
  parts: NudgeParts,
  now: Date,
  from: Day,
  to: Day,
): Promise<PlannedNudge[]> {
  const ladders = openLadders(parts.knowledge.duties, from, to, parts.calendar);
  if (ladders.length === 0) return [];
  const state = await readNudgeState(tx, parts, ladders);
  const today = dayOf(now);
  return ladders
    .flatMap((ladder) =>
      ladder.steps
        .filter(({ day }) => day >= from && day <= to)
        .flatMap((step) => planStep(ladder, step, state, today)),
    )
    .sort(
      (a, b) => compare(a.nudge.plannedFor, b.nudge.plannedFor) || compare(a.nudge.agency, b.nudge.agency),
    );
}

function planStep(ladder: Ladder, step: LadderStep, state: NudgeState, today: Day): PlannedNudge[] {
  const passed = today > ladder.lastDay || (step.day < today && reachedStep(ladder, today) !== step);
  const before =
    step.step === 0 ? 'the last working day' : `${step.step} working days before the last working day`;
  return state.people
    .flatMap(({ person, identities }) =>
      owing(person, ladder, state.focalAgency).map((agency) => ({
        nudge: nudgeFor(person, agency, ladder, step, today),
        identities,
      })),
    )
    .map(({ nudge, identities }) => {
      const channel = identities[0]?.channel ?? null;
      return {
        nudge,
        channel,
        why: `${ladder.duty.address}: ${before}, ${writeDay(ladder.lastWorkingDay)}${nudge.late ? ' (late)' : ''}`,
        whyNot:
          whyNot(nudge, ladder, state) ??
          (passed ? 'day_passed' : null) ??
          (channel === null ? 'no_channel' : null),
      };
    });
}

function reachedStep(ladder: Ladder, today: Day): LadderStep | undefined {
  return ladder.steps.findLast(({ day }) => day <= today);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
