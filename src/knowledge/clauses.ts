import type { Passage } from './passages.ts';
import { syllables } from './syllables.ts';

/** The folded syllables of one clause, or of one way people ask for it. */
export type ClauseBag = Set<string>;

const LONG_CLAUSE = 260;
/** A clause up to this length is shown whole, in UTF-16 units: about ten lines on a phone. */
const LONGEST_SHOWN = 420;
const PIECE_LENGTH = 120;
const SCRAP = 60;

/** The clauses of a passage, cut at sentences and semicolons. */
export function clauses(text: string): string[] {
  return text
    .split(/(?<!(?:TP|TX|Tp)\.)(?<=[.;])\s+(?=\S)/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** What each clause of a passage speaks of: its own words with the passage's context, and each way people ask. */
export function clauseBags({ corrected, context, asked }: Passage): ClauseBag[] {
  const shared = syllables(context);
  return [...shortClauses(corrected), ...asked].map((part) => new Set([...syllables(part), ...shared]));
}

/**
 * The clause of the text that holds most of the words, verbatim; of a very long one the part that does, with an ellipsis
 * where it is cut.
 */
export function nearestClause(
  text: string,
  words: { term: string; weight: number }[],
  rarity: (word: string) => number,
): string {
  const parts = clauses(text);
  const scores = parts.map((part) =>
    Math.max(...pieces(part).map((piece) => weightIn(piece, words, rarity))),
  );
  const best = scores.indexOf(Math.max(...scores));
  const clause = parts[best] ?? text;
  if (clause.length > LONGEST_SHOWN) return partOf(clause, words, rarity);
  // A scrap of a list says nothing by itself: it is shown with what stands before it.
  let from = best;
  while (from > 0 && parts.slice(from, best + 1).join(' ').length < SCRAP) from -= 1;
  return parts
    .slice(from, best + 1)
    .join(' ')
    .replace(/[;,]$/u, '');
}

/** The piece that holds most of the words, and what goes on behind it up to a line or two. */
function partOf(
  clause: string,
  words: { term: string; weight: number }[],
  rarity: (word: string) => number,
): string {
  const cut = pieces(clause);
  const scores = cut.map((piece) => weightIn(piece, words, rarity));
  const from = scores.indexOf(Math.max(...scores));
  let to = from + 1;
  while (to < cut.length && cut.slice(from, to + 1).join(' ').length <= LONG_CLAUSE) to += 1;
  const shown = cut.slice(from, to).join(' ');
  return `${from > 0 ? '… ' : ''}${to < cut.length ? `${shown} …` : shown.replace(/[;,]$/u, '')}`;
}

function weightIn(
  part: string,
  words: { term: string; weight: number }[],
  rarity: (word: string) => number,
): number {
  const bag = new Set(syllables(part));
  return words.reduce((sum, { term, weight }) => sum + (bag.has(term) ? rarity(term) * weight : 0), 0);
}

function pieces(clause: string): string[] {
  return clause.length > LONG_CLAUSE ? cutAtCommas(clause) : [clause];
}

function shortClauses(text: string): string[] {
  return clauses(text).flatMap(pieces);
}

function cutAtCommas(text: string): string[] {
  const parts: string[] = [];
  let current = '';
  for (const piece of text.split(/(?<=,)\s+/u)) {
    if (current.length > PIECE_LENGTH) {
      parts.push(current);
      current = piece;
    } else current = current === '' ? piece : `${current} ${piece}`;
  }
  if (current !== '') parts.push(current);
  return parts;
}
