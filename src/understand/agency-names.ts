import type { Agency, Glossary, Knowledge } from '../core/programme.ts';
import { escapeRegExp } from '../core/text.ts';

/** One way an agency, or a unit of a group, may be written. */
export interface WrittenName {
  agency: Agency;
  /** The unit of a group this names, as knowledge spells it. */
  member?: string;
  words: string[];
  /** Without "Sở": only its place in a question shows that an agency is meant ("GTVT", "công thương"). */
  bare: boolean;
}

/**
 * Every way the agencies may be written: as knowledge spells them, with the glossary's abbreviations, and for
 * departments and ministries the signs made of their names (Sở KH&ĐT, SKHĐT, S.KHĐT, bên kế hoạch đầu tư).
 * Small words inside a name ("và", "các") are left out: the reader skips them.
 */
export function writtenNames({
  agencies,
  glossary,
}: Pick<Knowledge, 'agencies' | 'glossary'>): WrittenName[] {
  const phrases = phrasesOf(glossary);
  const names = new Map<string, WrittenName>();
  const add = (agency: Agency, text: string, bare = false, member?: string): void => {
    for (const words of groupings(wordsOf(text))) {
      const key = `${bare} ${words.join(' ').toLowerCase()}`;
      if (words.length > 0 && !names.has(key))
        names.set(key, { agency, words, bare, ...(member === undefined ? {} : { member }) });
    }
  };
  const headed = agencies.flatMap((agency) => headedName(agency) ?? []);
  for (const agency of agencies) {
    const spelled = [agency.name, agency.short, agency.english, ...agency.aliases];
    const own = headed.find((one) => one.agency === agency);
    for (const text of spelled) {
      for (const written of own ? [text] : abbreviated(text, phrases)) add(agency, written);
      if (text.startsWith('Sở ')) add(agency, text.replace(/^Sở /u, 'bên '));
    }
    for (const member of agency.members ?? [])
      for (const written of abbreviated(member, phrases)) add(agency, written, false, member);
  }
  for (const one of headed) {
    for (const text of signs(one)) add(one.agency, text);
    for (const text of partly(one, headed)) add(one.agency, text);
    if (one.head === 'Sở') for (const text of withoutHead(one)) add(one.agency, text, true);
  }
  return [...names.values()];
}

/** "Sở Kế hoạch và Đầu tư": its head and its parts. */
interface HeadedName {
  agency: Agency;
  head: string;
  parts: string[];
}

function headedName(agency: Agency): HeadedName | null {
  const found = /^(Sở|Bộ) (?!Chỉ huy|.* tỉnh)(.+)$/u.exec(agency.name);
  if (!found) return null;
  const parts = (found[2] ?? '').split(/\s*,\s*|\s+-\s+|\s+và\s+/u);
  return { agency, head: found[1] ?? '', parts };
}

/** The head with every part in full or as its first letters; and the letters alone behind the head's ("SKHĐT"). */
function signs({ head, parts }: HeadedName): string[] {
  const letters = parts.map(firstLetters);
  const short = letters.join('').length < 4;
  return [
    ...mixtures(parts).flatMap((mixture) => headsOf(head).map((one) => `${one} ${mixture.join(' ')}`)),
    `${head.charAt(0)}${short ? '' : ' '}${letters.join(' ')}`,
  ];
}

/** "Sở Đầu tư", "Sở Thể thao và Du lịch": parts that no other department or ministry has. */
function partly({ agency, head, parts }: HeadedName, all: HeadedName[]): string[] {
  const runs = parts.flatMap((_, from) =>
    parts.slice(from).map((__, more) => parts.slice(from, from + more + 1)),
  );
  const others = all.filter((one) => one.agency !== agency && one.head === head);
  return runs
    .filter((run) => run.length < parts.length)
    .filter((run) => !others.some((one) => run.every((part) => one.parts.includes(part))))
    .flatMap((run) => headsOf(head).map((one) => `${one} ${run.join(' ')}`));
}

function withoutHead({ parts }: HeadedName): string[] {
  const letters = parts.map(firstLetters);
  return [parts.join(' '), ...(letters.join('').length < 4 ? [] : [letters.join(' ')])];
}

/** "Bên công thương" is how colleagues say "Sở Công Thương". */
function headsOf(head: string): string[] {
  return head === 'Sở' ? [head, 'bên'] : [head];
}

function mixtures(parts: string[]): string[][] {
  return parts.reduce<string[][]>(
    (all, part) => all.flatMap((before) => [part, firstLetters(part)].map((next) => [...before, next])),
    [[]],
  );
}

function firstLetters(part: string): string {
  return part
    .split(' ')
    .map((syllable) => syllable.charAt(0).toUpperCase())
    .join('');
}

interface Phrase {
  phrase: string;
  short: string;
}

/** The glossary's abbreviations, longest phrase first. */
function phrasesOf({ abbreviations }: Glossary): Phrase[] {
  return abbreviations
    .flatMap(({ short, long }) => long.map((phrase) => ({ short, phrase })))
    .filter(({ phrase }) => phrase.includes(' '))
    .sort((a, b) => b.phrase.length - a.phrase.length);
}

/** The text, and with each phrase the glossary can shorten written short or not. */
function abbreviated(text: string, phrases: Phrase[]): string[] {
  const out = new Set([text]);
  for (const { phrase, short } of phrases.filter(({ phrase: one }) => text.toLowerCase().includes(one))) {
    const pattern = new RegExp(`(?<!\\p{L})${escapeRegExp(phrase)}(?!\\p{L})`, 'iu');
    for (const written of [...out]) out.add(written.replace(pattern, () => short));
  }
  return [...out].filter((written) => written === text || written.length > 2);
}

/** Signs in capitals stand apart or together: "BQL KKT NS", "BQLKKT NS", "BQLKKTNS". */
function groupings(words: string[]): string[][] {
  const [first, ...rest] = words;
  if (first === undefined) return [[]];
  return groupings(rest).flatMap((tail) => {
    const next = tail[0];
    const joins = next !== undefined && isSign(first) && isSign(next);
    return joins
      ? [
          [first, ...tail],
          [`${first}${next}`, ...tail.slice(1)],
        ]
      : [[first, ...tail]];
  });
}

function isSign(word: string): boolean {
  return /^\p{Lu}+$/u.test(word);
}

/** Words that may stand inside a name or be left out. */
export const SMALL_WORDS = new Set(['va', 'cac', 'and', 'the', 'of']);

function wordsOf(text: string): string[] {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.filter((word, at) => at === 0 || !/^(và|các|and|the|of)$/iu.test(word));
}
