import { describe, expect, it } from 'vitest';
import { createReceive } from '../../src/inbox/receive.ts';
import { createInboxWorker } from '../../src/inbox/work.ts';
import { openStore } from '../../src/store/connect.ts';
import { newDatabase } from '../support/talk.ts';

async function open(handle: (text: string) => void) {
  const store = await openStore(newDatabase());
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
});
