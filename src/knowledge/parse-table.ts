import type { NamedAgency } from '../core/programme.ts';
import { cellAgencies, opensWithAgency } from './parse-agencies.ts';

export type Column = 'label' | 'task' | 'lead' | 'coordinate' | 'due' | 'other';
/** What each cell of a table's rows holds. */
export type Columns = Column[];

/** The first that a heading cell matches: "Thời gian thực hiện" is a date, "Cơ quan phối hợp thực hiện" a partner. */
const HEADS: [Column, RegExp][] = [
  ['label', /^(?:tt|stt|số tt|số thứ tự)\.?$/iu],
  ['coordinate', /phối hợp/iu],
  ['due', /thời gian|thời hạn|tiến độ|thời điểm|ngày hoàn thành|hoàn thành trước/iu],
  ['other', /kết quả|sản phẩm|ghi chú|kinh phí|nguồn vốn|cấp (?:trình|ban hành|phê duyệt)/iu],
  [
    'lead',
    /chủ trì|đầu mối|(?:cơ quan|đơn vị)[^|]*(?:thực hiện|tham mưu|trách nhiệm|chính)|phân công|^thực hiện$/iu,
  ],
  ['task', /nhiệm vụ|nội dung|công việc|hoạt động|đề án|giải pháp|^tên /iu],
];
const HEAD_LENGTH = 80;

/** The cells of a table row written with bars or tabs, or null for any other line. */
export function splitCells(raw: string): string[] | null {
  const text = raw.replace(/\u00a0/g, ' ');
  if (/^\s*\|.*\|\s*$/u.test(text)) return text.trim().slice(1, -1).split('|').map(clean);
  if (!text.includes('\t')) return null;
  const cells = text
    .replace(/[\r\n]/g, '')
    .split('\t')
    .map(clean);
  return cells.filter(Boolean).length >= 2 && cells.length >= 3 ? cells : null;
}

function clean(cell: string): string {
  return cell
    .replace(/[\u0000-\u001f]/g, ' ')
    .replace(/^\s*\*\*(.*?)\*\*\s*$/u, '$1')
    .trim();
}

/** The columns a heading row announces; under a heading of two rows the second one makes the first exact. */
export function readHeader(cells: string[], above: Columns | null): Columns | null {
  const read = cells.map((cell): Column => {
    if (cell === '' || cell.length > HEAD_LENGTH) return 'other';
    return HEADS.find(([, words]) => words.test(cell))?.[0] ?? 'other';
  });
  if (read.includes('task') && (read.includes('lead') || read.includes('due') || read.includes('coordinate')))
    return read;
  const below =
    above &&
    read.length === above.length &&
    cells[0] === '' &&
    /^(?:chủ trì|phối hợp)/iu.test(cells.find(Boolean) ?? '');
  return below ? above.map((column, index) => (cells[index] ? (read[index] ?? column) : column)) : null;
}

/** What a row says of its task. */
export interface Row {
  /** `3`, `3.1`, `IV`, `a`; empty where the cell is. */
  label: string;
  task: string;
  agencies: NamedAgency[];
  deadline: string;
}

/** A row by its columns. */
export function readRow(cells: string[], columns: Columns): Row {
  const cell = (column: Column): string => cells[columns.indexOf(column)] ?? '';
  return {
    label: cell('label').replace(/[.)\s]+$/u, ''),
    task: cell('task'),
    agencies: [...cellAgencies(cell('lead'), 'lead'), ...cellAgencies(cell('coordinate'), 'coordinate')],
    deadline: /\d/u.test(cell('due')) ? cell('due') : '',
  };
}

/** A line of the source that carries text; `cells` where it is a row of a table. */
export interface RawLine {
  line: number;
  text: string;
  cells?: string[];
}

const ROW_LABEL = /^(?:\d{1,3}(?:\.\d{1,2})*|[IVX]+|[A-HĐ])\.?$/u;
/** A row of more lines than columns and these is a text again. */
const SPARE_LINES = 6;

/** Joins the cells of a table that was copied one cell a line: a run of headings, then rows opened by a bare number. */
export function joinCells(lines: RawLine[]): RawLine[] {
  const start = lines.findIndex(
    ({ text }, index) => /^(?:TT|STT)$/u.test(text) && headingAt(lines, index) !== null,
  );
  const columns = start < 0 ? null : headingAt(lines, start);
  if (!columns) return lines;
  let at = start + columns.length;
  const rows: RawLine[] = [
    { line: lines[start]?.line ?? 1, text: '', cells: lines.slice(start, at).map(({ text }) => text) },
  ];
  while (at < lines.length && ROW_LABEL.test(lines[at]?.text ?? '')) {
    const label = lines[at]?.text ?? '';
    const rest = lines.slice(at + 1);
    const next = rest.findIndex(({ text }) => ROW_LABEL.test(text));
    const row = rest.slice(0, next < 0 ? columns.length - 1 : next);
    if (row.length === 0 || row.length > columns.length + SPARE_LINES) break;
    rows.push({
      line: row[0]?.line ?? 1,
      text: '',
      cells: [
        label,
        ...placeCells(
          row.map(({ text }) => text),
          columns,
        ),
      ],
    });
    at += 1 + row.length;
  }
  return rows.length < 2 ? lines : [...lines.slice(0, start), ...rows, ...joinCells(lines.slice(at))];
}

/** The columns announced from this line on, up to the first row's label. */
function headingAt(lines: RawLine[], start: number): Columns | null {
  const length = lines.slice(start, start + 10).findIndex(({ text }) => ROW_LABEL.test(text));
  return length < 3
    ? null
    : readHeader(
        lines.slice(start, start + length).map(({ text }) => text),
        null,
      );
}

/** Empty cells leave no line: where some are missing, dates and agencies are told by their look. */
function placeCells(texts: string[], columns: Columns): string[] {
  const wanted = columns.slice(1);
  if (texts.length === wanted.length) return texts;
  const cells = wanted.map(() => '');
  const put = (column: Column, text: string): void => {
    const index = wanted.findIndex((one, position) => one === column && cells[position] === '');
    if (index >= 0) cells[index] = text;
  };
  const firstAgency = texts.findIndex((text, index) => index > 0 && opensWithAgency(text));
  const task = texts.slice(0, firstAgency < 0 ? 1 : firstAgency);
  put('task', task.join(' '));
  const owners: Column[] = ['lead', 'coordinate'];
  for (const text of texts.slice(task.length)) {
    if (opensWithAgency(text)) put(owners.shift() ?? 'other', text);
    else if (/\d{4}|^(?:Thường xuyên|H[ằà]ng năm)/iu.test(text)) put('due', text);
    else put('other', text);
  }
  return cells;
}
