import type { Person } from '../core/person.ts';
import type { Transaction } from '../core/store.ts';
import { hashCode, makeCode } from './join-code.ts';

/** Shorter than a join code: it is typed by hand and lives a quarter of an hour. */
const LENGTH = 8;
const LIFE_MS = 15 * 60_000;

/** A code that links one more chat to the person; earlier ones end. Returned once, kept as a hash. */
export async function makeLinkCode(tx: Transaction, person: Person, now: Date): Promise<string> {
  const code = makeCode(LENGTH);
  await tx.people.addLinkCode(hashCode(code), person.id, new Date(now.getTime() + LIFE_MS));
  return code;
}

export interface Linking {
  code: string;
  channel: string;
  chat: string;
  now: Date;
}

/** Uses the code up and gives the chat to its person. Null when the code is none, spent or expired, or the chat has joined. */
export async function linkChat(tx: Transaction, linking: Linking): Promise<Person | null> {
  const { code, channel, chat, now } = linking;
  if (await tx.people.find(channel, chat)) return null;
  const id = await tx.people.useLinkCode(hashCode(code), now);
  const person = id ? await tx.people.get(id) : null;
  if (!person) return null;
  await tx.people.addChat(person.id, channel, chat, now);
  const after = { channel };
  await tx.audit.write({ at: now, person: person.id, channel, action: 'chat_linked', before: null, after });
  return person;
}

export interface Unlinking {
  person: Person;
  /** Where it was asked for. */
  from: string;
  channel: string;
  chat: string;
  now: Date;
}

/** Takes a chat from the person; false where it is not one of theirs. */
export async function unlinkChat(tx: Transaction, unlinking: Unlinking): Promise<boolean> {
  const { person, from, channel, chat, now } = unlinking;
  if (!(await tx.people.removeChat(person.id, channel, chat))) return false;
  const before = { channel };
  await tx.audit.write({
    at: now,
    person: person.id,
    channel: from,
    action: 'chat_unlinked',
    before,
    after: null,
  });
  return true;
}
