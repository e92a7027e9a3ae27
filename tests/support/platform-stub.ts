import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What goes wrong with a call. */
export type Trouble =
  | { kind: 'answer'; status: number; body: unknown }
  /** The body as it is, whatever it is. */
  | { kind: 'body'; status: number; type: string; body: string }
  /** The connection breaks off in the middle of the answer. */
  | { kind: 'truncated' }
  /** The call is carried out, its answer never comes. */
  | { kind: 'hang' }
  /** The call is carried out, the connection breaks before the answer. */
  | { kind: 'lost' };

export interface Call {
  path: string;
  headers: IncomingMessage['headers'];
  body: string;
}

export interface PlatformStub {
  url: string;
  calls: Call[];
  /** The next calls of a path (all: '*') go wrong; `times` 0 mends it. */
  trouble(path: string, trouble: Trouble, times?: number): void;
  /** Nobody listens at the address. */
  goAway(): Promise<void>;
  comeBack(): Promise<void>;
  close(): Promise<void>;
}

export interface StubAnswer {
  status?: number;
  /** JSON, or bytes as they are. */
  body: unknown;
}

/** A platform's server on this machine: `work` answers each call, `trouble` breaks it. */
export async function startPlatformStub(
  work: (call: Call, gone: AbortSignal) => StubAnswer | Promise<StubAnswer>,
): Promise<PlatformStub> {
  const troubles = new Map<string, { trouble: Trouble; times: number }>();
  const calls: Call[] = [];

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const path = (request.url ?? '').split('?')[0] ?? '';
    const call = {
      path: request.url ?? '',
      headers: request.headers,
      body: Buffer.concat(chunks).toString(),
    };
    calls.push(call);
    const trouble = takeTrouble(path);
    if (trouble?.kind === 'answer') return reply(response, trouble);
    if (trouble?.kind === 'body')
      return void response.writeHead(trouble.status, { 'content-type': trouble.type }).end(trouble.body);
    const gone = new AbortController();
    response.on('close', () => gone.abort());
    const done = await work(call, gone.signal);
    if (trouble?.kind === 'hang') return;
    if (trouble?.kind === 'lost') return void response.destroy();
    if (trouble?.kind === 'truncated') {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '500' });
      return void response.write('{"error":0,"dat', () => response.destroy());
    }
    reply(response, done);
  }

  function takeTrouble(path: string): Trouble | undefined {
    const name = [...troubles.keys()].find((key) => path.endsWith(key)) ?? '*';
    const found = troubles.get(name);
    if (!found) return undefined;
    found.times -= 1;
    if (found.times <= 0) troubles.delete(name);
    return found.trouble;
  }

  const server = createServer((request, response) => void answer(request, response).catch(() => {}));
  const open = async (at: number): Promise<void> => {
    server.listen(at, '127.0.0.1');
    await once(server, 'listening');
  };
  const shut = async (): Promise<void> => {
    if (!server.listening) return;
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  };
  await open(0);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    calls,
    trouble(path, trouble, times = Number.POSITIVE_INFINITY) {
      if (times > 0) troubles.set(path, { trouble, times });
      else troubles.delete(path);
    },
    goAway: shut,
    comeBack: () => open(port),
    close: shut,
  };
}

function reply(response: ServerResponse, { status = 200, body }: StubAnswer): void {
  if (response.destroyed) return;
  if (body instanceof Uint8Array) return void response.writeHead(status).end(body);
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
