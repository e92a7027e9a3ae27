import type { Channel, Receive } from '../../core/channel.ts';
import type { Clock } from '../../core/clock.ts';
import { SendError } from '../../core/errors.ts';
import type { FileStore } from '../../core/file.ts';
import { readBody, readBytes, readJson } from '../read-body.ts';
import { parseWebMessage } from './parse.ts';
import { createRateLimit } from './rate-limit.ts';
import { createSubscribers, type SentAfter } from './send.ts';
import {
  chatOfSession,
  createSessionToken,
  isCrossSite,
  isSecure,
  readSessionToken,
  writeSessionCookie,
} from './session.ts';

export interface WebOptions {
  sentAfter: SentAfter;
  clock: Clock;
  /** Where people open the page, when a proxy changes the host; with https the cookie is for https alone. */
  publicUrl?: string | undefined;
  /** Takes and gives files; without it none is taken. */
  files?: WebFiles | undefined;
  pollMs?: number | undefined;
  heartbeatMs?: number | undefined;
}

export interface WebFiles {
  store: Pick<FileStore, 'get'>;
  /** Where what is sent up waits for its message: the id of a kept file is no ref, and the other way round. */
  uploads: Pick<FileStore, 'put' | 'get' | 'remove'>;
  maxBytes: number;
  /** The name and type of a file that the person behind this chat may read; null for anybody else. */
  readable(chat: string, id: string): Promise<{ name: string; type: string } | null>;
}

export interface WebChannel extends Channel {
  /**
   * POST /api/session (a cookie where there is none) · POST /api/files (a file's bytes; gives the `ref` a message names it
   * by) · POST /api/messages `{id, text}`, `{id, choice}` or `{id, file, text?}` · GET /api/files/ID (a file that may be
   * read, to be saved, never shown) · GET /api/events (what the bot said, from the last id the page has).
   */
  handleWebhook(request: Request, receive: Receive): Promise<Response>;
  stop(): Promise<void>;
}

const maxBodyBytes = 64 * 1024;
const MIME: Record<string, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  heic: 'image/heic',
};
const messagesPerMinute = 30;

/** The chat page's own platform: the outbox is its memory, so sending is only telling the open pages to look. */
export function createWebChannel(options: WebOptions): WebChannel {
  const subscribers = createSubscribers();
  const secondsToWait = createRateLimit(messagesPerMinute, options.clock);

  function sessionOf(request: Request): string | null {
    return readSessionToken(request, isSecure(request, options.publicUrl));
  }

  function openSession(request: Request): Response {
    const token = sessionOf(request) ?? createSessionToken();
    const cookie = writeSessionCookie(token, isSecure(request, options.publicUrl));
    // Set again also when it is there: a page in use never loses its session.
    return Response.json(
      { session: chatOfSession(token).slice(0, 16) },
      { headers: { 'set-cookie': cookie, 'cache-control': 'no-store' } },
    );
  }

  async function takeMessage(request: Request, receive: Receive): Promise<Response> {
    const token = sessionOf(request);
    if (token === null) return refuse(401);
    const chat = chatOfSession(token);
    const wait = secondsToWait(chat);
    if (wait > 0) return refuse(429, { 'retry-after': String(wait) });
    const text = await readBody(request, maxBodyBytes);
    if (text === null) return refuse(413);
    const message = parseWebMessage(readJson(text), chat);
    if (!message) return refuse(400);
    await receive(message);
    return Response.json({ received: true }, { status: 202 });
  }

  async function takeFile(request: Request): Promise<Response> {
    const token = sessionOf(request);
    if (token === null) return refuse(401);
    if (!options.files) return refuse(404);
    const wait = secondsToWait(chatOfSession(token));
    if (wait > 0) return refuse(429, { 'retry-after': String(wait) });
    const bytes = await readBytes(request, options.files.maxBytes);
    if (bytes === null) return refuse(413);
    if (bytes.length === 0) return refuse(400);
    return Response.json({ ref: await options.files.uploads.put(bytes) }, { status: 201 });
  }

  async function giveFile(request: Request, id: string): Promise<Response> {
    const token = sessionOf(request);
    if (token === null) return refuse(401);
    const file = await options.files?.readable(chatOfSession(token), id);
    const bytes = file && (await options.files?.store.get(id));
    if (!file || !bytes) return refuse(404);
    return new Response(new Uint8Array(bytes), {
      headers: {
        'content-type': MIME[file.type] ?? 'application/octet-stream',
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
        'cache-control': 'private, no-store',
        'x-content-type-options': 'nosniff',
      },
    });
  }

  function openEvents(request: Request): Response {
    const token = sessionOf(request);
    if (token === null) return refuse(401);
    const after =
      request.headers.get('last-event-id') ?? new URL(request.url).searchParams.get('after') ?? '0';
    if (!/^\d{1,15}$/.test(after)) return refuse(400);
    const body = subscribers.open({
      chat: chatOfSession(token),
      after: Number(after),
      sentAfter: options.sentAfter,
      pollMs: options.pollMs ?? 1000,
      heartbeatMs: options.heartbeatMs ?? 15_000,
    });
    if (!body) return refuse(503);
    return new Response(body, {
      headers: {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        // nginx would hold the events back.
        'x-accel-buffering': 'no',
      },
    });
  }

  /** A form of another site can send no such type without asking first. */
  function upload(request: Request): Promise<Response> | Response {
    const isBytes = /^application\/octet-stream\b/i.test(request.headers.get('content-type') ?? '');
    return isBytes ? takeFile(request) : refuse(415);
  }

  return {
    name: 'web',
    maxTextLength: 20_000,
    maxChoices: 20,

    async fetchFile(ref) {
      const bytes = await options.files?.uploads.get(ref);
      if (!bytes) throw new SendError('rejected', 'Web: no such file');
      return bytes;
    },

    discardFile: async (ref) => options.files?.uploads.remove(ref),

    async send(chat, _message, key) {
      subscribers.announce(chat);
      return key;
    },

    async handleWebhook(request, receive) {
      const { pathname } = new URL(request.url);
      if (isCrossSite(request, options.publicUrl)) return refuse(403);
      if (pathname === '/api/events') return request.method === 'GET' ? openEvents(request) : refuse(405);
      const [, id] = /^\/api\/files\/([\w-]{24})$/.exec(pathname) ?? [];
      if (id) return request.method === 'GET' ? giveFile(request, id) : refuse(405);
      if (pathname === '/api/files') return request.method === 'POST' ? upload(request) : refuse(405);
      if (pathname !== '/api/session' && pathname !== '/api/messages') return refuse(404);
      if (request.method !== 'POST') return refuse(405);
      // A form of another site cannot send JSON without asking first.
      if (!/^application\/json\b/i.test(request.headers.get('content-type') ?? '')) return refuse(415);
      return pathname === '/api/session' ? openSession(request) : takeMessage(request, receive);
    },

    stop: () => subscribers.closeAll(),
  };
}

function refuse(status: number, headers: Record<string, string> = {}): Response {
  return Response.json({ error: status }, { status, headers });
}
