import type { Agency, Knowledge } from '../core/programme.ts';
import { fold } from '../core/text.ts';
import { SMALL_WORDS, type WrittenName, writtenNames } from './agency-names.ts';

/** An agency the text names, and where (indices of the NFC text). */
export interface AgencyMention {
  agency: Agency;
  /** The unit of a group that is meant ("Đại học Hồng Đức"), where knowledge lists it. */
  member?: string;
  from: number;
  to: number;
}

interface Word {
  key: string;
  folded: string;
  from: number;
  to: number;
}

/** Names by their folded words, one word a step. */
interface Step {
  next: Map<string, Step>;
  names: (WrittenName & { keys: string[] })[];
}

type Names = Pick<Knowledge, 'agencies' | 'glossary'>;

const trees = new WeakMap<Agency[], Step>();

/** The agencies the text names, however written ("SGTVT", "so giao thong", "Department of Transport"), as they come. */
export function findAgencies(text: string, knowledge: Names): Agency[] {
  return [...new Set(locateAgencies(text, knowledge).map(({ agency }) => agency))];
}

/** Every mention, longest names first where they overlap. With `bare`, names without "Sở" too ("GTVT", "công thương"). */
export function locateAgencies(text: string, knowledge: Names, bare = false): AgencyMention[] {
  const tree = trees.get(knowledge.agencies) ?? makeTree(knowledge);
  trees.set(knowledge.agencies, tree);
  const words = wordsOf(text.normalize('NFC'));
  const found: AgencyMention[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] as Word;
    if (isPartOfWord(words.slice(Math.max(0, at - 2), at), word)) continue;
    const longest = nameAt(tree, words, at, bare);
    if (!longest) continue;
    const { agency, member } = longest.name;
    const to = words[longest.last]?.to ?? word.to;
    found.push({ agency, ...(member === undefined ? {} : { member }), from: word.from, to });
    at = longest.last;
  }
  return found;
}

/** The text without the agencies it names. */
export function withoutAgencies(text: string, mentions: { from: number; to: number }[]): string {
  let rest = text.normalize('NFC');
  for (const { from, to } of mentions)
    rest = `${rest.slice(0, from)}${' '.repeat(to - from)}${rest.slice(to)}`;
  return rest;
}

/** "Cơ sở", "cán bộ": the syllable before makes another word of what looks like "sở" or "bộ". */
const IN_WORDS = /(?:^| )(?:(?:co|tru) so|(?:can|toan|noi|cuc|tien|dong|duong|di|dang|trung|bac|nam) bo)$/;
/** Typed without marks "so" is "số" as well: "một số", "chuyển đổi số". */
const IN_NUMBERS =
  /(?:^| )(?:mot|ho|tong|ma|he|tan|thong|dan|chuyen doi|cong nghe|ky thuat|noi dung|nen tang|ha tang|du lieu|chinh phu|kinh te|xa hoi) so$/;

function isPartOfWord(before: Word[], word: Word): boolean {
  if (word.folded !== 'so' && word.folded !== 'bo') return false;
  const said = [...before, word].map(({ folded }) => folded).join(' ');
  return IN_WORDS.test(said) || (word.key === 'so' && IN_NUMBERS.test(said));
}

function makeTree(knowledge: Names): Step {
  const tree: Step = { next: new Map(), names: [] };
  for (const name of writtenNames(knowledge)) {
    const words = name.words.flatMap(wordsOf);
    let step = tree;
    for (const { folded } of words) {
      const next = step.next.get(folded) ?? { next: new Map(), names: [] };
      step.next.set(folded, next);
      step = next;
    }
    step.names.push({ ...name, keys: words.map(({ key }) => key) });
  }
  return tree;
}

/** The longest name that begins at this word, and its last word. Small words inside it are skipped. */
function nameAt(
  tree: Step,
  words: Word[],
  at: number,
  bare: boolean,
): { name: WrittenName; last: number } | null {
  let longest: { name: WrittenName; last: number } | null = null;
  const typed: Word[] = [];
  let step: Step | undefined = tree;
  for (let last = at; last < words.length; last += 1) {
    const word = words[last] as Word;
    const next: Step | undefined = step.next.get(word.folded);
    if (!next && last > at && SMALL_WORDS.has(word.folded)) continue;
    if (!next) break;
    step = next;
    typed.push(word);
    const name = step.names.find((one) => (bare || !one.bare) && one.keys.every(fits(typed)));
    if (name) longest = { name, last };
  }
  return longest;
}

/** Typed without marks anything fits; typed with marks they must be the same, wherever on the vowels they stand (hoá, hóa). */
function fits(typed: Word[]): (key: string, at: number) => boolean {
  return (key, at) => {
    const word = typed[at];
    return word !== undefined && (word.key === word.folded || key === word.key || key === word.folded);
  };
}

function wordsOf(text: string): Word[] {
  // "S.YT" is written for "SYT".
  return [
    ...text.matchAll(/(?<![\p{L}\p{N}])[SBsb]\.(?:\p{Lu}+|[bcdđghklmnpqrstvx]+(?!\p{L}))|[\p{L}\p{N}]+/gu),
  ].map(({ 0: typed, index }) => {
    const word = typed.replace('.', '');
    return { key: markKey(word), folded: fold(word), from: index, to: index + typed.length };
  });
}

function markKey(word: string): string {
  const lower = word.toLowerCase();
  const marks = (lower.normalize('NFD').match(/\p{M}/gu) ?? []).sort().join('');
  const folded = fold(word);
  return marks === '' && !lower.includes('đ') ? folded : `${folded}|${marks}|${lower.includes('đ')}`;
}
