import type { Clock } from '../core/clock.ts';
import { insist } from '../core/insist.ts';
import type { Store, StoredMessage, Transaction } from '../core/store.ts';
import { createWorker, type Worker } from '../core/worker.ts';

const LEASE_MS = 60_000;
const BATCH = 16;
const RETRY_MS = [1_000, 10_000, 60_000];
const MAX_ATTEMPTS = RETRY_MS.length + 1;

/** Another worker took the message over; what this one did is rolled back. */
class ClaimLost extends Error {}

/** Every attempt ended without a word: the process was killed, or handling took longer than the lease. */
class NeverFinished extends Error {
  override name = 'NeverFinished';
}

export interface InboxOptions {
  store: Store;
  clock: Clock;
  /**
   * Looks what must be thought before a message can be handled; null where nothing must. Thinking may take seconds and
   * happens outside any transaction, while other chats go on.
   */
  prepare?: ((stored: StoredMessage) => Promise<(() => Promise<void>) | null>) | undefined;
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
  const { store, clock, prepare, handle, onGiveUp, onError, wake } = options;
  const thinking = new Set<Promise<void>>();

  async function one(stored: StoredMessage): Promise<void> {
    // Before any work on it: what ended the process would end it again.
    if (stored.attempts > MAX_ATTEMPTS) return giveUp(stored, new NeverFinished());
    const think = await prepare?.(stored).catch((error: unknown) => {
      onError(error);
      return null;
    });
    if (!think) return finish(stored);
    const thought = think()
      .catch(onError)
      .then(() => finish(stored))
      .catch(onError)
      .finally(() => {
        thinking.delete(thought);
        worker.poke();
      });
    thinking.add(thought);
  }

  async function finish(stored: StoredMessage): Promise<void> {
    try {
      await store.transaction(async (tx) => {
        await handle(tx, stored);
        if (!(await tx.inbox.done(stored, clock.now()))) throw new ClaimLost();
      });
    } catch (error) {
      if (error instanceof ClaimLost) return;
      const wait = RETRY_MS[stored.attempts - 1];
      if (wait === undefined) return giveUp(stored, error);
      onError(error);
      const next = new Date(clock.now().getTime() + wait);
      // Else the message would wait out its lease.
      await insist(() => store.transaction((tx) => tx.inbox.retry(stored, next)), onError);
    }
    wake();
  }

  async function giveUp(stored: StoredMessage, error: unknown): Promise<void> {
    onError(error);
    const reason = error instanceof Error ? error.name : 'unknown';
    await store.transaction(async (tx) => {
      if (await tx.inbox.failed(stored, reason, clock.now())) await onGiveUp(tx, stored);
    });
    wake();
  }

  const worker = createWorker(async () => {
    const now = clock.now();
    const claimed = await store.transaction((tx) =>
      tx.inbox.claim(now, new Date(now.getTime() + LEASE_MS), BATCH),
    );
    await Promise.all(claimed.map(one));
    return claimed.length;
  }, onError);

  async function allThought(): Promise<void> {
    await Promise.all(thinking);
  }
  return {
    ...worker,
    stop: async () => {
      await worker.stop();
      await allThought();
    },
    drain: async () => {
      let total = await worker.drain();
      while (thinking.size > 0) {
        await allThought();
        total += await worker.drain();
      }
      return total;
    },
  };
}
