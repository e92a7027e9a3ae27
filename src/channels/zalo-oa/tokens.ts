import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../../core/clock.ts';
import { SendError } from '../../core/errors.ts';
import { insist } from '../../core/insist.ts';
import type { ChannelTokens, StoredTokens } from '../../core/store.ts';
import { requestPair, type ZaloOauthOptions } from './oauth.ts';
import { seal, type TokenPair, unseal } from './seal.ts';

/** The tokens' part of the store, each piece of work in a transaction of its own. */
export type KeepTokens = <T>(work: (tokens: ChannelTokens) => Promise<T>) => Promise<T>;

export interface TokenOptions extends ZaloOauthOptions {
  clock: Clock;
  keep: KeepTokens;
  /** 32 bytes. */
  key: Uint8Array;
  /** Whether Zalo takes this access token; throws SendError `unreachable` where that cannot be told. */
  isAlive(access: string): Promise<boolean>;
  /** The pair can no longer be renewed: a person must give another. Said once for a pair. */
  onDied(): Promise<void>;
}

export interface ZaloOaTokens {
  /** A token that should work, renewed before it ends. Throws SendError. */
  access(): Promise<Access>;
  /** Another one, after Zalo refused this. Throws SendError. */
  after(refused: Access): Promise<Access>;
}

export interface Access {
  token: string;
  version: number;
}

export const ZALO_OA = 'zalo-oa';
/** Renewed so long before its 25 hours are over. */
const EARLY_MS = 5 * 3_600_000;
const LEASE_MS = 60_000;
const WAIT_MS = 250;
const WAITS = 40;

/**
 * The pair in the store, which any process may use and one at a time renews. A refresh token works once, so: the new pair
 * is kept before it is used; and where an answer was lost, or a process ended in the middle, the old access token is
 * tried first: Zalo ends it the moment the refresh token is used.
 */
export function createZaloOaTokens(options: TokenOptions): ZaloOaTokens {
  const { clock, keep, key, isAlive, onDied } = options;
  let renewing: Promise<Access> | null = null;
  /** What was read last, so that not every message asks the store; Zalo's refusal tells when it is old. */
  let known: (Access & { expiresAt: Date }) | null = null;

  async function read(): Promise<StoredTokens & TokenPair> {
    const stored = await keep((tokens) => tokens.get(ZALO_OA));
    if (!stored) throw needsPeople('has no tokens yet');
    if (stored.diedAt) throw needsPeople('has tokens that can no longer be renewed');
    const pair = unseal(stored.sealed, key);
    if (!pair) throw needsPeople('has tokens sealed with another ZALO_TOKEN_KEY');
    known = { token: pair.access, version: stored.version, expiresAt: stored.expiresAt };
    return { ...stored, ...pair };
  }

  async function access(): Promise<Access> {
    if (known && leftOf(known) > EARLY_MS) return known;
    const stored = await read();
    const { version } = stored;
    const left = leftOf(stored);
    if (left > EARLY_MS) return { token: stored.access, version };
    try {
      return await renewed(version);
    } catch (error) {
      // It still works; the next message tries again.
      const mayUse = error instanceof SendError && error.code === 'unreachable' && left > 0;
      if (mayUse) return { token: stored.access, version };
      throw error;
    }
  }

  function leftOf({ expiresAt }: { expiresAt: Date }): number {
    return expiresAt.getTime() - clock.now().getTime();
  }

  /** The pair after `version`, whoever renews it. */
  function renewed(version: number): Promise<Access> {
    renewing ??= renewOrWait(version).finally(() => {
      renewing = null;
    });
    return renewing;
  }

  async function renewOrWait(version: number): Promise<Access> {
    for (let wait = 0; wait < WAITS; wait += 1) {
      const stored = await read();
      if (stored.version !== version) return { token: stored.access, version: stored.version };
      const now = clock.now();
      const leaseUntil = new Date(now.getTime() + LEASE_MS);
      if (await keep((tokens) => tokens.claim(ZALO_OA, version, now, leaseUntil))) return renew(stored);
      await sleep(WAIT_MS);
    }
    throw new SendError('unreachable', 'Zalo OA: another process renews the tokens');
  }

  async function renew(stored: StoredTokens & TokenPair): Promise<Access> {
    const { version } = stored;
    // An earlier renewal did not end: if the old access token is dead, its refresh token is used up.
    if (stored.leaseUntil !== null && !(await isAlive(stored.access))) return dead(version);
    try {
      const { expiresInMs, ...pair } = await requestPair(options, { refreshToken: stored.refresh });
      const now = clock.now();
      const expiresAt = new Date(now.getTime() + expiresInMs);
      // Only we hold it now: a store that is away for a moment must not cost the account.
      await insist(
        () => keep((tokens) => tokens.renew(ZALO_OA, version, seal(pair, key), expiresAt, now)),
        () => undefined,
      );
      return { token: pair.access, version: version + 1 };
    } catch (error) {
      if (error instanceof SendError && error.code === 'rejected') return dead(version);
      // Nobody knows whether it was used: the lease stays, and with it the doubt.
      throw error;
    }
  }

  async function dead(version: number): Promise<never> {
    if (await keep((tokens) => tokens.died(ZALO_OA, version, clock.now()))) await onDied();
    throw needsPeople('has tokens that can no longer be renewed');
  }

  return { access, after: ({ version }) => renewed(version) };
}

function needsPeople(what: string): SendError {
  return new SendError('unauthorized', `Zalo OA: the account ${what}; run: npm run -s dondoc -- zalo-oa`);
}
