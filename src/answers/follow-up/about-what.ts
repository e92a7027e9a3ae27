import type { Duty } from '../../core/programme.ts';
import type { Talk } from './followed.ts';
import { fieldOf } from './places.ts';

/** Questions about the decision itself. */
const DECISION = [
  'signatory',
  'issue_date',
  'effective_date',
  'title',
  'period',
  'legal_bases',
  'whole_text',
  'recipients',
  'implementers',
];

export function isDecision({ memory }: Talk): boolean {
  return DECISION.includes(memory.intent);
}

/** The yearly report the talk is about. */
export function dutyOf({ memory, knowledge }: Talk): Duty | undefined {
  return memory.intent === 'deadline'
    ? knowledge.duties.find(({ address }) => address === memory.list[0])
    : undefined;
}

export function isDuty(talk: Talk): boolean {
  return dutyOf(talk) !== undefined;
}

/** What the one field the talk is in is called. */
export function nameOfField({ memory, index }: Talk): string | undefined {
  const address = fieldOf(memory, index);
  return address === undefined ? undefined : index.field(address)?.name;
}
