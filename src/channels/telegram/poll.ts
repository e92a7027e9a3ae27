import { setTimeout as sleep } from 'node:timers/promises';
import { SendError } from '../../core/errors.ts';
import type { TelegramApi } from './api.ts';

export interface PollOptions {
  api: TelegramApi;
  /** Runs before the first poll, and again until it succeeds. */
  prepare: () => Promise<void>;
  /** Keeps one update; the next is asked for only when this resolved. */
  take: (update: unknown) => Promise<void>;
  onProblem: (sentence: string) => void;
  waitSeconds: number;
  backoffMs: number;
  stop: AbortSignal;
}

/** Fetches updates until stopped. An update is confirmed to Telegram only after `take` kept it. */
export async function pollTelegram(options: PollOptions): Promise<void> {
  const { stop } = options;
  let offset = 0;
  let prepared = false;
  let failures = 0;
  while (!stop.aborted) {
    try {
      if (!prepared) await options.prepare();
      prepared = true;
      for (const update of await options.api.getUpdates(offset, options.waitSeconds, stop)) {
        if (stop.aborted) break;
        await options.take(update);
        offset = Math.max(offset, nextOffset(update));
      }
      failures = 0;
    } catch (error) {
      if (stop.aborted) break;
      failures += 1;
      options.onProblem(sentenceOf(error));
      await sleep(waitMs(error, failures, options.backoffMs), undefined, { signal: stop }).catch(
        () => undefined,
      );
    }
  }
}

function nextOffset(update: unknown): number {
  const id =
    typeof update === 'object' && update !== null && 'update_id' in update ? update.update_id : undefined;
  return typeof id === 'number' ? id + 1 : 0;
}

function waitMs(error: unknown, failures: number, backoffMs: number): number {
  if (error instanceof SendError && error.retryAfterMs !== undefined) return error.retryAfterMs;
  const isForPeople = error instanceof SendError && ['unauthorized', 'conflict'].includes(error.code);
  return isForPeople ? backoffMs * 15 : Math.min(backoffMs * 2 ** (failures - 1), backoffMs * 30);
}

function sentenceOf(error: unknown): string {
  if (!(error instanceof SendError))
    return 'Telegram: a message could not be stored; it will be fetched again.';
  if (error.code === 'unauthorized') {
    return 'Telegram refuses the token: check TELEGRAM_TOKEN with @BotFather.';
  }
  if (error.code === 'conflict') {
    return 'Another program fetches the messages of this Telegram bot: stop it, or give this one its own token.';
  }
  return `${error.message}; trying again.`;
}
