import type { NamedAgency } from '../core/programme.ts';
import { cellAgencies } from './parse-agencies.ts';

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
