import { setTimeout as sleepFor } from 'node:timers/promises';

/** Milliseconds since some moment, and a wait of so many. */
export interface Timing {
  now(): number;
  sleep(ms: number): Promise<unknown>;
}

const SYSTEM: Timing = { now: () => performance.now(), sleep: (ms) => sleepFor(ms) };

/** Gives turns, so many a second and evenly; each call resolves when it is its turn, first come first served. */
export function createPace(perSecond: number, { now, sleep }: Timing = SYSTEM): () => Promise<void> {
  const apartMs = 1000 / perSecond;
  let next = Number.NEGATIVE_INFINITY;
  return async () => {
    const at = Math.max(now(), next);
    next = at + apartMs;
    const wait = at - now();
    if (wait > 0) await sleep(wait);
  };
}
