import { type Columns, joinCells, type RawLine, readHeader, splitCells } from './parse-table.ts';

/** What opens a line, from the widest to the narrowest. `heading` and `row` are found by what surrounds the line. */
export type Mark =
  | 'part'
  | 'division'
  | 'article'
  | 'section'
  | 'number'
  | 'letter'
  | 'paren'
  | 'star'
  | 'dash'
  | 'plus'
  | 'plain'
  | 'title'
  | 'break'
  | 'row';

/** One line of the source by its mark: what opens it, and the words after the mark. */
export interface SourceLine {
  /** 1-based. */
  line: number;
  mark: Mark;
  /** `IV`, `2`, `a`; empty for dashes and plain lines. */
  label: string;
  text: string;
  /** Of a line joined from several: where in the text each further one begins. */
  joined?: { from: number; line: number }[];
  /** Of a row: its cells, and what they hold. */
  cells?: string[];
  columns?: Columns;
}

const MARKS: { mark: Mark; pattern: RegExp; prefix?: string }[] = [
  {
    mark: 'part',
    pattern: /^(?:PHỤ LỤC|Phụ lục)\s*(?:số\s*)?([IVX]+|\d{1,2}|[A-H])?\s*[.:]?\s*(?![\p{Ll}\d])(.*)$/u,
    prefix: 'PL',
  },
  { mark: 'part', pattern: /^(?:CHƯƠNG|Chương)\s+([IVX]+|\d{1,2})\s*[.:]?(?:\s+|$)(.*)$/u, prefix: 'CH' },
  {
    mark: 'part',
    pattern:
      /^(?:PHẦN|Phần)\s+(?:thứ\s+|THỨ\s+)?([IVX]+|\d{1,2}|[A-H]|nhất|hai|ba|tư|NHẤT|HAI|BA|TƯ)\s*[.:]?(?:\s+|$)(.*)$/u,
    prefix: 'P',
  },
  {
    mark: 'division',
    pattern: /^(?:MỤC|Mục)\s+(\d{1,2}|[IVX]+)\s*[.:]?(?:\s+|$)(?!\p{Ll})(.*)$/u,
    prefix: 'M',
  },
  { mark: 'article', pattern: /^(?:Điều|ĐIỀU)\s+(\d{1,3}[a-z]?)\s*[.:]\s*(.*)$/u },
  { mark: 'section', pattern: /^([IVX]{1,6})\s*\.\s*(?=[\p{L}“"(])(.*)$/u },
  { mark: 'section', pattern: /^([IVX]{1,6})\s*(?:[-–/)]|:)\s+(?=\p{Lu})(.*)$/u },
  { mark: 'part', pattern: /^([A-HĐ])\s*[./)]\s+(.*)$/u },
  { mark: 'number', pattern: /^(\d{1,2}(?:\.\d{1,2})+)\s*[.):]?\s+(?=[\p{Lu}“"(])(.*)$/u },
  { mark: 'number', pattern: /^(\d{1,3})\s*[.:]\s*(?=[\p{L}“"(])(.*)$/u },
  { mark: 'number', pattern: /^(\d{1,3})\s*[/-]\s+(?=\p{Lu})(.*)$/u },
  { mark: 'paren', pattern: /^\(?(\d{1,3})\)\s*(?=\S)(.*)$/u },
  { mark: 'letter', pattern: /^\(?([a-zđ]\d?)\s*\)\s*(.*)$/u },
  { mark: 'letter', pattern: /^([a-zđ])\s*[./]\s+(?=\p{Lu})(.*)$/u },
  { mark: 'star', pattern: /^()\*+\s*(?=[\p{L}“"(])(.*)$/u },
  { mark: 'dash', pattern: /^()[-–—−•●▪◦·\uf0b7\uf02d](?:\s+|$)(.*)$/u },
  { mark: 'dash', pattern: /^()[-–—−•●▪◦·\uf0b7\uf02d](?=\p{Lu})(.*)$/u },
  { mark: 'plus', pattern: /^()\+\s*(?=[\p{L}\d“"(])(.*)$/u },
];

/** A text where this part of the lines begins in mid-phrase was broken to a width. */
const WRAPPED = 0.15;

/** The lines that carry text, with the rest of a wrapped line joined to its beginning and table rows cut into cells. */
export function readLines(source: string): SourceLine[] {
  const raw = joinCells(rawLines(source));
  const wrapped = raw.filter(({ text }) => /^\p{Ll}[\p{Ll},]*\s/u.test(text)).length > raw.length * WRAPPED;
  const lines: SourceLine[] = [];
  let columns: Columns | null = null;
  for (const [index, { line, text, cells }] of raw.entries()) {
    const before = lines.at(-1);
    if (cells) {
      const header = readHeader(cells, columns);
      if (header) columns = header;
      else if (columns) lines.push({ line, mark: 'row', label: '', text, cells, columns });
      else lines.push(readLine(cells.filter(Boolean).join(' '), line));
      continue;
    }
    const read = readLine(text, line);
    if (columns && (read.mark !== 'plain' || raw[index + 1]?.cells === undefined)) columns = null;
    if (before?.text === '' && before.mark !== 'break' && read.mark === 'plain' && !text.startsWith('('))
      Object.assign(before, { text, line });
    else if (before && isContinuation(read, text, before, wrapped)) join(before, text, line);
    else lines.push(read);
  }
  // A mark with nothing behind it says nothing.
  return lines.filter((one) => one.text !== '' || one.mark === 'row' || isTitled(one));
}

function join(before: SourceLine, text: string, line: number): void {
  before.joined = [...(before.joined ?? []), { from: before.text.length + 1, line }];
  before.text = `${before.text} ${text}`;
}

/** "Chương II" has its title on the next line. */
function isTitled({ mark }: SourceLine): boolean {
  return mark === 'part' || mark === 'division';
}

function rawLines(source: string): RawLine[] {
  const lines: RawLine[] = [];
  for (const [index, raw] of source.split('\n').entries()) {
    const cells = splitCells(raw);
    // The stray edge of a cell is no word.
    const text = cells ? plainText(raw) : plainText(raw.replace(/(?:\s*\|)+\s*$/u, ''));
    if (text === '' || /^Nguồn( tra cứu)?\s*:/u.test(text) || /^(?=.*\||-{2,}$)[|:\s-]+$/u.test(text))
      continue;
    lines.push({ line: index + 1, text, ...(cells ? { cells } : {}) });
  }
  return lines;
}

/** A line as the items quote it: control characters and hard spaces as single ones, trimmed. */
function plainText(raw: string): string {
  return raw.replace(/[\u0000-\u001f\u00a0]/g, ' ').trim();
}

function readLine(text: string, line: number): SourceLine {
  for (const { mark, pattern, prefix } of MARKS) {
    const found = pattern.exec(text);
    if (!found) continue;
    const label = [prefix, found[1]].filter(Boolean).join('.');
    return { line, mark, label, text: (found[2] ?? '').trim() };
  }
  return { line, mark: isUpper(text) && !text.startsWith('(') ? 'title' : 'plain', label: '', text };
}

/** True for a line all in capitals, like a title. */
export function isUpper(text: string): boolean {
  return text === text.toUpperCase() && /\p{Lu}{2}/u.test(text);
}

function isContinuation(read: SourceLine, text: string, before: SourceLine, wrapped: boolean): boolean {
  if (before.mark === 'row' || before.mark === 'title' || before.text === '') return false;
  const open = !/[.;:!?…”"]$/u.test(before.text);
  // "giai đoạn 2016" / "- 2020 …": the dash of a range, not of a list.
  if (read.mark === 'dash' && open && /\d$/u.test(before.text) && /^\d/u.test(read.text)) return true;
  if (read.mark !== 'plain') return false;
  if (/^\p{Ll}/u.test(text)) return wrapped || !/[;:]$/u.test(before.text);
  if (!open) return false;
  if (wrapped) return !endsHeading(before, text);
  return (
    before.mark === 'dash' && before.text.length > 60 && !/[,…]$/u.test(before.text) && !/:$/u.test(text)
  );
}

/** "2. Mục tiêu cụ thể" stands alone even in a text broken to a width; "b) Đề nghị" does not. */
function endsHeading(before: SourceLine, text: string): boolean {
  if (before.mark === 'section' || before.mark === 'part') return true;
  return (
    /^(?:Về|Đối với|Lĩnh vực|Mục tiêu|Mục đích|Yêu cầu chung|Nội dung|Nhiệm vụ)(?=\s|$)/u.test(before.text) &&
    before.text.length < 60 &&
    /:$/u.test(text)
  );
}
