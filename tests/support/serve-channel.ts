import type { Channel, Receive } from '../../src/core/channel.ts';
import { createWebApp } from '../../src/web/app.tsx';
import { listen } from '../../src/web/serve.ts';
import { knowledge } from './talk.ts';

export interface ServedChannel {
  url: string;
  /** What the channel threw while answering a request. */
  thrown: unknown[];
  close(): Promise<void>;
}

/** The channel behind the program's own HTTP server, on a free port of this machine. */
export async function serveChannel(channel: Channel, receive: Receive): Promise<ServedChannel> {
  const { name, handleWebhook } = channel;
  if (!handleWebhook) throw new Error(`${name} answers no requests`);
  const thrown: unknown[] = [];
  const app = createWebApp({
    about: knowledge.about,
    handlers: { [name]: (request) => handleWebhook(request, receive) },
    health: async () => ({ ok: true }),
    onError: (error) => thrown.push(error),
  });
  const server = await listen(app, { host: '127.0.0.1', port: 0 });
  return { url: server.url, thrown, close: () => server.close() };
}
