import type { Parts } from '../conversation/turn.ts';
import type { Transaction } from '../core/store.ts';

/**
 * The parts with the successors as administrators confirmed them, in whatever process they did: the store is asked at
 * each message whether there is a newer word, and only then they are made anew (about a millisecond; search stays).
 */
export function followSuccessions(base: Parts): (tx: Transaction) => Promise<Parts> {
  let version = 0;
  let parts = base;
  return async (tx) => {
    const newest = await tx.agencies.successionVersion();
    if (newest !== version) {
      parts = base.confirmed(await tx.agencies.successions());
      version = newest;
    }
    return parts;
  };
}
