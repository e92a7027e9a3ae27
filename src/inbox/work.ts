import type { Clock } from '../core/clock.ts';
import type { Store, StoredMessage, Transaction } from '../core/store.ts';
import { createWorker, type Worker } from '../core/worker.ts';

const LEASE_MS = 60_000;
const BATCH = 16;
const RETRY_MS = [1_000, 10_000, 60_000];

export interface InboxOptions {
  store: Store;
  clock: Clock;
  /** Does all that a message does; what it writes and "done" are one transaction. */
  handle(tx: Transaction, stored: StoredMessage): Promise<void>;
  /** Apologises, in the transaction that gives a message up. */
  onGiveUp(tx: Transaction, stored: StoredMessage): Promise<void>;
  onError(error: unknown): void;
  /** Replies were queued. */
  wake(): void;
}

/** Works off the inbox: one message of a chat at a time, in order; different chats side by side. */
export function createInboxWorker(options: InboxOptions): Worker {
  const { store, clock, handle, onGiveUp, onError, wake } = options;

  async function one(stored: StoredMessage): Promise<void> {
    try {
      await store.transaction(async (tx) => {
        await handle(tx, stored);
        await tx.inbox.done(stored.id, clock.now());
      });
    } catch (error) {
      onError(error);
      await store.transaction(async (tx) => {
        const wait = RETRY_MS[stored.attempts - 1];
        if (wait !== undefined) return tx.inbox.retry(stored.id, new Date(clock.now().getTime() + wait));
        await onGiveUp(tx, stored);
        await tx.inbox.failed(stored.id, error instanceof Error ? error.name : 'unknown', clock.now());
      });
    }
    wake();
  }

  return createWorker(async () => {
    const now = clock.now();
    const claimed = await store.transaction((tx) =>
      tx.inbox.claim(now, new Date(now.getTime() + LEASE_MS), BATCH),
    );
    await Promise.all(claimed.map(one));
    return claimed.length;
  }, onError);
}
