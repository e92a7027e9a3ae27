import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { seal, unseal } from '../../../src/channels/zalo-oa/seal.ts';
import { ZALO_OA } from '../../../src/channels/zalo-oa/tokens.ts';
import type { Channel } from '../../../src/core/channel.ts';
import { openStore } from '../../../src/store/connect.ts';
import { sendErrorOf } from '../../conformance/channel.suite.ts';
import { chat, HOUR_MS, openZaloOa, type ZaloOaSetting } from './support.ts';

let setting: ZaloOaSetting;
beforeEach(async () => {
  setting = await openZaloOa();
});
afterEach(() => setting.close());

const send = (channel: Channel, text = 'chào'): Promise<string> =>
  channel.send(chat, { text, choices: [] }, crypto.randomUUID());
const pass = (ms: number): void => {
  setting.clock.at = new Date(setting.clock.at.getTime() + ms);
};
const stored = () => setting.keep((tokens) => tokens.get(ZALO_OA));
const refusalOf = (channel: Channel) =>
  sendErrorOf(send(channel), [setting.stub.pair.access, setting.stub.pair.refresh, setting.stub.appSecret]);

describe('a pair', () => {
  it('is sealed at rest, and opens with its own key only', async () => {
    const row = await stored();
    expect(row?.sealed).not.toContain(setting.stub.pair.access.slice(0, 12));
    expect(unseal(row?.sealed ?? '', setting.key)).toEqual(setting.stub.pair);
    expect(unseal(row?.sealed ?? '', randomBytes(32))).toBeNull();
    expect(unseal(`${row?.sealed}AAAA`, setting.key)).toBeNull();
    expect(seal(setting.stub.pair, setting.key)).not.toBe(row?.sealed);
  });

  it('is used while it is young, and renewed before its 25 hours are over', async () => {
    pass(19 * HOUR_MS);
    await send(setting.channel);
    expect(setting.stub.refreshes).toBe(0);
    pass(2 * HOUR_MS);
    await send(setting.channel);
    await send(setting.channel);
    expect(setting.stub.refreshes).toBe(1);
    expect(await stored()).toMatchObject({ version: 2, leaseUntil: null, diedAt: null });
    expect(unseal((await stored())?.sealed ?? '', setting.key)).toEqual(setting.stub.pair);
  });

  it('is renewed by one of many processes that send at once', async () => {
    pass(24 * HOUR_MS);
    const processes = Array.from({ length: 6 }, () => setting.another());
    await Promise.all(processes.flatMap((one) => [send(one), send(one), send(one)]));
    expect(setting.stub.refreshes).toBe(1);
    expect(setting.stub.sent).toHaveLength(18);
  });

  it.each([-216, -220, -124])(
    'is renewed when Zalo refuses it with %i, and the message goes',
    async (error) => {
      setting.stub.trouble(
        '/message/cs',
        { kind: 'answer', status: 200, body: { error, message: 'token' } },
        1,
      );
      await send(setting.channel);
      expect([setting.stub.refreshes, setting.stub.sent.length]).toEqual([1, 1]);
    },
  );

  it('that another process renewed is taken from the store', async () => {
    const other = setting.another();
    await send(other);
    pass(24 * HOUR_MS);
    await send(setting.channel);
    await send(other);
    expect([setting.stub.refreshes, setting.stub.sent.length]).toEqual([1, 3]);
  });

  it('that is refused twice waits for people, without a loop', async () => {
    setting.stub.trouble('/message/cs', {
      kind: 'answer',
      status: 200,
      body: { error: -216, message: 'no' },
    });
    expect(await refusalOf(setting.channel)).toMatchObject({ code: 'unauthorized', retryable: true });
    expect(setting.stub.refreshes).toBe(1);
  });
});

describe('an answer with a new pair that never came', () => {
  it('before Zalo used the token: the old one works on, and is renewed later', async () => {
    pass(24 * HOUR_MS);
    setting.stub.trouble(
      '/access_token',
      { kind: 'body', status: 502, type: 'text/html', body: '<html>' },
      1,
    );
    await send(setting.channel);
    expect([setting.stub.refreshes, setting.stub.sent.length]).toEqual([0, 1]);
    expect((await stored())?.leaseUntil).not.toBeNull();
    pass(2 * 60_000);
    await send(setting.channel);
    expect([setting.stub.refreshes, setting.stub.sent.length]).toEqual([1, 2]);
    expect(setting.lockedOut.times).toBe(0);
  });

  it('after Zalo used the token: it is not used again, and people are told once', async () => {
    pass(24 * HOUR_MS);
    setting.stub.trouble('/access_token', { kind: 'lost' }, 1);
    setting.stub.trouble('/message/cs', { kind: 'lost' }, 1);
    expect(await refusalOf(setting.channel)).toMatchObject({ code: 'unreachable', retryable: true });
    expect(setting.stub.refreshes).toBe(1);
    pass(2 * 60_000);
    const calls = setting.stub.calls.length;
    expect(await refusalOf(setting.channel)).toMatchObject({ code: 'unauthorized', retryable: true });
    expect(await refusalOf(setting.another())).toMatchObject({ code: 'unauthorized' });
    const after = setting.stub.calls.slice(calls).map(({ path }) => path);
    expect(after).toEqual(['/v2.0/oa/getoa']);
    expect(setting.lockedOut.times).toBe(1);
    expect(setting.problems.join()).toContain('an administrator must give new ones');
  });
});

describe('a pair that can no longer be renewed', () => {
  it('is told once, and everything goes on with another that a person gives', async () => {
    pass(24 * HOUR_MS);
    await setting.keep((tokens) =>
      tokens.seed(
        ZALO_OA,
        seal({ ...setting.stub.pair, refresh: 'used-already' }, setting.key),
        setting.clock.at,
        setting.clock.at,
      ),
    );
    expect(await refusalOf(setting.channel)).toMatchObject({ code: 'unauthorized', retryable: true });
    expect(await refusalOf(setting.channel)).toMatchObject({ code: 'unauthorized' });
    expect(setting.lockedOut.times).toBe(1);
    await setting.seed();
    await send(setting.channel);
    expect(setting.stub.sent).toHaveLength(1);
  });

  it('is said where no pair was ever given', async () => {
    const store = await openStore(':memory:');
    const other = setting.another({ keep: (work) => store.transaction((tx) => work(tx.tokens)) });
    expect(await refusalOf(other)).toMatchObject({ code: 'unauthorized', retryable: true });
    expect((await refusalOf(other)).message).toMatch(/has no tokens yet; run/);
    await store.close();
  });

  it('is said where it was sealed with another key', async () => {
    expect((await refusalOf(setting.another({ key: randomBytes(32) }))).message).toMatch(
      /another ZALO_TOKEN_KEY/,
    );
  });
});
