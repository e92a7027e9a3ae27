import type { Day } from './clock.ts';

/** A reminder to one person about one duty at one step of its ladder. */
export interface Nudge {
  /** Unique for ever: duty, year, step, person. */
  key: string;
  person: string;
  agency: string;
  duty: string;
  year: number;
  /** Working days before the last working day; 0 is that day. */
  step: number;
  plannedFor: Day;
  /** True when it goes out on a later day than planned. */
  late: boolean;
  lastDay: Day;
  lastWorkingDay: Day;
}

/** An agency said that it sent the report of a duty for a year. */
export interface DutyReport {
  duty: string;
  year: number;
  agency: string;
  person: string;
  at: Date;
}
