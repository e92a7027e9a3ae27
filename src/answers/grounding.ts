import type { Citation } from '../core/answer.ts';
import { writeDay } from '../core/clock.ts';
import type { Knowledge } from '../core/programme.ts';
import { cleanText } from '../core/text.ts';

/**
 * Numbers of a text that stand neither in its citations nor in knowledge: what an answer must never hold. Counted
 * totals and days computed from the calendar are passed as `computed`.
 */
export function unsupported(
  text: string,
  citations: Citation[],
  knowledge: Pick<Knowledge, 'programme' | 'source' | 'agencies'>,
  computed: string[] = [],
): string[] {
  const known = new Set([
    ...numbers(citations.map(({ quote, address }) => `${quote} ${address}`).join(' ')),
    ...numbers(knowledge.agencies.flatMap(({ name, short, english }) => [name, short, english]).join(' ')),
    ...numbers(
      knowledge.agencies
        .flatMap(({ successors }) =>
          successors.map((one) => `${one.note} ${one.basis} ${writeDay(one.from)}`),
        )
        .join(' '),
    ),
    ...numbers(`${knowledge.programme.number} ${writeDay(knowledge.programme.date)}`),
    ...knowledge.programme.documents.flatMap(({ number, date }) =>
      numbers(`${number} ${date ? writeDay(date) : ''}`),
    ),
    ...computed,
  ]);
  // An address names a place, not a quantity.
  const spoken = cleanText(text).replace(/(?<![\p{L}\d])(?:[IVX]+|QĐ|NN)(?:\.[A-Z\da-z]+)+/gu, ' ');
  return [...new Set(numbers(spoken))].filter((number) => !known.has(number));
}

/** Numbers as written, leading zeros left out: "8,9", "20", "2026". */
function numbers(text: string): string[] {
  return (text.match(/\d+(?:[.,]\d+)*/g) ?? []).map((number) => number.replace(/^0+(?=\d)/, ''));
}
