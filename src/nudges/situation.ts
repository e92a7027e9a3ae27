import { dayOf } from '../core/clock.ts';
import type { Day } from '../core/clock.ts';
import type { Knowledge } from '../core/programme.ts';
import type { Identity, Transaction } from '../core/store.ts';
import type { Calendar } from './calendar.ts';
import { focalAgencies, type PlannedNudge, planYear, type Situation } from './due-nudges.ts';

export interface NudgeParts {
  knowledge: Knowledge;
  calendar: Calendar;
}

/** Reads from the store what decides the nudges of a year. */
export async function readSituation(
  tx: Transaction,
  { knowledge, calendar }: NudgeParts,
  year: number,
): Promise<Situation & { reach: Map<string, Identity> }> {
  const everyone = await tx.people.all();
  const updates = await tx.progress.updates({ since: new Date(`${year}-01-01T00:00:00+07:00`) });
  const reach = everyone.flatMap(({ person, identities: [first] }): [string, Identity][] => (first ? [[person.id, first]] : []));
  return {
    duties: knowledge.duties,
    people: everyone.map(({ person }) => person),
    focalAgencies: focalAgencies(knowledge),
    reports: await tx.nudges.reports(year),
    updates: updates.map(({ agency, at }) => ({ agency, day: dayOf(at) })),
    muted: await tx.nudges.muted(year),
    recordedKeys: await tx.nudges.recordedKeys(year),
    calendar,
    reach: new Map(reach),
  };
}

/** Who would be nudged on which day from `from` to `to` (both included), where, and why not where not. */
export async function plannedNudges(
  tx: Transaction,
  parts: NudgeParts,
  from: Day,
  to: Day,
): Promise<(PlannedNudge & { channel: string | null })[]> {
  const rows: (PlannedNudge & { channel: string | null })[] = [];
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1) {
    const situation = await readSituation(tx, parts, year);
    for (const planned of planYear(year, situation)) {
      const { plannedFor, person } = planned.nudge;
      if (plannedFor >= from && plannedFor <= to) {
        rows.push({ ...planned, channel: situation.reach.get(person)?.channel ?? null });
      }
    }
  }
  return rows.toSorted((a, b) => a.nudge.plannedFor.localeCompare(b.nudge.plannedFor));
}
