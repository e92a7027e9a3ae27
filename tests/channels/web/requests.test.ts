import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { IncomingMessage } from '../../../src/core/message.ts';
import { type Browser, openBrowser, openWeb, said, type WebSetting } from './support.ts';

let web: WebSetting;
let received: IncomingMessage[];
const open = async (publicUrl?: string): Promise<void> => {
  received = [];
  web = await openWeb(async (message) => void received.push(message), publicUrl);
};
afterEach(() => web.close());

describe('a body that is no message', () => {
  let browser: Browser;
  beforeEach(async () => {
    await open();
    browser = await openBrowser(web.url);
  });

  it.each<[string, unknown]>([
    ['nothing', ''],
    ['no JSON', 'xin chào'],
    ['null', 'null'],
    ['a list', []],
    ['no id', { text: 'chào' }],
    ['an id that is too short', { id: '1', text: 'chào' }],
    ['an id with a blank', { id: '1234 5678', text: 'chào' }],
    ['an id that is a number', { id: 12345678, text: 'chào' }],
    ['neither text nor choice', { id: '12345678' }],
    ['text and choice', { id: '12345678', text: 'chào', choice: 't' }],
    ['a text that is an object', { id: '12345678', text: { $ne: '' } }],
    ['an empty choice', { id: '12345678', choice: '' }],
    ['a long choice', { id: '12345678', choice: 'x'.repeat(65) }],
  ])('%s is answered 400', async (_name, body) => {
    expect((await browser.post(body)).status).toBe(400);
    expect([received, web.thrown]).toEqual([[], []]);
  });

  it('of more than 64 KB is answered 413, said beforehand or not', async () => {
    const body = JSON.stringify(said('x'.repeat(65 * 1024)));
    expect((await browser.post(body)).status).toBe(413);
    expect(await postInChunks(`${web.url}/api/messages`, browser.cookie, body)).toBe(413);
    expect([received, web.thrown]).toEqual([[], []]);
  });

  it('that breaks off counts as empty, not as a fault of ours', async () => {
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('{"id":"12345678",'));
        controller.error(new Error('aborted'));
      },
    });
    const headers = { 'content-type': 'application/json', cookie: browser.cookie };
    const options = { method: 'POST', headers, body, duplex: 'half' };
    const response = await web.channel.handleWebhook(
      new Request('http://localhost/api/messages', options),
      async () => {},
    );
    expect(response.status).toBe(400);
  });

  it('keeps a text of the greatest length whole', async () => {
    const text = 'ợ'.repeat(20_000);
    expect((await browser.post(said(text))).status).toBe(202);
    expect(received[0]?.body).toEqual({ kind: 'text', text });
  });
});

it('knows its addresses and their methods only', async () => {
  await open();
  const { cookie } = await openBrowser(web.url);
  const status = async (path: string, method: string) =>
    (await fetch(`${web.url}${path}`, { method, headers: { cookie, 'content-type': 'application/json' } }))
      .status;
  expect(await status('/api/messages', 'GET')).toBe(405);
  expect(await status('/api/session', 'DELETE')).toBe(405);
  expect(await status('/api/events', 'POST')).toBe(405);
  expect(await status('/api/other', 'POST')).toBe(404);
});

describe('too many messages', () => {
  it('are answered 429 with the seconds to wait, each session for itself, until the minute is over', async () => {
    await open();
    const [eager, calm] = [await openBrowser(web.url), await openBrowser(web.url)];
    for (let count = 0; count < 30; count += 1) expect((await eager.post(said())).status).toBe(202);
    web.clock.at = new Date(web.clock.at.getTime() + 50_000);
    const refused = await eager.post(said());
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '10']);
    expect((await calm.post(said())).status).toBe(202);
    expect(received).toHaveLength(31);
    web.clock.at = new Date(web.clock.at.getTime() + 10_000);
    for (let count = 0; count < 30; count += 1) expect((await eager.post(said())).status).toBe(202);
    expect((await eager.post(said())).headers.get('retry-after')).toBe('60');
  });
});

/** Posts without saying how long the body is. */
function postInChunks(url: string, cookie: string, body: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const sending = request(url, { method: 'POST', headers: { 'content-type': 'application/json', cookie } });
    sending.on('response', (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    sending.on('error', reject);
    for (let at = 0; at < body.length; at += 8192) sending.write(body.slice(at, at + 8192));
    sending.end();
  });
}
