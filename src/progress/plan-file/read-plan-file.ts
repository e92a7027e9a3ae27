import type { Day } from '../../core/clock.ts';
import type { PlanFields } from '../../core/progress.ts';
import { fold, shorten } from '../../core/text.ts';
import { readTables } from '../../knowledge/read-tables.ts';
import type { TaskContext } from '../../understand/update/task.ts';
import { createFindPlanTask, type PlanTask } from './find-task.ts';
import { readPlanParagraphs } from './paragraphs.ts';
import { joinPlans, planOfRows } from './plan-of-rows.ts';
import { readPlanRows, saysMore } from './rows.ts';
import { planYear } from './year.ts';

/** What an agency's plan in a file says of its tasks. */
export interface PlanFile {
  /** `line` is what the file calls the task, shortened. */
  plans: (PlanFields & { task: string; line: string })[];
  /** What the file calls tasks that are not clear, or not the agency's own, shortened; never guessed. */
  unmatched: string[];
  /** Why nothing was read. */
  problem: null | 'not_a_table' | 'unreadable' | 'too_large';
}

/** A task of the file with its plan; not found where it is not clear. */
interface Entry {
  name: string;
  found: PlanTask | null;
  fields: PlanFields;
}

const LINE_LENGTH = 80;
const TITLE_LINES = 20;
/** Two names of a task that begin alike are one. */
const SAME_START = 30;

/** Reads an agency's own plan from an Excel or Word file, told by its content. Pure; never throws. */
export function readPlanFile(bytes: Uint8Array, context: TaskContext & { today: Day }): PlanFile {
  const content = readTables(bytes);
  if (typeof content === 'string') return { plans: [], unmatched: [], problem: content };
  const { tables, paragraphs } = content;
  const entries =
    entriesOfTables(tables, paragraphs.slice(0, TITLE_LINES), context) ??
    entriesOfParagraphs(paragraphs, context);
  if (entries === null) return { plans: [], unmatched: [], problem: 'not_a_table' };
  const sure = entries.filter((entry) => isSure(entry, entries));
  const plans = new Map<string, PlanFile['plans'][number]>();
  for (const { name, found, fields } of sure) {
    const task = found?.task ?? '';
    const before = plans.get(task);
    plans.set(
      task,
      before ? { ...before, ...joinPlans(before, fields) } : { ...fields, task, line: line(name) },
    );
  }
  const others = entries.filter((entry) => !sure.includes(entry)).map(({ name }) => line(name));
  return { plans: [...plans.values()], unmatched: [...new Set(others)], problem: null };
}

/** Null where no table is one of tasks. */
function entriesOfTables(
  tables: string[][][],
  titles: string[],
  context: TaskContext & { today: Day },
): Entry[] | null {
  const findTask = createFindPlanTask(context);
  const read = tables.flatMap((rows) => {
    const table = readPlanRows(rows, findTask);
    if (!table) return [];
    const year = planYear([...titles, ...rows.slice(0, table.start).flat()], context.today);
    return [
      table.entries
        .filter(saysMore)
        .map(({ name, found, rows: own }) => ({ name, found, fields: planOfRows(own, context.today, year) })),
    ];
  });
  return read.length === 0 ? null : read.flat();
}

/** Null where no paragraph names a task. */
function entriesOfParagraphs(paragraphs: string[], context: TaskContext & { today: Day }): Entry[] | null {
  const year = planYear(paragraphs.slice(0, TITLE_LINES), context.today);
  const base = year === null ? context.today : `${year}-01-01`;
  const entries = readPlanParagraphs(paragraphs, context, base).map(
    ({ text, task, fields }): Entry => ({
      name: text,
      found: task === null ? null : { task, by: 'address' },
      fields,
    }),
  );
  return entries.length === 0 ? null : entries;
}

/** Where rows called differently would be one task, those found by their words are not clear. */
function isSure({ name, found }: Entry, entries: Entry[]): boolean {
  if (found === null || found.by === 'address') return found !== null;
  const start = (text: string): string => fold(text).slice(0, SAME_START);
  return entries.every((other) => other.found?.task !== found.task || start(other.name) === start(name));
}

function line(text: string): string {
  return shorten(text.replace(/\s+/gu, ' '), LINE_LENGTH);
}
