import type { JoinCode, Person } from '../core/person.ts';
import type { Transaction } from '../core/store.ts';
import { CONSENT_VERSION } from './consent.ts';
import { higherRole } from './rights.ts';

/** True where the code gives a person who has joined something new: another agency, or a higher role. */
export function addsTo(person: Person, { agency, role }: Pick<JoinCode, 'agency' | 'role'>): boolean {
  return !person.agencies.includes(agency) || higherRole(person.role, role) !== person.role;
}

export interface JoiningFurther {
  person: Person;
  codeHash: string;
  channel: string;
  now: Date;
}

/**
 * Takes one use of the code: the person belongs to its agency too, and takes its role where that is the higher one. Null
 * when the code is spent or would change nothing.
 */
export async function joinFurther(tx: Transaction, joining: JoiningFurther): Promise<Person | null> {
  const { person, codeHash, channel, now } = joining;
  const code = await tx.people.findCode(codeHash);
  if (!code || !addsTo(person, code)) return null;
  if (!(await tx.people.useCode(codeHash, now))) return null;
  const role = higherRole(person.role, code.role);
  await tx.people.addAgency(person.id, code.agency, code.role, now);
  await tx.people.setRole(person.id, role);
  await tx.people.setConsent(person.id, CONSENT_VERSION, now);
  const name = person.name || code.name || '';
  if (name !== person.name) await tx.people.setName(person.id, name);
  const before = { agencies: person.agencies, role: person.role, consentVersion: person.consentVersion };
  const agencies = [...new Set([...person.agencies, code.agency])];
  const after = { agencies, role, consentVersion: CONSENT_VERSION };
  await tx.audit.write({ at: now, person: person.id, channel, action: 'joined_further', before, after });
  const leads = code.role === 'leader' ? [...new Set([...person.leads, code.agency])] : person.leads;
  return { ...person, name, agencies, leads, role, consentVersion: CONSENT_VERSION, consentAt: now };
}
