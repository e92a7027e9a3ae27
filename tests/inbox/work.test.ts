import { describe, expect, it } from 'vitest';
import { createReceive } from '../../src/inbox/receive.ts';
import { createInboxWorker } from '../../src/inbox/work.ts';
import { openStore } from '../../src/store/connect.ts';
import { mayBreak } from '../support/break.ts';
import { newDatabase } from '../support/talk.ts';

async function open(handle: (text: string) => void) {
  const store = mayBreak(await openStore(newDatabase()));
  let at = new Date('2026-11-25T02:00:00Z');
  const clock = { now: () => at };
  const gaveUp: number[] = [];
  const errors: unknown[] = [];
  const receive = createReceive(store, clock);
  const worker = createInboxWorker({
    store,
    clock,
    handle: async (tx, { message }) => {
      await tx.conversations.put('web', message.chat, { greeted: true, memory: null, memoryAt: null });
      handle(message.body.kind === 'text' ? message.body.text : '');
    },
    onGiveUp: async (_tx, { id }) => void gaveUp.push(id),
    onError: (error) => errors.push(error),
    wake: () => {},
  });
  return {
    store,
    worker,
    /** Takes what is due as a process does that is killed before it finishes; the texts. */
    claimAndDie: async (): Promise<string[]> => {
      const lease = new Date(at.getTime() + 60_000);
      const claimed = await store.transaction((tx) => tx.inbox.claim(at, lease, 16));
      return claimed.map(({ message }) => (message.body.kind === 'text' ? message.body.text : ''));
    },
    gaveUp,
    errors,
    say: (chat: string, text: string) =>
      receive({
        channel: 'web',
        chat,
        deliveryId: `${chat} ${text}`,
        group: false,
        body: { kind: 'text', text },
      }),
    wait: (seconds: number) => {
      at = new Date(at.getTime() + seconds * 1_000);
    },
  };
}

describe('working off the inbox', () => {
  it('keeps the order of a chat, also while one of its messages is tried again', async () => {
    const done: string[] = [];
    let failing = true;
    const box = await open((text) => {
      if (text === '2' && failing) {
        failing = false;
        throw new Error('for once');
      }
      done.push(text);
    });
    for (const text of ['1', '2', '3']) await box.say('a', text);
    await box.say('b', 'x');
    await box.worker.drain();
    expect(done).toEqual(['1', 'x']);
    box.wait(2);
    await box.worker.drain();
    expect(done).toEqual(['1', 'x', '2', '3']);
    await box.store.close();
  });

  it('takes a message up again in seconds where the connection was gone while it was worked on', async () => {
    const done: string[] = [];
    let first = true;
    const box = await open((text) => {
      if (first) {
        first = false;
        box.store.cut(2);
        throw new Error('the connection is gone');
      }
      done.push(text);
    });
    await box.say('a', '1');
    await box.worker.drain();
    box.wait(2);
    await box.worker.drain();
    expect(done).toEqual(['1']);
    await box.store.close();
  });

  it('writes nothing of a message that failed, and gives it up after some tries with an apology', async () => {
    const box = await open(() => {
      throw new Error('always');
    });
    await box.say('a', '1');
    for (let minute = 0; minute < 10; minute += 1) {
      await box.worker.drain();
      box.wait(61);
    }
    expect(box.errors).toHaveLength(4);
    expect(box.gaveUp).toHaveLength(1);
    expect((await box.store.transaction((tx) => tx.conversations.get('web', 'a'))).greeted).toBe(false);
    await box.store.close();
  });

  it('gives up, without handling it again, a message that no attempt finished', async () => {
    const done: string[] = [];
    const box = await open((text) => void done.push(text));
    await box.say('a', 'deadly');
    for (let attempt = 1; attempt <= 4; attempt += 1) {
      expect(await box.claimAndDie(), `attempt ${attempt}`).toEqual(['deadly']);
      box.wait(61);
    }
    await box.say('b', 'next');
    await box.say('a', 'after it');
    await box.worker.drain();
    expect(done).toEqual(['next', 'after it']);
    expect(box.gaveUp).toHaveLength(1);
    expect(box.errors).toEqual([expect.objectContaining({ name: 'NeverFinished' })]);
    await box.store.close();
  });

  it('handles a message once more after all attempts but one were cut off', async () => {
    const done: string[] = [];
    const box = await open((text) => void done.push(text));
    await box.say('a', 'unlucky');
    for (let attempt = 1; attempt <= 3; attempt += 1) {
      await box.claimAndDie();
      box.wait(61);
    }
    await box.worker.drain();
    expect([done, box.gaveUp]).toEqual([['unlucky'], []]);
    await box.store.close();
  });

  it('gives up none but the message that ends the process, where others were claimed with it', async () => {
    const done: string[] = [];
    const box = await open((text) => void done.push(text));
    for (const chat of ['a', 'b', 'c']) await box.say(chat, chat === 'a' ? 'deadly' : chat);
    expect(await box.claimAndDie()).toEqual(['deadly', 'b', 'c']);
    for (let attempt = 2; attempt <= 4; attempt += 1) {
      box.wait(61);
      expect(await box.claimAndDie(), `attempt ${attempt}`).toEqual(['deadly']);
    }
    box.wait(61);
    await box.worker.drain();
    expect(done).toEqual(['b', 'c']);
    expect(box.gaveUp).toHaveLength(1);
    await box.store.close();
  });
});
