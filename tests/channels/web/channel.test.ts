import { expect, vi } from 'vitest';
import { testChannel } from '../../conformance/channel.suite.ts';
import { chatOf, openBrowser, openWeb } from './support.ts';

const neverFails = 'sending is telling the open pages to look; the row in the store is the message';

testChannel('web', {
  async create(receive) {
    const web = await openWeb(receive);
    const browser = await openBrowser(web.url);
    const chat = chatOf(browser);
    const shown = async () => {
      const stream = await browser.events();
      await vi.waitFor(() => expect(stream.isReady).toBe(true));
      stream.close();
      return stream.events.map(({ message }) => message);
    };
    const post = async (body: unknown, headers?: Record<string, string>) =>
      (await browser.post(body, headers)).status;
    return {
      channel: web.channel,
      requests: {
        text: (text, delivery) => post({ id: delivery ?? crypto.randomUUID(), text }),
        unsupported: async () => 500,
        malformed: () => post('{"id":"12345678","text":'),
        forged: () => post({ id: '12345678', text: 'xin chào' }, { cookie: 'dondoc_session=made-up' }),
        own: async () => 500,
      },
      send: (message) => web.send(chat, message),
      sentTexts: async () =>
        (await shown()).map(({ text, choices }) => ({ text, labels: choices.map(({ label }) => label) })),
      async press(label) {
        const choice = (await shown()).at(-1)?.choices.find((one) => one.label === label);
        return post({ id: crypto.randomUUID(), choice: choice?.token });
      },
      fail: {},
      thrown: web.thrown,
      secrets: [browser.cookie],
      close: web.close,
    };
  },
  skip: [
    { test: 'content it cannot read arrives as unsupported', reason: 'the page sends text and choices only' },
    { test: 'its own messages are ignored', reason: 'the page shows them and never sends them back' },
    { test: 'fails as rate_limited, to be tried again, and shows no secret', reason: neverFails },
    { test: 'fails as unreachable, to be tried again, and shows no secret', reason: neverFails },
    { test: 'fails as unauthorized, to be tried again, and shows no secret', reason: neverFails },
    { test: 'fails as blocked, for good, and shows no secret', reason: neverFails },
    { test: 'fails as rejected, for good, and shows no secret', reason: neverFails },
  ],
});
