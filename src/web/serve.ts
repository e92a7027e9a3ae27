import { once } from 'node:events';
import { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';

export interface Listening {
  url: string;
  /** Stops taking requests, lets those in hand end for a moment, then cuts the rest (open event streams). */
  close(): Promise<void>;
}

const patienceMs = 2000;

/** Serves the app; rejects when the port cannot be had. Port 0 takes a free one. */
export async function listen(app: Hono, { host, port }: { host: string; port: number }): Promise<Listening> {
  const server = createAdaptorServer({ fetch: app.fetch });
  server.listen(port, host);
  await once(server, 'listening');
  const address = server.address();
  const bound = typeof address === 'object' && address ? address.port : port;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${bound}`,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      const cut = setTimeout(() => server instanceof Server && server.closeAllConnections(), patienceMs);
      await closed;
      clearTimeout(cut);
    },
  };
}
