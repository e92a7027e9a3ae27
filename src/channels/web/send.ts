import type { OutboxRow } from '../../core/store.ts';

/** Reads the sent rows of a chat after an id, oldest first. */
export type SentAfter = (chat: string, afterId: number, limit: number) => Promise<OutboxRow[]>;

export interface EventsOptions {
  chat: string;
  after: number;
  sentAfter: SentAfter;
  pollMs: number;
  heartbeatMs: number;
}

export interface Subscribers {
  /** An event stream of a chat: what was sent after `after`, then whatever follows. Null once all are closed. */
  open(options: EventsOptions): ReadableStream<Uint8Array> | null;
  /** A row of this chat is about to be there. */
  announce(chat: string): void;
  /** Ends every stream, and opens no more; resolves when the last look-up in hand is done. */
  closeAll(): Promise<void>;
}

interface Subscriber {
  read(): void;
  close(): void;
}

/** Hears of work that must end before the program does; it never rejects. */
type Track = (work: Promise<void>) => void;

// The outbox marks a row sent only after `send` resolved, so we look again a few times; the poll catches the rest.
const lookAgainMs = [5, 25, 100, 400];
const maxStreamsPerChat = 5;
const pageSize = 50;

/** Keeps the open pages. A stream only ever writes what it reads after its last id: nothing missed, nothing twice. */
export function createSubscribers(): Subscribers {
  const byChat = new Map<string, Set<Subscriber>>();
  const lookingUp = new Set<Promise<unknown>>();
  let isOver = false;

  const track: Track = (work) => {
    lookingUp.add(work);
    void work.finally(() => lookingUp.delete(work));
  };

  function announce(chat: string): void {
    if (!byChat.has(chat)) return;
    for (const delay of lookAgainMs) {
      setTimeout(() => {
        for (const subscriber of byChat.get(chat) ?? []) subscriber.read();
      }, delay).unref();
    }
  }

  function open(options: EventsOptions): ReadableStream<Uint8Array> | null {
    if (isOver) return null;
    let subscriber: Subscriber;
    return new ReadableStream<Uint8Array>({
      start(controller) {
        subscriber = createSubscriber(controller, options, track, () => {
          const others = byChat.get(options.chat);
          others?.delete(subscriber);
          if (others?.size === 0) byChat.delete(options.chat);
        });
        const all = byChat.get(options.chat) ?? new Set();
        byChat.set(options.chat, all.add(subscriber));
        if (all.size > maxStreamsPerChat) [...all][0]?.close();
        subscriber.read();
      },
      cancel: () => subscriber.close(),
    });
  }

  async function closeAll(): Promise<void> {
    isOver = true;
    for (const all of [...byChat.values()]) for (const subscriber of [...all]) subscriber.close();
    await Promise.all(lookingUp);
  }

  return { open, announce, closeAll };
}

function createSubscriber(
  controller: ReadableStreamDefaultController<Uint8Array>,
  options: EventsOptions,
  track: Track,
  onClose: () => void,
): Subscriber {
  const encoder = new TextEncoder();
  let last = options.after;
  let isReady = false;
  let isReading = false;
  let isAskedAgain = false;
  let isClosed = false;

  function write(text: string): void {
    if (!isClosed) controller.enqueue(encoder.encode(text));
  }

  async function readAll(): Promise<void> {
    for (;;) {
      const rows = await options.sentAfter(options.chat, last, pageSize);
      if (isClosed) return;
      for (const row of rows) {
        write(`id: ${row.id}\ndata: ${JSON.stringify(row.message)}\n\n`);
        last = row.id;
      }
      if (rows.length < pageSize) break;
    }
    if (!isReady) write('event: ready\ndata: {}\n\n');
    isReady = true;
  }

  function read(): void {
    isAskedAgain = true;
    if (isReading || isClosed) return;
    isReading = true;
    // When the store is away: the page reconnects by itself and asks from its last id.
    track(readAgain().catch(close));
  }

  async function readAgain(): Promise<void> {
    try {
      while (isAskedAgain && !isClosed) {
        isAskedAgain = false;
        await readAll();
      }
    } finally {
      isReading = false;
    }
  }

  function close(): void {
    if (isClosed) return;
    isClosed = true;
    clearInterval(poll);
    clearInterval(heartbeat);
    onClose();
    try {
      controller.close();
    } catch {
      // The reader had gone already.
    }
  }

  const poll = setInterval(read, options.pollMs);
  const heartbeat = setInterval(() => write(': still here\n\n'), options.heartbeatMs);
  poll.unref();
  heartbeat.unref();
  write('retry: 2000\n\n');
  return { read, close };
}
