import type { Glossary } from '../core/programme.ts';
import { fold } from '../core/text.ts';

/** The syllables of a text, folded: "Cảng cạn" → cang, can. */
export function syllables(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The syllables with their marks, as far as a text has them: "Cảng cạn" → cảng, cạn. */
export function marked(text: string): string[] {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** Neighbours as one term: cang, can, sao → cang_can, can_sao. */
export function pairs(words: string[]): string[] {
  return words.slice(1).map((word, index) => `${words[index]}_${word}`);
}

/** Words of a question that say nothing of its subject. Pairs first: each is dropped where both stand together. */
const EMPTY_PAIRS = new Set(
  `la_gi gi_vay nhu_nao the_nao nhu_the lam_sao bao_nhieu bao_gio khi_nao co_khong cho_hoi cho_em cho_e em_hoi xin_hoi
  hay_cho cho_biet cho_toi vui_long quy_vi chu_tri chu_tr co_quan don_vi so_nao nganh_nao cua_tinh nhiem_vu quyet_dinh
  chuong_trinh theo_quyet trong_quyet nay_co co_noi noi_gi noi_ve noi_dung ra_sao duoc_giao phu_trach chiu_trach
  trach_nhiem ai_lam do_ai ai_la giao_cho giao_ai phai_lam lam_gi viec_gi cu_the phai_khong dung_khong tinh_thanh`
    .split(/\s+/)
    .filter((pair) => pair !== ''),
);
const EMPTY = new Set(
  `a ah ak ai anh chi em e oi ban minh toi tui ad admin bot cho hoi xin la gi j nao sao the thi vay v day do nay kia
  nhe nha nhi khong ko k hong hok co duoc dc duoc bi cua va voi vs trong ngoai theo ve tai tu den o ra vao len cac nhung
  mot may bao nhieu bnhieu bn khi luc gio muon can hay cung da dang se roi r chua rui ma thoi day ben nguoi viec lam
  lam phai gi giao phu trach chiu cu the noi dung ghi biet gium giup dum ho vui long hien tai bay tinh thanh hoa
  quyet dinh qd 3572 ubnd chuong trinh nhiem vu chu tri dau muc tim kiem tra cuu lien quan con nua luon nhu ntn
  who which what when where how many much is are was were do does did the a an of for in on to by at and or with from
  this that it its there has have had be been will would should can could please tell me about any all some under
  agency agencies department lead leads leading led responsible charge decision programme program province thanh hoa
  task tasks assigned must say says mention mentioned include included according`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** One term of a query and how much it counts. */
export interface QueryTerm {
  term: string;
  weight: number;
}

export interface PreparedQuery {
  /** All syllables in order, abbreviations and English written out. */
  written: string[];
  /** What the question is about: folded syllables, empty words left out, abbreviations and English written out. */
  words: QueryTerm[];
  terms: QueryTerm[];
}

/**
 * Prepares questions for search with the programme's abbreviations, synonyms and English words. `knownPair` tells
 * whether two syllables stand side by side in the programme.
 */
export function createQueryReader(
  glossary: Glossary,
  knownPair: (pair: string) => boolean,
): (query: string) => PreparedQuery {
  const dropEmpty = (words: string[]): string[] => withoutEmpty(words, knownPair);
  const abbreviations = new Map(
    glossary.abbreviations.map(({ short, long }) => [fold(short), long.map(syllables)]),
  );
  const english = phraseTable(glossary.english.map(({ term, vietnamese }) => [term, [vietnamese]]));
  const synonyms = phraseTable(
    glossary.synonyms.map((group) => [group[0] ?? '', group.slice(1)] as [string, string[]]),
  );

  return (query) => {
    const raw = replacePhrases(syllables(query), english);
    const written: string[] = [];
    const extra: QueryTerm[] = [];
    for (const word of raw) {
      const readings = abbreviations.get(word);
      if (!readings) written.push(word);
      else {
        written.push(...(readings[0] ?? []));
        for (const reading of readings.slice(1)) extra.push(...weigh(reading, 0.4));
      }
    }
    const kept = dropEmpty(written);
    const words = weigh(kept, 1);
    for (const phrase of matchPhrases(written, synonyms)) extra.push(...weigh(dropEmpty(phrase), 0.6));
    const accented = marked(query).filter((word) => word !== fold(word));
    return {
      written,
      words: [...words, ...extra],
      terms: [
        ...words,
        ...weigh(pairs(written).filter(useful(kept)), 1.1),
        ...extra,
        ...weigh(pairsOfExtra(extra), 0.6),
        ...weigh(accented, 0.25),
      ],
    };
  };
}

function weigh(words: string[], weight: number): QueryTerm[] {
  return words.map((term) => ({ term, weight }));
}

function pairsOfExtra(extra: QueryTerm[]): string[] {
  return pairs(extra.map(({ term }) => term));
}

function useful(kept: string[]): (pair: string) => boolean {
  const set = new Set(kept);
  return (pair) => {
    const [a = '', b = ''] = pair.split('_');
    return set.has(a) || set.has(b);
  };
}

/**
 * Leaves out what says nothing of the subject. Without marks "giao" of "giáo dục" looks like "giao": a syllable stays
 * when it makes a pair of the programme with a neighbour that has a meaning of its own.
 */
function withoutEmpty(words: string[], knownPair: (pair: string) => boolean): string[] {
  const inEmptyPair = new Set<number>();
  words.forEach((word, index) => {
    const next = words[index + 1];
    if (next !== undefined && EMPTY_PAIRS.has(`${word}_${next}`)) {
      inEmptyPair.add(index);
      inEmptyPair.add(index + 1);
    }
  });
  return words.filter((word, index) => {
    if (inEmptyPair.has(index)) return false;
    if (!EMPTY.has(word)) return true;
    const before = words[index - 1];
    const after = words[index + 1];
    return (
      (before !== undefined &&
        !EMPTY.has(before) &&
        !inEmptyPair.has(index - 1) &&
        knownPair(`${before}_${word}`)) ||
      (after !== undefined &&
        !EMPTY.has(after) &&
        !inEmptyPair.has(index + 1) &&
        knownPair(`${word}_${after}`))
    );
  });
}

type PhraseTable = Map<string, string[]>;

function phraseTable(rows: [string, string[]][]): PhraseTable {
  return new Map(rows.map(([from, to]) => [syllables(from).join(' '), to]));
}

const LONGEST = 4;

function replacePhrases(words: string[], table: PhraseTable): string[] {
  const out: string[] = [];
  for (let at = 0; at < words.length; ) {
    const length = matchLength(words, at, table);
    const to = length > 0 ? table.get(words.slice(at, at + length).join(' ')) : undefined;
    out.push(...(to ? to.flatMap(syllables) : [words[at] ?? '']));
    at += Math.max(1, length);
  }
  return out;
}

function matchPhrases(words: string[], table: PhraseTable): string[][] {
  const found: string[][] = [];
  for (let at = 0; at < words.length; at += 1) {
    const length = matchLength(words, at, table);
    if (length > 0)
      for (const to of table.get(words.slice(at, at + length).join(' ')) ?? []) found.push(syllables(to));
  }
  return found;
}

function matchLength(words: string[], at: number, table: PhraseTable): number {
  for (let length = LONGEST; length > 0; length -= 1) {
    if (table.has(words.slice(at, at + length).join(' ')) && at + length <= words.length) return length;
  }
  return 0;
}
