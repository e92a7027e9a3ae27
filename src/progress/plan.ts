import type { Day } from '../core/clock.ts';
import type { PlanFields, TaskPlan } from '../core/progress.ts';
import type { ParsedPlan } from '../understand/plan.ts';

export const EMPTY_PLAN: PlanFields = { leader: null, finishDate: null, steps: [], immediate: false };

/** A plan with what another message says laid over it; what it does not speak of stays. Pure. */
export function mergePlan(plan: PlanFields, { fields, undated }: ParsedPlan): PlanFields {
  const { leader, finishDate, steps, immediate } = fields;
  return {
    leader: leader ?? plan.leader,
    finishDate: finishDate ?? (undated ? null : plan.finishDate),
    steps: steps.length > 0 ? steps : plan.steps,
    immediate: immediate || (plan.immediate && finishDate === null),
  };
}

export function planSays({ fields, undated }: ParsedPlan): boolean {
  const { leader, finishDate, steps, immediate } = fields;
  return leader !== null || finishDate !== null || steps.length > 0 || immediate || undated;
}

/** What is to be looked at twice in a plan: asked, never blocked. */
export type PlanNote =
  | { kind: 'noLeader' | 'noDate' }
  | { kind: 'passed' | 'dayOff' | 'stepAfter'; day: Day }
  | { kind: 'beyond'; day: Day; end: number };

export function planNotes(
  { leader, finishDate, steps, immediate }: PlanFields,
  { today, end, isWorkingDay }: { today: Day; end: number | null; isWorkingDay(day: Day): boolean },
): PlanNote[] {
  const notes: PlanNote[] = [];
  if (finishDate !== null) {
    if (finishDate < today) notes.push({ kind: 'passed', day: finishDate });
    else if (!isWorkingDay(finishDate)) notes.push({ kind: 'dayOff', day: finishDate });
    if (end !== null && Number(finishDate.slice(0, 4)) > end)
      notes.push({ kind: 'beyond', day: finishDate, end });
    const late = steps.find((step) => step.finishDate !== null && step.finishDate > finishDate);
    if (late?.finishDate) notes.push({ kind: 'stepAfter', day: late.finishDate });
  }
  if (immediate) return notes;
  // One thing at a time.
  if (leader === null) return [...notes, { kind: 'noLeader' }];
  return finishDate === null ? [...notes, { kind: 'noDate' }] : notes;
}

/** How far an agency's planning is. */
export interface Planning {
  all: number;
  planned: number;
  /** Planned, not at once, and without a finish date. */
  undated: number;
  /** Addresses without any plan, in order. */
  open: string[];
}

export function planningOf(tasks: string[], plans: TaskPlan[]): Planning {
  const byTask = new Map(plans.map((plan) => [plan.task, plan]));
  const planned = tasks.filter((task) => byTask.has(task));
  return {
    all: tasks.length,
    planned: planned.length,
    undated: planned.filter((task) => {
      const plan = byTask.get(task);
      return plan !== undefined && !plan.immediate && plan.finishDate === null;
    }).length,
    open: tasks.filter((task) => !byTask.has(task)),
  };
}
