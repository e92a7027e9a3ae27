import type { Person } from '../core/person.ts';
import type { Transaction } from '../core/store.ts';
import { cleanText, visibleLength } from '../core/text.ts';

const SHORTEST = 2;
export const LONGEST_NAME = 100;

/** The name as it is kept, or null where it is none: letters with what stands between them in names. */
export function cleanName(text: string): string | null {
  const name = cleanText(text).replace(/\s+/g, ' ').trim();
  if (!/^\p{L}[\p{L}\p{M}'’. -]*$/u.test(name)) return null;
  const length = visibleLength(name);
  return length >= SHORTEST && length <= LONGEST_NAME ? capitals(name) : null;
}

/** Typed in a hurry: "trần thị hà". */
function capitals(name: string): string {
  if (name !== name.toLocaleLowerCase('vi')) return name;
  return name.replace(/(?<=^|[ -])\p{L}/gu, (letter) => letter.toLocaleUpperCase('vi'));
}

/** The person is called by this name from now on. That it changed is noted, the name is not. */
export async function changeName(
  tx: Transaction,
  { person, name, channel, now }: { person: Person; name: string; channel: string; now: Date },
): Promise<void> {
  await tx.people.setName(person.id, name);
  await tx.audit.write({
    at: now,
    person: person.id,
    channel,
    action: 'name_changed',
    before: null,
    after: null,
  });
}
