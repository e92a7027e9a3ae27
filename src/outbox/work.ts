import type { Channel } from '../core/channel.ts';
import type { Clock } from '../core/clock.ts';
import { SendError } from '../core/errors.ts';
import { insist } from '../core/insist.ts';
import type { OutboxRow, Store, Transaction } from '../core/store.ts';
import { createWorker, type Worker } from '../core/worker.ts';

const LEASE_MS = 120_000;
const BATCH = 16;
/** Waits before each further try, in seconds; after the last the message is given up. */
const RETRY_SECONDS = [1, 5, 30, 120, 600, 1_800, 3_600, 7_200, 14_400, 28_800, 43_200];

export interface OutboxOptions {
  store: Store;
  clock: Clock;
  channels: Map<string, Channel>;
  /** A message was given up, with why; in the transaction that gives it up. */
  onFailed?: ((tx: Transaction, row: OutboxRow, reason: string) => Promise<void>) | undefined;
  onError(error: unknown): void;
}

/**
 * Sends what is queued, the parts of one chat in order. A message is marked sent after the platform took it, so a crash
 * in between sends it once more: the one duplicate there can be.
 */
export function createOutboxWorker({ store, clock, channels, onFailed, onError }: OutboxOptions): Worker {
  async function one(row: OutboxRow): Promise<void> {
    const channel = channels.get(row.channel);
    if (!channel) throw new Error(`claimed a message of ${row.channel}, which is off`);
    const { text, choices } = row.message;
    const message = { text, choices: choices.slice(0, channel.maxChoices) };
    const sending = channel.send(row.chat, message, row.key);
    const platformId = await sending.catch((error: unknown) => failed(row, error));
    if (platformId === null) return;
    // Not marked sent, it would be sent again.
    await insist(() => store.transaction((tx) => tx.outbox.sent(row.id, platformId, clock.now())), onError);
  }

  async function failed(row: OutboxRow, error: unknown): Promise<null> {
    onError(error);
    const next = nextTry(error, row.attempts, clock.now());
    const reason = error instanceof SendError ? error.code : 'unknown';
    await insist(
      () =>
        store.transaction(async (tx) => {
          if (next) return tx.outbox.retry(row.id, next, reason);
          await tx.outbox.failed(row.id, reason, clock.now());
          await onFailed?.(tx, row, reason);
        }),
      onError,
    );
    return null;
  }

  const reach = [...channels.values()].map(({ name, onlyChat }) => ({
    channel: name,
    ...(onlyChat === undefined ? {} : { chat: onlyChat }),
  }));
  return createWorker(async () => {
    const now = clock.now();
    const claimed = await store.transaction((tx) =>
      tx.outbox.claim(now, new Date(now.getTime() + LEASE_MS), BATCH, reach),
    );
    await Promise.all(claimed.map(one));
    return claimed.length;
  }, onError);
}

function nextTry(error: unknown, attempts: number, now: Date): Date | null {
  if (error instanceof SendError && !error.retryable) return null;
  const seconds = RETRY_SECONDS[attempts - 1];
  if (seconds === undefined) return null;
  const wait = Math.max(seconds * 1_000, error instanceof SendError ? (error.retryAfterMs ?? 0) : 0);
  return new Date(now.getTime() + wait);
}
