import { createHash, timingSafeEqual } from 'node:crypto';
import type { Channel, Receive } from '../../core/channel.ts';
import type { Clock } from '../../core/clock.ts';
import { readBody, readJson } from '../read-body.ts';
import { createTelegramApi } from './api.ts';
import {
  isFromGroup,
  parseTelegramUpdate,
  readTelegramUpdate,
  type TelegramBot,
  type TelegramUpdate,
} from './parse.ts';
import { pollTelegram } from './poll.ts';
import { sendTelegramMessage, telegramTextLimit } from './send.ts';

export interface TelegramOptions {
  token: string;
  apiRoot?: string | undefined;
  /** Without one every webhook delivery is refused. */
  webhookSecret?: string | undefined;
  clock: Clock;
  /** A plain sentence for whoever runs the bot; the same one at most every five minutes. */
  onProblem?: ((sentence: string) => void) | undefined;
  timeoutMs?: number | undefined;
  pollWaitSeconds?: number | undefined;
  backoffMs?: number | undefined;
}

export interface TelegramChannel extends Channel {
  handleWebhook(request: Request, receive: Receive): Promise<Response>;
  start(receive: Receive): Promise<void>;
  stop(): Promise<void>;
  /** Tells Telegram to deliver to this address, with our secret. */
  registerWebhook(url: string): Promise<void>;
}

const maxBodyBytes = 1024 * 1024;
const repeatProblemAfterMs = 5 * 60_000;

export function createTelegramChannel(options: TelegramOptions): TelegramChannel {
  const api = createTelegramApi(options);
  const reported = new Map<string, number>();
  let bot: TelegramBot | null = null;
  let polling: { stop: AbortController; done: Promise<void> } | null = null;

  function onProblem(sentence: string): void {
    const now = options.clock.now().getTime();
    if (now - (reported.get(sentence) ?? Number.NEGATIVE_INFINITY) < repeatProblemAfterMs) return;
    reported.set(sentence, now);
    options.onProblem?.(sentence);
  }

  async function take(update: TelegramUpdate, receive: Receive): Promise<void> {
    if (isFromGroup(update)) bot ??= await api.getMe();
    const message = parseTelegramUpdate(update, bot);
    if (message) await receive(message);
    // Only stops the button's spinner; old queries fail and nobody minds.
    if (update.callback_query) void api.answerCallbackQuery(update.callback_query.id).catch(() => undefined);
  }

  return {
    name: 'telegram',
    maxTextLength: telegramTextLimit,
    maxChoices: 20,
    send: (chat, message) => sendTelegramMessage(api, chat, message),

    async handleWebhook(request, receive) {
      if (!isSecret(request.headers.get('x-telegram-bot-api-secret-token'), options.webhookSecret)) {
        return new Response('forbidden', { status: 401 });
      }
      const text = await readBody(request, maxBodyBytes);
      if (text === null) return new Response('too large', { status: 413 });
      const update = readTelegramUpdate(readJson(text));
      if (!update) return new Response('not an update', { status: 400 });
      await take(update, receive);
      return new Response('ok');
    },

    async registerWebhook(url) {
      if (options.webhookSecret === undefined) throw new Error('Telegram: a webhook needs a secret');
      await api.setWebhook(url, options.webhookSecret);
    },

    /** Resolves at once; fetching goes on, also through outages, until `stop`. */
    async start(receive) {
      if (polling) return;
      const stop = new AbortController();
      const done = pollTelegram({
        api,
        onProblem,
        stop: stop.signal,
        waitSeconds: options.pollWaitSeconds ?? 25,
        backoffMs: options.backoffMs ?? 1000,
        async prepare() {
          // Telegram refuses getUpdates while a webhook is set.
          await api.deleteWebhook();
          bot = await api.getMe();
        },
        async take(raw) {
          const update = readTelegramUpdate(raw);
          if (update) await take(update, receive);
          else onProblem('Telegram sent an update that cannot be read; it was left out.');
        },
      });
      polling = { stop, done };
    },

    async stop() {
      polling?.stop.abort();
      await polling?.done;
      polling = null;
    },
  };
}

function isSecret(given: string | null, expected: string | undefined): boolean {
  if (given === null || expected === undefined) return false;
  return timingSafeEqual(digest(given), digest(expected));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
