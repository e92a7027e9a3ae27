import type { Day } from '../core/clock.ts';
import type { FileType } from '../core/file.ts';
import type { PlanFields } from '../core/progress.ts';
import { fold, shorten } from '../core/text.ts';
import { taskHome } from '../knowledge/programme-parts.ts';
import { readDocxRows } from '../knowledge/read-docx.ts';
import { readXlsx } from '../knowledge/read-xlsx.ts';
import { locateAddresses } from '../understand/address.ts';
import { parsePlan } from '../understand/plan.ts';
import type { TaskContext } from '../understand/update/task.ts';
import { EMPTY_PLAN } from './plan.ts';

/** What an agency's plan in a file says of its tasks. */
export interface PlanFile {
  plans: (PlanFields & { task: string })[];
  /** Lines whose task is not clear, or not the agency's own; never guessed. */
  unmatched: string[];
  /** The file could be read. */
  readable: boolean;
}

type Column = 'task' | 'leader' | 'date' | 'step' | 'note';

/** What headers call a column, the surest first. */
const HEADERS: [Column, RegExp][] = [
  ['leader', /\b(?:lanh dao|phu trach|chi dao|chu tri|nguoi thuc hien|leader|in charge)\b/],
  ['date', /\b(?:thoi gian|thoi han|han|hoan thanh|ngay|tien do|date|deadline|finish)\b/],
  ['step', /\b(?:viec cu the|cong viec|giai phap|san pham|noi dung cong viec|buoc|steps?)\b/],
  ['task', /\b(?:nhiem vu|noi dung|muc|dia chi|task|address)\b/],
  ['note', /\b(?:ghi chu|note)\b/],
];
const LINE_LENGTH = 80;
const LEADER_LENGTH = 80;
const STEP_LENGTH = 300;

/** Reads an agency's own plan, table or paragraphs. Never throws. */
export function readPlanFile(
  bytes: Uint8Array,
  type: Extract<FileType, 'xlsx' | 'docx'>,
  context: TaskContext & { today: Day },
): PlanFile {
  let rows: string[][];
  try {
    rows = type === 'xlsx' ? readXlsx(bytes) : readDocxRows(bytes);
  } catch {
    return { plans: [], unmatched: [], readable: false };
  }
  const plans = new Map<string, PlanFields>();
  const unmatched: string[] = [];
  let columns: Map<Column, number> | null = null;
  let current: string | null = null;
  let written = '';
  for (const row of rows) {
    const header = columnsOf(row);
    if (header) {
      columns = header;
      current = null;
      continue;
    }
    const text = row.filter((cell) => cell !== '').join(' ');
    if (!/\p{L}{2}/u.test(text)) continue;
    const cells = columns ?? (row.length === 1 ? null : undefined);
    if (cells === undefined) continue;
    const named = cells ? (row[cells.get('task') ?? -1] ?? '').trim() : text;
    // A task that spans several rows is written in the first, or in all of them.
    if (named !== '' && named !== written) {
      written = named;
      const found = cells ? taskNamed(written, context) : taskByAddress(written, context);
      current = found.task;
      if (!current && (cells || found.address)) unmatched.push(shorten(written, LINE_LENGTH));
    }
    if (!current) continue;
    const before = plans.get(current) ?? EMPTY_PLAN;
    plans.set(
      current,
      cells ? addRow(before, row, cells, context.today) : addLine(before, text, context.today),
    );
  }
  return {
    plans: [...plans].map(([task, fields]) => ({ task, ...withLastDate(fields) })),
    unmatched,
    readable: true,
  };
}

/** The columns of a header row; null where the row is none. */
function columnsOf(row: string[]): Map<Column, number> | null {
  const columns = new Map<Column, number>();
  for (const [at, cell] of row.entries()) {
    const folded = fold(cell);
    if (cell.length > 60 || /\d{2}/.test(cell)) continue;
    const kind = HEADERS.find(([column, pattern]) => pattern.test(folded) && !columns.has(column))?.[0];
    if (kind) columns.set(kind, at);
  }
  return columns.has('task') && (columns.has('leader') || columns.has('date')) ? columns : null;
}

interface NamedTask {
  task: string | null;
  /** The address it names, its own agency's or not. */
  address: boolean;
}

/** A paragraph speaks of a task only where it says the address. */
function taskByAddress(text: string, { taskAddresses, ownTasks }: TaskContext): NamedTask {
  const [found] = locateAddresses(text, taskHome(taskAddresses)).filter(({ address }) =>
    taskAddresses.includes(address),
  );
  return {
    task: found && ownTasks.includes(found.address) ? found.address : null,
    address: found !== undefined,
  };
}

/** So much of what a cell says must stand in the task, and no other task come so near. */
const COVERED = 0.5;
const AHEAD = 1.08;

/** A cell names a task by its address, or by its words. */
function taskNamed(text: string, context: TaskContext): NamedTask {
  const byAddress = taskByAddress(text, context);
  if (byAddress.address) return byAddress;
  const [best, second] = context.findTask(text, context.ownTasks);
  const [anywhere] = context.findTask(text);
  const isClear =
    best !== undefined &&
    best.coverage >= COVERED &&
    best.score >= (second?.score ?? 0) * AHEAD &&
    best.score >= (anywhere?.score ?? 0) / AHEAD;
  return { task: isClear ? best.address : null, address: false };
}

function addRow(plan: PlanFields, row: string[], columns: Map<Column, number>, today: Day): PlanFields {
  const cell = (column: Column): string => (row[columns.get(column) ?? -1] ?? '').trim();
  const date = parsePlan(cell('date'), today).fields.finishDate;
  const leader = shorten(cell('leader'), LEADER_LENGTH);
  const step = shorten(cell('step'), STEP_LENGTH);
  const told = parsePlan([cell('date'), cell('note'), step].join('; '), today).fields;
  return {
    leader: plan.leader ?? (/\p{L}{2}/u.test(leader) ? leader : null),
    finishDate: step === '' ? (date ?? plan.finishDate) : plan.finishDate,
    steps: step === '' ? plan.steps : [...plan.steps, { text: step, finishDate: date }],
    immediate: plan.immediate || told.immediate,
  };
}

/** A paragraph that names its task: "IV.4.a.3: PGĐ Nguyễn Văn A, 30/6/2027". */
function addLine(plan: PlanFields, text: string, today: Day): PlanFields {
  const { leader, finishDate, steps, immediate } = parsePlan(text, today).fields;
  return {
    leader: plan.leader ?? leader,
    finishDate: finishDate ?? plan.finishDate,
    steps: [...plan.steps, ...steps],
    immediate: plan.immediate || immediate,
  };
}

/** Where no row gives the task itself a date, its last step does. */
function withLastDate(plan: PlanFields): PlanFields {
  const last = plan.steps
    .flatMap(({ finishDate }) => finishDate ?? [])
    .sort()
    .at(-1);
  const only = plan.steps.length === 1 && plan.steps[0]?.finishDate === last;
  return {
    ...plan,
    finishDate: plan.finishDate ?? last ?? null,
    steps: only ? plan.steps.map((step) => ({ ...step, finishDate: null })) : plan.steps,
  };
}
