import type { Person } from '../core/person.ts';
import { fold } from '../core/text.ts';

/** The people a name may mean: all its words, as they end a full name ("Hà", "Thị Hà", "ha"), best matches alone. */
export function findColleagues(name: string, people: Person[]): Person[] {
  const wanted = words(name);
  if (wanted.length === 0) return [];
  const ending = people.filter((person) => endsWith(words(person.name), wanted));
  const marked = ending.filter((person) => endsWith(plain(person.name), plain(name)));
  // "Hà" with its mark is not "Hạ"; without marks it may be either.
  return marked.length > 0 && name !== fold(name) ? marked : ending;
}

function endsWith(all: string[], last: string[]): boolean {
  return all.length >= last.length && last.every((word, at) => all[all.length - last.length + at] === word);
}

function words(name: string): string[] {
  return fold(name).split(/\s+/).filter(Boolean);
}

function plain(name: string): string[] {
  return name.normalize('NFC').toLowerCase().split(/\s+/).filter(Boolean);
}
