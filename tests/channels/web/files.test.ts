import { existsSync, readdirSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { IncomingMessage } from '../../../src/core/message.ts';
import { type Browser, openBrowser, openWeb, type WebSetting } from './support.ts';

let setting: WebSetting;
let browser: Browser;
let received: IncomingMessage[];
beforeEach(async () => {
  received = [];
  setting = await openWeb(async (message) => void received.push(message));
  browser = await openBrowser(setting.url);
});
afterEach(() => setting.close());

const PDF = new TextEncoder().encode('%PDF-1.7 báo cáo');
const BYTES = { 'content-type': 'application/octet-stream' };

function upload(bytes: Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${setting.url}/api/files`, {
    method: 'POST',
    headers: { ...BYTES, cookie: browser.cookie, ...headers },
    body: bytes,
  });
}

async function refOf(response: Response): Promise<string> {
  expect(response.status).toBe(201);
  return ((await response.json()) as { ref: string }).ref;
}

const uploads = (): number =>
  existsSync(`${setting.filesFolder}/uploads`) ? readdirSync(`${setting.filesFolder}/uploads`).length : 0;

it('a file is taken, named by a message, and fetched by its ref', async () => {
  const ref = await refOf(await upload(PDF));
  const id = crypto.randomUUID();
  const posted = await browser.post({ id, text: 'IV.4.a.3 xong 60%', file: { ref, name: 'Báo cáo.pdf' } });
  expect(posted.status).toBe(202);
  expect(received[0]?.body).toEqual({
    kind: 'file',
    ref,
    name: 'Báo cáo.pdf',
    bytes: null,
    caption: 'IV.4.a.3 xong 60%',
  });
  const bytes = await setting.channel.fetchFile?.(ref, AbortSignal.timeout(1_000), 1_000);
  expect(Buffer.from(bytes ?? []).equals(Buffer.from(PDF))).toBe(true);
  await expect(
    setting.channel.fetchFile?.('a'.repeat(24), AbortSignal.timeout(1_000), 1_000),
  ).rejects.toMatchObject({
    retryable: false,
  });
});

it('what is kept is no upload, and an upload is given to nobody; one that is not taken is forgotten', async () => {
  const kept = await setting.files.put(PDF);
  const fetched = (ref: string) => setting.channel.fetchFile?.(ref, AbortSignal.timeout(1_000), 1_000);
  await expect(fetched(kept)).rejects.toMatchObject({ retryable: false });
  const ref = await refOf(await upload(PDF));
  setting.readers.set(ref, 'anybody');
  const given = await fetch(`${setting.url}/api/files/${ref}`, { headers: { cookie: browser.cookie } });
  expect(given.status).toBe(404);
  await setting.channel.discardFile?.(ref);
  await expect(fetched(ref)).rejects.toMatchObject({ retryable: false });
  expect(uploads()).toBe(0);
});

it('is refused without a session, from another site, of another type, empty or too large', async () => {
  expect((await upload(PDF, { cookie: '' })).status).toBe(401);
  expect((await upload(PDF, { origin: 'https://evil.example' })).status).toBe(403);
  expect((await upload(PDF, { 'content-type': 'multipart/form-data; boundary=x' })).status).toBe(415);
  expect((await upload(new Uint8Array())).status).toBe(400);
  expect((await upload(new Uint8Array(100_001))).status).toBe(413);
  expect(uploads()).toBe(0);
  for (const file of [{ ref: '../../etc/passwd', name: 'a' }, { ref: 'a'.repeat(24), name: '' }, 'a'])
    expect((await browser.post({ id: crypto.randomUUID(), file })).status).toBe(400);
  expect(received).toEqual([]);
});

it('counts towards the pace of a chat', async () => {
  const statuses = await Promise.all(Array.from({ length: 40 }, async () => (await upload(PDF)).status));
  expect(statuses).toContain(429);
});

it('is given to who may read it, to be saved and never shown', async () => {
  const ref = await setting.files.put(PDF);
  const get = (id: string, cookie = browser.cookie) =>
    fetch(`${setting.url}/api/files/${id}`, { headers: { cookie } });
  expect((await get(ref)).status).toBe(404);
  await browser.post({ id: crypto.randomUUID(), text: 'xin chào' });
  setting.readers.set(ref, received[0]?.chat ?? '');
  const given = await get(ref);
  expect(given.status).toBe(200);
  expect(given.headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''B%C3%A1o/);
  expect(given.headers.get('content-type')).toBe('application/pdf');
  expect(given.headers.get('x-content-type-options')).toBe('nosniff');
  expect(Buffer.from(await given.arrayBuffer()).equals(Buffer.from(PDF))).toBe(true);
  const other = await openBrowser(setting.url);
  expect((await get(ref, other.cookie)).status).toBe(404);
  expect((await get(ref, '')).status).toBe(401);
});
