import { setTimeout as sleep } from 'node:timers/promises';
import { SendError } from '../core/errors.ts';

export interface Patience {
  /** Ends the trying; what is being waited for is given up. */
  stop: AbortSignal;
  backoffMs: number;
  onProblem: (sentence: string) => void;
  /** The platform by its name, and what mends the faults that only people mend. */
  platform: { name: string; unauthorized: string; conflict: string };
}

/** Repeats `work` until it succeeds or `stop`; after a failure says what is wrong and waits, longer each time. */
export async function keepTrying(work: () => Promise<void>, patience: Patience): Promise<void> {
  const { stop, backoffMs, onProblem, platform } = patience;
  for (let failures = 1; !stop.aborted; failures += 1) {
    try {
      return await work();
    } catch (error) {
      if (stop.aborted) return;
      onProblem(sentenceOf(error, platform));
      await sleep(waitMs(error, failures, backoffMs), undefined, { signal: stop }).catch(() => undefined);
    }
  }
}

function waitMs(error: unknown, failures: number, backoffMs: number): number {
  if (error instanceof SendError && error.retryAfterMs !== undefined) return error.retryAfterMs;
  const isForPeople = error instanceof SendError && ['unauthorized', 'conflict'].includes(error.code);
  return isForPeople ? backoffMs * 15 : Math.min(backoffMs * 2 ** (failures - 1), backoffMs * 30);
}

function sentenceOf(error: unknown, platform: Patience['platform']): string {
  if (!(error instanceof SendError))
    return `${platform.name}: a message could not be stored; it will be fetched again.`;
  if (error.code === 'unauthorized') return platform.unauthorized;
  if (error.code === 'conflict') return platform.conflict;
  // Without the number of seconds: the same problem is the same sentence.
  if (error.code === 'rate_limited') return `${platform.name} asks for a pause; trying again.`;
  return `${error.message}; trying again.`;
}
