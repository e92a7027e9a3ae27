import type { Agency, Knowledge, Successor } from '../core/programme.ts';
import { takesOver } from '../knowledge/succession.ts';
import { tasksOf } from './permission.ts';

/** Successors with one that takes a single task: whoever held it before keeps the rest. Pure. */
export function withTask(
  { successors }: Pick<Agency, 'successors'>,
  task: string,
  holder: Successor,
  ownTasks: string[],
): Successor[] {
  const others = successors.flatMap((successor) => {
    if (!takesOver(successor, task)) return [successor];
    const held = ownTasks.filter((one) => one !== task && takesOver(successor, one));
    return held.length > 0 ? [{ ...successor, only: held }] : [];
  });
  return [...others, { ...holder, only: [task] }];
}

/** What a change of successors does to who may report on what. */
export interface SuccessionEffect {
  agency: string;
  gains: string[];
  loses: string[];
}

export function effectsOf(before: Knowledge, after: Knowledge): SuccessionEffect[] {
  return before.agencies.flatMap(({ id }) => {
    const [had, has] = [tasksOf(id, before), tasksOf(id, after)];
    const gains = has.filter((task) => !had.includes(task));
    const loses = had.filter((task) => !has.includes(task));
    return gains.length + loses.length > 0 ? [{ agency: id, gains, loses }] : [];
  });
}

/** The agencies of the decision that all these tasks are given to, whoever holds them today. */
export function formerHolders(tasks: string[], knowledge: Knowledge): Agency[] {
  const bare = {
    ...knowledge,
    agencies: knowledge.agencies.map((agency): Agency => ({ ...agency, successors: [] })),
  };
  return knowledge.agencies.filter(({ id }) => {
    const own = tasksOf(id, bare);
    return tasks.every((task) => own.includes(task));
  });
}
