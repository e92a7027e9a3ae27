import type { Agency, Knowledge } from '../core/programme.ts';
import { fold } from '../core/text.ts';

/** An agency the text names, and where (indices of the NFC text). */
export interface AgencyMention {
  agency: Agency;
  from: number;
  to: number;
}

interface Word {
  key: string;
  folded: string;
  from: number;
  to: number;
}

interface Name {
  agency: Agency;
  words: Word[];
}

const tables = new WeakMap<Agency[], Map<string, Name[]>>();

/** The agencies the text names, however written ("SGTVT", "so giao thong", "Department of Transport"), as they come. */
export function findAgencies(text: string, knowledge: Pick<Knowledge, 'agencies'>): Agency[] {
  return [...new Set(locateAgencies(text, knowledge).map(({ agency }) => agency))];
}

/** Every mention, longest names first where they overlap. */
export function locateAgencies(text: string, { agencies }: Pick<Knowledge, 'agencies'>): AgencyMention[] {
  const table = tables.get(agencies) ?? makeTable(agencies);
  tables.set(agencies, table);
  const words = wordsOf(text.normalize('NFC'));
  const found: AgencyMention[] = [];
  for (let at = 0; at < words.length; ) {
    const names = table.get(words[at]?.folded ?? '') ?? [];
    const name = names.find((candidate) => standsAt(candidate.words, words, at));
    if (name) {
      const last = words[at + name.words.length - 1];
      found.push({ agency: name.agency, from: words[at]?.from ?? 0, to: last?.to ?? 0 });
      at += name.words.length;
    } else at += 1;
  }
  return found;
}

/** The text without the agencies it names. */
export function withoutAgencies(text: string, mentions: AgencyMention[]): string {
  let rest = text.normalize('NFC');
  for (const { from, to } of mentions)
    rest = `${rest.slice(0, from)}${' '.repeat(to - from)}${rest.slice(to)}`;
  return rest;
}

function makeTable(agencies: Agency[]): Map<string, Name[]> {
  const table = new Map<string, Name[]>();
  for (const agency of agencies) {
    const names = [agency.name, agency.short, agency.english, ...agency.aliases];
    // "Bên công thương" is how colleagues say "Sở Công Thương".
    const spoken = names.filter((name) => /^Sở /u.test(name)).map((name) => name.replace(/^Sở /u, 'bên '));
    for (const written of [...names, ...spoken]) {
      const words = wordsOf(written);
      const first = words[0];
      if (first) table.set(first.folded, [...(table.get(first.folded) ?? []), { agency, words }]);
    }
  }
  for (const names of table.values()) names.sort((a, b) => b.words.length - a.words.length);
  return table;
}

function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => ({
    key: markKey(match[0]),
    folded: fold(match[0]),
    from: match.index,
    to: match.index + match[0].length,
  }));
}

function standsAt(name: Word[], words: Word[], at: number): boolean {
  return name.every((word, index) => sameWord(word, words[at + index]));
}

/** Typed without marks anything fits; typed with marks they must be the same, wherever on the vowels they stand (hoá, hóa). */
function sameWord(name: Word, typed: Word | undefined): boolean {
  if (!typed || name.folded !== typed.folded) return false;
  return typed.key === typed.folded || name.key === typed.key || name.key === name.folded;
}

function markKey(word: string): string {
  const lower = word.toLowerCase();
  const marks = (lower.normalize('NFD').match(/\p{M}/gu) ?? []).sort().join('');
  const folded = fold(word);
  return marks === '' && !lower.includes('đ') ? folded : `${folded}|${marks}|${lower.includes('đ')}`;
}
