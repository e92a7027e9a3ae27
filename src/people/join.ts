import type { JoinCode, Person } from '../core/person.ts';
import type { Transaction } from '../core/store.ts';
import { CONSENT_VERSION } from './consent.ts';
import { hashCode } from './join-code.ts';

export type Begun = { kind: 'consent'; code: JoinCode } | { kind: 'refused'; why: 'unknown' | 'expired' | 'used_up' };

/** Looks a code up; nothing is used before the person agrees. */
export async function beginJoin(tx: Transaction, { code, now }: { code: string; now: Date }): Promise<Begun> {
  const found = await tx.people.findCode(hashCode(code));
  if (!found) return { kind: 'refused', why: 'unknown' };
  if (found.expiresAt <= now) return { kind: 'refused', why: 'expired' };
  if (found.usesLeft <= 0) return { kind: 'refused', why: 'used_up' };
  return { kind: 'consent', code: found };
}

export interface Joining {
  codeHash: string;
  channel: string;
  chat: string;
  name: string;
  now: Date;
  newId(): string;
}

/** The person agreed: takes one use of the code and keeps who joined and to what. Null when the code is gone by now. */
export async function finishJoin(tx: Transaction, joining: Joining): Promise<Person | null> {
  const { codeHash, channel, chat, name, now } = joining;
  const code = await tx.people.findCode(codeHash);
  if (!code || !(await tx.people.useCode(codeHash, now))) return null;
  const person: Person = {
    id: joining.newId(),
    name,
    agency: code.agency,
    role: code.role,
    consentVersion: CONSENT_VERSION,
    consentAt: now,
  };
  await tx.people.add(person, channel, chat);
  const after = { agency: code.agency, role: code.role, consent: CONSENT_VERSION };
  await tx.audit.write({ at: now, person: person.id, channel, action: 'person.joined', before: null, after });
  return person;
}

/** Forgets name and chats; what was reported stays with the agency. */
export async function leave(tx: Transaction, person: Person, now: Date): Promise<void> {
  for (const draft of await tx.progress.drafts(person.id)) await tx.progress.closeDraft(draft.id, 'cancelled', now);
  await tx.people.remove(person.id, now);
  await tx.audit.write({ at: now, person: person.id, channel: null, action: 'person.left', before: null, after: null });
}
