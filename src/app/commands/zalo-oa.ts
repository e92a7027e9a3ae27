import { accountOf } from '../../channels/zalo-oa/api.ts';
import { requestPair } from '../../channels/zalo-oa/oauth.ts';
import { seal, type TokenPair } from '../../channels/zalo-oa/seal.ts';
import { ZALO_OA } from '../../channels/zalo-oa/tokens.ts';
import { ConfigError } from '../../core/errors.ts';
import { openStore } from '../../store/connect.ts';
import type { Line } from '../command-line.ts';
import { readConfig, type ZaloOaConfig } from '../config.ts';
import { clockOf, linesOf, option, print } from './support.ts';

/** A token somebody copied may be hours old: it is renewed at its first use. */
const ASSUMED_MS = 3_600_000;

/**
 * `zalo-oa`: takes a pair of tokens on standard input, access token first, and keeps it sealed. With `--code CODE
 * --verifier V` it asks Zalo for the pair of a consent instead. Tokens are never shown.
 */
export async function zaloOa(line: Line): Promise<number> {
  const config = readConfig();
  const account = config.zaloOa;
  if (!account) throw new ConfigError('ZALO_OA_ID and its companions are not set: see .env.example');
  const clock = clockOf(line);
  const code = option(line, 'code');
  const pair = code ? await pairOfConsent(account, code, option(line, 'verifier')) : await pairTyped();
  const known = await accountOf(pair.access, account);
  if (!known)
    throw new ConfigError('Zalo refuses the access token: copy both tokens again, access token first');
  if (known.id !== null && known.id !== account.oaId)
    throw new ConfigError(`these tokens are of another account (${known.name}), not of ZALO_OA_ID`);
  const now = clock.now();
  const store = await openStore(option(line, 'db') ?? config.databaseUrl);
  const expiresAt = new Date(now.getTime() + ASSUMED_MS);
  await store.transaction(async (tx) => {
    await tx.tokens.seed(ZALO_OA, seal(pair, account.key), expiresAt, now);
    await tx.outbox.hurry(ZALO_OA, now);
  });
  await store.close();
  const says = `The tokens of ${known.name || account.oaId} are kept, sealed. What waited for Zalo goes out now.`;
  print(line.options.json ? { ok: true, account: known.name, package: known.package } : says);
  return 0;
}

async function pairOfConsent(
  account: ZaloOaConfig,
  code: string,
  verifier: string | undefined,
): Promise<TokenPair> {
  if (verifier?.length !== 43) throw new ConfigError('--verifier must be the 43 characters set for the app');
  return requestPair(account, { code, verifier });
}

async function pairTyped(): Promise<TokenPair> {
  if (process.stdin.isTTY)
    process.stderr.write('Paste the access token, then the refresh token, each on its line:\n');
  const given: string[] = [];
  for await (const typed of linesOf('-')) {
    if (typed.trim()) given.push(typed.trim());
    if (given.length === 2) break;
  }
  const [access, refresh] = given;
  if (!access || !refresh) throw new ConfigError('two lines are needed: the access token, the refresh token');
  return { access, refresh };
}
