import type { AskMemory, Language } from '../../core/answer.ts';
import type { Knowledge } from '../../core/programme.ts';
import type { Question } from '../../understand/question.ts';
import type { AnswerWords, Asked, Body } from '../compose.ts';
import type { ProgrammeIndex } from '../programme-index.ts';
import type { Noun } from './bare.ts';

/** What a follow-up is resolved with. */
export interface Talk {
  memory: AskMemory;
  knowledge: Knowledge;
  index: ProgrammeIndex;
  read(text: string): Question;
  now: Date;
  /** Id of the agency the asker is of, as far as known. */
  own: string | null;
}

export interface Offer {
  label(asked: { words: AnswerWords; language: Language }): string;
  text: string;
}

/**
 * How the memory goes on: a new subject replaces it; a question about the same place leaves the place, and may be put to
 * other subjects next (`form`) or not; a step moves within the list that was shown; a narrower list takes its place.
 */
export type Keeps = 'nothing' | 'form' | 'place' | 'list' | 'narrow';

/** What a follow-up means. */
export type Meaning =
  /** A full question, answered as if it had been typed. */
  | { kind: 'ask'; text: string; keeps: Keeps; language?: Language }
  /** An answer out of what was said before. */
  | { kind: 'answer'; answer: (asked: Asked) => Body; keeps: 'place' | 'narrow' }
  /** Several things may be meant. */
  | { kind: 'choose'; offers: Offer[] };

export interface Pointed extends Talk {
  noun: Noun | null;
}

export function ask(text: string, keeps: Keeps): Meaning {
  return { kind: 'ask', text, keeps };
}

/** An answer out of what was said before, at the same place. */
export function tell(answer: (asked: Asked) => Body): Meaning {
  return { kind: 'answer', answer, keeps: 'place' };
}

/** How many choices are offered. */
export const MOST_OFFERED = 4;

/** One offer is no choice. */
export function choose(offers: Offer[], keeps: Keeps): Meaning | null {
  const [first] = offers;
  if (!first) return null;
  return offers.length === 1 ? ask(first.text, keeps) : { kind: 'choose', offers };
}
