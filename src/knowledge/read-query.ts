import type { Glossary } from '../core/programme.ts';
import { fold } from '../core/text.ts';
import { COMMON_WORDS, isCommonPair } from './common-words.ts';
import {
  ENGLISH_EMPTY,
  englishStems,
  isSyllable,
  markKey,
  pairs,
  syllables,
  withMarks,
} from './syllables.ts';
import { createMender, type Vocabulary } from './typing.ts';

/** Words of a question that say nothing of its subject. Pairs first: each is dropped where both stand together. */
const EMPTY_PAIRS = new Set(
  `la_gi gi_vay nhu_nao the_nao nhu_the lam_sao bao_nhieu bao_gio khi_nao co_khong cho_hoi cho_em cho_e em_hoi xin_hoi
  hay_cho cho_biet cho_toi vui_long quy_vi chu_tri chu_tr co_quan don_vi so_nao nganh_nao cua_tinh nhiem_vu quyet_dinh
  chuong_trinh theo_quyet trong_quyet nay_co co_noi noi_gi noi_ve noi_dung ra_sao duoc_giao phu_trach chiu_trach
  trach_nhiem ai_lam do_ai ai_la giao_cho giao_ai phai_lam lam_gi viec_gi cu_the phai_khong dung_khong`
    .split(/\s+/)
    .filter((pair) => pair !== ''),
);
/** Function words whose letters stand for nothing else here: never a subject, though they may stand in a pair. */
const FUNCTION = new Set(
  `la gi j nao o den phai cua va nhung cac vay v nhe nha ko k hok dc vs se roi r nua luon nhu ntn muon cung ngay thang
  nam hom sau khi truoc gom nhan gop xong tung sap nhap hay hoac moi de ra len xuong thuoc ma nhat rat qua cho em anh`.split(
    /\s+/,
  ),
);
const EMPTY = new Set(
  `a ah ak ai anh chi em e oi ban minh toi tui ad admin bot cho hoi xin la gi j nao sao the thi vay v day do nay kia
  nhe nha nhi khong ko k hong hok co duoc dc duoc bi cua va voi vs trong ngoai theo ve tai tu den o ra vao len cac nhung
  mot may bao nhieu bnhieu bn khi luc gio muon can hay cung da dang se roi r chua rui ma thoi day ben nguoi viec lam
  lam phai gi giao phu trach chiu cu the noi dung ghi biet gium giup dum ho vui long hien tai bay tinh
  quyet dinh qd ubnd chuong trinh nhiem vu chu tri dau muc tim kiem tra cuu lien quan con nua luon nhu ntn
  who which what when where how many much is are was were do does did the a an of for in on to by at and or with from
  this that it its there has have had be been will would should can could please tell me about any all some under
  agency agencies department lead leads leading led responsible charge decision programme program province
  task tasks assigned body bodies get gets their them they he she his her up down out into need needs needed supposed
  want make makes made take takes put come comes going go goes should whether if than then so such also just only every each handles handle handling runs manages manage looks after
  must say says mention mentioned include included according`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** With these marks an empty word is one with a meaning of its own. */
const MEANT = new Set(['chợ', 'tàu', 'số hóa', 'nhân', 'tư'].map(markKey));
/** With these marks a syllable only closes a sentence: "bệnh viện nhỉ" is no "bệnh viện nhi". */
const CLOSING = new Set(['nhỉ', 'nhé', 'ạ'].map(markKey));

/** One term of a query and how much it counts. */
export interface QueryTerm {
  term: string;
  weight: number;
  /** Its marks, where they were typed and must be the same: see `markKey`. */
  mark?: string;
}

export interface PreparedQuery {
  /** All syllables in order, abbreviations and English written out, slips mended. */
  written: string[];
  /** What the question is about: folded syllables, empty words left out; synonyms with less weight. */
  words: QueryTerm[];
  /** Stems of an English question's own words. */
  english: string[];
  terms: QueryTerm[];
}

interface Token {
  word: string;
  mark?: string;
  /** Typed in capitals: "DA" is dự án where "da" is đã. */
  capitals?: boolean;
}

/**
 * Prepares questions for search with the programme's abbreviations, synonyms, English words and vocabulary. `names` are
 * what it and its province are called: no subject of a question.
 */
export function createQueryReader(
  glossary: Glossary,
  names: string[],
  vocabulary: Vocabulary & {
    knowsMark(mark: string): boolean;
    /** Two syllables stand side by side in the programme's own words. */
    isPair(first: string, second: string): boolean;
  },
): { read(query: string): PreparedQuery; mend(text: string): string } {
  // "Set" and "on" may be syllables.
  const inEnglish = [...ENGLISH_EMPTY].filter((word) => !isSyllable(word));
  const empty = new Set([...EMPTY, ...inEnglish, ...names.flatMap(syllables)]);
  const emptyPairs = new Set([...EMPTY_PAIRS, ...names.map((name) => `tinh_${syllables(name)[0]}`)]);
  const knownPair = (first: string, second: string): boolean => vocabulary.isPair(first, second);
  const emptyWords = { empty, emptyPairs, knownPair };
  const abbreviations = phraseTable(
    glossary.abbreviations.map(({ short, long }) => [short, long] as [string, string[]]),
  );
  const english = phraseTable(glossary.english.map(({ term, vietnamese }) => [term, [vietnamese]]));
  const synonyms = phraseTable(
    glossary.synonyms.map((group) => [group[0] ?? '', group.slice(1)] as [string, string[]]),
  );
  const ownWords = new Set([...english.keys(), ...synonyms.keys()].flatMap((phrase) => phrase.split(' ')));
  const isKept = (word: string): boolean =>
    empty.has(word) || FUNCTION.has(word) || ownWords.has(word) || ENGLISH_EMPTY.has(word);
  const mend = createMender(vocabulary, isKept);
  const mendMessage = createMender(
    {
      knows: (word) => vocabulary.knows(word) || COMMON_WORDS.has(word),
      pairCount: (first, second) =>
        vocabulary.pairCount(first, second) + (isCommonPair(first, second) ? COMMON_PAIR : 0),
      syllables: [...new Set([...vocabulary.syllables, ...COMMON_WORDS])],
    },
    isKept,
  );

  /** Slips of the finger in a message mended, its questions' words too; what needs no mending stays as typed. */
  function mendText(text: string): string {
    const parts = text.normalize('NFC').split(/([\p{L}\p{N}]+)/u);
    const tokens = parts.flatMap((part, at) => (at % 2 === 1 ? tokensOf(part) : []));
    let word = 0;
    return parts
      .map((part, at) => {
        if (at % 2 === 0) return part;
        const token = tokens[word] as Token;
        word += 1;
        // With its marks a syllable is what was meant.
        const meant = token.mark !== undefined && isSyllable(token.word);
        if (meant || abbreviations.has(token.word) || token.capitals) return part;
        const mended = mendToken(token, tokens, mendMessage)
          .map((one) => one.word)
          .join(' ');
        return mended === token.word ? part : mended;
      })
      .join('');
  }

  function read(query: string): PreparedQuery {
    const extra: QueryTerm[] = [];
    const raw = expand(tokensOf(query), english);
    const typed = expand(
      raw,
      abbreviations,
      (others) => {
        for (const other of others) extra.push(...weigh(syllables(other), OTHER_READING));
      },
      isPlainWord,
    );
    const tokens = typed.flatMap((token) => mendToken(token, typed, mend));
    const written = tokens.map(({ word }) => word);
    const markOf = (at: number): string => tokens[at]?.mark ?? '';
    const kept = withoutEmpty(written, emptyWords, (at) => MEANT.has(markOf(at))).filter(
      (at) => !CLOSING.has(markOf(at)),
    );
    const words = kept.map((at): QueryTerm => {
      const { word, mark } = tokens[at] as Token;
      const slip =
        mark !== undefined &&
        !vocabulary.knowsMark(mark) &&
        (knownPair(written[at - 1] ?? '', word) || knownPair(word, written[at + 1] ?? ''));
      return { term: word, weight: 1, ...(mark !== undefined && !slip ? { mark } : {}) };
    });
    for (const phrase of matchPhrases(written, synonyms)) {
      const meant = syllables(phrase);
      extra.push(
        ...weigh(
          withoutEmpty(meant, emptyWords).map((at) => meant[at] ?? ''),
          SYNONYM,
        ),
      );
    }
    const keptWords = new Set(words.map(({ term }) => term));
    const useful = pairs(written).filter((pair) => pair.split('_').some((word) => keptWords.has(word)));
    const accented = withMarks(query).filter((word) => word !== fold(word));
    const stems = raw.length > 0 && /^[\x20-\x7e]*$/.test(query) ? englishStems(query) : [];
    return {
      written,
      words: [...words, ...extra],
      english: stems,
      terms: [
        ...words,
        ...weigh(useful, 1.1),
        ...extra,
        ...weigh(pairs(extra.map(({ term }) => term)), 0.6),
        ...weigh(accented, 0.25),
        ...weigh(
          [...stems, ...pairs(stems)].map((stem) => `en ${stem}`),
          1,
        ),
      ],
    };
  }
  return { read, mend: mendText };
}

/** A pair of question words weighs as much as one the programme has this often. */
const COMMON_PAIR = 4;
/** How much the second reading of an abbreviation, and a synonym, count beside the words as typed. */
const OTHER_READING = 0.4;
const SYNONYM = 0.6;

function tokensOf(text: string): Token[] {
  return (text.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? []).map((typed) => {
    const word = fold(typed);
    const marked = typed.toLowerCase() !== word;
    return {
      word,
      ...(marked ? { mark: markKey(typed) } : {}),
      ...(typed === typed.toUpperCase() ? { capitals: true } : {}),
    };
  });
}

/** A short abbreviation that is a word of its own when typed small. */
function isPlainWord({ word, capitals }: Token): boolean {
  return !capitals && word.length <= 2 && /[aeiouy]/.test(word);
}

function mendToken(token: Token, all: Token[], mend: (words: string[]) => string[]): Token[] {
  const at = all.indexOf(token);
  const [before, after] = [all[at - 1]?.word ?? '', all[at + 1]?.word ?? ''];
  const mended = mend([before, token.word, after]).slice(1, -1);
  return mended.length === 1 && mended[0] === token.word ? [token] : mended.map((word) => ({ word }));
}

function weigh(words: string[], weight: number): QueryTerm[] {
  return words.map((term) => ({ term, weight }));
}

/** Which words say nothing of a subject, and which two stand together in the programme. */
interface EmptyWords {
  empty: Set<string>;
  emptyPairs: Set<string>;
  knownPair(first: string, second: string): boolean;
}

/**
 * The places of the words that carry a subject. Without marks "giao" of "giáo dục" looks like "giao": a syllable stays
 * when it makes a pair of the programme with a neighbour that has a meaning of its own.
 */
function withoutEmpty(
  words: string[],
  { empty, emptyPairs, knownPair }: EmptyWords,
  isMeant: (at: number) => boolean = () => false,
): number[] {
  const inEmptyPair = new Set<number>();
  words.forEach((word, at) => {
    const next = words[at + 1];
    if (next !== undefined && emptyPairs.has(`${word}_${next}`)) {
      inEmptyPair.add(at);
      inEmptyPair.add(at + 1);
    }
  });
  const hasMeaning = (at: number): boolean =>
    words[at] !== undefined && !empty.has(words[at]) && !FUNCTION.has(words[at]) && !inEmptyPair.has(at);
  return words.flatMap((word, at) => {
    if (isMeant(at)) return [at];
    if (inEmptyPair.has(at) || FUNCTION.has(word)) return [];
    if (!empty.has(word)) return [at];
    const joined =
      (hasMeaning(at - 1) && knownPair(words[at - 1] ?? '', word)) ||
      (hasMeaning(at + 1) && knownPair(word, words[at + 1] ?? ''));
    return joined ? [at] : [];
  });
}

/** Folded phrase → what it stands for, likeliest first. */
type PhraseTable = Map<string, string[]>;

function phraseTable(rows: [string, string[]][]): PhraseTable {
  return new Map(rows.map(([from, to]) => [syllables(from).join(' '), to]));
}

const LONGEST = 4;

/** Writes phrases of the table out by their first reading; the other readings go to `offer`. */
function expand(
  tokens: Token[],
  table: PhraseTable,
  offer: (others: string[]) => void = () => {},
  keep: (token: Token) => boolean = () => false,
): Token[] {
  const words = tokens.map(({ word }) => word);
  const out: Token[] = [];
  for (let at = 0; at < words.length; ) {
    const token = tokens[at] as Token;
    const length = keep(token) ? 0 : matchLength(words, at, table);
    const readings = length > 0 ? table.get(words.slice(at, at + length).join(' ')) : undefined;
    if (readings) {
      out.push(...tokensOf(readings[0] ?? ''));
      offer(readings.slice(1));
    } else out.push(token);
    at += Math.max(1, length);
  }
  return out;
}

function matchPhrases(words: string[], table: PhraseTable): string[] {
  return words.flatMap((_, at) => {
    const length = matchLength(words, at, table);
    return length > 0 ? (table.get(words.slice(at, at + length).join(' ')) ?? []) : [];
  });
}

function matchLength(words: string[], at: number, table: PhraseTable): number {
  for (let length = LONGEST; length > 0; length -= 1) {
    if (table.has(words.slice(at, at + length).join(' ')) && at + length <= words.length) return length;
  }
  return 0;
}
