import { markKey } from '../knowledge/syllables.ts';
import type { Support } from './check-rephrasing.ts';

/** English "no" is Vietnamese "no" (fed): it counts where the sentence is English. */
const NEGATIVE = {
  vi: /^(?:không|chưa|chẳng|trừ|cấm|tránh|not|never|cannot|except|without|\p{L}+n['’]t)$/u,
  en: /^(?:not|no|nor|never|none|nothing|neither|cannot|except|without|\p{L}+n['’]t)$/u,
};
/** Words with a negation in them that negate nothing: airlines, space, clearing, "not only", "no later than", "No. 73". */
const NO_NEGATION =
  /(?<!\p{L})(?:(?<!(?:khách|mặt|ngân|bán|cửa|đơn|giao|mua|nhận|nhà|kho|gian|lô|xuất|nhập|nguồn) )hàng không|không (?:gian(?! (?:dối|lận|nan|khổ))|khí|quân|chỉ(?! (?:đạo|định|huy|tiêu|thị|ra|rõ))|những)|(?:bù|khấu|phòng|diệt) trừ|phòng tránh|not only|(?:no|not) later than|no\.? ?(?=\d))(?!\p{L})/giu;
/** Helping words between a negation and what it negates: "không được [để] chậm". */
const HELPING = new Set(
  'được phải cần có thể cho phép nên bị để sử dụng dùng còn hề là các mọi việc làm nhất thiết bắt buộc'.split(
    ' ',
  ),
);
/** "Không cần" and "không phải" leave free what "không được" forbids. */
const LEAVES_FREE = /^(?:cần|phải|thiết|buộc)$/u;
/** What follows a word that is whole by itself. */
const LINK = new Set(
  'và của là các cho những thì mà do vì nếu khi so với vào ở trong tại theo từ đến cũng như hoặc hay hơn quá'.split(
    ' ',
  ),
);
/** How far behind the negated word a negation is still taken to reach, within its clause. */
const REACH = 4;

interface Negation {
  /** Where the negation stands, where the word it negates; behind the last word when it negates none. */
  at: number;
  target: number;
  free: boolean;
}

/** The words of a text between two stops, and what is negated among them. */
interface Clause {
  words: string[];
  negations: Negation[];
}

function clausesOf(text: string, negative = NEGATIVE.vi): Clause[] {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(NO_NEGATION, (found) => found.replace(/[\s.]+/gu, '_'))
    .split(/[.,;:!?](?=\s|$)|[()[\]"“”\n]/u)
    .map((part) => part.match(/[\p{L}\p{N}_]+(?:['’]\p{L}+)*/gu) ?? [])
    .map((words) => ({ words, negations: negationsOf(words, negative) }));
}

/** Negations with the word they negate, helping words passed over; two on the same word ("không thể không") are none. */
function negationsOf(words: string[], negative: RegExp): Negation[] {
  const found: Negation[] = [];
  for (let at = 0; at < words.length; at += 1) {
    if (!negative.test(words[at] ?? '')) continue;
    const length = words.slice(at).findIndex((word) => !negative.test(word) && !HELPING.has(word));
    const target = length < 0 ? words.length : at + length;
    const between = words.slice(at, target);
    if (between.filter((word) => negative.test(word)).length % 2 === 1)
      found.push({ at, target, free: between.some((word) => LEAVES_FREE.test(word)) });
    at = target - 1;
  }
  return found;
}

/**
 * True when a sentence negates what no text negates, or says without the negation what the passages only say with it.
 * Told by the negated word and the one behind it: a "không" of another clause neither allows nor asks for anything.
 */
export function turnsRound(sentence: string, { passages, facts }: Support): boolean {
  const said = clausesOf(sentence);
  const cited = [...passages, ...facts].flatMap((text) => clausesOf(text));
  const isCited = (clause: Clause, one: Negation): boolean =>
    cited.some((other) => other.negations.some((two) => negatesSame(clause, one, other, two)));
  if (said.some((clause) => clause.negations.some((one) => !isCited(clause, one)))) return true;
  return passages.some((text) =>
    clausesOf(text).some(({ words, negations }) =>
      negations.some((one) =>
        formsOf(words, one).some(([drops, keeps]) => isPlain(said, drops) && !isPlain(cited, keeps)),
      ),
    ),
  );
}

function negatesSame(one: Clause, a: Negation, other: Clause, b: Negation): boolean {
  const [word, next] = one.words.slice(a.target, a.target + 2).map(markKey);
  const [negated, ...behind] = other.words.slice(b.target, b.target + 1 + REACH).map(markKey);
  if (word !== negated || a.free !== b.free) return false;
  return next === undefined || behind.includes(next) || LINK.has(one.words[a.target + 1] ?? '');
}

type Form = (words: string[], index: number) => boolean;

/**
 * How a sentence may say what was negated, each with what a text must say for that: the word with the one behind it
 * ("chậm nộp báo cáo"), the word by itself ("… chậm"), the word with its helping words ("được chậm").
 */
function formsOf(words: string[], { at, target }: Negation): [Form, Form][] {
  const [word, next] = words.slice(target, target + 2).map(markKey);
  if (word === undefined) return [];
  const helped = words.slice(at + 1, target + 1);
  const is = (one: string | undefined, key: string): boolean => one !== undefined && markKey(one) === key;
  const any: Form = (said, index) => is(said[index], word);
  const alone: Form = (said, index) =>
    any(said, index) && (next === undefined || LINK.has(said[index + 1] ?? 'và'));
  const pair: Form = (said, index) =>
    any(said, index) && said.slice(index + 1, index + 4).some((one) => next !== undefined && is(one, next));
  const whole: Form = (said, index) => helped.every((one, step) => said[index + step] === one);
  return [[pair, pair], [alone, any], ...(helped.length > 1 ? [[whole, whole] satisfies [Form, Form]] : [])];
}

/** True when it is said somewhere outside every negation. */
function isPlain(clauses: Clause[], form: Form): boolean {
  return clauses.some(({ words, negations }) =>
    words.some((_, index) => !isNegated(negations, index) && form(words, index)),
  );
}

function isNegated(negations: Negation[], index: number): boolean {
  return negations.some(({ at, target }) => at < index && index <= target + REACH);
}

/** English ways to say a negation in another word. */
const NEGATIVE_IN_ENGLISH =
  /\b(?:avoid|prohibit|forbid|forbade|ban(?:s|ned)?\b|prevent|exclud|exempt|refus|un(?!der|til|i)|in(?:adequate|sufficient)|lack)|less\b/iu;

/**
 * An English sentence has no word in common with a Vietnamese passage: it may negate as often as the passages do, and
 * must when nothing in them stands without a negation.
 */
export function turnsRoundInEnglish(sentence: string, passages: string[]): boolean {
  const cited = passages.flatMap((text) => clausesOf(text)).filter(({ words }) => words.length > 0);
  const count = (clauses: Clause[]): number => clauses.flatMap(({ negations }) => negations).length;
  const negates = count(clausesOf(sentence, NEGATIVE.en));
  const all = cited.length > 0 && cited.every(({ negations }) => negations.length > 0);
  return negates > count(cited) || (all && negates === 0 && !NEGATIVE_IN_ENGLISH.test(sentence));
}
