/** What the mender must know of the language of one programme: its folded syllables and which stand side by side. */
export interface Vocabulary {
  knows(syllable: string): boolean;
  /** How often two syllables stand side by side. */
  pairCount(first: string, second: string): number;
  syllables: string[];
}

/**
 * Mends folded syllables the programme does not know: Telex left undecoded ("nhieemj" → nhiem), two syllables run
 * together ("dulich" → du lich) and one slip of the finger ("lich" for "lihc"), the last only where the neighbour
 * confirms it. Known and short syllables stay as typed.
 */
export function createMender(
  vocabulary: Vocabulary,
  keep: (word: string) => boolean,
): (words: string[]) => string[] {
  const byShape = new Map<string, string[]>();
  for (const word of vocabulary.syllables) {
    for (const shape of shapes(word)) byShape.set(shape, [...(byShape.get(shape) ?? []), word]);
  }
  const cache = new Map<string, { telex: string[]; split: string[] | null; near: string[] }>();
  const options = (word: string) => {
    const known = cache.get(word);
    if (known) return known;
    const found = {
      telex: telexReadings(word).filter(vocabulary.knows),
      split: splitOf(word, vocabulary),
      near: [...new Set(shapes(word).flatMap((shape) => byShape.get(shape) ?? []))].filter(
        (other) => other !== word && distanceIsOne(word, other),
      ),
    };
    if (cache.size > CACHE) cache.clear();
    cache.set(word, found);
    return found;
  };
  return (words) => {
    const mended: string[] = [];
    words.forEach((word, at) => {
      if (word.length < SHORTEST || /\d/.test(word) || keep(word) || vocabulary.knows(word)) {
        mended.push(word);
        return;
      }
      const { telex, split, near } = options(word);
      const before = mended.at(-1) ?? '';
      const after = words[at + 1] ?? '';
      const suits = (other: string): number =>
        vocabulary.pairCount(before, other) + vocabulary.pairCount(other, after);
      const best = (candidates: string[]): string | undefined =>
        candidates.toSorted((a, b) => suits(b) - suits(a))[0];
      const telexed = best(telex);
      if (telexed) mended.push(telexed);
      else if (split) mended.push(...split);
      else {
        const slipped = best(near);
        // A long word a single slip away from one word alone needs no neighbour to confirm it.
        const certain = near.length === 1 && word.length >= LONG;
        mended.push(slipped && (certain || suits(slipped) > 0) ? slipped : word);
      }
    });
    return mended;
  };
}

const SHORTEST = 3;
const LONG = 7;
const CACHE = 5_000;

/** What a folded syllable may have been before Telex: doubled vowels, w, dd and one tone key undone. */
export function telexReadings(word: string): string[] {
  const plain = word
    .replace(/dd/g, 'd')
    .replace(/([aeo])\1/g, '$1')
    .replace(/([aou])w/g, '$1')
    .replace(/^([^aeiouy]*)w/, '$1u');
  const readings = new Set([plain]);
  for (let at = 1; at < plain.length; at += 1) {
    if ('sfrxj'.includes(plain.charAt(at)) && /[aeiouy]/.test(plain.slice(0, at)))
      readings.add(plain.slice(0, at) + plain.slice(at + 1));
  }
  readings.delete(word);
  return [...readings];
}

function splitOf(word: string, { knows, pairCount }: Vocabulary): string[] | null {
  for (let at = 2; at <= word.length - 2; at += 1) {
    const [first, second] = [word.slice(0, at), word.slice(at)];
    if (knows(first) && knows(second) && pairCount(first, second) > 0) return [first, second];
  }
  return null;
}

/** The word and the word with each letter left out: two words a slip apart share one. */
function shapes(word: string): string[] {
  return [word, ...Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1))];
}

/** One letter more, less, other, or two neighbours swapped. */
function distanceIsOne(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let from = 0;
  while (from < a.length && a[from] === b[from]) from += 1;
  const [restA, restB] = [a.slice(from), b.slice(from)];
  if (restA.length === restB.length) {
    if (restA.slice(1) === restB.slice(1)) return true;
    return restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
  }
  return restA.length > restB.length ? restA.slice(1) === restB : restB.slice(1) === restA;
}
