import type { Parts } from '../conversation/turn.ts';
import type { Knowledge } from '../core/programme.ts';
import type { Transaction } from '../core/store.ts';
import { withSuccessions } from '../knowledge/succession.ts';

/** The parts as of what this transaction sees confirmed, whichever process confirmed it. */
export type CurrentParts = (tx: Transaction) => Promise<Parts>;

/** Makes the parts anew when somebody confirmed a successor since they were made; asking costs one small query. */
export function currentParts(
  knowledge: Knowledge,
  first: Parts,
  make: (knowledge: Knowledge) => Parts,
): CurrentParts {
  let newest = { version: 0, parts: first };
  return async ({ agencies }) => {
    const version = await agencies.successionVersion();
    if (version === newest.version) return newest.parts;
    // Another transaction may put its own in the meantime: what this one saw is what it gets.
    const made = { version, parts: make(withSuccessions(knowledge, await agencies.successions())) };
    newest = made;
    return made.parts;
  };
}
