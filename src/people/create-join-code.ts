import type { Person, PersonRole } from '../core/person.ts';
import type { Transaction } from '../core/store.ts';
import { hashCode, makeCode } from './join-code.ts';
import { mayInviteAs } from './rights.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const FIRST_CODE_DAYS = 1;

export interface CodeRequest {
  agency: string;
  role: PersonRole;
  uses: number;
  days: number;
  by: Person;
  now: Date;
}

/** Makes a code and keeps its hash; null when this person may not invite for that role. The code is shown once. */
export async function createJoinCode(tx: Transaction, request: CodeRequest): Promise<string | null> {
  const { agency, role, uses, days, by, now } = request;
  if (!mayInviteAs(by, role)) return null;
  const code = makeCode();
  const expiresAt = new Date(now.getTime() + days * DAY_MS);
  await tx.people.addCode({ hash: hashCode(code), agency, role, expiresAt, usesLeft: uses }, by.id, now);
  await tx.audit.write({ at: now, person: by.id, channel: null, action: 'code.made', before: null, after: { agency, role, uses, days } });
  return code;
}

/** On a store without people: a code, valid one day and once, for the first administrator; else null. */
export async function firstAdminCode(tx: Transaction, agency: string, now: Date): Promise<string | null> {
  if ((await tx.people.count()) > 0) return null;
  const code = makeCode();
  const expiresAt = new Date(now.getTime() + FIRST_CODE_DAYS * DAY_MS);
  await tx.people.addCode({ hash: hashCode(code), agency, role: 'admin', expiresAt, usesLeft: 1 }, 'start', now);
  return code;
}
