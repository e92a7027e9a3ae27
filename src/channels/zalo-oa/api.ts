import { z } from 'zod';
import { SendError, type SendErrorCode } from '../../core/errors.ts';
import { callZalo, type ZaloAnswer } from '../zalo-http.ts';
import type { Access, ZaloOaTokens } from './tokens.ts';

export interface ZaloOaApiOptions {
  tokens: ZaloOaTokens;
  apiRoot?: string | undefined;
  timeoutMs?: number | undefined;
}

export type ZaloOaApi = ReturnType<typeof createZaloOaApi>;

export interface Button {
  title: string;
  payload: string;
}

/** How many more messages may go to a person, as Zalo counted when it took one. */
export interface Quota {
  quota_type?: string | undefined;
  remain?: string | undefined;
}

const API_ROOT = 'https://openapi.zalo.me';
const HOUR_MS = 3_600_000;

const envelope = z.looseObject({
  error: z.coerce.number(),
  message: z.string().optional(),
  data: z.unknown().optional(),
});
/** Where Zalo took a message and does not say its id: sent again it would arrive twice. */
const TAKEN = { message_id: 'unknown' };
const sent = z
  .looseObject({
    message_id: z.coerce.string().min(1),
    quota: z
      .looseObject({ quota_type: z.string().optional(), remain: z.coerce.string().optional() })
      .optional(),
  })
  .catch(TAKEN);

/** The calls we make of the Official Account's API v3; each throws nothing but SendError, without a token. */
export function createZaloOaApi({ tokens, apiRoot = API_ROOT, timeoutMs = 15_000 }: ZaloOaApiOptions) {
  async function call<T>(path: string, payload: object, result: z.ZodType<T>): Promise<T> {
    const first = await tokens.access();
    const answer = await post(first);
    if (!refusesToken(answer)) return resultOf(answer, result, first);
    // Once more with another one; were it refused too, people must look.
    const second = await tokens.after(first);
    return resultOf(await post(second), result, second);

    function post({ token }: Access): Promise<ZaloAnswer> {
      return callZalo(`${apiRoot}${path}`, payload, { timeoutMs, headers: { access_token: token } });
    }
  }

  return {
    /** A text within the window of a person's last word; resolves to its id and what is left to send. */
    sendText: async (
      user: string,
      text: string,
      buttons: Button[],
    ): Promise<{ id: string; quota: Quota | null }> => {
      const attachment = {
        type: 'template',
        payload: {
          buttons: buttons.map(({ title, payload }) => ({ title, type: 'oa.query.hide', payload })),
        },
      };
      const message = buttons.length > 0 ? { text, attachment } : { text };
      const { message_id: id, quota } = await call(
        '/v3.0/oa/message/cs',
        { recipient: { user_id: user }, message },
        sent,
      );
      return { id, quota: quota ?? null };
    },
  };
}

/** Whether Zalo takes this token, asked of the cheapest address; throws SendError `unreachable` where it cannot be told. */
export async function isTokenAlive(
  token: string,
  {
    apiRoot = API_ROOT,
    timeoutMs = 15_000,
  }: { apiRoot?: string | undefined; timeoutMs?: number | undefined },
): Promise<boolean> {
  return (await accountOf(token, { apiRoot, timeoutMs })) !== null;
}

const account = z.looseObject({
  oaid: z.coerce.string().optional(),
  oa_id: z.coerce.string().optional(),
  name: z.string().optional(),
  package_name: z.string().optional(),
  package_valid_through_date: z.string().optional(),
});

export interface ZaloAccount {
  id: string | null;
  name: string;
  /** The package that pays for the API, and until when, as Zalo writes it. */
  package: string | null;
}

/** The account a token speaks for; null where Zalo refuses the token. Throws SendError `unreachable`. */
export async function accountOf(
  token: string,
  {
    apiRoot = API_ROOT,
    timeoutMs = 15_000,
  }: { apiRoot?: string | undefined; timeoutMs?: number | undefined },
): Promise<ZaloAccount | null> {
  const answer = await callZalo(`${apiRoot}/v2.0/oa/getoa`, undefined, {
    ...{ timeoutMs, method: 'GET', headers: { access_token: token } },
  });
  if (refusesToken(answer)) return null;
  const { oaid, oa_id: id, name = '', ...rest } = resultOf(answer, account, null);
  const until = rest.package_valid_through_date;
  return {
    ...{ id: oaid ?? id ?? null, name },
    package: rest.package_name ? [rest.package_name, until].filter(Boolean).join(', ') : null,
  };
}

/** -124 is what the template host says for -216. */
function refusesToken({ json }: ZaloAnswer): boolean {
  const code = envelope.safeParse(json).data?.error;
  return code === -216 || code === -220 || code === -124;
}

function resultOf<T>({ status, json }: ZaloAnswer, result: z.ZodType<T>, used: Access | null): T {
  const read = envelope.safeParse(json).data;
  if (!read) {
    if (status === 429) throw new SendError('rate_limited', 'Zalo OA: 429');
    throw new SendError('unreachable', `Zalo OA: ${status}, no answer that can be read`);
  }
  if (read.error !== 0) {
    const words = used ? (read.message ?? '').replaceAll(used.token, '…') : (read.message ?? '');
    const { code, waitMs } = decisionOf(read.error);
    throw new SendError(
      code,
      `Zalo OA: ${read.error} ${words.slice(0, 200)}`,
      waitMs === undefined ? {} : { retryAfterMs: waitMs },
    );
  }
  const data = result.safeParse(read.data);
  if (!data.success) throw new SendError('unreachable', 'Zalo OA: an answer without what was asked');
  return data.data;
}

/** What to do about an error of the account's own table (zalo.md A.7). */
function decisionOf(error: number): { code: SendErrorCode; waitMs?: number } {
  return DECISIONS.get(error) ?? { code: 'unreachable' };
}

const DECISIONS = new Map<number, { code: SendErrorCode; waitMs?: number }>([
  // Too much at once; of the quota, of one person, at night: later.
  [-32, { code: 'rate_limited' }],
  ...[-210, -211, -218, -234].map((error) => [error, { code: 'rate_limited', waitMs: HOUR_MS }] as const),
  // The person follows no longer, blocked this kind of message, or is away from Zalo.
  ...[-213, -217, -227, -244].map((error) => [error, { code: 'blocked' }] as const),
  ...[-230, -232].map((error) => [error, { code: 'out_of_window' }] as const),
  ...[-100, -201, -233, -248, -249, -403].map((error) => [error, { code: 'rejected' }] as const),
  // What people mend: token, app, permissions, package, money.
  ...[
    -124, -204, -205, -209, -212, -216, -219, -220, -221, -223, -224, -235, -237, -240, -242, -320, -321,
  ].map((error) => [error, { code: 'unauthorized' }] as const),
]);
