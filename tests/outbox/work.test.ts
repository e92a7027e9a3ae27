import { describe, expect, it } from 'vitest';
import type { Channel } from '../../src/core/channel.ts';
import { SendError } from '../../src/core/errors.ts';
import type { OutgoingMessage } from '../../src/core/message.ts';
import { enqueue } from '../../src/outbox/enqueue.ts';
import { createOutboxWorker } from '../../src/outbox/work.ts';
import { openStore } from '../../src/store/connect.ts';
import { mayBreak } from '../support/break.ts';
import { newDatabase } from '../support/talk.ts';

const START = new Date('2026-11-25T02:00:00Z');

/** An outbox over a real store, with a channel that does what the script says at each try. */
async function open(script: (SendError | Error | 'ok' | 'ok, then cut')[]) {
  const store = mayBreak(await openStore(newDatabase()));
  let at = START;
  const tries: { text: string; seconds: number }[] = [];
  const channel: Channel = {
    name: 'web',
    maxTextLength: 50,
    maxChoices: 5,
    send: async (_chat, message: OutgoingMessage) => {
      tries.push({ text: message.text, seconds: (at.getTime() - START.getTime()) / 1_000 });
      const next = script.shift() ?? 'ok';
      if (next === 'ok, then cut') store.cut(2);
      else if (next !== 'ok') throw next;
      return 'id';
    },
  };
  const worker = createOutboxWorker({
    store,
    clock: { now: () => at },
    channels: new Map([['web', channel]]),
    onError: () => {},
  });
  return {
    store,
    tries,
    queue: (text: string, channelName = 'web') =>
      store.transaction((tx) =>
        enqueue(
          tx,
          { channel: channelName, chat: 'c', maxTextLength: 50, maxChoices: 5 },
          text.slice(0, 10),
          { text, choices: [{ token: 't', label: 'Lưu' }] },
          START,
        ),
      ),
    /** Lets the time pass second by second and works off what is due. */
    pass: async (seconds: number) => {
      for (
        const end = at.getTime() + seconds * 1_000;
        at.getTime() < end;
        at = new Date(at.getTime() + 1_000)
      )
        await worker.drain();
      await worker.drain();
    },
    counts: () => store.transaction((tx) => tx.outbox.counts()),
  };
}

describe('sending', () => {
  it('sends a long text in parts, in order, the choices with the last', async () => {
    const box = await open([]);
    await box.queue('Một câu khá dài. Câu thứ hai cũng dài như thế. Câu thứ ba thì ngắn.');
    await box.pass(1);
    expect(box.tries.length).toBeGreaterThan(1);
    expect(box.tries.map(({ text }) => text).join(' ')).toBe(
      'Một câu khá dài. Câu thứ hai cũng dài như thế. Câu thứ ba thì ngắn.',
    );
    await box.store.close();
  });

  it('lists choices with numbers where there are more than the channel has buttons for', async () => {
    const sent: OutgoingMessage[] = [];
    const store = await openStore(newDatabase());
    const limits = { maxTextLength: 500, maxChoices: 2 };
    const send = async (_chat: string, message: OutgoingMessage): Promise<string> =>
      `id-${sent.push(message)}`;
    const worker = createOutboxWorker({
      ...{ store, clock: { now: () => START } },
      channels: new Map([['web', { name: 'web', ...limits, send }]]),
      onError: () => {},
    });
    const choices = ['Lưu', 'Sửa', 'Hủy'].map((label) => ({ token: label, label }));
    const target = { channel: 'web', chat: 'c', ...limits };
    await store.transaction((tx) => enqueue(tx, target, 'k', { text: 'Chọn:', choices }, START));
    await worker.drain();
    expect(sent).toEqual([{ text: 'Chọn:\n1. Lưu\n2. Sửa\n3. Hủy', choices: choices.slice(0, 2) }]);
    await store.close();
  });

  it('tries again what the channel calls retryable, and repeats no part that arrived', async () => {
    const box = await open(['ok', new SendError('unreachable', 'gone')]);
    await box.queue('Một câu khá dài để chia làm hai phần. Phần thứ hai của câu này.');
    await box.pass(3);
    expect(box.tries.map(({ text }) => text.slice(0, 4))).toEqual(['Một ', 'Phần', 'Phần']);
    expect(await box.counts()).toEqual({ waiting: 0, failed: 0, sent: 2 });
    await box.store.close();
  });

  it('sends once what arrived while the connection to the store was gone', async () => {
    const box = await open(['ok, then cut']);
    await box.queue('xin chào');
    await box.pass(200);
    expect(box.tries).toHaveLength(1);
    expect(await box.counts()).toEqual({ waiting: 0, failed: 0, sent: 1 });
    await box.store.close();
  });

  it('waits as long as the platform asks', async () => {
    const box = await open([new SendError('rate_limited', 'slow down', { retryAfterMs: 40_000 })]);
    await box.queue('xin chào');
    await box.pass(60);
    expect(box.tries.map(({ seconds }) => seconds)).toEqual([0, 40]);
    await box.store.close();
  });

  it('gives up at once on a person who blocked the bot, and says so in the counts', async () => {
    const box = await open([new SendError('blocked', 'blocked by the user')]);
    await box.queue('xin chào');
    await box.pass(10);
    expect(box.tries).toHaveLength(1);
    expect(await box.counts()).toEqual({ waiting: 0, failed: 1, sent: 0 });
    await box.store.close();
  });

  it('keeps a message for a channel that is off', async () => {
    const box = await open([]);
    await box.queue('xin chào', 'telegram');
    await box.pass(5);
    expect(await box.counts()).toEqual({ waiting: 1, failed: 0, sent: 0 });
    const [left] = await box.store.transaction((tx) =>
      tx.outbox.claim(new Date(START.getTime() + 1_000), START, 1, [{ channel: 'telegram' }]),
    );
    expect(left?.attempts).toBe(1);
    await box.store.close();
  });
});
