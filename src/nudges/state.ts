import { type Day, dayOf } from '../core/clock.ts';
import type { DutyReport } from '../core/nudge.ts';
import type { Person } from '../core/person.ts';
import type { Knowledge } from '../core/programme.ts';
import type { Identity, Transaction } from '../core/store.ts';
import type { Calendar } from './calendar.ts';
import type { Ladder } from './ladder.ts';

/** What the nudges step needs of the program; a conversation's parts fit. */
export interface NudgeParts {
  knowledge: Pick<Knowledge, 'about' | 'agencies' | 'duties' | 'focalAgency'>;
  calendar: Calendar;
}

/** What is known of people and their reports at one moment. */
export interface NudgeState {
  people: { person: Person; identities: Identity[] }[];
  /** The focal agency and whoever holds its duties today. */
  focalAgency: string[];
  reports: DutyReport[];
  /** The latest update of each agency that sent one. */
  updates: { agency: string; day: Day }[];
  muted: { person: string; duty: string; year: number }[];
  recordedKeys: Set<string>;
}

/** Reads the state for the given ladders inside the caller's transaction. */
export async function readNudgeState(
  tx: Transaction,
  parts: NudgeParts,
  ladders: Ladder[],
): Promise<NudgeState> {
  const people = await tx.people.all();
  const state: NudgeState = {
    people,
    focalAgency: focalAgencies(parts.knowledge),
    reports: [],
    updates: [],
    muted: [],
    recordedKeys: new Set(),
  };
  for (const year of new Set(ladders.map((ladder) => ladder.year))) {
    state.reports.push(...(await tx.nudges.reports(year)));
    state.muted.push(...(await tx.nudges.muted(year)).map((row) => ({ ...row, year })));
    for (const key of await tx.nudges.recordedKeys(year)) state.recordedKeys.add(key);
  }
  for (const agency of new Set(people.flatMap(({ person }) => person.agencies))) {
    const [latest] = await tx.progress.updates({ agencies: [agency], limit: 1 });
    if (latest) state.updates.push({ agency, day: dayOf(latest.at) });
  }
  return state;
}

/** The focal agency of the text and its successors for the whole of its duties, one after the other. */
export function focalAgencies({
  agencies,
  duties,
  focalAgency,
}: Pick<Knowledge, 'agencies' | 'duties' | 'focalAgency'>): string[] {
  const duty = duties.find(({ who }) => who === 'focal_agency')?.address;
  const isOfDuty = (address: string): boolean => address === duty || duty?.startsWith(`${address}.`) === true;
  const found = new Set([focalAgency]);
  for (const id of found) {
    const successors = agencies.find((agency) => agency.id === id)?.successors ?? [];
    for (const { agency, only } of successors) {
      if (agency && (!only || only.some(isOfDuty))) found.add(agency);
    }
  }
  return [...found];
}
