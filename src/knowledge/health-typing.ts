import type { Item } from '../core/programme.ts';
import { fold } from '../core/text.ts';
import { isSyllable } from './syllables.ts';

export interface Suspicion {
  item: Item;
  /** As it stands in the item. */
  wrong: string;
  /** The spelling it is taken for; null where none suggests itself. */
  right: string | null;
  /** The document itself bears the right spelling out, so that nobody need confirm it. */
  sure: boolean;
}

/** Words said twice on purpose. */
const DOUBLED = new Set('dần luôn thường ngày từng đời xa hằng năm nhà người mãi lâu nơi'.split(' '));
/** Words that join others and never stand twice. */
const JOINING = new Set(
  'với của và các cho về trong để có được đến từ trên tại theo là những một do'.split(' '),
);
/** Words that scanning makes out of others, where they do not stand in a phrase of their own. */
const CONFUSED: [RegExp, string][] = [
  [/(?<!\p{L})nhu(?! (?:cầu|yếu|mì|phẩm|động|liệu))(?!\p{L})/iu, 'như'],
  [
    /(?<!(?:thi|chạy|ganh|tranh|đường|cuộc) )(?<!\p{L})đua(?! (?:nhau|tranh|thuyền|xe|ngựa|ghe))(?!\p{L})/iu,
    'đưa',
  ],
  [/(?<!\p{L})đi đối với(?!\p{L})/iu, 'đi đôi với'],
  [/(?<!\p{L})thể mạnh(?!\p{L})/iu, 'thế mạnh'],
  [/(?<!\p{L})đơn vị liên(?! (?:quan|kết|doanh|danh|ngành|thông))(?!\p{L})/iu, 'đơn vị liên quan'],
];
/** A pair of words must be this common for a near one to be doubted. */
const COMMON = 3;

/** Doubled words, impossible syllables, and pairs of words that differ little from a pair the document often uses. */
export function suspectedTyping(items: Item[]): Suspicion[] {
  const words = items.map((item) => ({ item, words: item.text.match(/[\p{L}\d]+|[^\p{L}\d\s]+/gu) ?? [] }));
  const counts = new Map<string, number>();
  for (const { words: list } of words)
    for (const pair of pairsOf(list)) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  const vocabulary = [...new Set([...counts.keys()].flatMap((pair) => pair.split(' ')))].filter(
    (word) => !isImpossible(word),
  );
  const seen = new Set<string>();
  return words.flatMap(({ item, words: list }) => {
    const found: Suspicion[] = [];
    // A heading and its task may be one line: say it once.
    const add = (wrong: string, right: string | null, sure: boolean): void => {
      const place = `${item.line} ${wrong}`;
      if (seen.has(place)) return;
      seen.add(place);
      const at = item.text.toLowerCase().indexOf(wrong.toLowerCase());
      const written = at < 0 ? wrong : item.text.slice(at, at + wrong.length);
      const capital = /^\p{Lu}/u.test(written);
      found.push({ item, wrong: written, right: right && capital ? upperFirst(right) : right, sure });
    };
    const pairs = pairsOf(list);
    for (const [index, pair] of pairs.entries()) {
      const [first = '', second = ''] = pair.split(' ');
      // "hệ thống thống kê": two phrases meet.
      const known = (at: number): boolean => (counts.get(pairs[at] ?? '') ?? 0) > 1;
      const phrases = DOUBLED.has(first) || (!JOINING.has(first) && known(index - 1) && known(index + 1));
      if (first === second && /\p{L}{2}/u.test(first) && !phrases) add(pair, first, JOINING.has(first));
      if (found.some(({ wrong }) => wrong.toLowerCase().endsWith(` ${first}`))) continue;
      const count = counts.get(pair) ?? 0;
      const near = meantFor(first, second).find(
        (one) => (counts.get(one) ?? 0) >= Math.max(COMMON, count * 2 + 1),
      );
      if (near) add(pair, near, true);
    }
    for (const [index, word] of list.entries()) {
      if (!isImpossible(word)) continue;
      const meant = spellingOf(word, list[index - 1] ?? '', list[index + 1] ?? '', vocabulary, counts);
      add(word, meant, meant !== null);
    }
    for (const [pattern, meant] of CONFUSED) {
      const match = pattern.exec(item.text);
      if (match) add(match[0], meant, false);
    }
    return found;
  });
}

/** The one word of the document a slip away from this, beside the same neighbour. */
function spellingOf(
  word: string,
  before: string,
  after: string,
  vocabulary: string[],
  counts: Map<string, number>,
): string | null {
  const lower = word.toLowerCase();
  const fits = (other: string): boolean =>
    counts.has(`${other} ${after.toLowerCase()}`) || counts.has(`${before.toLowerCase()} ${other}`);
  const near = vocabulary.filter(
    (other) =>
      other !== lower && (fold(other) === fold(lower) || isSlip(fold(lower), fold(other))) && fits(other),
  );
  return near.length === 1 ? (near[0] ?? null) : null;
}

/** One letter more or less. */
function isSlip(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return (
    long.length - short.length === 1 &&
    Array.from(long).some((_, at) => long.slice(0, at) + long.slice(at + 1) === short)
  );
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function pairsOf(words: string[]): string[] {
  return words.slice(1).flatMap((word, index) => {
    const pair = [words[index] ?? '', word];
    return pair.every((one) => /^\p{L}+$/u.test(one)) ? [pair.join(' ').toLowerCase()] : [];
  });
}

/** The pairs this one may be misread from: scanning makes "h" of "tr" ("hung tâm", "chương hình"). */
function meantFor(first: string, second: string): string[] {
  const mend = (word: string): string => (/^h(?!h)/u.test(word) ? `tr${word.slice(1)}` : '');
  return [`${mend(first)} ${second}`, `${first} ${mend(second)}`];
}

/** A syllable with Vietnamese marks that ends in a stop without a tone, or opens with letters that cannot stand there. */
export function isImpossible(word: string): boolean {
  const lower = word.toLowerCase();
  if (lower === fold(lower) || word.length < 3 || /\d|\p{Lu}.*\p{Lu}/u.test(word)) return false;
  const tone = /[\u0300\u0301\u0303\u0309\u0323]/u.test(lower.normalize('NFD'));
  if (/(?:c|ch|p|t)$/u.test(lower) && !tone) return true;
  return /^(?:guồ|ngi[^aàáảãạêế]|k[aoưu]|c[ieêy])/u.test(lower) || !isSyllable(word);
}
