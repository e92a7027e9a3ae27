import type { Channel, Receive } from '../../core/channel.ts';
import type { Clock } from '../../core/clock.ts';
import { SendError } from '../../core/errors.ts';
import { readBody, readJson } from '../read-body.ts';
import { sayOnce } from '../say-once.ts';
import { downloadFromZalo, ZALO_MEDIA_HOSTS } from '../zalo-http.ts';
import { createZaloOaApi, isTokenAlive } from './api.ts';
import { parseZaloOaEvent, readZaloOaEvent } from './parse.ts';
import { sendZaloOaMessage, zaloOaMaxButtons, zaloOaTextLimit } from './send.ts';
import { isSignedByZalo } from './signature.ts';
import { createZaloOaTokens, type KeepTokens } from './tokens.ts';

export interface ZaloOaOptions {
  appId: string;
  appSecret: string;
  /** The account's own id. */
  oaId: string;
  /** Signs what Zalo delivers. */
  oaSecretKey: string;
  /** Seals the tokens; 32 bytes. */
  key: Uint8Array;
  keep: KeepTokens;
  clock: Clock;
  apiRoot?: string | undefined;
  oauthRoot?: string | undefined;
  /** Hosts whose files are fetched. */
  mediaHosts?: string[] | undefined;
  timeoutMs?: number | undefined;
  /** A plain sentence for whoever runs the bot; the same one at most every five minutes. */
  onProblem?: ((sentence: string) => void) | undefined;
  /** The account is locked out until a person gives another pair of tokens. Said once for a pair. */
  onLockedOut?: (() => Promise<void>) | undefined;
}

export interface ZaloOaChannel extends Channel {
  handleWebhook(request: Request, receive: Receive): Promise<Response>;
}

const MAX_BODY_BYTES = 1024 * 1024;

/** An Official Account: text, buttons, pictures and files people send; delivered to us, never fetched. */
export function createZaloOaChannel(options: ZaloOaOptions): ZaloOaChannel {
  const { appId, oaId, oaSecretKey, appSecret, clock, mediaHosts = ZALO_MEDIA_HOSTS } = options;
  const onProblem = sayOnce(clock, options.onProblem);
  const tokens = createZaloOaTokens({
    ...options,
    isAlive: (access) => isTokenAlive(access, options),
    onDied: async () => {
      onProblem(
        'The tokens of the Zalo account can no longer be renewed: an administrator must give new ones.',
      );
      await options.onLockedOut?.();
    },
  });
  const api = createZaloOaApi({ ...options, tokens });
  const signer = { ids: [appId, oaId], secrets: [oaSecretKey, appSecret] };

  return {
    name: 'zalo-oa',
    maxTextLength: zaloOaTextLimit,
    maxChoices: zaloOaMaxButtons,
    async send(chat, message) {
      try {
        const { id, quota } = await sendZaloOaMessage(api, chat, message);
        if (quota?.remain === '0') onProblem(`Zalo: the quota "${quota.quota_type ?? ''}" is used up.`);
        return id;
      } catch (error) {
        if (error instanceof SendError && error.code === 'unauthorized') onProblem(`${error.message}.`);
        throw error;
      }
    },
    fetchFile: (ref, stop, maxBytes) => downloadFromZalo(ref, { hosts: mediaHosts, maxBytes, stop }),

    async handleWebhook(request, receive) {
      const body = await readBody(request, MAX_BODY_BYTES);
      if (body === null) return new Response('too large', { status: 413 });
      // An address may be tried with an empty call.
      if (body.trim() === '') return new Response('ok');
      const event = readZaloOaEvent(readJson(body));
      if (!event) return new Response('not an event', { status: 400 });
      const signed = { body, timestamp: event.timestamp };
      if (!isSignedByZalo(request.headers.get('x-zevent-signature'), signed, signer)) {
        onProblem('Zalo OA: a delivery without a right signature was refused; check ZALO_OA_SECRET_KEY.');
        return new Response('forbidden', { status: 401 });
      }
      // However late: Zalo repeats for an hour what it could not deliver.
      const message = parseZaloOaEvent(event);
      if (message) await receive(message);
      return new Response('ok');
    },
  };
}
