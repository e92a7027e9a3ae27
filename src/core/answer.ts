import type { ChoiceOffer } from './message.ts';

export type Outcome =
  | 'answered'
  | 'corrected'
  | 'clarify'
  | 'not_in_programme'
  | 'out_of_scope'
  | 'not_allowed'
  | 'small_talk'
  | 'failed';

export type Language = 'vi' | 'en';

/** A verbatim passage an answer stands on. */
export interface Citation {
  address: string;
  quote: string;
  line: number;
}

/** An agency the answer names as responsible: by its name in the decision, and today's. */
export interface ResponsibleAgency {
  name: string;
  role: string;
  now: string | null;
}

/** Raised when the shape of `AskMemory` changes: a stored memory of another version is dropped. */
export const MEMORY_VERSION = 2;

/** What a conversation remembers of the last answer, for the next message. JSON-safe. Older than an hour is dropped by the caller. */
export interface AskMemory {
  version: typeof MEMORY_VERSION;
  language: Language;
  /** The question a further subject is put to ("còn y tế?"), in full, and its intent; empty where none was asked. */
  question: string;
  intent: string;
  /** What brought the last answer: said again, or in the other language. */
  last: string;
  /** Ids of the agencies the question named. */
  agencies: string[];
  /** Ids of the agencies the answer named as responsible. */
  responsible: string[];
  /** Addresses of the fields of section IV the question named. */
  fields: string[];
  /** Addresses the answer showed, in the order shown: "the second one" counts here. */
  list: string[];
  /** Where in the list the talk is; null while it is about the whole list. */
  at: number | null;
  /** Numbers of the documents the talk is about, in the order shown. */
  documents: string[];
  /** Id of the agency the asker says to be of, for the whole conversation. */
  own: string | null;
  /** A question that waits for the asker's agency. */
  pending: string | null;
  /** The choices of a question asked back; empty once it is answered, so that nobody is asked twice in a row. */
  offered: { label: string; text: string }[];
}

export interface Answer {
  text: string;
  outcome: Outcome;
  intent: string;
  language: Language;
  citations: Citation[];
  agencies: ResponsibleAgency[];
  choices: ChoiceOffer[];
  memory: AskMemory | null;
  /** Set where the answer mostly quotes, so that a model may say it in other words; `keep` are the lines that stay. */
  rephrase?: { keep: string[] };
}

export interface AskContext {
  now: Date;
  /** The asker's agency id ("my tasks"), if joined. */
  agency: string | null;
  memory: AskMemory | null;
}
