import type { Person } from '../core/person.ts';
import type { Agency, Knowledge } from '../core/programme.ts';
import { takesOver } from '../core/succession.ts';
import { givenTo, ownTasks } from './permission.ts';

/** What a person may report on more, or no longer. */
export interface RightsChange<P> {
  person: P;
  gained: string[];
  lost: string[];
}

/** Whose right to report changes from one state of knowledge to another, and on which tasks. */
export function rightsChanged<P extends Pick<Person, 'agencies'>>(
  people: P[],
  before: Knowledge,
  after: Knowledge,
): RightsChange<P>[] {
  return people
    .map((person) => {
      const [old, own] = [ownTasks(person, before), ownTasks(person, after)];
      return {
        person,
        gained: own.filter((task) => !old.includes(task)),
        lost: old.filter((task) => !own.includes(task)),
      };
    })
    .filter(({ gained, lost }) => gained.length + lost.length > 0);
}

/** Tasks that are a holder's by an administrator's word, and were not before: holder → tasks. */
export function newlyConfirmed(
  before: Agency,
  after: Agency,
  knowledge: Pick<Knowledge, 'programme'>,
): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const task of givenTo(after, knowledge))
    for (const holder of confirmedHolders(after, task))
      if (!confirmedHolders(before, task).includes(holder))
        found.set(holder, [...(found.get(holder) ?? []), task]);
  return found;
}

function confirmedHolders({ successors }: Agency, task: string): string[] {
  return successors.flatMap((one) =>
    one.confirmed && one.agency !== null && takesOver(one, task) ? [one.agency] : [],
  );
}
