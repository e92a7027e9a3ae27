import type { CitedDocument } from '../core/programme.ts';
import { foldAligned, hasMarks } from './align.ts';

const KINDS: Record<string, string> = {
  'quyet dinh': 'qd',
  qd: 'qd',
  'nghi quyet': 'nq',
  nq: 'nq',
  'ke hoach hanh dong': 'kh',
  'ke hoach': 'kh',
  kh: 'kh',
  'chuong trinh hanh dong': 'ctr',
  'chuong trinh': 'ctr',
  'chuong hinh hanh dong': 'ctr',
  ctr: 'ctr',
  cthd: 'ctr',
  'to trinh': 'ttr',
  ttr: 'ttr',
  'cong van': 'cv',
  cv: 'cv',
  'nghi dinh': 'nd',
  nd: 'nd',
  'thong tu': 'tt',
  'chi thi': 'ct',
  'thong bao': 'tb',
  'ket luan': 'kl',
  kl: 'kl',
  'van ban': '',
  vb: '',
};
const SIGN: Record<string, string> = {
  qd: 'QĐ',
  nq: 'NQ',
  kh: 'KH',
  ctr: 'CTr',
  ttr: 'TTr',
  cv: 'CV',
  nd: 'NĐ',
  tt: 'TT',
  ct: 'CT',
  tb: 'TB',
  kl: 'KL',
};
const ISSUERS: Record<string, string> = {
  ttg: 'TTg',
  ubnd: 'UBND',
  hdnd: 'HĐND',
  tu: 'TU',
  tw: 'TW',
  cp: 'CP',
  skhdt: 'SKHĐT',
  thkh: 'THKH',
};
const ISSUER = 'ttg|ubnd|hdnd|tu|tw|cp|skhdt|thkh';
const KIND_WORDS = Object.keys(KINDS)
  .sort((a, b) => b.length - a.length)
  .join('|');
const JOIN = '\\s*[-/ ]\\s*';
const KIND_FIRST = new RegExp(
  `(?<![a-z0-9/-])(?<kind>${KIND_WORDS})(?:\\s+(?:so|s))?[\\s:.]*(?<n>\\d{1,5})(?![\\d%]|[.,]\\d|\\s*%|\\s+nam\\b)(?:\\s*/\\s*(?<y>20\\d\\d))?` +
    `(?:${JOIN}(?:qd|nq|kh|ctr|ttr|nd|cv)(?![a-z]))?(?:(?:${JOIN}|\\s+cua\\s+)(?<who>${ISSUER})(?![a-z]))?`,
  'g',
);
const NUMBER_FIRST = new RegExp(
  `(?<![\\d/.,])(?<n>\\d{1,5})\\s*[/-]\\s*(?:(?<y>20\\d\\d)\\s*[/-]\\s*)?(?<kind>qd|nq|kh|ctr|ttr|nd|cv)?(?:(?:${JOIN})?(?<who>${ISSUER})(?:-(?:thkh|ubnd))?(?![a-z]))?(?![a-z])`,
  'g',
);

export interface FoundDocument {
  number: string;
  kind: string;
  year: string | null;
  issuer: string | null;
  index: number;
  length: number;
}

/** Every document number people type, wherever the kind stands: "qd 73 ttg", "KH 210", "27-KH/TU". */
export function locateDocuments(text: string): FoundDocument[] {
  const written = text.normalize('NFC');
  let rest = foldAligned(written);
  const found: FoundDocument[] = [];
  for (const pattern of [KIND_FIRST, NUMBER_FIRST]) {
    for (const match of [...rest.matchAll(pattern)]) {
      const { n, y, kind, who: said } = match.groups ?? {};
      // "QĐ 4437 từ năm 2014" is none of the "TU".
      const typed = written.slice(match.index, match.index + match[0].length);
      const who = said === 'tu' && hasMarks(typed.slice(-2)) ? undefined : said;
      if (kind === undefined && who === undefined) continue;
      const known = kind === undefined ? '' : (KINDS[kind] ?? '');
      found.push({
        number: String(Number(n)),
        kind: known,
        year: y ?? null,
        issuer: who ?? null,
        index: match.index,
        length: match[0].length,
      });
      rest =
        rest.slice(0, match.index) + ' '.repeat(match[0].length) + rest.slice(match.index + match[0].length);
    }
  }
  return found.sort((a, b) => a.index - b.index);
}

/** "4437 là của ai ban hành": a number of three digits or more that only a cited document has. */
export function matchBareNumber(text: string, documents: CitedDocument[]): CitedDocument[] {
  const numbers: string[] = foldAligned(text.normalize('NFC')).match(BARE_NUMBER) ?? [];
  return documents.filter(({ number }) => numbers.includes(/^\d+/.exec(number)?.[0] ?? ''));
}

const BARE_NUMBER =
  /(?<![\d/.,-])(?!(?:19|20)\d\d(?!\d))\d{3,5}(?![\d/.,]\d|[%\d]|\s*(?:%|ha|ty|trieu|km|dong|nguoi|so)(?![a-z]))/g;

/** The numbers in the state's own form: `73/QĐ-TTg`, `27-KH/TU`, `210/KH`. */
export function findDocumentNumbers(text: string): string[] {
  return [...new Set(locateDocuments(text).map(writeNumber))];
}

/** The cited documents the text names; several when what was typed fits several. */
export function matchDocument(text: string, documents: CitedDocument[]): CitedDocument[] {
  const named = locateDocuments(text);
  const known = documents.map((document) => ({ document, parts: locateDocuments(document.number)[0] }));
  const hits = named.flatMap((one) => {
    const same = known.filter(({ document, parts }) => {
      const number = parts?.number ?? String(Number.parseInt(document.number, 10));
      const kind = parts?.kind || (KINDS[foldAligned(document.kind.normalize('NFC'))] ?? '');
      return (
        number === one.number &&
        (!one.kind || !kind || one.kind === kind || (one.kind === 'cv' && !parts?.kind)) &&
        (!one.year || !parts?.year || one.year === parts.year) &&
        (!one.issuer || !parts?.issuer || foldAligned(document.number.normalize('NFC')).includes(one.issuer))
      );
    });
    return same.map(({ document }) => document);
  });
  return [...new Set(hits)];
}

function writeNumber(found: FoundDocument): string {
  const kind = SIGN[found.kind] ?? '';
  const issuer = found.issuer ? (ISSUERS[found.issuer] ?? found.issuer.toUpperCase()) : '';
  if (issuer === 'TU' || issuer === 'TW') return `${found.number}${kind ? `-${kind}` : ''}/${issuer}`;
  const year = found.year ? `/${found.year}` : '';
  return `${found.number.padStart(2, '0')}${year}/${[kind, issuer].filter(Boolean).join('-')}`;
}
