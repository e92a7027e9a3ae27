import { z } from 'zod';
import { SendError, type SendErrorCode } from '../../core/errors.ts';
import { callZalo, type ZaloAnswer } from '../zalo-http.ts';

export interface ZaloBotApiOptions {
  /** `numeric_id:secret`; it stands in the path of every call. */
  token: string;
  apiRoot?: string | undefined;
  /** How long one call may take; long polls get their wait on top. */
  timeoutMs?: number | undefined;
}

export type ZaloBotApi = ReturnType<typeof createZaloBotApi>;

const API_ROOT = 'https://bot-api.zaloplatforms.com';

const bot = z.looseObject({ id: z.coerce.string(), account_name: z.string().optional() });
const sent = z.looseObject({ message_id: z.coerce.string().min(1) });
const hook = z.looseObject({ url: z.string().default('') });
/** What Zalo found when it tried the address (`verification`, zalo.md B.2). */
const hookSet = z.looseObject({
  verification: z
    .looseObject({ ok: z.boolean(), outcome: z.string().optional(), hint: z.string().optional() })
    .optional(),
});

/** The few calls we make of Zalo's Bot Platform; each throws nothing but SendError, without the token. */
export function createZaloBotApi({ token, apiRoot = API_ROOT, timeoutMs = 15_000 }: ZaloBotApiOptions) {
  const root = `${apiRoot.replace(/\/+$/, '')}/bot${token}`;

  async function call<T>(
    method: string,
    payload: object,
    result: z.ZodType<T>,
    { waitMs = 0, stop }: { waitMs?: number; stop?: AbortSignal } = {},
  ): Promise<T> {
    const answer = await callZalo(`${root}/${method}`, payload, { timeoutMs: timeoutMs + waitMs, stop });
    const read = z.looseObject({ ok: z.literal(true), result }).safeParse(answer.json);
    if (read.success) return read.data.result;
    throw refusal(method, answer, token);
  }

  return {
    getMe: (stop?: AbortSignal) => call('getMe', {}, bot, stop ? { stop } : {}),
    /**
     * Waits up to `waitSeconds` for the next update; null where none came. Zalo gives one at a time and is not told that
     * it was kept: what is lost after this call is lost.
     */
    getUpdate: async (waitSeconds: number, stop: AbortSignal): Promise<unknown> => {
      try {
        // A text, as its documentation has it; samples show a number.
        const payload = { timeout: String(waitSeconds) };
        return await call('getUpdates', payload, z.unknown(), { waitMs: waitSeconds * 1000, stop });
      } catch (error) {
        if (error instanceof NoUpdate) return null;
        throw error;
      }
    },
    /** The message's id. The text is plain: no `parse_mode`, so every character arrives as it was written. */
    sendMessage: async (chat: string, text: string): Promise<string> =>
      (await call('sendMessage', { chat_id: chat, text }, sent)).message_id,
    /** Null where Zalo reached the address, else what it found. The address is set either way. */
    setWebhook: async (url: string, secret: string, stop: AbortSignal): Promise<string | null> => {
      const { verification } = await call('setWebhook', { url, secret_token: secret }, hookSet, { stop });
      return verification && !verification.ok
        ? [verification.outcome, verification.hint].filter(Boolean).join(': ') || 'not reached'
        : null;
    },
    deleteWebhook: (stop: AbortSignal) => call('deleteWebhook', {}, z.unknown(), { stop }),
    /** Where Zalo delivers to; empty where it is polled. */
    getWebhookUrl: async (): Promise<string> => (await call('getWebhookInfo', {}, hook)).url,
  };
}

/** A poll that ended without an update: 408, which is no fault. */
class NoUpdate extends Error {}

const fault = z.looseObject({
  error_code: z.coerce.number().optional(),
  errorCode: z.coerce.number().optional(),
  description: z.string().optional(),
});

function refusal(method: string, { status, json }: ZaloAnswer, token: string): Error {
  const said = fault.safeParse(json).data;
  const code = said?.error_code ?? said?.errorCode ?? status;
  if (method === 'getUpdates' && code === 408) return new NoUpdate();
  const words = (said?.description ?? 'no answer that can be read').replaceAll(token, '…').slice(0, 200);
  return new SendError(codeOf(code, said !== undefined), `Zalo Bot: ${code} ${words}`);
}

/** The table of zalo.md B.5. A 403 is Zalo's own fault ("Internal server error"), no blocked person. */
function codeOf(code: number, isEnvelope: boolean): SendErrorCode {
  if (code === 429 || code === 426) return 'rate_limited';
  if (code === 401) return 'unauthorized';
  if (code === 409) return 'conflict';
  // A wrong token may be answered with a page instead of JSON.
  if (code === 404) return isEnvelope ? 'rejected' : 'unauthorized';
  return code >= 400 && code < 500 && code !== 403 && code !== 408 ? 'rejected' : 'unreachable';
}
