import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  createZaloOaChannel,
  type ZaloOaChannel,
  type ZaloOaOptions,
} from '../../../src/channels/zalo-oa/channel.ts';
import { seal } from '../../../src/channels/zalo-oa/seal.ts';
import { type KeepTokens, ZALO_OA } from '../../../src/channels/zalo-oa/tokens.ts';
import type { Store } from '../../../src/core/store.ts';
import { openStore } from '../../../src/store/connect.ts';
import { startZaloOaStub, type ZaloOaStub } from '../../support/zalo-oa-stub.ts';

export const chat = '246845883529197922';
export const NOW = new Date('2026-11-25T02:00:00Z');
export const HOUR_MS = 3_600_000;

export interface ZaloOaSetting {
  stub: ZaloOaStub;
  store: Store;
  keep: KeepTokens;
  key: Uint8Array;
  channel: ZaloOaChannel;
  clock: { at: Date };
  problems: string[];
  /** How often it was said that the account is locked out. */
  lockedOut: { times: number };
  /** Another process over the same store. */
  another(options?: Partial<ZaloOaOptions>): ZaloOaChannel;
  /** Puts the pair that works into the store, as given at this moment. */
  seed(): Promise<void>;
  close(): Promise<void>;
}

/** The channel before an Official Account on this machine, its tokens in a real store. */
export async function openZaloOa(options: Partial<ZaloOaOptions> = {}): Promise<ZaloOaSetting> {
  const stub = await startZaloOaStub([chat]);
  const store = await openStore(':memory:');
  const keep: KeepTokens = (work) => store.transaction((tx) => work(tx.tokens));
  const key = randomBytes(32);
  const clock = { at: NOW };
  const problems: string[] = [];
  const lockedOut = { times: 0 };
  const another = (others: Partial<ZaloOaOptions> = {}): ZaloOaChannel =>
    createZaloOaChannel({
      ...{ appId: stub.appId, appSecret: stub.appSecret, oaId: stub.oaId, oaSecretKey: stub.secretKey },
      ...{ key, keep, apiRoot: stub.url, oauthRoot: stub.url, mediaHosts: ['127.0.0.1'], timeoutMs: 2000 },
      clock: { now: () => clock.at },
      onProblem: (sentence) => problems.push(sentence),
      onLockedOut: async () => {
        lockedOut.times += 1;
      },
      ...options,
      ...others,
    });
  const seed = (): Promise<void> =>
    keep((tokens) =>
      tokens.seed(ZALO_OA, seal(stub.pair, key), new Date(clock.at.getTime() + 25 * HOUR_MS), clock.at),
    );
  await seed();
  return {
    ...{ stub, store, keep, key, clock, problems, lockedOut, another, seed },
    channel: another(),
    async close() {
      await stub.close();
      await store.close();
    },
  };
}

const FIXTURES = join(import.meta.dirname, '../../fixtures/zalo-oa');

/** The names of the events there is a delivery of. */
export function fixtures(): string[] {
  return readdirSync(FIXTURES).map((file) => file.replace(/\.json$/, ''));
}

/** A delivery as Zalo makes it, its parts changed. */
export function delivery(
  name: string,
  change: (event: Record<string, unknown>) => object = (event) => event,
): string {
  const event = JSON.parse(readFileSync(join(FIXTURES, `${name}.json`), 'utf8')) as Record<string, unknown>;
  return JSON.stringify(change(event));
}

let nextMessage = 1;

/** What a person types. */
export function said(text: string, id = `96d3cdf3af15${nextMessage++}`): string {
  return delivery('user_send_text', (event) => ({ ...event, message: { msg_id: id, text } }));
}
