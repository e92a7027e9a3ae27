import { z } from 'zod';
import { SendError } from '../../core/errors.ts';
import { callZalo } from '../zalo-http.ts';
import type { TokenPair } from './seal.ts';

export interface ZaloOauthOptions {
  appId: string;
  appSecret: string;
  oauthRoot?: string | undefined;
  timeoutMs?: number | undefined;
}

export interface RenewedPair extends TokenPair {
  expiresInMs: number;
}

const OAUTH_ROOT = 'https://oauth.zaloapp.com';
/** Of an access token, where Zalo does not say. */
const LIFETIME_S = 90_000;

const granted = z.looseObject({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1),
  // A text in its documentation.
  expires_in: z.coerce.number().positive().default(LIFETIME_S),
});
const refused = z.looseObject({
  error: z.coerce.number().optional(),
  error_name: z.string().optional(),
});

/**
 * Asks for a pair: with the refresh token of the last one, or with the code of a consent.
 * @throws SendError `rejected` where Zalo says no, `unreachable` where nobody knows whether the token is used up.
 */
export async function requestPair(
  { appId, appSecret, oauthRoot = OAUTH_ROOT, timeoutMs = 15_000 }: ZaloOauthOptions,
  grant: { refreshToken: string } | { code: string; verifier: string },
): Promise<RenewedPair> {
  const fields =
    'refreshToken' in grant
      ? { refresh_token: grant.refreshToken, grant_type: 'refresh_token' }
      : { code: grant.code, code_verifier: grant.verifier, grant_type: 'authorization_code' };
  const { status, json } = await callZalo(
    `${oauthRoot}/v4/oa/access_token`,
    new URLSearchParams({ ...fields, app_id: appId }),
    { timeoutMs, headers: { secret_key: appSecret } },
  );
  const pair = granted.safeParse(json).data;
  if (pair)
    return {
      ...{ access: pair.access_token, refresh: pair.refresh_token },
      expiresInMs: pair.expires_in * 1000,
    };
  // Errors come with HTTP 200 as well. Without a number of Zalo's own it is not Zalo that speaks.
  const said = refused.safeParse(json).data;
  if (said?.error === undefined || status >= 500)
    throw new SendError('unreachable', `Zalo OA: no new tokens (${status})`);
  throw new SendError('rejected', `Zalo OA: no new tokens (${said.error} ${said.error_name ?? ''})`.trim());
}
