import { blank, foldAligned } from './align.ts';

const DASH = '(?:gach(?:\\s+dau\\s+dong)?|dau\\s+dong|dong|y|nhiem vu|nv)(?:\\s+thu|\\s+so)?';
const ORDINALS = ['dau tien', 'thu hai', 'thu ba', 'thu tu', 'thu nam', 'thu sau', 'thu bay', 'thu tam'];
const STEP = '[\\s.,/-]*';
const ROMAN = new RegExp(
  `(?<![a-z0-9])(?<r>iii|ii|iv|vi|v|i)(?<sep>${STEP})(?:(?:muc|khoan|phan)\\s*)?(?<n>\\d{1,2})(?!\\d|%|\\s*%)` +
    `(?:${STEP}(?:diem\\s*)?(?<l>[a-e])(?![a-z]))?(?:[\\s.,-]*(?:${DASH}\\s*(?<g>\\d{1,2})|(?<=[.a-e\\s,-])(?<t>\\d{1,2}))(?![\\d/%]|\\s*(?:%|phan tram)|[.,]\\d))?`,
  'g',
);
/** "b.1 mục IV.4", "điểm a mục 4 gạch 2". */
const LETTER_FIRST = new RegExp(
  `(?<![a-z0-9])(?:diem\\s*)?(?<l>[a-c])(?:[.\\s]*(?<t>\\d{1,2}))?[\\s,]+(?:cua\\s+)?(?:muc|khoan)\\s+(?:(?<r>iv)[.\\s]*)?(?<n>[1-8])(?!\\d)(?:[\\s.,-]*${DASH}\\s*(?<g>\\d{1,2}))?`,
  'g',
);
/** "4.6.2": the section by its number. */
const NUMBERED =
  /(?<![\d.,/])4\.(?<n>[1-8])\.(?:(?<l>[a-c])(?:\.?(?<t>[1-8]))?|(?<g>[1-8]))(?![\da-z/%]|[.,]\d)/g;
/** "3b2", "4a8 …": nothing else is written so. */
const TIGHT = /(?<![a-z0-9./,-])(?<n>[1-8])(?<l>[a-c])(?<t>\d{1,2})(?![\da-z%])/g;
/** "7.5 đang làm": at the head of a message, a field without letters. */
const HEAD = /^\s*(?<n>[5-8])\.(?<t>[1-5])(?=[\s:,-]+\D)(?!\s*%)/g;
const SHORT = new RegExp(
  `(?<![a-z0-9./,-])(?<n>[1-8])[.\\s]?(?<l>[a-c])(?:\\.(?<t>\\d{1,2})|[\\s,.]*${DASH}\\s*(?<g>\\d{1,2}))(?![\\d/%])`,
  'g',
);
/** "khoản 1 điểm a ý 4 mục IV", "mục 7 ý 1". */
const ITEM_FIRST = new RegExp(
  `\\b(?:muc|khoan)\\s+(?<n>[1-8])(?!\\d)[\\s,.]*(?:diem\\s*(?<l>[a-c])(?![a-z])[\\s,.]*)?${DASH}\\s*(?<g>\\d{1,2})(?![\\d/%])(?:[\\s,]*(?:muc|phan)\\s+(?<r>iv)\\b)?`,
  'g',
);
const CUED =
  /\b(?:muc|nhiem vu|nv|dia chi)\s+(?<n>[1-8])(?:\.(?<t>\d{1,2})|[.\s]?(?<l>[a-c])(?:[.\s]?(?<g>\d{1,2}))?)(?![\d/%a-z]|[.,]\d)/g;
const REVERSED = new RegExp(
  `\\b${DASH}\\s*(?<g>\\d{1,2})[\\s,]+(?:(?:cua\\s+)?diem\\s+)?(?:(?<l>[a-e])[\\s,]+)?(?:cua\\s+)?(?:khoan|muc)\\s+(?:(?<r0>iv)[.\\s]*)?(?<n>\\d{1,2})(?:[\\s,]+(?:muc|phan)\\s+(?<r>iii|ii|iv|v|i)\\b)?`,
  'g',
);

/** "C.I.2", "QĐ.2.3.b.1", "PL.II.III.46", "C.I.1 gạch 4": what other documents' parts are called, written in full. */
const IN_FULL = new RegExp(
  `(?<![a-z0-9.])(?<full>(?:(?:qd|nn|pl|ch|p|m|k|vi{2,3}|i?x|xi{1,3})(?=\\.)|[a-h](?=\\.[ivx]))(?:\\.(?:cc|[ivx]{1,5}|\\+?\\d{1,3}(?:[~+]\\d)?|[a-z]))+)(?![a-z0-9])(?:[\\s,]*${DASH}\\s*(?<g>\\d{1,2})(?!\\d))?`,
  'g',
);

/** Where an address stands in the text (index in its NFC form). */
export interface FoundAddress {
  address: string;
  index: number;
  length: number;
  /** Written without its section: "2a gạch 3". */
  short?: boolean;
}

/**
 * Every address the text names: "iv 2a gạch 3", "mục IV.4.a, gạch 3", "4.a.3" → `IV.2.a.3`, … Not checked to exist.
 * `home` is the section a short address leaves out.
 */
export function findAddresses(text: string, home: string): string[] {
  return [...new Set(locateAddresses(text, home).map((found) => found.address))];
}

/** "Điều 1" of the decision itself; an article of a law is another matter. */
const ARTICLE =
  /\bdieu (?<n>[1-9])(?!\d|[.,]\d)(?!\s*(?:cua\s+)?(?:bo )?(?:luat|nghi dinh|thong tu|nghi quyet))/g;

export function locateAddresses(text: string, home = ''): FoundAddress[] {
  // "IV.3.b(1)" is "IV.3.b.1".
  let rest = withDigits(foldAligned(text.normalize('NFC'))).replace(/(?<=[a-c1-8])\((\d)\)/g, '.$1 ');
  const found: FoundAddress[] = [];
  const take = (match: RegExpExecArray, address: string, short = false): void => {
    const place = { index: match.index, length: match[0].length };
    found.push({ address, ...place, ...(short ? { short } : {}) });
    rest = blank(rest, [place]);
  };
  for (const match of [...rest.matchAll(IN_FULL)]) {
    const { full = '', g } = match.groups ?? {};
    take(match, [inCapitals(full), g].filter(Boolean).join('.'));
  }
  for (const pattern of [REVERSED, LETTER_FIRST, ITEM_FIRST, NUMBERED, ROMAN, TIGHT, SHORT, CUED, HEAD]) {
    for (const match of [...rest.matchAll(pattern)]) {
      const groups = match.groups ?? {};
      if (pattern === ROMAN && !isRoman(groups, rest.slice(Math.max(0, match.index - 12), match.index)))
        continue;
      const section = (groups.r ?? groups.r0)?.toUpperCase();
      const dash = groups.g ?? groups.t;
      const labels = [section ?? home, String(Number(groups.n)), groups.l, dash && String(Number(dash))];
      take(match, labels.filter(Boolean).join('.'), section === undefined);
    }
  }
  for (const match of [...rest.matchAll(ARTICLE)]) take(match, `QĐ.${match.groups?.n}`);
  return found.sort((a, b) => a.index - b.index);
}

/** The text with the addresses it names blanked out. */
export function withoutAddresses(text: string, home: string): string {
  return blank(text.normalize('NFC'), locateAddresses(text, home));
}

/** `qd.2.3.b` → `QĐ.2.3.b`, `c.i.1` → `C.I.1`: romans and the first label are written in capitals. */
function inCapitals(full: string): string {
  return full
    .split('.')
    .map((label, at) => {
      if (label === 'qd') return 'QĐ';
      return at === 0 || /^(?:[ivx]+|cc)$/.test(label) ? label.toUpperCase() : label;
    })
    .join('.');
}

/** "gạch thứ hai" → "gạch 2", the length kept. */
function withDigits(folded: string): string {
  return ORDINALS.reduce(
    (text, words, at) =>
      text.replace(
        new RegExp(`\\b(gach(?: dau dong)?|dau dong|dong|y|nhiem vu|nv)(\\s+)${words}\\b`, 'g'),
        (_, noun: string, gap: string) => `${noun}${gap}${String(at + 1).padEnd(words.length)}`,
      ),
    folded,
  );
}

/** "v 1" may be "với 1" and "quý II 2027" is a quarter: a lone letter needs its dot or the word before. */
function isRoman(groups: Record<string, string | undefined>, before: string): boolean {
  if (/\b(quy|hang|loai|khu vuc|vung|cap|do thi|kv)\s*$/.test(before)) return false;
  const dotted = groups.sep?.trim() === '.' || groups.sep === '';
  if (groups.r === 'i' || groups.r === 'v')
    return groups.sep?.trim() === '.' || /\b(muc|phan)\s*$/.test(before);
  return (
    dotted || groups.l !== undefined || groups.g !== undefined || /\b(muc|phan|nv|nhiem vu)\s*$/.test(before)
  );
}
