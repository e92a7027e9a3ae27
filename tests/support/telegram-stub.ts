import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One call of the Bot API, as it came. */
export interface Call {
  method: string;
  payload: Record<string, unknown>;
}

/** A message as the person reads it. */
export interface SentToPerson {
  id: number;
  chat: string;
  text: string;
  buttons: { text: string; callback_data: string }[];
}

/** What goes wrong with a call. */
export type Trouble =
  | { kind: 'error'; status: number; description: string; parameters?: object }
  /** The body as it is, whatever it is. */
  | { kind: 'body'; status: number; type: string; body: string }
  /** The connection breaks off in the middle of the answer. */
  | { kind: 'truncated' }
  /** The call is carried out, its answer never comes. */
  | { kind: 'hang' }
  /** The call is carried out, the connection breaks before the answer. */
  | { kind: 'lost' };

export interface Update {
  update_id: number;
  [kind: string]: unknown;
}

export interface TelegramStub {
  url: string;
  token: string;
  bot: { id: number; is_bot: true; username: string; first_name: string };
  calls: Call[];
  sent: SentToPerson[];
  webhook: { url: string; secret: string } | null;
  /** Updates that the bot has not confirmed. */
  pending(): Update[];
  /** Something happened: it waits for a poll, or for `push`. Returns its update_id. */
  happen(content: object, updateId?: number): number;
  /** Posts what waits to the webhook, oldest first; stops at the first that is not taken. The statuses seen. */
  push(): Promise<number[]>;
  /** True while a long poll is open. */
  isPolled(): boolean;
  /** The next calls of a method (all methods: '*') go wrong; `times` 0 mends it. */
  trouble(method: string, trouble: Trouble, times?: number): void;
  blockedBy: Set<string>;
  /** Files people sent, by their id. */
  files: Map<string, Uint8Array>;
  /** Nobody listens at the address. */
  goAway(): Promise<void>;
  comeBack(): Promise<void>;
  close(): Promise<void>;
}

type Answer = { result: unknown } | { error: { status: number; description: string; parameters?: object } };
const refusal = (status: number, description: string): Answer => ({ error: { status, description } });

/** The Bot API on this machine, as far as the bot uses it. */
export async function startTelegramStub(options: { chats?: string[] } = {}): Promise<TelegramStub> {
  const token = `7${Math.floor(Math.random() * 1e9)}:AAF-${crypto.randomUUID().replaceAll('-', '')}`;
  const bot = { id: 4242, is_bot: true as const, username: 'DonDoc_Bot', first_name: 'Đôn Đốc' };
  const chats = new Set(options.chats ?? ['1001']);
  const troubles = new Map<string, { trouble: Trouble; times: number }>();
  const hanging = new Set<ServerResponse>();
  const blockedBy = new Set<string>();
  const files = new Map<string, Uint8Array>();
  const calls: Call[] = [];
  const sent: SentToPerson[] = [];
  let queue: Update[] = [];
  let nextUpdate = 900_001;
  let nextMessage = 1;
  let waiting: { end(answer: Answer): void } | null = null;
  let webhook: TelegramStub['webhook'] = null;

  const methods: Record<string, (payload: Record<string, unknown>) => Answer | Promise<Answer>> = {
    getMe: () => ({ result: bot }),
    sendMessage: (payload) => sendMessage(payload),
    answerCallbackQuery: () => ({ result: true }),
    setMyCommands: ({ commands }) => {
      const bad = (commands as { command: string; description: string }[]).some(
        ({ command, description }) =>
          !/^[a-z\d_]{1,32}$/.test(command) || description.length < 1 || description.length > 256,
      );
      return bad ? refusal(400, 'Bad Request: BOT_COMMAND_INVALID') : { result: true };
    },
    setWebhook: ({ url, secret_token }) => {
      webhook = { url: String(url), secret: String(secret_token) };
      waiting?.end(refusal(409, 'Conflict: terminated by setWebhook request'));
      return { result: true };
    },
    deleteWebhook: () => {
      webhook = null;
      return { result: true };
    },
    getWebhookInfo: () => ({ result: { url: webhook?.url ?? '', pending_update_count: queue.length } }),
    getUpdates: (payload) => getUpdates(payload),
    getFile: ({ file_id: id }) => {
      if (!files.has(String(id))) return refusal(400, 'Bad Request: wrong file_id');
      return { result: { file_id: id, file_path: `documents/${id}` } };
    },
  };

  function sendMessage(payload: Record<string, unknown>): Answer {
    const chat = String(payload.chat_id);
    const text = reads(String(payload.text ?? ''), payload.parse_mode);
    const keyboard = payload.reply_markup as { inline_keyboard?: SentToPerson['buttons'][] } | undefined;
    const buttons = (keyboard?.inline_keyboard ?? []).flat();
    if (blockedBy.has(chat)) return refusal(403, 'Forbidden: bot was blocked by the user');
    if (!chats.has(chat)) return refusal(400, 'Bad Request: chat not found');
    if (text === '') return refusal(400, 'Bad Request: message text is empty');
    if (text.length > 4096) return refusal(400, 'Bad Request: message is too long');
    if (buttons.length > 100) return refusal(400, 'Bad Request: reply markup is too long');
    for (const button of buttons) {
      const bytes = Buffer.byteLength(button.callback_data);
      if (button.text === '' || bytes < 1 || bytes > 64)
        return refusal(400, 'Bad Request: BUTTON_DATA_INVALID');
    }
    const id = nextMessage++;
    sent.push({ id, chat, text, buttons });
    return { result: { message_id: id, chat: { id: Number(chat), type: 'private' }, text, from: bot } };
  }

  function getUpdates(payload: Record<string, unknown>): Answer | Promise<Answer> {
    if (webhook) {
      const said = "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook first";
      return refusal(409, said);
    }
    waiting?.end(refusal(409, 'Conflict: terminated by other getUpdates request'));
    const offset = Number(payload.offset ?? 0);
    queue = queue.filter((update) => update.update_id >= offset);
    const ready = () => ({ result: queue.slice(0, Number(payload.limit ?? 100)) });
    const seconds = Number(payload.timeout ?? 0);
    if (queue.length > 0 || seconds === 0) return ready();
    return new Promise((resolve) => {
      const end = (answer: Answer) => {
        clearTimeout(timer);
        if (waiting === poll) waiting = null;
        resolve(answer);
      };
      const poll = { end };
      const timer = setTimeout(() => end({ result: [] }), seconds * 1000);
      waiting = poll;
    });
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const [, owner, path = ''] = /^\/file\/bot([^/]+)\/documents\/(\w+)$/.exec(request.url ?? '') ?? [];
    const file = owner === token ? files.get(path) : undefined;
    if (owner) return void response.writeHead(file ? 200 : 404).end(file ?? 'Not Found');
    const [, given, method = ''] = /^\/bot([^/]+)\/(\w+)$/.exec(request.url ?? '') ?? [];
    if (given !== token) return reply(response, refusal(401, 'Unauthorized'));
    const work = methods[method];
    if (!work) return reply(response, refusal(404, 'Not Found: method not found'));
    const payload = JSON.parse(Buffer.concat(chunks).toString() || '{}') as Record<string, unknown>;
    calls.push({ method, payload });
    const trouble = takeTrouble(method);
    if (trouble?.kind === 'error') return reply(response, { error: trouble });
    if (trouble?.kind === 'body') {
      response.writeHead(trouble.status, { 'content-type': trouble.type });
      return void response.end(trouble.body);
    }
    response.on('close', () => {
      if (method === 'getUpdates' && !response.writableEnded) waiting?.end({ result: [] });
    });
    const done = await work(payload);
    if (trouble?.kind === 'hang') return void hanging.add(response);
    if (trouble?.kind === 'lost') return void response.destroy();
    if (trouble?.kind === 'truncated') {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '500' });
      return void response.write('{"ok":true,"resu', () => response.destroy());
    }
    reply(response, done);
  }

  function takeTrouble(method: string): Trouble | undefined {
    const name = troubles.has(method) ? method : '*';
    const found = troubles.get(name);
    if (!found) return undefined;
    found.times -= 1;
    if (found.times <= 0) troubles.delete(name);
    return found.trouble;
  }

  const server = createServer((request, response) => void answer(request, response).catch(() => {}));
  const open = async (port: number) => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  };
  const shut = async () => {
    if (!server.listening) return;
    waiting?.end({ result: [] });
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  };
  await open(0);
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${port}`,
    token,
    bot,
    calls,
    sent,
    blockedBy,
    files,
    get webhook() {
      return webhook;
    },
    pending: () => queue,
    happen(content, updateId = nextUpdate++) {
      queue.push({ update_id: updateId, ...content });
      waiting?.end({ result: queue });
      return updateId;
    },
    async push() {
      const statuses: number[] = [];
      for (let update = queue[0]; update && webhook; update = queue[0]) {
        const response = await fetch(webhook.url, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            'x-telegram-bot-api-secret-token': webhook.secret,
          },
          body: JSON.stringify(update),
        });
        await response.arrayBuffer();
        statuses.push(response.status);
        if (!response.ok) break;
        queue.shift();
      }
      return statuses;
    },
    isPolled: () => waiting !== null,
    trouble(method, trouble, times = Number.POSITIVE_INFINITY) {
      if (times > 0) troubles.set(method, { trouble, times });
      else troubles.delete(method);
    },
    goAway: shut,
    comeBack: () => open(port),
    close: shut,
  };
}

function reply(response: ServerResponse, answer: Answer): void {
  if (response.destroyed) return;
  const status = 'error' in answer ? answer.error.status : 200;
  const body =
    'error' in answer
      ? {
          ok: false,
          error_code: status,
          description: answer.error.description,
          ...(answer.error.parameters ? { parameters: answer.error.parameters } : {}),
        }
      : { ok: true, result: answer.result };
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

/** What a reader sees of a text sent with a parse mode: near enough to notice one that is set. */
function reads(text: string, parseMode: unknown): string {
  const shown =
    parseMode === 'HTML'
      ? text
          .replace(/<[^>]*>/g, '')
          .replaceAll('&lt;', '<')
          .replaceAll('&gt;', '>')
          .replaceAll('&amp;', '&')
      : parseMode === undefined
        ? text
        : text.replace(/[*_`~|[\]\\]/g, '');
  return shown.trim();
}
