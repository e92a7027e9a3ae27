import { isInside, isUnder } from '../core/address.ts';
import type { Agency, Knowledge, Successor } from '../core/programme.ts';
import { tasksOf } from './permission.ts';

/** Successors with one more, that takes what stands at these addresses: whoever held it before keeps the rest. Pure. */
export function passTo(successors: Successor[], addresses: string[], to: Successor): Successor[] {
  const rest = successors.flatMap((one) => {
    const only = one.only?.filter((home) => !addresses.some((address) => isInside(home, address)));
    if (only?.length === 0) return [];
    const kept = only ? { ...one, only } : one;
    const taken = addresses.filter((address) => !only || only.some((home) => isUnder(address, home)));
    return [taken.length > 0 ? { ...kept, except: [...(one.except ?? []), ...taken] } : kept];
  });
  return [...rest, { ...to, only: addresses }];
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
