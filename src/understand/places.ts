import type { Knowledge, Place } from '../core/programme.ts';
import { escapeRegExp, fold } from '../core/text.ts';
import { markKey } from '../knowledge/syllables.ts';
import { foldAligned, hasMarks } from './align.ts';

/** A district or commune the text names, and where (indices of the NFC text). */
export interface PlaceMention {
  /** As knowledge spells it, else as typed. */
  name: string;
  /** As it says itself; null for a name alone, which may be a former district or a commune. */
  level: Place['level'] | null;
  /** Its own word for the level, written out ("thị xã" for "tx"), or null. */
  kind: string | null;
  /** What knowledge lists under this name, of the level it says. */
  listed: Place[];
  /** The ids of the agencies that stand for all districts and for all communes. */
  groups: string[];
  from: number;
  to: number;
}

const DISTRICT = 'huyen|thi xa|tx|thanh pho|tp|t\\.p';
const LEVEL = `(${DISTRICT}|xa|phuong|thi tran|p(?=\\.)|x(?=\\.))`;
/** The level's own words, by how they are typed. */
const KINDS: Record<string, string> = {
  huyen: 'huyện',
  'thi xa': 'thị xã',
  tx: 'thị xã',
  'thanh pho': 'thành phố',
  tp: 'thành phố',
  't.p': 'thành phố',
  xa: 'xã',
  x: 'xã',
  phuong: 'phường',
  p: 'phường',
  'thi tran': 'thị trấn',
};
const BEFORE = '(?<![\\p{L}\\p{N}])(?:(?:ubnd|uy ban nhan dan|uy ban|chu tich|chinh quyen) )*';
/** A name knowledge does not list must look like one. */
const UNLISTED =
  /(?<!\p{L})([Hh]uyện|[Tt]hị xã|[Xx]ã|[Pp]hường|[Tt]hị trấn)\s+(\p{Lu}\p{Ll}*(?:\s+\p{Lu}\p{Ll}*){0,2})/gu;

const patterns = new WeakMap<Place[], RegExp>();

/** The places the text names, with or without marks, level and "UBND" before the name. */
export function locatePlaces(
  text: string,
  { places, about, communes, districts }: Pick<Knowledge, 'places' | 'about' | 'communes' | 'districts'>,
): PlaceMention[] {
  const written = text.normalize('NFC');
  const pattern = patterns.get(places) ?? patternOf(places);
  patterns.set(places, pattern);
  const groups = [districts, communes].filter((id) => id !== null);
  // Where a city bears the province's name, the name without "thành phố" is the province's.
  const [province] = about.places;
  const known = places.length > 0 ? [...foldAligned(written).matchAll(pattern)] : [];
  const listed = known.flatMap((match): PlaceMention[] => {
    const [whole, levelWord, folded = ''] = match;
    const to = match.index + whole.length;
    const typed = written.slice(to - folded.length, to);
    const level = levelWord ? levelOf(levelWord) : null;
    const kind = levelWord ? (KINDS[levelWord] ?? null) : null;
    const named = places.filter(({ name }) => fold(name) === folded && sameMarks(name, typed));
    const [first] = named;
    if (!first || (level === null && first.name === province)) return [];
    const of = named.filter((place) => level === null || place.level === level);
    return [{ name: first.name, level, kind, listed: of, groups, from: match.index, to }];
  });
  const unlisted = [...written.matchAll(UNLISTED)].map((match): PlaceMention => {
    const [whole, levelWord = '', name = ''] = match;
    const [from, to] = [match.index, match.index + whole.length];
    const said = fold(levelWord);
    return { name, level: levelOf(said), kind: KINDS[said] ?? null, listed: [], groups, from, to };
  });
  const apart = unlisted.filter(
    ({ name, from, to }) => !/^Hội/u.test(name) && !listed.some((one) => one.from < to && from < one.to),
  );
  return [...listed, ...apart].sort((a, b) => a.from - b.from);
}

function patternOf(places: Place[]): RegExp {
  const names = [...new Set(places.map(({ name }) => fold(name)))].sort((a, b) => b.length - a.length);
  return new RegExp(
    `${BEFORE}(?:${LEVEL}\\.? ?)?(${names.map(escapeRegExp).join('|')})(?![\\p{L}\\p{N}])`,
    'gu',
  );
}

function levelOf(word: string): Place['level'] {
  return new RegExp(`^(?:${DISTRICT})$`).test(word) ? 'district' : 'commune';
}

/** Typed without marks any name fits. */
function sameMarks(name: string, typed: string): boolean {
  const keys = (text: string): string => text.split(/\s+/).map(markKey).join(' ');
  return !hasMarks(typed) || keys(name) === keys(typed);
}
