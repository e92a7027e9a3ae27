import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { IncomingMessage } from '../../../src/core/message.ts';
import { openBrowser, openWeb, postJson, said, type WebSetting } from './support.ts';

let web: WebSetting;
let received: IncomingMessage[];
const open = async (publicUrl?: string): Promise<void> => {
  received = [];
  web = await openWeb(async (message) => void received.push(message), publicUrl);
};
afterEach(() => web.close());

describe('the session cookie', () => {
  it('is for this site alone and out of reach of scripts', async () => {
    await open();
    const response = await postJson(`${web.url}/api/session`, {});
    const cookie = response.headers.get('set-cookie') ?? '';
    expect(cookie.split('; ').slice(1).sort()).toEqual([
      'HttpOnly',
      'Max-Age=15552000',
      'Path=/',
      'SameSite=Strict',
    ]);
    expect(cookie).toMatch(/^dondoc_session=[\w-]{43};/);
    expect(await response.text()).not.toContain(cookie.slice(15, 58));
  });

  it('goes over https alone, and no neighbour can set it, where the public address is https', async () => {
    await open('https://dondoc.thanhhoa.gov.vn');
    const response = await postJson(`${web.url}/api/session`, {});
    const cookie = response.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^__Host-dondoc_session=[\w-]{43}; Path=\/;.*; Secure$/);
    const held = cookie.split(';')[0] ?? '';
    expect((await postJson(`${web.url}/api/messages`, said(), { cookie: held })).status).toBe(202);
    const planted = held.replace('__Host-', '');
    expect((await postJson(`${web.url}/api/messages`, said(), { cookie: planted })).status).toBe(401);
  });

  it('goes over https alone behind a proxy that says so', async () => {
    await open();
    const response = await postJson(`${web.url}/api/session`, {}, { 'x-forwarded-proto': 'https' });
    expect(response.headers.get('set-cookie')).toMatch(/^__Host-.*; Secure$/);
  });

  it('is kept when the page opens again', async () => {
    await open();
    const browser = await openBrowser(web.url);
    const again = await postJson(`${web.url}/api/session`, {}, { cookie: browser.cookie });
    expect(again.headers.get('set-cookie')).toContain(`${browser.cookie};`);
    const other = await openBrowser(web.url);
    expect(other.cookie).not.toBe(browser.cookie);
  });
});

describe('a request that another site’s page makes', () => {
  beforeEach(() => open('https://dondoc.vn'));
  const host = () => new URL(web.url).host;

  it.each<[string, Record<string, string>, number]>([
    ['says cross-site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['says a sister site', { 'sec-fetch-site': 'same-site' }, 403],
    ['names another origin', { origin: 'https://evil.example' }, 403],
    ['hides its origin', { origin: 'null' }, 403],
    ['is a form', { 'content-type': 'text/plain' }, 415],
    ['is ours: says same-origin', { 'sec-fetch-site': 'same-origin' }, 200],
    ['is ours: names the public address', { origin: 'https://dondoc.vn' }, 200],
  ])('%s', async (_name, headers, status) => {
    const response = await postJson(`${web.url}/api/session`, {}, headers);
    expect(response.status).toBe(status);
    expect(response.headers.has('set-cookie')).toBe(status === 200);
  });

  it('names the host it spoke to', async () => {
    const response = await postJson(`${web.url}/api/session`, {}, { origin: `http://${host()}` });
    expect(response.status).toBe(200);
  });

  it('keeps no message and opens no stream', async () => {
    const browser = await openBrowser(web.url);
    const foreign = { origin: 'https://evil.example' };
    expect((await browser.post(said(), foreign)).status).toBe(403);
    expect((await browser.events(0, foreign)).status).toBe(403);
    expect(received).toEqual([]);
  });
});
