import { setTimeout as sleep } from 'node:timers/promises';
import { SendError } from '../../core/errors.ts';

export interface Patience {
  /** Ends the trying; what is being waited for is given up. */
  stop: AbortSignal;
  backoffMs: number;
  onProblem: (sentence: string) => void;
}

/** Repeats `work` until it succeeds or `stop`; after a failure says what is wrong and waits, longer each time. */
export async function keepTrying(work: () => Promise<void>, patience: Patience): Promise<void> {
  const { stop, backoffMs, onProblem } = patience;
  for (let failures = 1; !stop.aborted; failures += 1) {
    try {
      return await work();
    } catch (error) {
      if (stop.aborted) return;
      onProblem(sentenceOf(error));
      await sleep(waitMs(error, failures, backoffMs), undefined, { signal: stop }).catch(() => undefined);
    }
  }
}

function waitMs(error: unknown, failures: number, backoffMs: number): number {
  if (error instanceof SendError && error.retryAfterMs !== undefined) return error.retryAfterMs;
  const isForPeople = error instanceof SendError && ['unauthorized', 'conflict'].includes(error.code);
  return isForPeople ? backoffMs * 15 : Math.min(backoffMs * 2 ** (failures - 1), backoffMs * 30);
}

function sentenceOf(error: unknown): string {
  if (!(error instanceof SendError)) {
    return 'Telegram: a message could not be stored; it will be fetched again.';
  }
  if (error.code === 'unauthorized') {
    return 'Telegram refuses the token: check TELEGRAM_TOKEN with @BotFather.';
  }
  if (error.code === 'conflict') {
    return 'Another program fetches the messages of this Telegram bot: stop it, or give this one its own token.';
  }
  // Without the number of seconds: the same problem is the same sentence.
  if (error.code === 'rate_limited') return 'Telegram asks for a pause; trying again.';
  return `${error.message}; trying again.`;
}
