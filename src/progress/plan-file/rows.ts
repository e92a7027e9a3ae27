import { fold } from '../../core/text.ts';
import { isImmediate } from './cells.ts';
import { isFurtherHeader, isNumbering, type PlanColumns, type PlanHeader, planHeaderAt } from './columns.ts';
import type { FindPlanTask, PlanTask } from './find-task.ts';

/** What one row says of its task, as written. */
export interface PlanRow {
  leader: string;
  due: string;
  step: string;
  notes: string;
}

/** The rows of one task. */
export interface PlanEntry {
  /** What the file calls the task: its address and its words. */
  name: string;
  found: PlanTask | null;
  rows: PlanRow[];
}

/** A table of tasks; its data begin at the row `start`. */
export interface PlanTable {
  entries: PlanEntry[];
  start: number;
}

/** The entry whose rows are read. */
interface Open extends PlanEntry {
  address: string;
  text: string;
  label: string;
  /** How deep its number or dash stands; null without one. */
  depth: number | null;
}

/** What stands below a table and is no part of it. */
const FOOT = /^(?:noi nhan|nguoi lap|tm\.|kt\.|thu truong don vi|xac nhan cua|prepared by|approved by)/;
const TOTAL = /^(?:tong (?:cong|so)(?: .{0,20})?|cong|total)\s*:?$/;
const DITTO = /^(?:-?\s*nt\s*-?|["”]|''|-?\/\/-?|nhu tren|ditto)$/;

/** The tasks of a plan's table with what its rows say of them; null where no header announces such a table. */
export function readPlanRows(rows: string[][], findTask: FindPlanTask): PlanTable | null {
  let header: PlanHeader | null = null;
  let start = -1;
  const entries: Open[] = [];
  let open: Open | null = null;
  let above: PlanRow = { leader: '', due: '', step: '', notes: '' };
  let at = 0;
  while (at < rows.length) {
    const row = rows[at] ?? [];
    const found: PlanHeader | null = !header || isFurtherHeader(row) ? planHeaderAt(rows, at) : null;
    if (found) {
      header = found;
      open = null;
      at = found.next;
      if (start < 0) start = at;
      continue;
    }
    at += 1;
    if (!header) continue;
    const { columns, texts } = header;
    if (row.length === 0) {
      open = null;
      continue;
    }
    const folded = row.filter((cell) => cell !== '').map((cell) => fold(cell).trim());
    if (folded.some((cell) => FOOT.test(cell))) header = null;
    if (!header || TOTAL.test(folded[0] ?? '') || isNumbering(row)) continue;
    if (row.every((cell, index) => cell === '' || cell === texts[index])) continue;
    // A line below the heading that says how to fill it in.
    const named = cellAt(row, columns.task);
    if (named !== '' && named === cellAt(texts, columns.task)) continue;
    const said = rowOf(row, columns, above);
    above = said;
    const next: Open = openAt(row, columns);
    const goesOn: Open | null = open && continues(open, next, columns, findTask) ? open : null;
    if (goesOn) {
      // A name alone below the rows of a task is a signature.
      if (next.name === '' && said.due === '' && said.step === '') continue;
      // Where the task's own column goes on with other words, they are a step.
      const isStep = next.text !== '' && next.name !== goesOn.name && said.step === '';
      goesOn.rows.push(isStep ? { ...said, step: next.text } : said);
      continue;
    }
    if (next.name === '') continue;
    next.found = findTask({ address: next.address, text: next.text, label: next.label, notes: said.notes });
    next.rows.push(said);
    entries.push(next);
    open = next;
  }
  return start < 0 ? null : { entries, start };
}

function cellAt(row: string[], column: number): string {
  return column < 0 ? '' : (row[column] ?? '');
}

function rowOf(row: string[], columns: PlanColumns, above: PlanRow): PlanRow {
  const orAbove = (cell: string, same: string): string => (DITTO.test(fold(cell).trim()) ? same : cell);
  return {
    leader: orAbove(cellAt(row, columns.leader), above.leader),
    due: orAbove(cellAt(row, columns.due), above.due),
    step: cellAt(row, columns.step),
    notes: columns.others
      .map((column) => cellAt(row, column))
      .filter((cell) => cell !== '')
      .join('\n'),
  };
}

function openAt(row: string[], columns: PlanColumns): Open {
  const [address, text, label] = [columns.address, columns.task, columns.label].map((column) =>
    cellAt(row, column),
  );
  const named = { address: address ?? '', text: text ?? '', label: label ?? '' };
  return {
    ...named,
    name: [named.address, named.text].filter((cell) => cell !== '').join(' '),
    depth: depthOf(named.label, named.text),
    found: null,
    rows: [],
  };
}

/** The row says more of the task above it. */
function continues(open: Open, next: Open, columns: PlanColumns, findTask: FindPlanTask): boolean {
  if (next.name === '' || next.name === open.name) return true;
  // The address again, or left out, with other words.
  if (columns.task >= 0 && next.text === '') return next.address === open.address;
  if (next.address !== '') return next.address === open.address && open.found !== null;
  const isDeeper = next.depth !== null && (open.depth === null || next.depth > open.depth);
  const isUnmarked = columns.label >= 0 && open.label !== '' && next.label === '' && next.depth === null;
  if (!isDeeper && !isUnmarked) return false;
  // Under a heading stand tasks, under a task its steps.
  if (open.found === null) return isDeeper && saysMore(open);
  const found = findTask({ address: '', text: next.text, label: '', notes: '' });
  return isDeeper ? found?.by !== 'address' : found === null && next.text !== '';
}

/** More than a heading: something is said of it. */
export function saysMore({ rows }: Pick<PlanEntry, 'rows'>): boolean {
  return rows.some(
    ({ leader, due, step, notes }) => leader !== '' || due !== '' || step !== '' || isImmediate(notes),
  );
}

const NUMBER = /^\(?(\d{1,3}(?:\.\d{1,3})*)[.)]?(?:\s|$)/;

/** I, A before 1 before 1.1 before a) before a dash. */
function depthOf(label: string, text: string): number | null {
  for (const mark of [label, text]) {
    const number = NUMBER.exec(mark.trim())?.[1];
    if (number) return number.split('.').length;
    if (/^(?:[IVX]+|[A-HĐ])[.)]?(?:\s|$)/u.test(mark.trim())) return 0;
    if (/^\(?[a-zđ][.)](?:\s|$)|^[a-zđ]$/u.test(mark.trim())) return 8;
    if (/^[-–•+*](?:\s|$)/u.test(mark.trim())) return mark.trim().startsWith('+') ? 10 : 9;
  }
  return null;
}
