import { DateTime } from 'luxon';
import type { Person, PersonRole } from '../core/person.ts';
import type { Transaction } from '../core/store.ts';
import { hashCode, makeCode } from './join-code.ts';
import { mayGrant } from './rights.ts';

const FIRST_ADMIN_DAYS = 7;
/** Who made a code that a start printed. */
const FIRST_START = 'first-start';
/** Who made the codes of a bulk invitation. */
const BULK = 'invite';

interface CodeTerms {
  agency: string;
  role: PersonRole;
  uses: number;
  days: number;
  now: Date;
}

/** Makes a code and returns it, the only time it is seen. Throws where the person may not give the role. */
export async function createJoinCode(tx: Transaction, terms: CodeTerms & { by: Person }): Promise<string> {
  if (!mayGrant(terms.by, terms.role)) throw new Error(`a ${terms.by.role} may not invite a ${terms.role}`);
  return keepCode(tx, terms, terms.by.id);
}

/** A code for the first administrator, while there is none; else null. Codes of earlier starts end: only the newest works. */
export async function firstAdminCode(tx: Transaction, now: Date, agency: string): Promise<string | null> {
  await tx.people.endCodes(FIRST_START);
  if ((await tx.people.all()).some(({ person }) => person.role === 'admin')) return null;
  return keepCode(tx, { agency, role: 'admin', uses: 1, days: FIRST_ADMIN_DAYS, now }, null);
}

/** A code made for one person who is invited by name. */
export interface Invited {
  code: string;
  name: string;
  agency: string;
  role: PersonRole;
}

/** Keeps codes that whoever has the server made beforehand, one use each. */
export async function keepInvitations(
  tx: Transaction,
  invited: Invited[],
  { days, now }: { days: number; now: Date },
): Promise<void> {
  for (const one of invited) await keepCode(tx, { ...one, uses: 1, days, now }, null, BULK);
}

async function keepCode(
  tx: Transaction,
  terms: CodeTerms & { code?: string; name?: string },
  by: string | null,
  maker = by ?? FIRST_START,
): Promise<string> {
  const { agency, role, uses, days, now, code = makeCode(), name = null } = terms;
  const expiresAt = DateTime.fromJSDate(now).plus({ days }).toJSDate();
  await tx.people.addCode(
    { hash: hashCode(code), agency, role, name, expiresAt, usesLeft: uses },
    maker,
    now,
  );
  const after = { agency, role, uses, expiresAt: expiresAt.toISOString() };
  await tx.audit.write({
    at: now,
    person: by,
    channel: null,
    action: 'join_code_created',
    before: null,
    after,
  });
  return code;
}
