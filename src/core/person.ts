import type { Day } from './clock.ts';

export type PersonRole = 'official' | 'leader' | 'focal' | 'admin';

export interface Person {
  id: string;
  name: string;
  /** The agency the person acts for unless a task is another's. */
  agency: string;
  /** Every agency the person belongs to, `agency` first. */
  agencies: string[];
  /** Those of them the person joined as a leader. */
  leads: string[];
  /** The highest role the person has anywhere. */
  role: PersonRole;
  consentVersion: string;
  consentAt: Date;
}

/** Somebody who joins: a leader leads what is joined. */
export type NewPerson = Omit<Person, 'leads'>;

export interface JoinCode {
  /** SHA-256 of the normalised code, hex. */
  hash: string;
  agency: string;
  role: PersonRole;
  /** Who is invited by it, where it is for one person; erased once it is used or has expired. */
  name: string | null;
  expiresAt: Date;
  usesLeft: number;
}

/** A colleague stands in for a person: nudges and waiting cards go there, from the first day to the last. */
export interface Handover {
  id: string;
  from: string;
  to: string;
  firstDay: Day;
  lastDay: Day;
  /** Nothing moves before the colleague said yes. */
  state: 'asked' | 'accepted' | 'declined' | 'ended';
  askedAt: Date;
}
