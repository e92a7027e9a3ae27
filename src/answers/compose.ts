import type { Answer, AskContext, Citation, ResponsibleAgency } from '../core/answer.ts';
import type { ChoiceOffer } from '../core/message.ts';
import type { Agency, Block, Item, Knowledge, NamedAgency, Role } from '../core/programme.ts';
import { shorten } from '../core/text.ts';
import { isGoverning } from '../knowledge/agency-name.ts';
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
    text: lines.filter((line): line is string => typeof line === 'string' && line !== '').join('\n'),
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
    return { name, role, now: agency ? nowOf(asked, agency, address) : null };
  });
}

/** Today's holders in words, or null where nothing changed. */
export function nowOf(asked: Asked, agency: Agency, address: string | null): string | null {
  const holders = asked.index.today(agency, address).flatMap((successor) => {
    const holder = successor.agency === null ? undefined : asked.index.agency(successor.agency);
    if (!holder) return [];
    const name = speak(asked, holder);
    return [successor.note && asked.question.language === 'vi' ? `${name} (${successor.note})` : name];
  });
  return holders.length > 0 ? holders.join('; ') : null;
}

/** One line for each named agency that has changed since the decision. */
export function todayLines(asked: Asked, names: string[], address: string | null): string[] {
  const { words, index } = asked;
  return [...new Set(names)].flatMap((name) => {
    const agency = index.agencyNamed(name);
    if (!agency || agency.successors.length === 0) return [];
    const now = nowOf(asked, agency, address);
    const successors = index.today(agency, address);
    const said = speak(asked, agency, name);
    if (now)
      return [
        `${successors.every((one) => one.confirmed) ? words.todayConfirmed(said, now) : words.today(said, now)}.`,
      ];
    const ended = successors.find((one) => one.agency === null && one.note);
    return ended?.note && asked.question.language === 'vi' ? [`${words.ended(said, ended.note)}.`] : [];
  });
}

/** The agency's name in the language of the answer. English keeps the Vietnamese name beside it. */
export function speak(asked: Asked, agency: Agency, name = agency.name): string {
  return asked.question.language === 'en' ? `${agency.english} (${name})` : name;
}

export function speakName(asked: Asked, name: string): string {
  const agency = asked.index.agencyNamed(name);
  return agency ? speak(asked, agency, name) : name;
}

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
  return [...new Set(addresses)].slice(0, 3).map((address) => ({
    label: asked.words.verbatimButton(address),
    action: { kind: 'say', text: `nguyên văn ${address}` },
  }));
}

const ROW_LENGTH = 140;

/** A task in one line. */
export function taskRow(asked: Asked, item: Item): string {
  return asked.words.taskRow(item.address, shorten(corrected(asked, item), ROW_LENGTH));
}

/** An item's text with the source's typing errors mended, for speaking. */
export function corrected(asked: Asked, item: Item): string {
  return asked.knowledge.corrections
    .filter(({ line }) => line === item.line)
    .reduce((text, { wrong, right }) => text.replaceAll(wrong, right), item.text);
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
