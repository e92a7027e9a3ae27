import type { ProgressFields, ProgressUpdate } from '../core/progress.ts';

/** The updates that stand: without withdrawals and what they took back. Order is kept. */
export function standing(updates: ProgressUpdate[]): ProgressUpdate[] {
  const withdrawn = new Set(updates.map(({ withdraws }) => withdraws));
  return updates.filter(({ receipt, withdraws }) => withdraws === null && !withdrawn.has(receipt));
}

/** How a task stands by what was reported. */
export interface TaskStanding extends Omit<ProgressFields, 'task'> {
  task: string;
  /** The newest update that stands. */
  reported: ProgressUpdate;
}

/**
 * The state of each task, by replaying an agency's updates oldest first: a share holds until another is said, so does an
 * expected date; result, difficulty and proposal are those of the newest update. In the order of the newest reports.
 */
export function replay(updates: ProgressUpdate[]): TaskStanding[] {
  const tasks = new Map<string, TaskStanding>();
  for (const update of standing(updates)) {
    const before = tasks.get(update.task);
    tasks.delete(update.task);
    const { task, percent, state, result, difficulty, proposal, expectedDate } = update;
    const isSame = update.state === 'nothing_new' && before !== undefined;
    tasks.set(task, {
      task,
      percent: percent ?? (state === 'done' ? 100 : (before?.percent ?? null)),
      // "Nothing new" says that what was said before still holds.
      state: isSame ? before.state : (state ?? before?.state ?? null),
      result: isSame ? before.result : result,
      difficulty: isSame ? before.difficulty : difficulty,
      proposal: isSame ? before.proposal : proposal,
      expectedDate: expectedDate ?? before?.expectedDate ?? null,
      reported: update,
    });
  }
  return [...tasks.values()].reverse();
}
