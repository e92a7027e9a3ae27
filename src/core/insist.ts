import { setTimeout as sleep } from 'node:timers/promises';

/** Waits before each further try, in milliseconds: a store is gone for a moment when its connections are cut. */
const WAITS_MS = [0, 50, 250, 1_000, 3_000];

/** Does a small piece of work that must not be lost to a connection that breaks; throws what the last try threw. */
export async function insist<T>(work: () => Promise<T>, onError: (error: unknown) => void): Promise<T> {
  for (const wait of WAITS_MS) {
    try {
      return await work();
    } catch (error) {
      onError(error);
      await sleep(wait);
    }
  }
  return work();
}
