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
  /** The agency it is reported for; null until the task is known. */
  agency: string | null;
  /** The person's own words, verbatim, every message that went into it. */
  words: string[];
  state: TaskState | null;
  /**
   * `task`: which task is asked; `change`: the next message amends it; `confirm`: waits for yes; `approval`: the author
   * said yes and a leader of the agency is asked.
   */
  waitingFor: 'task' | 'change' | 'confirm' | 'approval';
  /** When its author saw it last: a word answers the card that was shown last. */
  shownAt: Date;
  /** Files that go with it. */
  attachments: AttachedFile[];
  /** The receipt it puts right. */
  corrects: string | null;
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
  /** The receipt this one puts right, which stays in the history. */
  corrects: string | null;
  /** The receipt this one takes back; its words are the reason. */
  withdraws: string | null;
  /** The leader who approved it, where the agency wants that. */
  approvedBy: string | null;
  /** Ids of the files that go with it. */
  attachments: string[];
}

/** One step of an agency's own plan for a task. */
export interface PlanStep {
  text: string;
  finishDate: Day | null;
}

/** What an agency sets for a task under V.1 of the decision: leader in charge, finish date, steps. Null: not said. */
export interface PlanFields {
  leader: string | null;
  finishDate: Day | null;
  steps: PlanStep[];
  /** Carried out at once, no programme of its own needed (V.1.1). */
  immediate: boolean;
}

/** A stored plan. Never changed; the newest of an agency and task holds. */
export interface TaskPlan extends PlanFields {
  task: string;
  agency: string;
  person: string;
  channel: string;
  words: string[];
  at: Date;
}

/** What the next message of a person belongs to, on whatever channel it comes. One at a time. */
export type Form =
  /** Setting up the plan of one task after another; `fields` is shown and waits for a yes once something was said. */
  | {
      kind: 'plan';
      agency: string;
      task: string;
      fields: PlanFields;
      words: string[];
      left: string[];
      /** One task after another, to the end of the list. */
      guided: boolean;
      shown: boolean;
    }
  /** Plans read from a file, shown, waiting for one yes. */
  | { kind: 'plan_file'; agency: string; plans: (PlanFields & { task: string })[]; file: string }
  /** Which field of the card is asked; the answer, or "skip", goes on to the next. */
  | {
      kind: 'guided';
      draft: string;
      asks: 'progress' | 'result' | 'difficulty' | 'proposal' | 'expectedDate';
    }
  /** Why an update is taken back. */
  | { kind: 'withdraw'; receipt: string }
  /** What the author is to mend in a card a leader returns, or the leader's own change to it. */
  | { kind: 'return' | 'edit'; draft: string };

/** A file on a card. */
export type AttachedFile = Pick<Attachment, 'id' | 'name' | 'hash'>;

/** A file that came with an update. */
export interface Attachment {
  id: string;
  person: string;
  /** As the sender called it. */
  name: string;
  /** By its content, never by its name. */
  type: string;
  bytes: number;
  /** SHA-256 of the content, hex; the file is kept under its id. */
  hash: string;
  at: Date;
}
