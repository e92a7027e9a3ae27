import { keepTrying, type Patience } from '../keep-trying.ts';
import type { TelegramApi } from './api.ts';

export interface PollOptions extends Patience {
  api: TelegramApi;
  /** Runs before the first poll, and again until it succeeds. */
  prepare: () => Promise<void>;
  /** Keeps one update; the next is asked for only when this resolved. */
  take: (update: unknown) => Promise<void>;
  waitSeconds: number;
}

/** Fetches updates until stopped. An update is confirmed to Telegram only after `take` kept it. */
export async function pollTelegram(options: PollOptions): Promise<void> {
  const { api, stop, waitSeconds } = options;
  let offset = 0;
  await keepTrying(options.prepare, options);
  while (!stop.aborted) {
    await keepTrying(async () => {
      for (const update of await api.getUpdates(offset, waitSeconds, stop)) {
        if (stop.aborted) return;
        await options.take(update);
        offset = update.update_id + 1;
      }
    }, options);
  }
}
