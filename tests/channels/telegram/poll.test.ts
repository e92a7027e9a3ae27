import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createTelegramChannel } from '../../../src/channels/telegram/channel.ts';
import type { IncomingMessage } from '../../../src/core/message.ts';
import { menu } from '../../../src/wording/vi/menu.ts';
import { newDatabase, openBot } from '../../support/talk.ts';
import { chat, openTelegram, said, type TelegramSetting } from './support.ts';

let setting: TelegramSetting;
let received: IncomingMessage[];
beforeEach(async () => {
  received = [];
  setting = await openTelegram();
});
afterEach(() => setting.close());

const keep = async (message: IncomingMessage): Promise<void> => void received.push(message);
const texts = () => received.map(({ body }) => (body.kind === 'text' ? body.text : body.kind));
const offsets = () =>
  setting.stub.calls.filter(({ method }) => method === 'getUpdates').map(({ payload }) => payload.offset);
/** Waits for it also on a machine that is busy. */
const soon = (check: () => void) => vi.waitFor(check, { timeout: 10_000 });
const quiet = () => soon(() => expect(setting.stub.isPolled()).toBe(true));

describe('polling', () => {
  it('takes a webhook away first, then fetches messages and choices only', async () => {
    await setting.channel.registerWebhook('http://127.0.0.1:1/channels/telegram');
    await soon(() => expect(setting.stub.webhook).not.toBeNull());
    await setting.channel.stop();
    await setting.channel.start(keep);
    await quiet();
    expect(setting.stub.webhook).toBeNull();
    expect(setting.stub.calls.map(({ method }) => method)).toEqual([
      'setWebhook',
      'deleteWebhook',
      'getMe',
      'getUpdates',
    ]);
    expect(setting.stub.calls[1]?.payload).toEqual({});
    expect(setting.stub.calls.at(-1)?.payload).toMatchObject({
      timeout: 20,
      allowed_updates: ['message', 'callback_query'],
    });
  });

  it('brings what was said while it was off, in order', async () => {
    for (const text of ['một', 'hai', 'ba']) setting.stub.happen(said(text));
    await setting.channel.start(keep);
    await quiet();
    expect(texts()).toEqual(['một', 'hai', 'ba']);
    expect(setting.stub.pending()).toEqual([]);
  });

  it('confirms an update only after it was kept', async () => {
    let release: () => void = () => {};
    const keeping = new Promise<void>((resolve) => {
      release = resolve;
    });
    const first = setting.stub.happen(said('một'));
    await setting.channel.start(async (message) => {
      received.push(message);
      await keeping;
    });
    await soon(() => expect(received).toHaveLength(1));
    expect(offsets()).toEqual([0]);
    expect(setting.stub.pending()).toHaveLength(1);
    release();
    await soon(() => expect(offsets()).toEqual([0, first + 1]));
    expect(setting.stub.pending()).toEqual([]);
  });

  it('fetches again what could not be kept, without repeating what was', async () => {
    const first = setting.stub.happen(said('một'));
    setting.stub.happen(said('hai'));
    setting.stub.happen(said('ba'));
    let failures = 3;
    await setting.channel.start(async (message) => {
      if (message.body.kind === 'text' && message.body.text === 'hai' && failures-- > 0)
        throw new Error('the store is away');
      await keep(message);
    });
    await quiet();
    expect(texts()).toEqual(['một', 'hai', 'ba']);
    expect(offsets()).toEqual([0, first + 1, first + 1, first + 1, first + 3]);
    expect(setting.problems).toEqual(['Telegram: a message could not be stored; it will be fetched again.']);
  });

  it('gets what was kept but not confirmed again after a restart, under the same id', async () => {
    setting.stub.happen(said('một'));
    // The process ends while the message is being kept.
    await setting.channel.start(async (message) => {
      await keep(message);
      void setting.channel.stop();
    });
    await soon(() => expect(received).toHaveLength(1));
    await setting.channel.stop();
    expect(setting.stub.pending()).toHaveLength(1);
    await setting.channel.start(keep);
    await quiet();
    expect(received).toHaveLength(2);
    expect(received[1]).toEqual(received[0]);
  });

  it('leaves out an update it cannot read and goes on', async () => {
    setting.stub.happen({ message: { chat: 'none' } });
    setting.stub.happen({ poll: {} });
    setting.stub.happen(said('một'));
    await setting.channel.start(keep);
    await quiet();
    expect(texts()).toEqual(['một']);
    expect(setting.problems).toEqual(['Telegram sent an update that cannot be read; it was left out.']);
  });

  it.each<[string, string]>([
    ['no list', '{"ok":true,"result":{}}'],
    ['updates without ids', '{"ok":true,"result":[{"message":{}}]}'],
    ['no JSON', '<html>'],
  ])('waits before asking again when the answer is %s', async (_name, body) => {
    setting.stub.trouble('getUpdates', { kind: 'body', status: 200, type: 'application/json', body }, 2);
    setting.stub.happen(said('một'));
    await setting.channel.start(keep);
    await quiet();
    expect(offsets().slice(0, 3)).toEqual([0, 0, 0]);
    expect(texts()).toEqual(['một']);
    expect(setting.problems).toEqual(['Telegram: not reachable; trying again.']);
  });
});

describe('a start without a network', () => {
  it('resolves, keeps trying, says so once, and works when the network is there', async () => {
    await setting.stub.goAway();
    await setting.channel.start(keep);
    await soon(() => expect(setting.problems).toHaveLength(1));
    const { stub } = setting;
    stub.happen(said('một'));
    await stub.comeBack();
    await quiet();
    expect(texts()).toEqual(['một']);
    expect(setting.problems).toEqual(['Telegram: not reachable; trying again.']);
  });

  it('can be stopped', async () => {
    await setting.stub.goAway();
    await setting.channel.start(keep);
    await soon(() => expect(setting.problems).toHaveLength(1));
    await setting.channel.stop();
  });

  it('resolves also where Telegram is to call us, and registers when the network is there', async () => {
    await setting.stub.goAway();
    await setting.channel.registerWebhook('http://127.0.0.1:1/channels/telegram');
    await soon(() => expect(setting.problems).toHaveLength(1));
    await setting.stub.comeBack();
    await soon(() => expect(setting.stub.webhook).not.toBeNull());
    expect(setting.problems).toEqual(['Telegram: not reachable; trying again.']);
  });

  it('says it again when it lasts, at most every five minutes', async () => {
    const tries = () => setting.stub.calls.length;
    setting.stub.trouble('*', { kind: 'error', status: 500, description: 'Internal Server Error' });
    await setting.channel.start(keep);
    await soon(() => expect(tries()).toBeGreaterThan(3));
    expect(setting.problems).toHaveLength(1);
    setting.clock.at = new Date(setting.clock.at.getTime() + 5 * 60_000);
    await soon(() => expect(setting.problems).toHaveLength(2));
  });
});

it('asks again only when the pause that Telegram asks for is over', async () => {
  const description = 'Too Many Requests: retry after 3600';
  const parameters = { retry_after: 3600 };
  setting.stub.trouble('*', { kind: 'error', status: 429, description, parameters });
  await setting.channel.start(keep);
  await soon(() => expect(setting.problems).toEqual(['Telegram asks for a pause; trying again.']));
  // One that is told of no pause asks many times meanwhile.
  const other = await openTelegram();
  other.stub.trouble('*', { kind: 'error', status: 500, description: 'Internal Server Error' });
  await other.channel.start(keep);
  await soon(() => expect(other.stub.calls.length).toBeGreaterThan(5));
  await other.close();
  expect(setting.stub.calls).toHaveLength(1);
});

describe('what people must mend is said in words', () => {
  it('a token that is refused', async () => {
    setting.stub.trouble('*', { kind: 'error', status: 401, description: 'Unauthorized' }, 2);
    await setting.channel.start(keep);
    await quiet();
    expect(setting.problems).toEqual(['Telegram refuses the token: check TELEGRAM_TOKEN with @BotFather.']);
  });

  it('a second program with the same token', async () => {
    await setting.channel.start(keep);
    await quiet();
    const other = createTelegramChannel({
      token: setting.stub.token,
      apiRoot: setting.stub.url,
      clock: { now: () => setting.clock.at },
      pollWaitSeconds: 20,
      backoffMs: 60_000,
    });
    await other.start(keep);
    await soon(() => expect(setting.problems).toHaveLength(1));
    expect(setting.problems[0]).toMatch(/^Another program fetches the messages of this Telegram bot/);
    await other.stop();
    await quiet();
    setting.stub.happen(said('một'));
    await soon(() => expect(texts()).toEqual(['một']));
  });

  it.each([400, 401, 409, 429, 500])('shows the token in no problem after a %i', async (status) => {
    const description = `about bot${setting.stub.token}`;
    setting.stub.trouble('deleteWebhook', { kind: 'error', status, description });
    await setting.channel.start(keep);
    await soon(() => expect(setting.problems).toHaveLength(1));
    expect(setting.problems.join('\n')).not.toContain(setting.stub.token.split(':')[1]);
  });
});

describe('stopping', () => {
  it('ends an open poll at once', async () => {
    await setting.channel.start(keep);
    await quiet();
    await setting.channel.stop();
    await soon(() => expect(setting.stub.isPolled()).toBe(false));
    setting.stub.happen(said('một'));
    expect(received).toEqual([]);
    expect(setting.stub.pending()).toHaveLength(1);
    expect(setting.problems).toEqual([]);
  });

  it.each(['deleteWebhook', 'getMe'])('does not wait for an answer to %s', async (method) => {
    setting.stub.trouble(method, { kind: 'hang' });
    const patient = createTelegramChannel({
      token: setting.stub.token,
      apiRoot: setting.stub.url,
      clock: { now: () => setting.clock.at },
      timeoutMs: 3_600_000,
    });
    await patient.start(keep);
    await soon(() => expect(setting.stub.calls.at(-1)?.method).toBe(method));
    await patient.stop();
  });

  it('waits for the message in hand, and leaves the next for the next start', async () => {
    setting.stub.happen(said('một'));
    setting.stub.happen(said('hai'));
    let release: () => void = () => {};
    const keeping = new Promise<void>((resolve) => {
      release = resolve;
    });
    let isBegun = false;
    await setting.channel.start(async (message) => {
      isBegun = true;
      await keeping;
      await keep(message);
    });
    await soon(() => expect(isBegun).toBe(true));
    let isStopped = false;
    const stopping = setting.channel.stop().then(() => {
      isStopped = true;
    });
    await new Promise(setImmediate);
    expect(isStopped).toBe(false);
    release();
    await stopping;
    expect(texts()).toEqual(['một']);
    expect(setting.stub.pending().length).toBeGreaterThan(0);
  });

  it('may be asked for twice, and before a start', async () => {
    await setting.channel.stop();
    await setting.channel.start(keep);
    await setting.channel.start(keep);
    await quiet();
    expect(offsets()).toHaveLength(1);
    await setting.channel.stop();
    await setting.channel.stop();
  });
});

it('shows the menu of commands, each of which the bot knows', async () => {
  const bot = await openBot(newDatabase());
  for (const { command } of menu)
    expect((await bot.say('1', `/${command}`)).map(({ text }) => text).join()).not.toMatch(/chưa có lệnh/);
  await bot.close();
  const other = await openTelegram({ menu });
  await other.channel.start(keep);
  await soon(() => expect(other.stub.isPolled()).toBe(true));
  expect(other.stub.calls.find(({ method }) => method === 'setMyCommands')?.payload).toEqual({
    commands: menu,
  });
  await other.close();
});

it('goes on where the menu cannot be set', async () => {
  const other = await openTelegram({ menu });
  other.stub.trouble('setMyCommands', { kind: 'error', status: 404, description: 'Not Found' });
  await other.channel.start(keep);
  await soon(() => expect(other.stub.isPolled()).toBe(true));
  expect(other.problems).toEqual(['Telegram: 404 Not Found; the menu is not shown.']);
  await other.close();
});

it('answers while it polls', async () => {
  await setting.channel.start(keep);
  await quiet();
  expect(await setting.channel.send(chat, { text: 'chào', choices: [] }, 'key')).toBe('1');
  expect(setting.stub.isPolled()).toBe(true);
});
