import type { Successor } from '../core/programme.ts';

/** True when the successor holds what stands at this address, or part of it: a block may pass to several, task by task. */
export function takesOver({ only }: Pick<Successor, 'only'>, address: string): boolean {
  return !only || only.some((home) => inside(address, home) || inside(home, address));
}

/** `IV.3.b.1` stands inside `IV.3.b` and inside itself. */
export function inside(address: string, home: string): boolean {
  return address === home || address.startsWith(`${home}.`);
}
