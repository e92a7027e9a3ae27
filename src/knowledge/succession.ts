import { isInside } from '../core/address.ts';
import type { Successor } from '../core/programme.ts';

/** True when the successor holds what stands at this address, or part of it: a block may pass to several, task by task. */
export function takesOver(
  { only, except = [] }: Pick<Successor, 'only' | 'except'>,
  address: string,
): boolean {
  if (except.some((home) => isInside(address, home))) return false;
  return !only || only.some((home) => isInside(address, home) || isInside(home, address));
}
