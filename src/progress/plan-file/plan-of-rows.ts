import type { Day } from '../../core/clock.ts';
import type { PlanFields, PlanStep } from '../../core/progress.ts';
import { type DueCell, isImmediate, readDue, readLeader, readSteps } from './cells.ts';
import type { PlanRow } from './rows.ts';

interface ReadRow {
  leader: string | null;
  due: DueCell;
  steps: PlanStep[];
  immediate: boolean;
}

/** The plan that the rows of one task make: its own row, and those of its steps. */
export function planOfRows(rows: PlanRow[], today: Day, year: number | null): PlanFields {
  const read = rows.map((row) => readRow(row, today, year));
  const own = read.find(({ steps }) => steps.length === 0);
  const isOne = read.length === 1;
  const steps = read.flatMap((row) =>
    row.steps.map((step) => ({ ...step, finishDate: step.finishDate ?? (isOne ? null : row.due.day) })),
  );
  const last =
    steps
      .flatMap(({ finishDate }) => finishDate ?? [])
      .sort()
      .at(-1) ?? null;
  const said = isOne ? read[0]?.due : own?.due;
  return {
    leader: own?.leader ?? read.find(({ leader }) => leader !== null)?.leader ?? null,
    finishDate: said?.undated ? said.day : (said?.day ?? last),
    steps,
    immediate: read.some(({ immediate }) => immediate),
  };
}

function readRow({ leader, due, step, notes }: PlanRow, today: Day, year: number | null): ReadRow {
  const steps = readSteps(step, today, year).filter(({ text }) => !isImmediate(text));
  const lines = due.split('\n').filter((line) => line.trim() !== '');
  // As many dates as steps in one cell stand side by side.
  const isPaired = steps.length > 1 && lines.length === steps.length;
  const days = isPaired ? lines.map((line) => readDue(line, today, year).day) : [];
  return {
    leader: isImmediate(leader) ? null : readLeader(leader),
    due: readDue(due, today, year),
    steps: steps.map((one, index) => ({
      ...one,
      finishDate: one.finishDate ?? days[index] ?? null,
    })),
    immediate: [due, notes, step, leader].some(isImmediate),
  };
}

/** Two plans of one task as one: the steps of both, the later date. */
export function joinPlans(one: PlanFields, other: PlanFields): PlanFields {
  const isNew = ({ text, finishDate }: PlanStep): boolean =>
    !one.steps.some((step) => step.text === text && step.finishDate === finishDate);
  const dates = [one, other].flatMap(({ finishDate }) => finishDate ?? []).sort();
  return {
    leader: one.leader ?? other.leader,
    finishDate: dates.at(-1) ?? null,
    steps: [...one.steps, ...other.steps.filter(isNew)],
    immediate: one.immediate || other.immediate,
  };
}
