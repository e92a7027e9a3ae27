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

/** What a conversation remembers of the last questions. JSON-safe. Older than an hour is dropped by the caller. */
export interface AskMemory {
  intent: string;
  language: Language;
  agencies: string[];
  addresses: string[];
  topic: string | null;
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
