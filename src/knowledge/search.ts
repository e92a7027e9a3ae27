import MiniSearch from 'minisearch';
import type { Knowledge } from '../core/programme.ts';
import { makePassages, type Passage, type PassageKind } from './passages.ts';
import { createQueryReader, marked, pairs, type QueryTerm, syllables } from './tokens.ts';

export interface Found {
  passage: Passage;
  score: number;
  /** Share of the question's weight the passage holds, 0 to 1: what a decision "is it in the text at all?" goes by. */
  coverage: number;
  /** The clause of the passage nearest to the question, verbatim. */
  sentence: string;
}

export interface FindOptions {
  kinds?: PassageKind[];
  /** Only passages at these addresses or under them. */
  within?: string[];
  limit?: number;
}

export interface Search {
  passages: Passage[];
  find(query: string, options?: FindOptions): Found[];
  /** The question's syllables, folded, abbreviations and English written out; and those that carry its subject. */
  read(query: string): { written: string[]; subject: string[] };
  /** True when a folded syllable stands anywhere in the text. */
  knows(word: string): boolean;
}

interface Indexed {
  id: number;
  text: string;
  context: string;
}

/** An index of the programme in memory: folded syllables, pairs of them, and syllables with marks. */
export function createSearch(knowledge: Knowledge): Search {
  const passages = makePassages(knowledge);
  const neighbours = new Set(passages.flatMap((passage) => pairs(syllables(passage.corrected))));
  const read = createQueryReader(knowledge.glossary, (pair) => neighbours.has(pair));
  const bags = passages.map(
    (passage) => new Set([...syllables(passage.corrected), ...syllables(passage.context)]),
  );
  const frequency = new Map<string, number>();
  for (const bag of bags) for (const word of bag) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  const rarity = (word: string): number => Math.log(1 + passages.length / ((frequency.get(word) ?? 0) + 0.5));

  const index = new MiniSearch<Indexed>({
    fields: ['text', 'context'],
    tokenize: (text) => {
      const folded = syllables(text);
      return [...folded, ...pairs(folded), ...marked(text).filter((word) => /[^\p{ASCII}]/u.test(word))];
    },
    processTerm: (term) => term,
  });
  index.addAll(passages.map((passage, id) => ({ id, text: passage.corrected, context: passage.context })));

  function find(query: string, { kinds, within, limit = 5 }: FindOptions = {}): Found[] {
    const { words, terms } = read(query);
    if (words.length === 0) return [];
    const weights = new Map<string, number>();
    for (const { term, weight } of terms) weights.set(term, Math.max(weight, weights.get(term) ?? 0));
    const found = index.search([...weights.keys()].join('\n'), {
      tokenize: (text) => text.split('\n'),
      boost: { text: 1, context: 0.5 },
      bm25: { k: 1.2, b: 0.4, d: 0.5 },
      boostTerm: (term) => weights.get(term) ?? 1,
      fuzzy: (term) => (term.includes('_') || frequency.has(term) || term.length < 5 ? false : 0.2),
      filter: ({ id }) => allowed(passages[Number(id)], kinds, within),
    });
    return found
      .map((row) => {
        const at = Number(row.id);
        const passage = passages[at] as Passage;
        const near = new Set(row.terms);
        const coverage = covered(words, bags[at] ?? new Set(), near, rarity);
        return { passage, score: row.score * (0.35 + coverage), coverage, sentence: '' };
      })
      .sort((a, b) => b.score - a.score)
      .slice(0, limit)
      .map((row) => ({ ...row, sentence: nearestClause(row.passage.text, words, rarity) }));
  }

  const readQuery: Search['read'] = (query) => {
    const { written, words } = read(query);
    return { written, subject: words.filter(({ weight }) => weight === 1).map(({ term }) => term) };
  };
  return { passages, find, read: readQuery, knows: (word) => frequency.has(word) };
}

function allowed(passage: Passage | undefined, kinds?: PassageKind[], within?: string[]): boolean {
  if (!passage) return false;
  if (kinds && !kinds.includes(passage.kind)) return false;
  return !within || within.some((home) => passage.address === home || passage.address.startsWith(`${home}.`));
}

function covered(
  words: QueryTerm[],
  bag: Set<string>,
  near: Set<string>,
  rarity: (word: string) => number,
): number {
  let all = 0;
  let held = 0;
  for (const { term, weight } of words) {
    const worth = rarity(term) * weight;
    const has = bag.has(term) || near.has(term);
    // A synonym that is absent costs nothing: it was only an offer.
    if (weight < 1 && !has) continue;
    all += worth;
    if (has) held += worth;
  }
  return all === 0 ? 0 : held / all;
}

/** The clauses of a passage, longest pieces first cut at sentences, then at semicolons. */
export function clauses(text: string): string[] {
  return text
    .split(/(?<=[.;])\s+(?=\S)/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

const LONG_CLAUSE = 260;

function nearestClause(text: string, words: QueryTerm[], rarity: (word: string) => number): string {
  const parts = clauses(text).flatMap((part) => (part.length > LONG_CLAUSE ? cutClause(part) : [part]));
  let best = parts[0] ?? text;
  let top = -1;
  for (const part of parts) {
    const bag = new Set(syllables(part));
    const score = words.reduce(
      (sum, { term, weight }) => sum + (bag.has(term) ? rarity(term) * weight : 0),
      0,
    );
    if (score > top) {
      top = score;
      best = part;
    }
  }
  return best.replace(/[;,]$/u, '');
}

function cutClause(text: string): string[] {
  const parts: string[] = [];
  let current = '';
  for (const piece of text.split(/(?<=,)\s+/u)) {
    if (current.length > 120) {
      parts.push(current);
      current = piece;
    } else current = current === '' ? piece : `${current} ${piece}`;
  }
  if (current !== '') parts.push(current);
  return parts;
}
