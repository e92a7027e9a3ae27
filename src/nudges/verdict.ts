import type { Nudge } from '../core/nudge.ts';
import type { Person } from '../core/person.ts';
import type { Ladder, LadderStep } from './ladder.ts';
import type { NudgeState } from './state.ts';

export type WhyNot = 'reported' | 'updated' | 'muted' | 'already_sent' | 'no_channel';

/** The facts a nudge can be refused on. */
export type Facts = Pick<NudgeState, 'focalAgency' | 'reports' | 'updates' | 'muted' | 'recordedKeys'>;

export function nudgeFor(
  person: Person,
  agency: string,
  ladder: Ladder,
  { step, day }: LadderStep,
  today: string,
): Nudge {
  const { duty, year, lastDay, lastWorkingDay } = ladder;
  // The main agency is not in the key: it may change.
  const other = agency === person.agency ? '' : `:${agency}`;
  return {
    key: `${duty.id}:${year}:${step}:${person.id}${other}`,
    person: person.id,
    agency,
    duty: duty.id,
    year,
    step,
    plannedFor: day,
    late: day < today,
    lastDay,
    lastWorkingDay,
  };
}

/** Those of a person's agencies that owe the duty; the focal agency owes its own once. */
export function owing({ agencies }: Person, ladder: Ladder, focalAgency: string[]): string[] {
  if (ladder.duty.who === 'every_agency') return agencies;
  return agencies.filter((agency) => focalAgency.includes(agency)).slice(0, 1);
}

/** Why the nudge is not to go out, whatever the day and hour; null when nothing speaks against it. */
export function whyNot(nudge: Nudge, ladder: Ladder, facts: Facts): WhyNot | null {
  if (facts.recordedKeys.has(nudge.key)) return 'already_sent';
  if (reported(nudge, ladder, facts)) return 'reported';
  if (updated(nudge, ladder, facts)) return 'updated';
  // The last working day is told to everyone who owes: a muted reminder must not become a missed deadline.
  if (
    nudge.step > 0 &&
    facts.muted.some(
      (row) => row.person === nudge.person && row.duty === nudge.duty && row.year === nudge.year,
    )
  ) {
    return 'muted';
  }
  return null;
}

function reported(nudge: Nudge, { duty, year }: Ladder, { reports, focalAgency }: Facts): boolean {
  const owners = duty.who === 'focal_agency' ? focalAgency : [nudge.agency];
  return reports.some((row) => row.duty === duty.id && row.year === year && owners.includes(row.agency));
}

/** An update since the ladder opened answers the agency's report; it cannot stand for the focal agency's consolidation. */
function updated(nudge: Nudge, { duty, steps }: Ladder, { updates }: Facts): boolean {
  const opened = steps[0]?.day;
  if (duty.who !== 'every_agency' || !opened) return false;
  return updates.some((row) => row.agency === nudge.agency && row.day >= opened);
}
