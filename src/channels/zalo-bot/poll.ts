import { setTimeout as sleep } from 'node:timers/promises';
import { keepTrying, type Patience } from '../keep-trying.ts';
import type { ZaloBotApi } from './api.ts';

export interface PollOptions extends Patience {
  api: ZaloBotApi;
  /** Runs before the first poll, and again until it succeeds. */
  prepare: () => Promise<void>;
  /** Keeps one update. */
  take: (update: unknown) => Promise<void>;
  waitSeconds: number;
}

/** An answer as quick as this, with nothing in it, would be asked for again without a pause. */
const TOO_QUICK_MS = 250;

/** Fetches updates until stopped. Zalo forgets what it gave, so one that could not be kept is held until it is. */
export async function pollZaloBot(options: PollOptions): Promise<void> {
  const { api, stop, waitSeconds, backoffMs } = options;
  await keepTrying(options.prepare, options);
  while (!stop.aborted) {
    const fetched: unknown[] = [];
    await keepTrying(async () => {
      const began = performance.now();
      const update = await api.getUpdate(waitSeconds, stop);
      // One object as documented; a list is taken as well.
      if (update !== null) fetched.push(...(Array.isArray(update) ? update : [update]));
      else if (performance.now() - began < TOO_QUICK_MS)
        await sleep(backoffMs, undefined, { signal: stop }).catch(() => undefined);
    }, options);
    for (const update of fetched) await keepTrying(() => options.take(update), { ...options, stop: NEVER });
  }
}

/** A stop does not give up what only we hold. */
const NEVER = new AbortController().signal;
