import type { Day } from './clock.ts';

export type TaskState = 'not_started' | 'in_progress' | 'done' | 'stuck' | 'nothing_new' | 'cancelled';

/** What an official says of a task. Null where nothing was said. */
export interface ProgressFields {
  /** Task address, `IV.2.a.3`. */
  task: string | null;
  percent: number | null;
  state: TaskState | null;
  result: string | null;
  difficulty: string | null;
  proposal: string | null;
  expectedDate: Day | null;
}

/** A card that waits for a yes. */
export interface Draft extends ProgressFields {
  id: string;
  person: string;
  /** The person's own words, verbatim, every message that went into it. */
  words: string[];
  state: TaskState | null;
  /** `task`: which task is asked; `change`: the next message amends it; `confirm`: waits for yes. */
  waitingFor: 'task' | 'change' | 'confirm';
  createdAt: Date;
}

/** A stored progress update. Never changed; a correction is a new one. */
export interface ProgressUpdate extends ProgressFields {
  /** Receipt number, `CN-2026-000012`. */
  receipt: string;
  task: string;
  person: string;
  agency: string;
  channel: string;
  words: string[];
  at: Date;
}
