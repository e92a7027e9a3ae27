import type { Channel, Receive } from '../../core/channel.ts';
import type { Clock } from '../../core/clock.ts';
import { SendError } from '../../core/errors.ts';
import { isSecret } from '../is-secret.ts';
import { keepTrying, type Patience } from '../keep-trying.ts';
import { createPace } from '../pace.ts';
import { readBody, readJson } from '../read-body.ts';
import { sayOnce } from '../say-once.ts';
import { createTelegramApi } from './api.ts';
import {
  isSaidInGroup,
  parseTelegramUpdate,
  readTelegramUpdate,
  type TelegramBot,
  type TelegramUpdate,
} from './parse.ts';
import { pollTelegram } from './poll.ts';
import { sendTelegramMessage, telegramTextLimit } from './send.ts';
import { startLink } from './start-link.ts';

export interface TelegramOptions {
  token: string;
  apiRoot?: string | undefined;
  /** Without one every webhook delivery is refused. */
  webhookSecret?: string | undefined;
  /** The menu of commands to show. */
  menu?: { command: string; description: string }[] | undefined;
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
  /** Has Telegram deliver to this address, with our secret. Resolves at once; trying goes on until it is done or `stop`. */
  registerWebhook(url: string): Promise<void>;
  /** Asks for the bot's own name, which join links need and polling asks for anyway. Resolves once known or at `stop`. */
  learnName(): Promise<void>;
}

const maxBodyBytes = 1024 * 1024;
/** Telegram takes about 30 a second from one bot; what it refuses beyond them is retried when it says. */
const SENDS_A_SECOND = 28;
const PLATFORM: Patience['platform'] = {
  name: 'Telegram',
  unauthorized: 'Telegram refuses the token: check TELEGRAM_TOKEN with @BotFather.',
  conflict:
    'Another program fetches the messages of this Telegram bot: stop it, or give this one its own token.',
};

export function createTelegramChannel(options: TelegramOptions): TelegramChannel {
  const api = createTelegramApi(options);
  const turn = createPace(SENDS_A_SECOND);
  const onProblem = sayOnce(options.clock, options.onProblem);
  let bot: TelegramBot | null = null;
  let running: { stop: AbortController; done: Promise<void> } | null = null;
  const learning = new AbortController();

  function patienceFor(stop: AbortController): Patience {
    return { stop: stop.signal, backoffMs: options.backoffMs ?? 1000, onProblem, platform: PLATFORM };
  }

  function run(work: (patience: Patience) => Promise<void>): void {
    if (running) return;
    const stop = new AbortController();
    running = { stop, done: work(patienceFor(stop)) };
  }

  /** A convenience: where it cannot be had, all goes on without it. */
  async function showMenu(stop: AbortSignal): Promise<void> {
    if (!options.menu) return;
    await api.setMyCommands(options.menu, stop).catch((error: unknown) => {
      if (!stop.aborted && error instanceof SendError) onProblem(`${error.message}; the menu is not shown.`);
    });
  }

  async function take(update: TelegramUpdate, receive: Receive): Promise<void> {
    if (isSaidInGroup(update)) bot ??= await api.getMe();
    const message = parseTelegramUpdate(update, bot);
    if (message) await receive(message);
    // Only stops the button's spinner; old queries fail and nobody minds.
    if (update.callback_query) {
      void api.answerCallbackQuery(update.callback_query.id, running?.stop.signal).catch(() => undefined);
    }
  }

  return {
    name: 'telegram',
    maxTextLength: telegramTextLimit,
    maxChoices: 20,
    joinLink: (code) => bot && startLink(bot.username, code),
    send: async (chat, message) => {
      await turn();
      return sendTelegramMessage(api, chat, message);
    },
    fetchFile: api.download,

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
      const { webhookSecret } = options;
      if (webhookSecret === undefined) throw new Error('Telegram: a webhook needs a secret');
      run((patience) =>
        keepTrying(async () => {
          await api.setWebhook(url, webhookSecret, patience.stop);
          await showMenu(patience.stop);
        }, patience),
      );
    },

    learnName: () =>
      keepTrying(async () => {
        bot ??= await api.getMe(learning.signal);
      }, patienceFor(learning)),

    /** Resolves at once; fetching goes on, also through outages, until `stop`. */
    async start(receive) {
      run((patience) =>
        pollTelegram({
          ...patience,
          api,
          waitSeconds: options.pollWaitSeconds ?? 25,
          async prepare() {
            // Telegram refuses getUpdates while a webhook is set.
            await api.deleteWebhook(patience.stop);
            bot = await api.getMe(patience.stop);
            await showMenu(patience.stop);
          },
          async take(raw) {
            const update = readTelegramUpdate(raw);
            if (update) await take(update, receive);
            else onProblem('Telegram sent an update that cannot be read; it was left out.');
          },
        }),
      );
    },

    async stop() {
      learning.abort();
      running?.stop.abort();
      await running?.done;
      running = null;
    },
  };
}
