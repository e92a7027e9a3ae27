import type { Knowledge, Role } from '../core/programme.ts';
import { fold } from '../core/text.ts';
import { englishStems, syllables } from '../knowledge/syllables.ts';
import { locateAgencies } from '../understand/agencies.ts';
import { turnsRound, turnsRoundInEnglish } from './negation.ts';

/** What a sentence may stand on. */
export interface Support {
  /** The cited passages, each whole, typing errors of the source mended. */
  passages: string[];
  /** Our own lines that stay under the sentence, and how people ask for the passages in English. */
  facts: string[];
}

export type Fault = 'number' | 'name' | 'agency' | 'role' | 'negation' | 'strange';

/** Most of a sentence must be words of its passages; English says them in words of its own. */
const MOST_STRANGE = { vi: 0.3, en: 0.6 };

/**
 * Why a sentence written by a model must not be shown, or null: each number, name, agency and role must stand in what it
 * cites, in the same order and with the same unit; a "không" more or less than the passages have turns their sense round.
 */
export function faultOf(
  sentence: string,
  { passages, facts }: Support,
  language: 'vi' | 'en',
  knowledge: Pick<Knowledge, 'agencies' | 'glossary' | 'source'>,
): Fault | null {
  const texts = [...passages, ...facts];
  if (!texts.some((text) => isPartOf(numbersOf(sentence), numbersOf(text)))) return 'number';
  const whole = texts.join('\n');
  if (numberWords(sentence).some((word) => !numberWords(whole).includes(word))) return 'number';
  const named = agenciesOf(sentence, knowledge);
  const known = new Set(agenciesOf(whole, knowledge));
  if (named.some((id) => !known.has(id))) return 'agency';
  const bonds = new Set(texts.flatMap((text) => bondsOf(text, knowledge)));
  if (bondsOf(sentence, knowledge).some((bond) => !bonds.has(bond))) return 'role';
  const names = properNames(sentence);
  if (names.inside.some((name) => !fold(whole).includes(fold(name)))) return 'name';
  // What opens a sentence has a capital anyway: a word of the programme is none of the names it must not bring.
  const ordinary = new Set(syllables(`${whole} ${knowledge.source}`));
  if (language === 'vi' && names.opening.some((name) => syllables(name).some((one) => !ordinary.has(one))))
    return 'name';
  if (language === 'vi' ? turnsRound(sentence, { passages, facts }) : turnsRoundInEnglish(sentence, passages))
    return 'negation';
  return strangeShare(sentence, whole, language) > MOST_STRANGE[language] ? 'strange' : null;
}

/** Numbers, dates and document signs as written, leading zeros left out; a quantity with the word or sign behind it. */
function numbersOf(text: string): string[] {
  return [...text.matchAll(/(\d+(?:[.,/-]\d+)*(?:\/[\p{Lu}\d-]+)?)(\s*%(?:\/\p{L}+)?|\s+\p{L}+)?/gu)].map(
    ([, number = '', unit = '']) => {
      const plain = fold(number).replace(/^0+(?=\d)/, '');
      return /^\d{4}$|[/-]/.test(plain) ? plain : `${plain} ${fold(unit).trim()}`;
    },
  );
}

const NUMBER_WORDS =
  /(?<!\p{L})(hai|ba|bốn|sáu|bảy|tám|chín|mười|chục|trăm|nghìn|ngàn|triệu|tỷ|tỉ|gấp đôi|một nửa|two|three|four|five|six|seven|eight|nine|ten|dozen|hundred|thousand|million|billion|twice|half|double)(?!\p{L})/giu;

function numberWords(text: string): string[] {
  return [...text.matchAll(NUMBER_WORDS)].map(([word]) => word.toLowerCase());
}

/** True when the first list stands in the second in the same order: figures of two periods must not change places. */
function isPartOf(some: string[], all: string[]): boolean {
  let at = 0;
  for (const one of some) {
    const found = all.indexOf(one, at);
    if (found < 0) return false;
    at = found + 1;
  }
  return true;
}

function agenciesOf(text: string, knowledge: Pick<Knowledge, 'agencies' | 'glossary'>): string[] {
  return locateAgencies(text, knowledge).map(({ agency }) => agency.id);
}

const ROLES: [RegExp, Role][] = [
  [/chủ trì|phụ trách|chịu trách nhiệm|đầu mối|\blead(?:s|ing)?\b|\bin charge\b|\bresponsible\b/giu, 'lead'],
  [/phối hợp|\bcoordinat\w+|\bco-?operat\w+/giu, 'coordinate'],
  [/chỉ đạo|\bdirect(?:s|ed|ing)?\b/giu, 'direct'],
];

/** Which role word stands beside which agency, in order: "A chủ trì, phối hợp với B" gives A→lead, coordinate→B. */
function bondsOf(text: string, knowledge: Pick<Knowledge, 'agencies' | 'glossary'>): string[] {
  const marks = [
    ...locateAgencies(text, knowledge).map(({ agency, from }) => ({ at: from, name: agency.id })),
    ...ROLES.flatMap(([pattern, role]) =>
      [...text.normalize('NFC').matchAll(pattern)].map(({ index }) => ({ at: index, name: `:${role}` })),
    ),
  ].sort((a, b) => a.at - b.at);
  return marks.slice(1).flatMap(({ name }, index) => {
    const before = marks[index]?.name ?? '';
    return before.startsWith(':') !== name.startsWith(':') ? [`${before}→${name}`] : [];
  });
}

/** Capitalised words of a sentence, one by one where they open it, and names with capitals inside ("IoT", "TeleICU"). */
function properNames(sentence: string): { inside: string[]; opening: string[] } {
  const inside: string[] = [];
  const opening: string[] = [];
  for (const match of sentence.matchAll(/(?<![\p{L}\d])\p{Lu}[\p{L}\d-]*(?: \p{Lu}[\p{L}\d-]*)*/gu)) {
    const opens = /(?:^|[.!?:]\s*)[("“]?$/u.test(sentence.slice(0, match.index));
    const [first = '', ...rest] = match[0].split(' ');
    if (!opens) inside.push(match[0]);
    else {
      opening.push(first);
      if (rest.length > 0) inside.push(rest.join(' '));
    }
  }
  return { inside: [...inside, ...(sentence.match(/\p{Ll}\p{L}*\p{Lu}[\p{L}\d]*/gu) ?? [])], opening };
}

/** Words that carry no matter of their own. */
const PLAIN = new Set(
  'va cua la cac cho nhung duoc trong de voi theo tai den tu ve co o nay do dong thoi bao gom gom nham muc tieu noi dung quyet dinh chuong trinh tinh can phai se cung nhu mot the thong qua nam viec nhu sau neu ro quy dinh yeu cau huong toi phan dau the and of to in for with on by from is are be will as at its it that this which programme decision province aim include'.split(
    ' ',
  ),
);

function strangeShare(sentence: string, whole: string, language: 'vi' | 'en'): number {
  const words = language === 'en' ? englishStems : syllables;
  const known = new Set([...words(whole), ...syllables(whole)]);
  const telling = words(sentence).filter((word) => !PLAIN.has(word));
  if (telling.length === 0) return 1;
  return telling.filter((word) => !known.has(word)).length / telling.length;
}
