import { createHash } from 'node:crypto';
import { createWebChannel, type WebChannel } from '../../../src/channels/web/channel.ts';
import type { Receive } from '../../../src/core/channel.ts';
import type { FileStore } from '../../../src/core/file.ts';
import type { OutgoingMessage } from '../../../src/core/message.ts';
import type { Store } from '../../../src/core/store.ts';
import { createFileStore } from '../../../src/files/file-store.ts';
import { openStore } from '../../../src/store/connect.ts';
import { type EventStream, openEventStream } from '../../support/event-stream.ts';
import { serveChannel } from '../../support/serve-channel.ts';
import { newDatabase } from '../../support/talk.ts';

export interface WebSetting {
  channel: WebChannel;
  store: Store;
  url: string;
  thrown: unknown[];
  clock: { at: Date };
  /** Which chat may read which file. */
  readers: Map<string, string>;
  filesFolder: string;
  /** What is kept for good. */
  files: FileStore;
  /** How often a chat's rows were looked up. */
  lookups: Map<string, number>;
  /** Queues a message and sends it as the outbox does; the platform's id. */
  send(chat: string, message: OutgoingMessage): Promise<string>;
  close(): Promise<void>;
}

/** The web channel behind the real server, over a real store. */
export async function openWeb(receive: Receive, publicUrl?: string): Promise<WebSetting> {
  const database = newDatabase();
  const store = await openStore(database);
  const clock = { at: new Date('2026-11-25T02:00:00Z') };
  const lookups = new Map<string, number>();
  const filesFolder = `${database}.files`;
  const files = createFileStore(filesFolder);
  const uploads = createFileStore(`${filesFolder}/uploads`);
  const readers = new Map<string, string>();
  const channel = createWebChannel({
    clock: { now: () => clock.at },
    publicUrl,
    files: {
      store: files,
      uploads,
      maxBytes: 100_000,
      readable: async (chat, id) =>
        chat === readers.get(id) ? { name: 'Báo cáo “1”.html', type: 'pdf' } : null,
    },
    pollMs: 20,
    heartbeatMs: 20,
    sentAfter(chat, afterId, limit) {
      lookups.set(chat, (lookups.get(chat) ?? 0) + 1);
      return store.transaction((tx) => tx.outbox.sentAfter('web', chat, afterId, limit));
    },
  });
  const served = await serveChannel(channel, receive);
  return {
    channel,
    store,
    url: served.url,
    thrown: served.thrown,
    clock,
    lookups,
    readers,
    filesFolder,
    files,
    async send(chat, message) {
      const at = clock.at;
      const lease = new Date(at.getTime() + 1000);
      const key = crypto.randomUUID();
      await store.transaction((tx) => tx.outbox.queue({ key, channel: 'web', chat, message }, at));
      const [row] = await store.transaction((tx) => tx.outbox.claim(at, lease, 1));
      if (!row) throw new Error('nothing to send');
      const id = await channel.send(row.chat, row.message, row.key);
      await store.transaction((tx) => tx.outbox.sent(row.id, id, at));
      return id;
    },
    async close() {
      await channel.stop();
      await served.close();
      await store.close();
    },
  };
}

/** A person's browser: holds the cookie. */
export interface Browser {
  cookie: string;
  post(body: unknown, headers?: Record<string, string>): Promise<Response>;
  events(after?: number | string, headers?: Record<string, string>): Promise<EventStream>;
}

export async function openBrowser(url: string): Promise<Browser> {
  const opened = await postJson(`${url}/api/session`, {});
  const cookie = opened.headers.get('set-cookie')?.split(';')[0] ?? '';
  return {
    cookie,
    post: (body, headers = {}) => postJson(`${url}/api/messages`, body, { cookie, ...headers }),
    events: (after = 0, headers = {}) =>
      openEventStream(`${url}/api/events?after=${after}`, { cookie, ...headers }),
  };
}

export function postJson(
  url: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

/** The chat a browser's session speaks in. */
export function chatOf({ cookie }: Browser): string {
  return createHash('sha256')
    .update(cookie.split('=')[1] ?? '')
    .digest('hex');
}

/** A message as the page posts it. */
export const said = (text = 'chào') => ({ id: crypto.randomUUID(), text });
