import type { Channel, Receive } from '../../core/channel.ts';
import type { Clock } from '../../core/clock.ts';
import { isSecret } from '../is-secret.ts';
import { keepTrying, type Patience } from '../keep-trying.ts';
import { readBody, readJson } from '../read-body.ts';
import { sayOnce } from '../say-once.ts';
import { downloadFromZalo, ZALO_MEDIA_HOSTS } from '../zalo-http.ts';
import { createZaloBotApi } from './api.ts';
import { parseZaloBotUpdate, readZaloBotUpdate } from './parse.ts';
import { pollZaloBot } from './poll.ts';

export interface ZaloBotOptions {
  token: string;
  apiRoot?: string | undefined;
  /** Hosts whose files are fetched. */
  mediaHosts?: string[] | undefined;
  /** Without one every webhook delivery is refused. */
  webhookSecret?: string | undefined;
  clock: Clock;
  /** A plain sentence for whoever runs the bot; the same one at most every five minutes. */
  onProblem?: ((sentence: string) => void) | undefined;
  timeoutMs?: number | undefined;
  pollWaitSeconds?: number | undefined;
  backoffMs?: number | undefined;
}

export interface ZaloBotChannel extends Channel {
  handleWebhook(request: Request, receive: Receive): Promise<Response>;
  start(receive: Receive): Promise<void>;
  stop(): Promise<void>;
  /** Has Zalo deliver to this address, with our secret. Resolves at once; trying goes on until it is done or `stop`. */
  registerWebhook(url: string): Promise<void>;
}

const MAX_BODY_BYTES = 1024 * 1024;
const PLATFORM: Patience['platform'] = {
  name: 'Zalo Bot',
  unauthorized: 'Zalo refuses the token of the bot: check ZALO_BOT_TOKEN with Zalo Bot Manager.',
  conflict: 'Another program fetches the messages of this Zalo bot: stop it, or give this one its own token.',
};

/** A bot of Zalo's Bot Platform: text and pictures, no buttons; its choices are answered with numbers. */
export function createZaloBotChannel(options: ZaloBotOptions): ZaloBotChannel {
  const api = createZaloBotApi(options);
  const onProblem = sayOnce(options.clock, options.onProblem);
  let running: { stop: AbortController; done: Promise<void> } | null = null;

  function run(work: (patience: Patience) => Promise<void>): void {
    if (running) return;
    const stop = new AbortController();
    const { backoffMs = 1000 } = options;
    running = { stop, done: work({ stop: stop.signal, backoffMs, onProblem, platform: PLATFORM }) };
  }

  return {
    name: 'zalo-bot',
    maxTextLength: 2000,
    maxChoices: 0,
    send: (chat, { text }) => api.sendMessage(chat, text.normalize('NFC')),
    fetchFile: (ref, stop, maxBytes) =>
      downloadFromZalo(ref, { hosts: options.mediaHosts ?? ZALO_MEDIA_HOSTS, maxBytes, stop }),

    async handleWebhook(request, receive) {
      const text = await readBody(request, MAX_BODY_BYTES);
      // Zalo tries an address with an empty call.
      if (text?.trim() === '') return new Response('ok');
      if (!isSecret(request.headers.get('x-bot-api-secret-token'), options.webhookSecret))
        return new Response('forbidden', { status: 401 });
      if (text === null) return new Response('too large', { status: 413 });
      const update = readZaloBotUpdate(readJson(text));
      if (!update) return new Response('not an update', { status: 400 });
      const message = parseZaloBotUpdate(update);
      if (message) await receive(message);
      return new Response('ok');
    },

    async registerWebhook(url) {
      const { webhookSecret } = options;
      if (webhookSecret === undefined) throw new Error('Zalo Bot: a webhook needs a secret');
      run((patience) =>
        keepTrying(async () => {
          const fault = await api.setWebhook(url, webhookSecret, patience.stop);
          if (fault) onProblem(`Zalo cannot reach the webhook of the bot (${fault}).`);
        }, patience),
      );
    },

    /** Resolves at once; fetching goes on, also through outages, until `stop`. */
    async start(receive) {
      run((patience) =>
        pollZaloBot({
          ...patience,
          api,
          waitSeconds: options.pollWaitSeconds ?? 30,
          async prepare() {
            // While a webhook is set, nothing is given to who polls.
            await api.deleteWebhook(patience.stop);
            await api.getMe(patience.stop);
          },
          async take(raw) {
            const update = readZaloBotUpdate(raw);
            const message = update && parseZaloBotUpdate(update);
            if (message) await receive(message);
            else if (!update) onProblem('Zalo sent the bot an update that cannot be read; it was left out.');
          },
        }),
      );
    },

    async stop() {
      running?.stop.abort();
      await running?.done;
      running = null;
    },
  };
}
