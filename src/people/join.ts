import type { JoinCode, Person } from '../core/person.ts';
import type { Transaction } from '../core/store.ts';
import { cleanText, shorten } from '../core/text.ts';
import { CONSENT_VERSION } from './consent.ts';
import { hashCode } from './join-code.ts';
import { LONGEST_NAME } from './own-name.ts';

export type JoinStart =
  | { kind: 'consent'; code: JoinCode }
  | { kind: 'refused'; why: 'unknown' | 'expired' | 'used_up' };

/** Looks a code up; nothing is kept before the person agrees. */
export async function beginJoin(
  tx: Transaction,
  { code, now }: { code: string; now: Date },
): Promise<JoinStart> {
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
  newId: () => string;
}

/** Takes one use of the code and keeps the person with the consent. Null when the code is spent or the chat has joined. */
export async function finishJoin(tx: Transaction, joining: Joining): Promise<Person | null> {
  const { codeHash, channel, chat, now } = joining;
  const code = await tx.people.findCode(codeHash);
  if (!code || (await tx.people.find(channel, chat))) return null;
  if (!(await tx.people.useCode(codeHash, now))) return null;
  const { agency, role } = code;
  const name = shorten(cleanText(code.name ?? joining.name).replaceAll('\n', ' '), LONGEST_NAME);
  const person: Person = {
    id: joining.newId(),
    name,
    agency,
    agencies: [agency],
    leads: role === 'leader' ? [agency] : [],
    role,
    consentVersion: CONSENT_VERSION,
    consentAt: now,
  };
  await tx.people.add(person, channel, chat);
  const after = { agency, role, consentVersion: CONSENT_VERSION };
  await tx.audit.write({ at: now, person: person.id, channel, action: 'joined', before: null, after });
  return person;
}

/** True where nobody could invite anyone any more once this person has left. */
export async function isLastAdmin(tx: Transaction, { id, role }: Person): Promise<boolean> {
  if (role !== 'admin') return false;
  return !(await tx.people.all()).some(({ person }) => person.role === 'admin' && person.id !== id);
}

/** Withdraws the consent: cards that wait are dropped and the person is forgotten; stored updates stay with the agency. */
export async function leave(tx: Transaction, person: Person, now: Date): Promise<void> {
  for (const draft of await tx.progress.drafts(person.id))
    await tx.progress.closeDraft(draft.id, 'cancelled', now);
  await tx.people.remove(person.id, now);
  const before = { agency: person.agency, role: person.role, consentVersion: person.consentVersion };
  await tx.audit.write({ at: now, person: person.id, channel: null, action: 'left', before, after: null });
}
