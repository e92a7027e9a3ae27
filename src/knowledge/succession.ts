import { isInside } from '../core/address.ts';
import type { Successor } from '../core/programme.ts';

/** True when the successor holds what stands at this address, or part of it: a block may pass to several, task by task. */
export function takesOver({ only }: Pick<Successor, 'only'>, address: string): boolean {
  return !only || only.some((home) => isInside(address, home) || isInside(home, address));
}
