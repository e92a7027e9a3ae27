import type { Passage } from './passages.ts';
import { syllables } from './syllables.ts';

/** The folded syllables of one clause, or of one way people ask for it. */
export type ClauseBag = Set<string>;

const LONG_CLAUSE = 260;
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

/** The clause of the text that holds most of the words, verbatim. */
export function nearestClause(
  text: string,
  words: { term: string; weight: number }[],
  rarity: (word: string) => number,
): string {
  const parts = shortClauses(text);
  let best = 0;
  let top = -1;
  parts.forEach((part, at) => {
    const bag = new Set(syllables(part));
    const score = words.reduce(
      (sum, { term, weight }) => sum + (bag.has(term) ? rarity(term) * weight : 0),
      0,
    );
    if (score > top) {
      top = score;
      best = at;
    }
  });
  // A scrap of a list says nothing by itself: it is shown with what stands before it.
  let from = best;
  while (from > 0 && parts.slice(from, best + 1).join(' ').length < SCRAP) from -= 1;
  return parts
    .slice(from, best + 1)
    .join(' ')
    .replace(/[;,]$/u, '');
}

function shortClauses(text: string): string[] {
  return clauses(text).flatMap((part) => (part.length > LONG_CLAUSE ? cutAtCommas(part) : [part]));
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
