import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createWebChannel } from '../../../src/channels/web/channel.ts';
import { systemClock } from '../../../src/core/clock.ts';
import type { OutboxRow } from '../../../src/core/store.ts';
import { type EventStream, openEventStream } from '../../support/event-stream.ts';
import { serveChannel } from '../../support/serve-channel.ts';
import { type Browser, chatOf, openBrowser, openWeb, postJson, type WebSetting } from './support.ts';

const says = (text: string) => ({ text, choices: [] });

let web: WebSetting;
let browser: Browser;
let chat: string;
beforeEach(async () => {
  web = await openWeb(async () => {});
  browser = await openBrowser(web.url);
  chat = chatOf(browser);
});
afterEach(() => web.close());

describe('the event stream', () => {
  const texts = (stream: { events: { message: { text: string } }[] }) =>
    stream.events.map(({ message }) => message.text);

  it('brings what was said before and what follows, once each and in order', async () => {
    await web.send(chat, says('một'));
    const stream = await browser.events();
    await vi.waitFor(() => expect(stream.isReady).toBe(true));
    for (const text of ['hai', 'ba\n\nbốn', 'năm 👩‍⚕️']) await web.send(chat, says(text));
    await vi.waitFor(() => expect(texts(stream)).toEqual(['một', 'hai', 'ba\n\nbốn', 'năm 👩‍⚕️']));
    stream.close();
  });

  it('goes on after the last id the page has and misses nothing said in between', async () => {
    for (let number = 1; number <= 3; number += 1) await web.send(chat, says(`${number}`));
    const first = await browser.events();
    await vi.waitFor(() => expect(first.events).toHaveLength(3));
    first.close();
    // More than one page of rows.
    for (let number = 4; number <= 64; number += 1) await web.send(chat, says(`${number}`));
    const last = first.events.at(-1)?.id ?? 0;
    const all = Array.from({ length: 61 }, (_, index) => `${index + 4}`);
    const second = await browser.events(0, { 'last-event-id': String(last) });
    const third = await browser.events(last);
    for (const stream of [second, third]) {
      await vi.waitFor(() => expect(stream.isReady).toBe(true));
      expect(stream.readyAfter).toBe(61);
      expect(texts(stream)).toEqual(all);
      stream.close();
    }
  });

  it('misses nothing while streams break and come back between sends', async () => {
    const seen: string[] = [];
    let last = 0;
    for (let round = 1; round <= 5; round += 1) {
      const sending = web.send(chat, says(`${round}`));
      const stream = await browser.events(last);
      await sending;
      await vi.waitFor(() => expect(stream.events.length).toBeGreaterThan(0));
      stream.close();
      seen.push(...texts(stream));
      last = stream.events.at(-1)?.id ?? last;
    }
    expect(seen).toEqual(['1', '2', '3', '4', '5']);
  });

  it('serves two tabs of one person alike', async () => {
    const tabs = [await browser.events(), await browser.events()];
    await web.send(chat, says('một'));
    await web.send(chat, says('hai'));
    for (const tab of tabs) await vi.waitFor(() => expect(texts(tab)).toEqual(['một', 'hai']));
    tabs[0]?.close();
    await web.send(chat, says('ba'));
    await vi.waitFor(() => expect(texts(tabs[1] ?? { events: [] })).toEqual(['một', 'hai', 'ba']));
    tabs[1]?.close();
  });

  it('ends the oldest of a person’s streams when there are too many', async () => {
    const tabs: EventStream[] = [];
    for (let count = 0; count < 6; count += 1) tabs.push(await browser.events());
    await vi.waitFor(() => expect(tabs[0]?.isEnded).toBe(true));
    expect(tabs.slice(1).map(({ isEnded }) => isEnded)).toEqual([false, false, false, false, false]);
    for (const tab of tabs) tab.close();
  });

  it('shows a chat to its own session only', async () => {
    await web.send(chat, says('của riêng tôi'));
    const other = await openBrowser(web.url);
    // The chat's stored name and the name the page is told open nothing.
    const { session } = (await (
      await postJson(`${web.url}/api/session`, {}, { cookie: browser.cookie })
    ).json()) as { session: string };
    for (const cookie of [other.cookie, `dondoc_session=${chat.slice(0, 43)}`]) {
      const stream = await browser.events(0, { cookie });
      await vi.waitFor(() => expect(stream.isReady).toBe(true));
      expect([stream.status, stream.events]).toEqual([200, []]);
      stream.close();
    }
    for (const cookie of ['', `dondoc_session=${chat}`, `dondoc_session=${session}`])
      expect((await browser.events(0, { cookie })).status).toBe(401);
  });

  it.each(['-1', 'abc', '1e3', '9'.repeat(16)])('refuses to start after “%s”', async (after) => {
    expect((await browser.events(after)).status).toBe(400);
  });

  it('forgets a page that went away', async () => {
    const lookups = (one: Browser) => web.lookups.get(chatOf(one)) ?? 0;
    const stays = await openBrowser(web.url);
    const [leaving, staying] = [await browser.events(), await stays.events()];
    await vi.waitFor(() => expect(lookups(browser)).toBeGreaterThan(1));
    leaving.close();
    await vi.waitFor(
      async () => {
        const before = [lookups(browser), lookups(stays)] as const;
        await vi.waitFor(() => expect(lookups(stays)).toBeGreaterThan(before[1] + 3));
        expect(lookups(browser)).toBe(before[0]);
      },
      { timeout: 5000 },
    );
    staying.close();
  });

  it('ends when the channel stops', async () => {
    const stream = await browser.events();
    await web.channel.stop();
    await vi.waitFor(() => expect(stream.isEnded).toBe(true));
    expect((await browser.events()).status).toBe(503);
  });

  it('has no look-up in hand when the channel stopped', async () => {
    let answer: (rows: OutboxRow[]) => void = () => {};
    const rows = new Promise<OutboxRow[]>((resolve) => {
      answer = resolve;
    });
    const channel = createWebChannel({ clock: systemClock, sentAfter: () => rows });
    const request = new Request('http://localhost/api/events', { headers: { cookie: browser.cookie } });
    await channel.handleWebhook(request, async () => {});
    let isStopped = false;
    const stopping = channel.stop().then(() => {
      isStopped = true;
    });
    await new Promise(setImmediate);
    expect(isStopped).toBe(false);
    answer([]);
    await stopping;
  });

  it('ends, for the page to come back, when the store fails', async () => {
    let isAway = false;
    const channel = createWebChannel({
      clock: systemClock,
      pollMs: 20,
      sentAfter: async () => {
        if (isAway) throw new Error('away');
        return [];
      },
    });
    const served = await serveChannel(channel, async () => {});
    const stream = await openEventStream(`${served.url}/api/events`, { cookie: browser.cookie });
    await vi.waitFor(() => expect(stream.isReady).toBe(true));
    isAway = true;
    await vi.waitFor(() => expect(stream.isEnded).toBe(true));
    expect(served.thrown).toEqual([]);
    await served.close();
  });
});
