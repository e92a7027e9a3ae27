import { DateTime } from 'luxon';
import type { Person, PersonRole } from '../core/person.ts';
import type { Transaction } from '../core/store.ts';
import { hashCode, makeCode } from './join-code.ts';
import { mayGrant } from './rights.ts';

const FIRST_ADMIN_DAYS = 7;
/** Who made a code that a start printed. */
const FIRST_START = 'first-start';

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

async function keepCode(tx: Transaction, terms: CodeTerms, by: string | null): Promise<string> {
  const { agency, role, uses, days, now } = terms;
  const code = makeCode();
  const expiresAt = DateTime.fromJSDate(now).plus({ days }).toJSDate();
  await tx.people.addCode(
    { hash: hashCode(code), agency, role, expiresAt, usesLeft: uses },
    by ?? FIRST_START,
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
