/** What the words tell of whether a passage speaks of a question's subject. */
export interface Evidence {
  /** Share of the question's weight the passage holds, 0 to 1. */
  whole: number;
  /** The same of its best clause. */
  clause: number;
  /** Words of the question's subject. */
  words: number;
  /** Those that stand nowhere in the programme. */
  strange: number;
  /** The next passage's score as a share of this one's, 0 to 1. */
  rival: number;
  /** Terms of the question the index found in the passage. */
  matched: number;
}

/**
 * Fitted by `node bench/fit-known.mjs` on the development questions, passages that prove the answer against those found for
 * questions the programme does not answer (a logistic regression; the weights are of its log-odds).
 */
const WEIGHTS = {
  bias: -6.25,
  whole: 1.68,
  wholeAndClause: 3.62,
  words: 1.91,
  strange: 1.96,
  rival: -2.59,
  matched: 1.74,
};
/** A passage shown in vain is less bad than a refusal of what the programme does say: chosen on the same questions. */
const LEAST = -1.25;
const MOST_MATCHED = 20;
/** A short question has few words to tell by: all of it in one clause is enough. */
const HELD = 0.8;
const HELD_AT_ONCE = 0.7;

/** The terms the log-odds are made of, in the order of the weights. */
export function termsOf({ whole, clause, words, strange, rival, matched }: Evidence): number[] {
  const count = Math.max(1, words);
  return [
    1,
    whole,
    whole * clause,
    Math.log(count),
    strange / count,
    rival,
    Math.min(matched, MOST_MATCHED) / MOST_MATCHED,
  ];
}

/** Whether the programme is taken to speak of the question's subject there. */
export function isKnown(evidence: Evidence): boolean {
  if (evidence.whole >= HELD && evidence.clause >= HELD_AT_ONCE) return true;
  const weights = Object.values(WEIGHTS);
  return termsOf(evidence).reduce((sum, term, at) => sum + term * (weights[at] ?? 0), 0) >= LEAST;
}
