import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { IncomingMessage } from '../../../src/core/message.ts';
import { openZaloBot, said, wrapped, type ZaloBotSetting } from './support.ts';

let setting: ZaloBotSetting;
let received: IncomingMessage[];
const keep = async (message: IncomingMessage): Promise<void> => void received.push(message);
const texts = (): string[] => received.map(({ body }) => (body.kind === 'text' ? body.text : body.kind));
const soon = (look: () => void): Promise<void> => vi.waitFor(look, { timeout: 5000, interval: 5 });
const methods = (): string[] => setting.stub.calls.map(({ path }) => path.split('/').at(-1) ?? '');

beforeEach(async () => {
  setting = await openZaloBot();
  received = [];
});
afterEach(() => setting.close());

it('clears a webhook that was left before it polls', async () => {
  await setting.channel.registerWebhook('https://cu.example/channels/zalo-bot');
  await soon(() => expect(setting.stub.webhook).not.toBeNull());
  await setting.channel.stop();
  await setting.channel.start(keep);
  setting.stub.happen(said('chào'));
  await soon(() => expect(texts()).toEqual(['chào']));
  expect(setting.stub.webhook).toBeNull();
  expect(methods().slice(1, 4)).toEqual(['deleteWebhook', 'getMe', 'getUpdates']);
});

it('takes the wrapped form, and goes on after a poll without an update', async () => {
  await setting.close();
  setting = await openZaloBot({ pollWaitSeconds: 0 });
  await setting.channel.start(keep);
  await soon(() => expect(methods().filter((method) => method === 'getUpdates').length).toBeGreaterThan(3));
  setting.stub.happen(wrapped(said('một')));
  setting.stub.happen(said('hai'));
  await soon(() => expect(texts()).toEqual(['một', 'hai']));
  expect(setting.problems).toEqual([]);
});

it('holds an update that could not be kept until it is, since Zalo gives it once', async () => {
  let failures = 3;
  await setting.channel.start(async (message) => {
    failures -= 1;
    if (failures >= 0) throw new Error('the store is away');
    await keep(message);
  });
  setting.stub.happen(said('đừng mất'));
  setting.stub.happen(said('sau đó'));
  await soon(() => expect(texts()).toEqual(['đừng mất', 'sau đó']));
  expect(setting.problems).toEqual(['Zalo Bot: a message could not be stored; it will be fetched again.']);
});

it.each([
  ['a page instead of JSON', { kind: 'body', status: 200, type: 'text/html', body: '<html>Bảo trì</html>' }],
  ['half an answer', { kind: 'truncated' }],
  ['a broken connection', { kind: 'lost' }],
  [
    'its own fault',
    {
      kind: 'answer',
      status: 200,
      body: { ok: false, error_code: 403, description: 'Internal server error' },
    },
  ],
] as const)('goes on after %s', async (_name, trouble) => {
  setting.stub.trouble('/getMe', trouble, 2);
  await setting.channel.start(keep);
  setting.stub.happen(said('chào'));
  await soon(() => expect(texts()).toEqual(['chào']));
  expect(setting.problems).toHaveLength(1);
  expect(setting.problems.join()).not.toContain(setting.stub.token.split(':')[1]);
});

it('leaves out what it cannot read, and says so', async () => {
  await setting.channel.start(keep);
  setting.stub.happen({ strange: true });
  setting.stub.happen({ event_name: 'user.follow' });
  setting.stub.happen(said('chào'));
  await soon(() => expect(texts()).toEqual(['chào']));
  expect(setting.problems).toEqual(['Zalo sent the bot an update that cannot be read; it was left out.']);
});

it('ends an open poll at once when it is stopped', async () => {
  await setting.channel.start(keep);
  await soon(() => expect(setting.stub.isPolled()).toBe(true));
  await setting.channel.stop();
  await soon(() => expect(setting.stub.isPolled()).toBe(false));
});
