import type { Agency, Successor } from './programme.ts';

/** An agency of the decision and who holds its duties today. */
export interface HeldNow {
  name: string;
  /** Names of those who hold it now; empty where it is still itself. */
  now: string[];
  confirmed: boolean;
}

/** Who holds today what an agency was given, by its name; by default of all of it, else of what `covers`. */
export function heldNow(
  name: string,
  agencies: Agency[],
  covers: (successor: Successor) => boolean = ({ only }) => only === undefined,
): HeldNow {
  const held = agencies.find((agency) => agency.name === name)?.successors ?? [];
  const meant = held.filter((one) => one.agency !== null && covers(one));
  return {
    name,
    now: meant.flatMap(({ agency }) => agencies.find(({ id }) => id === agency)?.name ?? []),
    confirmed: meant.every(({ confirmed }) => confirmed),
  };
}
