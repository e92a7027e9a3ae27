import { isInside } from '../core/address.ts';
import type { Answer, AskContext, Citation, ResponsibleAgency } from '../core/answer.ts';
import { writeDay } from '../core/clock.ts';
import type { ChoiceOffer } from '../core/message.ts';
import type { Agency, Block, Field, Item, Knowledge, NamedAgency, Role } from '../core/programme.ts';
import { shorten } from '../core/text.ts';
import { isGoverning } from '../knowledge/agency-name.ts';
import { clauses } from '../knowledge/clauses.ts';
import { correct } from '../knowledge/passages.ts';
import type { Search } from '../knowledge/search.ts';
import type { Question } from '../understand/question.ts';
import type { answers } from '../wording/vi/answers.ts';
import type { ProgrammeIndex } from './programme-index.ts';

export type AnswerWords = ReturnType<typeof answers>;

/** A question with everything needed to answer it. */
export interface Asked {
  question: Question;
  context: AskContext;
  knowledge: Knowledge;
  search: Search;
  index: ProgrammeIndex;
  words: AnswerWords;
}

/** What one intent's answer says; the assistant adds intent, language and memory. */
export type Body = Pick<Answer, 'text' | 'outcome' | 'citations' | 'agencies' | 'choices' | 'rephrase'>;

/** Puts an answer together; empty lines are left out. */
export function body(
  lines: (string | null | undefined | false)[],
  parts: Partial<Omit<Body, 'text'>> = {},
): Body {
  return {
    text: lines
      .filter((line): line is string => typeof line === 'string' && line !== '')
      .join('\n')
      .trimStart(),
    outcome: parts.outcome ?? 'answered',
    citations: unique(parts.citations ?? [], ({ address, quote }) => `${address} ${quote}`),
    agencies: unique(parts.agencies ?? [], ({ name, role }) => `${name} ${role}`),
    choices: unique(parts.choices ?? [], ({ label }) => label).slice(0, 4),
    ...(parts.rephrase ? { rephrase: parts.rephrase } : {}),
  };
}

/** The items as citations, verbatim. */
export function cite(...items: (Item | undefined)[]): Citation[] {
  return items.flatMap((item) =>
    item ? [{ address: item.address, quote: item.text, line: item.line }] : [],
  );
}

/** The agencies of a heading as the answer's responsible agencies, each with who holds its duties today. */
export function responsible(asked: Asked, named: NamedAgency[], address: string): ResponsibleAgency[] {
  return named.map(({ name, role }) => {
    const agency = asked.index.agencyNamed(name);
    return { name, role, now: agency ? nowOf(asked, agency, askedAt(asked, address)) : null };
  });
}

/** The address itself, or the one the question names under it: a task of a block may have passed to another agency. */
export function askedAt({ question }: Asked, address: string): string {
  return question.addresses.find((asked) => isInside(asked, address)) ?? address;
}

/** Today's holders in words, or null where nothing changed; which tasks each holds, where they share them. */
export function nowOf(asked: Asked, agency: Agency, address: string | null): string | null {
  const successors = asked.index.today(agency, address).filter(({ agency: id }) => id !== null);
  const holders = successors.flatMap(({ agency: id, only, note }) => {
    const holder = asked.index.agency(id ?? '');
    if (!holder) return [];
    const share = [only?.join(', '), asked.question.language === 'vi' && note].filter(Boolean).join(': ');
    const name = speak(asked, holder);
    return [successors.length > 1 && share !== '' ? `${name} (${share})` : name];
  });
  return holders.length > 0 ? holders.join('; ') : null;
}

/** An agency and where in the decision it is spoken of (null: anywhere). */
export interface NamedAt {
  name: string;
  address: string | null;
}

/** Who holds today what these agencies were given: one line for all, and one for what ended with nobody named for it. */
export function todayText(asked: Asked, named: NamedAt[]): string[] {
  const { words, index } = asked;
  const changed = named.flatMap(({ name, address }) => {
    const agency = index.agencyNamed(name);
    const now = agency ? nowOf(asked, agency, address) : null;
    if (!agency || !now) return [];
    const confirmed = index.today(agency, address).every((one) => one.confirmed);
    return [{ text: words.agency.became(speak(asked, agency, name), now), confirmed }];
  });
  const told = (confirmed: boolean): string =>
    [...new Set(changed.filter((one) => one.confirmed === confirmed).map(({ text }) => text))].join('; ');
  const ended = named.flatMap(({ name, address }) => {
    const agency = index.agencyNamed(name);
    if (!agency) return [];
    return index
      .today(agency, address)
      .filter((one) => one.agency === null)
      .map(({ from, note }) => words.agency.ended(speak(asked, agency), writeDay(from), note ?? ''));
  });
  const [sure, open] = [told(true), told(false)];
  return [
    ...(sure ? [`${sure}.`] : []),
    ...(open ? [`${words.agency.unconfirmed(open)}.`] : []),
    ...new Set(ended),
  ];
}

/** The same for agencies at one place of the decision. */
export function todayLines(asked: Asked, names: string[], address: string | null): string[] {
  return todayText(
    asked,
    names.map((name) => ({ name, address })),
  );
}

/** The agency's name in the language of the answer. English keeps the Vietnamese name beside it. */
export function speak(asked: Asked, agency: Agency, name = agency.name): string {
  return asked.question.language === 'en' ? `${agency.english} (${name})` : name;
}

export function speakName(asked: Asked, name: string): string {
  const agency = asked.index.agencyNamed(name);
  return agency ? speak(asked, agency, name) : name;
}

/** The same of a field or its directions; without an English name the Vietnamese one is quoted. */
export function speakField({ question, knowledge }: Asked, { name, number }: NamedField): string {
  if (question.language === 'vi') return name;
  const home = knowledge.programme.fields.find((field) => field.number === number)?.address;
  const english = knowledge.glossary.topics.find(({ field }) => field === home)?.en;
  return english ? `${english} (${name})` : `“${name}”`;
}

type NamedField = Pick<Field, 'name' | 'number'>;

/** The agencies of a heading with one role, in words. */
export function namesOf(asked: Asked, named: NamedAgency[], role: Role): string {
  return named
    .filter((one) => one.role === role)
    .map(({ name }) => speakName(asked, name))
    .join(', ');
}

/**
 * Who answers for a block: its leads, else who directs, else who carries it out, else its partners. What the province's
 * own committee or council directs is the work of whom it directs.
 */
export function heads(block: Block): { named: NamedAgency[]; role: Role } {
  for (const role of ['lead', 'direct', 'implement', 'coordinate'] as const) {
    const named = block.agencies.filter((one) => one.role === role);
    const charges = role === 'direct' && named.every(({ name }) => isGoverning(name));
    const others = block.agencies.some((one) => one.role === 'implement');
    if (named.length > 0 && !(charges && others)) return { named, role };
  }
  return { named: [], role: 'none' };
}

/** Buttons that show the verbatim text of these addresses. */
export function verbatimChoices(asked: Asked, addresses: string[]): ChoiceOffer[] {
  return [...new Set(addresses)]
    .slice(0, 3)
    .map((address) => sayChoice(asked.words.verbatimButton(address), asked.words.verbatimAsk(address)));
}

/** The name a button says: in the language of the answer, so that it is answered in that language. */
export function saidName({ question }: Asked, agency: Agency): string {
  return question.language === 'en' ? agency.english : agency.name;
}

/** A button that asks for the tasks of an agency. */
export function tasksChoice(asked: Asked, agency: Agency): ChoiceOffer {
  const { words } = asked;
  return sayChoice(
    words.tasksButton(saidName(asked, agency)),
    words.agency.says.tasks(saidName(asked, agency)),
  );
}

/** A button that says something in the person's stead. */
export function sayChoice(label: string, text: string): ChoiceOffer {
  return { label, action: { kind: 'say', text } };
}

const ROW_LENGTH = 140;

/** A task in one line. */
export function taskRow(asked: Asked, item: Item): string {
  return asked.words.taskRow(item.address, shorten(corrected(asked, item), ROW_LENGTH));
}

/** The clause of an item that holds these words, in one line. */
export function clauseRow(asked: Asked, item: Item, words: string | RegExp): string {
  const clause = clauses(corrected(asked, item)).find((part) => part.search(words) >= 0);
  return clause === undefined
    ? taskRow(asked, item)
    : asked.words.taskRow(item.address, around(clause, clause.search(words)));
}

/** One line of a clause: a long one from the piece before this index on. */
export function around(clause: string, at: number): string {
  if (clause.length <= ROW_LENGTH) return clause;
  const from = clause.lastIndexOf(', ', Math.max(0, at - ROW_LENGTH / 3)) + 2;
  return shorten(from > 2 ? `…${clause.slice(from)}` : clause, ROW_LENGTH);
}

/** An item's text with the source's typing errors mended, for speaking. */
export function corrected(asked: Asked, item: Item): string {
  return correct(item.text, item.line, asked.knowledge.corrections);
}

/** Notes on typing errors that stand in what is quoted. */
export function readAsNotes(asked: Asked, line: number, quoted: string): string[] {
  return asked.knowledge.corrections
    .filter((row) => row.line === line && quoted.includes(row.wrong))
    .map(({ wrong, right }) => asked.words.readAs(wrong, right));
}

function unique<T>(rows: T[], key: (row: T) => string): T[] {
  const seen = new Set<string>();
  return rows.filter((row) => !seen.has(key(row)) && seen.add(key(row)));
}
