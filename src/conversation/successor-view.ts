import { DateTime } from 'luxon';
import { writeDay, ZONE } from '../core/clock.ts';
import type { ChoiceOffer } from '../core/message.ts';
import type { Agency, Knowledge, Successor } from '../core/programme.ts';
import { holdersToday, takesOver } from '../core/succession.ts';
import { givenTo } from '../progress/permission.ts';
import { rightsChanged } from '../progress/rights-change.ts';
import { agencyName, type Turn } from './turn.ts';

const PEOPLE = 10;

/** The command as a button sends it, in the language of the asker. */
export function commandOf({ language }: Turn): string {
  return language === 'en' ? '/successors' : '/kethua';
}

export function saysOf(turn: Turn, agency: Agency): string {
  return `${commandOf(turn)} ${agency.name}`;
}

export function stateOf({ words }: Turn, { successors }: Agency): string {
  const { states } = words.successors;
  if (successors.every(({ confirmed }) => confirmed)) return states.confirmed;
  return successors.some(({ confirmed }) => confirmed) ? states.partly : states.open;
}

/** "Sở Giáo dục và Đào tạo (IV.3.b.1)", or that nobody is known. */
export function holderOf(turn: Turn, { agency, only = [] }: Successor): string {
  const { successors } = turn.words;
  return successors.holder(agency ? agencyName(turn, agency) : successors.nobody, only.join(', '));
}

/** Each successor with what it takes, how many tasks that is, since when and on what basis. */
export function proposalRows(turn: Turn, agency: Agency, successors: Successor[]): string[] {
  const words = turn.words.successors;
  const given = givenTo(agency, turn.parts.knowledge);
  return successors.map((one) => {
    const { agency: holder, only, except, note, from, basis, confirmed } = one;
    const scope = only
      ? [only.join(', '), note].filter(Boolean).join(' – ')
      : except
        ? words.rest
        : words.all;
    return words.row(
      scope,
      given.filter((task) => takesOver(one, task)).length,
      holder ? agencyName(turn, holder) : words.nobody,
      writeDay(from),
      basis,
      confirmed,
    );
  });
}

/** Which people who have joined may report more, or less, once this is known. */
export async function changeRows(turn: Turn, after: Knowledge, title: string): Promise<string[]> {
  const words = turn.words.successors;
  const people = (await turn.tx.people.all()).map(({ person }) => person);
  const changes = rightsChanged(people, turn.parts.knowledge, after);
  if (changes.length === 0) return [words.noChange];
  const rows = changes.map(({ person, gained, lost }) => {
    const [name, agency] = [person.name || words.unnamedPerson, agencyName(turn, person.agency)];
    return [
      ...(gained.length > 0 ? [words.gains(name, agency, gained.length)] : []),
      ...(lost.length > 0 ? [words.loses(name, agency, lost.length)] : []),
    ].join('\n');
  });
  const loser = changes.find(({ lost }) => lost.length > 0);
  return [
    title,
    ...rows.slice(0, PEOPLE),
    ...(rows.length > PEOPLE ? [words.morePeople(rows.length - PEOPLE)] : []),
    ...(loser ? [words.newCode(heirName(turn, after, loser.lost[0]) ?? '…')] : []),
  ];
}

/** Who holds a task by an administrator's word. */
function heirName(turn: Turn, { agencies }: Knowledge, task = ''): string | null {
  const heirs = agencies.flatMap((agency) =>
    givenTo(agency, turn.parts.knowledge).includes(task) ? holdersToday(agencies, agency.name, task) : [],
  );
  return heirs.find(({ confirmed }) => confirmed)?.agency.name ?? null;
}

/** Who confirmed what stands, and when; null where nobody did. */
export async function confirmedLine(turn: Turn, agency: Agency): Promise<string | null> {
  const word = await wordOn(turn, agency);
  if (!word) return null;
  const { successors } = turn.words;
  const when = DateTime.fromJSDate(word.at, { zone: ZONE }).toFormat('dd/MM/yyyy HH:mm');
  return successors.confirmedBy((await turn.tx.people.get(word.by))?.name || successors.unnamed, when);
}

/** The word that stands on an agency; null where none does. */
export async function wordOn({ tx }: Turn, { id }: Agency): Promise<{ by: string; at: Date } | null> {
  const words = await tx.agencies.successions();
  return words.find(({ agency, successors }) => agency === id && successors !== null) ?? null;
}

export function button(label: string, agency: Agency, successors: Successor[]): ChoiceOffer {
  const replaces = agency.successors;
  return { label, action: { kind: 'succession', agency: agency.id, replaces, successors } };
}

/** The agency's name as the decision has it, with who holds its duties at this address today. */
export function withBothNames({ parts, words }: Turn, name: string, address: string): string {
  const holders = holdersToday(parts.knowledge.agencies, name, address);
  return words.successors.both(
    name,
    holders.map(({ agency }) => agency.name),
    holders.every(({ confirmed }) => confirmed),
  );
}

/** Whom an agency's tasks all passed to, said to its people; null where it has some, or never had any. */
export function heirsOf({ parts, words }: Turn, id: string): string | null {
  const { knowledge } = parts;
  const agency = knowledge.agencies.find((one) => one.id === id);
  if (!agency || givenTo(agency, knowledge).length === 0) return null;
  const names = agency.successors.flatMap((one) =>
    knowledge.agencies.filter((heir) => heir.id === one.agency).map(({ name }) => name),
  );
  return names.length === 0 ? null : words.successors.passedOn(agency.name, [...new Set(names)].join('; '));
}
