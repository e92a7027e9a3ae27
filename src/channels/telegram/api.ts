import { Telegram, TelegramError } from 'telegraf';
import { z } from 'zod';
import { SendError, type SendErrorCode } from '../../core/errors.ts';
import { readBytes } from '../read-body.ts';

export interface TelegramApiOptions {
  token: string;
  apiRoot?: string | undefined;
  /** How long one call may take; long polls get their wait on top. */
  timeoutMs?: number | undefined;
}

export type TelegramApi = ReturnType<typeof createTelegramApi>;

type CallOptions = NonNullable<Parameters<Telegram['callApi']>[2]>;
interface SendPayload {
  chat_id: string;
  text: string;
  link_preview_options: { is_disabled: boolean };
  reply_markup?: { inline_keyboard: { text: string; callback_data: string }[][] };
}

/** The few calls we make; each throws nothing but SendError, without the token. */
export function createTelegramApi({ token, apiRoot, timeoutMs = 15_000 }: TelegramApiOptions) {
  const client = new Telegram(token, apiRoot === undefined ? {} : { apiRoot });

  async function guarded<T>(
    work: (options: CallOptions) => Promise<T>,
    extra: { waitMs?: number; stop?: AbortSignal | undefined } = {},
  ): Promise<T> {
    const abort = new AbortController();
    const onStop = () => abort.abort();
    const timer = setTimeout(onStop, timeoutMs + (extra.waitMs ?? 0));
    extra.stop?.addEventListener('abort', onStop);
    if (extra.stop?.aborted) onStop();
    try {
      // telegraf's type is an older polyfill's; the signal itself is what its fetch asks for.
      return await work({ signal: abort.signal as unknown as NonNullable<CallOptions['signal']> });
    } catch (error) {
      throw toSendError(error, token, abort.signal.aborted);
    } finally {
      clearTimeout(timer);
      extra.stop?.removeEventListener('abort', onStop);
    }
  }

  // Each call can be given a `stop` that ends the wait for its answer.
  return {
    getMe: (stop?: AbortSignal) =>
      guarded(
        async (options) => {
          const me = await client.callApi('getMe', {}, options);
          return { id: me.id, username: me.username };
        },
        { stop },
      ),
    /** Waits up to `waitSeconds` for updates from `offset` on. */
    getUpdates: (offset: number, waitSeconds: number, stop: AbortSignal) =>
      guarded(
        async (options): Promise<{ update_id: number }[]> => {
          const payload = { offset, timeout: waitSeconds, limit: 100, allowed_updates: allowed };
          // Something between us and Telegram may answer in its place; without ids we would ask for the same for ever.
          return updateList.parse(await client.callApi('getUpdates', payload, options));
        },
        { waitMs: waitSeconds * 1000, stop },
      ),
    sendMessage: (payload: SendPayload) =>
      guarded(async (options) => String((await client.callApi('sendMessage', payload, options)).message_id)),
    setMyCommands: (commands: { command: string; description: string }[], stop: AbortSignal) =>
      guarded((options) => client.callApi('setMyCommands', { commands }, options), { stop }),
    answerCallbackQuery: (id: string, stop?: AbortSignal) =>
      guarded((options) => client.callApi('answerCallbackQuery', { callback_query_id: id }, options), {
        stop,
      }),
    setWebhook: (url: string, secret: string, stop: AbortSignal) =>
      guarded(
        (options) =>
          client.callApi('setWebhook', { url, secret_token: secret, allowed_updates: allowed }, options),
        { stop },
      ),
    /** Where Telegram delivers to (empty: nowhere, it is polled), how much waits there, why the last delivery failed. */
    getWebhookInfo: () =>
      guarded(async (options) => {
        const info = await client.callApi('getWebhookInfo', {}, options);
        const lastError = info.last_error_message ?? null;
        return { url: info.url ?? '', waiting: info.pending_update_count, lastError };
      }),
    /** A file somebody sent, whole. The public Bot API gives none above 20 MB. */
    download: (fileId: string, stop: AbortSignal, maxBytes: number) =>
      guarded(
        async (options): Promise<Uint8Array> => {
          const { file_path: path } = await client.callApi('getFile', { file_id: fileId }, options);
          if (!path) throw new TelegramError({ error_code: 400, description: 'no file path' });
          const root = (apiRoot ?? 'https://api.telegram.org').replace(/\/$/, '');
          const answer = await fetch(`${root}/file/bot${token}/${path}`, { signal: stop });
          if (!answer.ok)
            throw new TelegramError({ error_code: answer.status, description: 'file not given' });
          const bytes = await readBytes(answer, maxBytes);
          if (!bytes) throw new TelegramError({ error_code: 400, description: 'file too large' });
          return bytes;
        },
        { stop },
      ),
    deleteWebhook: (stop: AbortSignal) =>
      guarded((options) => client.callApi('deleteWebhook', {}, options), { stop }),
  };
}

const allowed: ('message' | 'callback_query')[] = ['message', 'callback_query'];
const updateList = z.array(z.looseObject({ update_id: z.number().int() }));

function toSendError(error: unknown, token: string, timedOut: boolean): SendError {
  if (!(error instanceof TelegramError)) {
    // A network error's own message may hold the address, and the address holds the token.
    return new SendError('unreachable', timedOut ? 'Telegram: no answer in time' : 'Telegram: not reachable');
  }
  const retryAfter = error.parameters?.retry_after;
  const said = String(error.description ?? '')
    .replaceAll(token, '…')
    .slice(0, 200);
  return new SendError(
    codeOf(error.code),
    `Telegram: ${error.code} ${said}`,
    typeof retryAfter === 'number' && retryAfter > 0 ? { retryAfterMs: retryAfter * 1000 } : {},
  );
}

function codeOf(status: number): SendErrorCode {
  if (status === 429) return 'rate_limited';
  if (status === 403) return 'blocked';
  // 404 is what Telegram says of a token it has never given out.
  if (status === 401 || status === 404) return 'unauthorized';
  if (status === 409) return 'conflict';
  if (status >= 400 && status < 500) return 'rejected';
  return 'unreachable';
}
