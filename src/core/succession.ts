import { isInside } from './address.ts';
import type { Agency, Successor } from './programme.ts';

/** True when the successor holds what stands at this address, or part of it: a block may pass to several, task by task. */
export function takesOver(
  { only, except = [] }: Pick<Successor, 'only' | 'except'>,
  address: string,
): boolean {
  if (except.some((home) => isInside(address, home))) return false;
  return !only || only.some((home) => isInside(address, home) || isInside(home, address));
}

/** The agency holding today what the decision gave another at an address. */
export interface Holder {
  agency: Agency;
  confirmed: boolean;
}

/** Who holds today what the decision gives the agency of this name at this address; empty where nothing changed. */
export function holdersToday(agencies: Agency[], name: string, address: string): Holder[] {
  const key = name.toLowerCase();
  const former = agencies.find((one) =>
    [one.name, ...one.aliases].some((written) => written.toLowerCase() === key),
  );
  return (former?.successors ?? [])
    .filter((successor) => takesOver(successor, address))
    .flatMap(({ agency: id, confirmed }) => {
      const agency = agencies.find((one) => one.id === id);
      return agency ? [{ agency, confirmed }] : [];
    });
}
