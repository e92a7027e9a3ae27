import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { beforeEach, describe, expect, it } from 'vitest';
import { web } from '../../src/wording/vi/web.ts';
import { type Server, startServer } from '../support/browser.ts';
import { openEventStream } from '../support/event-stream.ts';
import { openWebPerson } from '../support/web-person.ts';

const JSON_TYPE = { 'content-type': 'application/json' };
const PAGES = ['/', '/style.css', '/app.js', '/favicon.svg', '/health'];
const ENDPOINTS = [
  ...PAGES,
  '/api/session',
  '/api/messages',
  '/api/events',
  '/channels/telegram',
  '/khong-co',
];
/** A quicker round counts as this long, so that noise makes no ratio. */
const LEAST_ROUND_MS = 40;
/** What belongs into the log, not to a person. */
const INSIDES = /node_modules|\bat \S+ \(|\.js:\d+|SQLITE|Error:|"stack"/;

let server: Server;
let cookie = '';
beforeEach(async () => {
  server = await startServer();
  const session = await ask('/api/session', { method: 'POST', headers: JSON_TYPE, body: '{}' });
  cookie = session.headers.get('set-cookie')?.split(';')[0] ?? '';
});

function ask(path: string, init: RequestInit = {}): Promise<Response> {
  return fetch(server.address + path, { signal: AbortSignal.timeout(5_000), ...init });
}

/** Sends a body of this size; the status, or `closed` where the server hung up before it had all. */
async function sendBytes(path: string, bytes: number, declared: boolean): Promise<number | 'closed'> {
  const headers = { ...JSON_TYPE, cookie, ...(declared ? { 'content-length': bytes } : {}) };
  const request = httpRequest(server.address + path, { method: 'POST', headers, agent: false });
  const answered = new Promise<number | 'closed'>((resolve) => {
    request.on('response', (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    request.on('error', () => resolve('closed'));
  });
  for (let sent = 0; sent < bytes; sent += 65_536) request.write(Buffer.alloc(65_536, 'a'));
  request.end();
  const status = await answered;
  request.destroy();
  return status;
}

/** Bytes as they are; what came back until the server closed. */
async function raw(bytes: string): Promise<string> {
  const { hostname, port } = new URL(server.address);
  const socket = connect(Number(port), hostname);
  let answer = '';
  socket.setEncoding('utf8').on('data', (text: string) => {
    answer += text;
  });
  // A server may hang up on such bytes; what it said before is what counts.
  socket.on('error', () => {});
  const closed = new Promise((resolve) => socket.on('close', resolve));
  socket.end(bytes);
  await closed;
  return answer;
}

async function expectAlive(): Promise<void> {
  expect((await ask('/health')).status).toBe(200);
}

describe('pages over HTTP', () => {
  it('gives every page with the headers that protect it', async () => {
    for (const path of [...ENDPOINTS, '/api/khong-co']) {
      const { headers, body } = await ask(path);
      await body?.cancel();
      expect(headers.get('content-security-policy'), path).toMatch(
        /default-src 'self'.*frame-ancestors 'none'/,
      );
      expect(headers.get('content-security-policy'), path).not.toContain('unsafe');
      expect(headers.get('x-content-type-options'), path).toBe('nosniff');
      expect(headers.get('x-frame-options'), path).toBe('DENY');
      expect(headers.get('referrer-policy'), path).toBe('no-referrer');
      expect(headers.get('server'), path).toBeNull();
      expect(headers.get('x-powered-by'), path).toBeNull();
    }
  });

  it('answers an unknown address with a page for people and a sentence for programs', async () => {
    const page = await ask('/khong-co', { headers: { accept: 'text/html' } });
    expect(page.status).toBe(404);
    expect(page.headers.get('content-type')).toBe('text/html; charset=UTF-8');
    const html = await page.text();
    expect(html).toContain(web.notFound);
    expect(html).toContain('<html lang="vi">');
    expect(html).toContain('href="/"');
    const text = await ask('/khong-co');
    expect([text.status, await text.text()]).toEqual([404, web.notFound]);
  });

  it('answers HEAD as GET, without a body', async () => {
    for (const path of PAGES) {
      const [head, get] = await Promise.all([ask(path, { method: 'HEAD' }), ask(path)]);
      expect(head.status, path).toBe(200);
      expect(head.headers.get('content-type'), path).toBe(get.headers.get('content-type'));
      expect(await head.text(), path).toBe('');
    }
    expect((await ask('/khong-co', { method: 'HEAD' })).status).toBe(404);
  });

  it('names the methods it takes when another comes', async () => {
    for (const path of PAGES)
      for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH']) {
        const response = await ask(path, { method });
        expect([response.status, response.headers.get('allow')], `${method} ${path}`).toEqual([
          405,
          'GET, HEAD',
        ]);
      }
    for (const [method, path] of [
      ['GET', '/api/session'],
      ['GET', '/api/messages'],
      ['PUT', '/api/messages'],
      ['POST', '/api/events'],
    ] as const)
      expect((await ask(path, { method })).status, `${method} ${path}`).toBe(405);
    expect(await raw(`TRACE / HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`)).toMatch(
      /^HTTP\/1.1 4\d\d /,
    );
  });

  it('says how it is at /health, uncached and without names', async () => {
    const response = await ask('/health');
    expect(response.headers.get('cache-control')).toBe('no-store');
    const health = (await response.json()) as object;
    expect(health).toMatchObject({ ok: true, channels: ['web'], outbox: { waiting: 0, failed: 0 } });
    expect(JSON.stringify(health)).not.toContain(server.database);
  });

  it('is small, packed, and kept by the browser', async () => {
    const page = await (await ask('/')).text();
    const files = [...page.matchAll(/(?:href|src)="(\/[^"]+)"/g)].map(([, path = '']) => path);
    expect(files).toHaveLength(3);
    expect(page).not.toMatch(/https?:\/\//);
    let bytes = 0;
    for (const path of ['/', ...files]) {
      const response = await askPacked(path);
      bytes += response.bytes;
      expect(response.encoding, path).toBe('gzip');
      const etag = response.etag ?? '';
      const again = await ask(path, { headers: { 'if-none-match': etag } });
      expect([again.status, await again.text()], path).toEqual([304, '']);
      if (path.includes('?v=')) expect(response.cache, path).toContain('immutable');
      else expect(response.cache, path).toBe('no-cache');
    }
    expect(bytes).toBeLessThan(12_000);
    expect((await ask('/app.js?v=old')).headers.get('cache-control')).toBe('no-cache');
  });
});

/** As fetch, which hides the size and the packing. */
async function askPacked(
  path: string,
): Promise<{ bytes: number; encoding?: string; etag?: string; cache?: string }> {
  const request = httpRequest(server.address + path, {
    headers: { 'accept-encoding': 'gzip, br' },
    agent: false,
  });
  request.end();
  const [response] = await once(request, 'response');
  let bytes = 0;
  response.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
  });
  await once(response, 'end');
  const { 'content-encoding': encoding, etag, 'cache-control': cache } = response.headers;
  return { bytes, encoding, etag, cache };
}

describe('bodies nobody should send', () => {
  it('takes no more than a message needs', async () => {
    for (const path of ENDPOINTS)
      for (const declared of [true, false]) {
        const status = await sendBytes(path, 4_000_000, declared);
        // A session is opened without reading what came along.
        if (path !== '/api/session') expect(status, `${path} ${declared}`).not.toBe(200);
        if (path === '/api/messages' && status !== 'closed') expect(status).toBe(413);
        await expectAlive();
      }
  });

  it('refuses what is no message with a number, and says nothing about its insides', async () => {
    const bodies = [
      '',
      'null',
      '[]',
      '"a"',
      '{',
      '{"id":1,"text":"a"}',
      '{"id":"short","text":"a"}',
      '{"id":"0123456789abcdef"}',
      '{"id":"0123456789abcdef","text":5}',
      '{"id":"0123456789abcdef","text":"a","choice":"b"}',
      '{"id":"0123456789abcdef","text":{"$gt":""}}',
      '{"__proto__":{"id":"0123456789abcdef","text":"a"}}',
      '\ufeff{',
      '\0',
      `{"id":"${'a'.repeat(65)}","text":"a"}`,
      `${'['.repeat(20_000)}`,
    ];
    for (const body of bodies) {
      const response = await ask('/api/messages', {
        method: 'POST',
        headers: { ...JSON_TYPE, cookie },
        body,
      });
      expect([response.status, await response.text()], body.slice(0, 60)).toEqual([400, '{"error":400}']);
    }
    const bad = await ask('/api/messages', {
      method: 'POST',
      headers: { ...JSON_TYPE, cookie },
      body: randomBytes(500),
    });
    expect(bad.status).toBe(400);
    expect((await ask('/api/messages', { method: 'POST', headers: { cookie }, body: '{}' })).status).toBe(
      415,
    );
    expect((await ask('/api/messages', { method: 'POST', headers: JSON_TYPE, body: '{}' })).status).toBe(401);
    for (const after of ['x', '-1', '1e3', '9'.repeat(16), '1;2'])
      expect((await ask(`/api/events?after=${after}`, { headers: { cookie } })).status, after).toBe(400);
  });

  it('survives requests that are no HTTP, or only nearly', async () => {
    const requests = [
      'rubbish\r\n\r\n',
      'GET / HTTP/9.9\r\n\r\n',
      'GET / HTTP/1.1\r\n\r\n',
      'GET / HTTP/1.1\r\nhost: [::1\r\nconnection: close\r\n\r\n',
      'GET / HTTP/1.1\r\nhost: a b\r\nconnection: close\r\n\r\n',
      'GET // HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n',
      'GET /%E0%A4%A HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n',
      'GET /../../etc/passwd HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n',
      'GET /channels/__proto__ HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n',
      'POST /channels/constructor HTTP/1.1\r\nhost: x\r\ncontent-length: 2\r\nconnection: close\r\n\r\n{}',
      'GET http://elsewhere/ HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n',
      `GET / HTTP/1.1\r\nhost: x\r\nbig: ${'a'.repeat(100_000)}\r\n\r\n`,
      `GET /api/events HTTP/1.1\r\nhost: x\r\ncookie: ${';='.repeat(2_000)}\r\nconnection: close\r\n\r\n`,
      `POST /api/messages HTTP/1.1\r\nhost: x\r\ncookie: ${cookie}\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n{}\r\n`,
      `POST /api/messages HTTP/1.1\r\nhost: x\r\ncookie: ${cookie}\r\ncontent-type: application/json\r\ncontent-length: 2000\r\n\r\n{`,
      `POST /api/messages HTTP/1.1\r\nhost: x\r\ncookie: ${cookie}\r\ncontent-type: application/json\r\ncontent-length: 2\r\ncontent-length: 3\r\n\r\n{}`,
    ];
    for (const text of requests) {
      const answer = await raw(text);
      expect(answer, text.slice(0, 60)).not.toMatch(/ 500 /);
      expect(answer, text.slice(0, 60)).not.toMatch(INSIDES);
      await expectAlive();
    }
    expect(server.stderr()).not.toMatch(/a request failed/);
  });
});

describe('many pages at once', () => {
  it('answers about as fast while 200 event streams are open', async () => {
    // The first rounds of a new server are slow: they would make the yardstick longer.
    await medianRound(5);
    const alone = await medianRound(10);
    const streams = await Promise.all(
      Array.from({ length: 200 }, () =>
        openEventStream(`${server.address}/api/events`, {
          cookie: `dondoc_session=${randomBytes(32).toString('base64url')}`,
        }),
      ),
    );
    await expect.poll(() => streams.every(({ isReady }) => isReady), { timeout: 10_000 }).toBe(true);
    expect(await medianRound(10)).toBeLessThan(5 * Math.max(alone, LEAST_ROUND_MS));
    expect(streams.filter(({ isEnded }) => isEnded)).toEqual([]);
    for (const stream of streams) stream.close();
    await expectAlive();
  });

  /** Milliseconds the page and an answer take a new person together, in the middle of so many rounds. */
  async function medianRound(rounds: number): Promise<number> {
    const person = await openWebPerson(server.address);
    const times: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const from = performance.now();
      await (await ask('/')).text();
      await person.say('Hạn báo cáo năm là ngày nào?');
      times.push(performance.now() - from);
    }
    person.events.close();
    return times.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? Number.NaN;
  }
});
