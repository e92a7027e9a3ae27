import MiniSearch from 'minisearch';
import { isInside } from '../core/address.ts';
import type { Dense } from '../core/embedder.ts';
import type { Knowledge } from '../core/programme.ts';
import { fold } from '../core/text.ts';
import { type ClauseBag, clauseBags, nearestClause } from './clauses.ts';
import { type Evidence, isKnown } from './evidence.ts';
import { makePassages, type Passage, type PassageKind } from './passages.ts';
import { createQueryReader, type PreparedQuery, type QueryTerm } from './read-query.ts';
import { englishStems, markKey, pairs, syllables, withMarks } from './syllables.ts';

export interface Found {
  passage: Passage;
  score: number;
  /** Share of the question's weight the passage holds, 0 to 1: what a decision "is it in the text at all?" goes by. */
  coverage: number;
  /** The passage speaks of the question's subject, as far as its words tell: see `evidence.ts`. */
  known: boolean;
  evidence: Evidence;
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
  /** A message with its slips of the finger mended, those in question words too. */
  mend(text: string): string;
  /** True when a folded syllable stands anywhere in the text. */
  knows(word: string): boolean;
  /** True when the programme's own words hold this folded phrase. */
  says(phrase: string): boolean;
  /** The address as the programme writes it, whatever its capitals and marks; null where there is none. */
  address(written: string): string | null;
}

interface Indexed {
  id: number;
  text: string;
  asked: string;
  english: string;
  context: string;
}

/** What a passage holds, for telling how much of a question it answers. */
interface Bags {
  words: Set<string>;
  /** The same with marks: "sạn" is not "sản" where the asker typed marks. */
  marked: Set<string>;
  english: Set<string>;
  clauses: ClauseBag[];
}

/** A passage with its score, before it is known which of them are the first. */
interface Judged {
  passage: Passage;
  score: number;
  coverage: number;
  held: { whole: number; clause: number };
  matched: number;
}

/** Passages the words alone put behind these are not looked at. */
const LOOKED_AT = 60;
/** How a passage's word score is raised by the share of the question it holds, as a whole and in its best clause. */
const BASE = 0.3;
const WHOLE = 0.6;
const CLAUSE = 0.6;
/** How much nearness of meaning counts beside the words: chosen in docs/decisions/0008. */
const NEARNESS = 0.3;

/**
 * An index of the programme in memory: folded syllables, pairs of them, syllables with marks, and how people ask. With
 * `dense`, whose similarities are of `passageTexts`, nearness of meaning has a say in the order, and finds what the words
 * miss; whether the programme speaks of a matter at all (`known`, `coverage`) is told by the words alone.
 */
export function createSearch(knowledge: Knowledge, dense?: Dense): Search {
  const passages = makePassages(knowledge);
  const bags = passages.map(bagsOf);
  const frequency = new Map<string, number>();
  for (const { words } of bags) for (const word of words) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  const rarity = (word: string): number => Math.log(1 + passages.length / ((frequency.get(word) ?? 0) + 0.5));
  const marks = new Set(bags.flatMap(({ marked }) => [...marked]));
  const pairCounts = countPairs(passages.map(({ corrected, asked }) => [corrected, ...asked]));
  const ownPairs = countPairs(passages.map(({ corrected }) => [corrected]));
  const spoken = passages.map(({ corrected }) => ` ${syllables(corrected).join(' ')} `).join('|');
  const addresses = new Map(passages.map(({ address }) => [fold(address), address]));
  const reader = createQueryReader(knowledge.glossary, namesOf(knowledge), {
    knows: (word) => frequency.has(word),
    pairCount: (first, second) => pairCounts.get(`${first}_${second}`) ?? 0,
    syllables: [...frequency.keys()],
    knowsMark: (mark) => marks.has(mark),
    isPair: (first, second) => ownPairs.has(`${first}_${second}`),
  });
  const { read } = reader;

  const index = new MiniSearch<Indexed>({
    fields: ['text', 'asked', 'english', 'context'],
    tokenize: (text, field) => (field === 'english' ? englishTerms(text) : vietnameseTerms(text)),
    processTerm: (term) => term,
  });
  index.addAll(
    passages.map((passage, id) => ({
      id,
      text: passage.corrected,
      asked: passage.asked.join(' | '),
      english: passage.askedInEnglish.join(' | '),
      context: passage.context,
    })),
  );

  function find(query: string, { kinds, within, limit = 5 }: FindOptions = {}): Found[] {
    const prepared = read(query);
    if (prepared.words.length === 0 && prepared.english.length === 0) return [];
    const weights = new Map<string, number>();
    for (const { term, weight } of prepared.terms)
      weights.set(term, Math.max(weight, weights.get(term) ?? 0));
    const rows = index.search([...weights.keys()].join('\n'), {
      tokenize: (text) => text.split('\n'),
      boost: { text: 1, asked: 0.9, english: 0.9, context: 0.5 },
      bm25: { k: 1.2, b: 0.4, d: 0.5 },
      boostTerm: (term) => weights.get(term) ?? 1,
      fuzzy: (term) => (/[_ ]/.test(term) || frequency.has(term) || term.length < 5 ? false : 0.2),
      filter: ({ id }) => allowed(passages[Number(id)], kinds, within),
    });
    const weigh = weigher(prepared, rarity);
    const judge = (at: number, wordScore: number, terms: string[]): Judged => {
      const held = weigh(bags[at] as Bags, new Set(terms));
      return {
        passage: passages[at] as Passage,
        score: wordScore * (BASE + WHOLE * held.whole + CLAUSE * held.clause),
        coverage: held.whole,
        held,
        matched: terms.length,
      };
    };
    const judged = rows.slice(0, LOOKED_AT).map(({ id, score, terms }) => judge(Number(id), score, terms));
    const similarities = dense?.similarities(query);
    if (similarities) {
      const seen = new Set(judged.map(({ passage }) => passage));
      passages.forEach((passage, at) => {
        if (!seen.has(passage) && allowed(passage, kinds, within)) judged.push(judge(at, 0, []));
      });
      addNearness(judged, shares(passages, similarities));
    }
    const ranked = judged.sort((a, b) => b.score - a.score);
    const subject = prepared.words.filter(({ weight }) => weight === 1);
    const strange = subject.filter(({ term }) => !frequency.has(term)).length;
    return ranked.slice(0, limit).map(({ held, matched, ...row }, at) => {
      const evidence: Evidence = {
        whole: held.whole,
        clause: held.clause,
        words: subject.length,
        strange,
        rival: (at === 0 ? rivalScore(row, ranked) : (ranked[at + 1]?.score ?? 0)) / row.score,
        matched,
      };
      return {
        ...row,
        known: isKnown(evidence),
        evidence,
        sentence: nearestClause(row.passage.text, prepared.words, rarity),
      };
    });
  }

  const readQuery: Search['read'] = (query) => {
    const { written, words } = read(query);
    return { written, subject: words.filter(({ weight }) => weight === 1).map(({ term }) => term) };
  };
  return {
    passages,
    find,
    read: readQuery,
    mend: reader.mend,
    knows: (word) => frequency.has(word),
    says: (phrase) => spoken.includes(` ${syllables(phrase).join(' ')} `),
    address: (written) => addresses.get(fold(written)) ?? null,
  };
}

/** The score of the next passage; the row of a table that is a block's one task says the same twice and is no rival. */
function rivalScore({ passage }: { passage: Passage }, ranked: Judged[]): number {
  return ranked.find((other) => other.passage !== passage && other.passage.text !== passage.text)?.score ?? 0;
}

/** What the document and its province are called: in a question, no subject. */
function namesOf({ about, programme }: Knowledge): string[] {
  return [programme.number.split('/')[0] ?? '', about.places[0] ?? ''];
}

/** Each passage's similarity as a share of the way from the least to the greatest: those of e5 all lie close together. */
function shares(passages: Passage[], similarities: Float32Array): Map<Passage, number> {
  const least = Math.min(...similarities);
  const range = Math.max(...similarities) - least || 1;
  return new Map(passages.map((passage, at) => [passage, ((similarities[at] ?? least) - least) / range]));
}

/** Makes the scores the weighted sum of words and nearness, on the scale of the best word score: callers compare scores. */
function addNearness(judged: Judged[], nearness: Map<Passage, number>): void {
  const best = Math.max(0, ...judged.map(({ score }) => score)) || 1;
  for (const row of judged)
    row.score = (1 - NEARNESS) * row.score + NEARNESS * best * (nearness.get(row.passage) ?? 0);
}

function vietnameseTerms(text: string): string[] {
  return text.split('|').flatMap((part) => {
    const folded = syllables(part);
    return [...folded, ...pairs(folded), ...withMarks(part).filter((word) => /[^\p{ASCII}]/u.test(word))];
  });
}

function englishTerms(text: string): string[] {
  return text.split('|').flatMap((part) => {
    const stems = englishStems(part);
    return [...stems.map((stem) => `en ${stem}`), ...pairs(stems).map((pair) => `en ${pair}`)];
  });
}

function bagsOf(passage: Passage): Bags {
  const texts = [passage.corrected, passage.context, ...passage.asked];
  return {
    words: new Set(texts.flatMap(syllables)),
    marked: new Set(texts.flatMap(withMarks).map(markKey)),
    english: new Set(passage.askedInEnglish.flatMap(englishStems)),
    clauses: clauseBags(passage),
  };
}

function countPairs(texts: string[][]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const pair of texts.flat().flatMap((text) => pairs(syllables(text))))
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  return counts;
}

function allowed(passage: Passage | undefined, kinds?: PassageKind[], within?: string[]): boolean {
  if (!passage) return false;
  if (kinds && !kinds.includes(passage.kind)) return false;
  return !within || within.some((home) => isInside(passage.address, home));
}

/**
 * Tells how much of the question a passage holds, and its best clause alone. English may be held by either language. A
 * synonym that is absent costs nothing: it was only an offer.
 */
function weigher({ words, english }: PreparedQuery, rarity: (word: string) => number) {
  const worth = words.map(({ term, weight }) => rarity(term) * weight);
  const share = (holds: boolean[]): number => {
    let all = 0;
    let held = 0;
    words.forEach(({ weight }, at) => {
      if (weight < 1 && !holds[at]) return;
      all += worth[at] ?? 0;
      if (holds[at]) held += worth[at] ?? 0;
    });
    return all === 0 ? 0 : held / all;
  };
  return (bags: Bags, near: Set<string>): { whole: number; clause: number } => {
    const holds = words.map(({ term, mark }: QueryTerm) =>
      bags.words.has(term) ? mark === undefined || bags.marked.has(mark) : near.has(term),
    );
    const whole = share(holds);
    const inEnglish =
      english.length > 0
        ? english.filter((stem) => bags.english.has(stem)).length / Math.max(english.length, 2)
        : 0;
    let clause = inEnglish;
    for (const part of bags.clauses)
      clause = Math.max(clause, share(words.map(({ term }, at) => holds[at] === true && part.has(term))));
    return { whole: Math.max(whole, inEnglish), clause };
  };
}
