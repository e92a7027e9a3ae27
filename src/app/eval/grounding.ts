import type { Citation } from '../../core/answer.ts';
import { writeDay } from '../../core/clock.ts';
import type { Knowledge } from '../../core/programme.ts';
import { cleanText } from '../../core/text.ts';

/**
 * Numbers of a text that stand in none of its citations: what an answer must never hold. The names of documents and
 * agencies and the days of documents are no quantities. Numbers of `computed`, counted totals and days of the calendar,
 * are passed by who knows that they were asked for.
 */
export function unsupported(
  text: string,
  citations: Citation[],
  knowledge: Pick<Knowledge, 'programme' | 'agencies'>,
  computed: string[] = [],
): string[] {
  const known = new Set(numbers([...citations.map(({ quote }) => quote), ...computed].join(' ')));
  const spoken = namesWithNumbers(knowledge)
    .reduce((rest, name) => rest.replaceAll(name, ' '), cleanText(text))
    .replace(ADDRESSES, ' ');
  return [...new Set(numbers(spoken))].filter((number) => !known.has(number));
}

/** "IV.2.a.3" names a place; the introduction's address is a bare 0. */
const ADDRESSES =
  /(?:Điều|Article) \d+(?![\d/])|(?<![\p{L}\d])(?:[IVX]+|QĐ|NN)(?:\.[A-Z\da-z]+)+(?:, 0(?![\d.,]\d))*|(?<=[Mm]ục |[Ii]tem )0(?![\d.,]\d)/gu;

/** Longest first: one name may hold another. */
function namesWithNumbers({ programme, agencies }: Pick<Knowledge, 'programme' | 'agencies'>): string[] {
  return [
    programme.number,
    writeDay(programme.date),
    ...programme.documents.flatMap(({ number, date }) => [number, date ? writeDay(date) : '']),
    ...agencies.flatMap(({ name, short, english, successors }) => [
      name,
      short,
      english,
      ...successors.flatMap(({ note, basis, from }) => [note ?? '', basis, writeDay(from)]),
    ]),
  ]
    .filter((name) => /\d/.test(name))
    .sort((a, b) => b.length - a.length);
}

/** Numbers as written, leading zeros left out: "8,9", "20", "2026". */
function numbers(text: string): string[] {
  return (text.match(/\d+(?:[.,]\d+)*/g) ?? []).map((number) => number.replace(/^0+(?=\d)/, ''));
}
