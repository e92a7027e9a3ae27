import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createTelegramChannel } from '../../../src/channels/telegram/channel.ts';
import type { IncomingMessage } from '../../../src/core/message.ts';
import { serveChannel } from '../../support/serve-channel.ts';
import {
  chat,
  openTelegramByWebhook,
  pressed,
  said,
  type TelegramByWebhook,
  webhookSecret,
} from './support.ts';

let setting: TelegramByWebhook;
let received: IncomingMessage[];
let keep: (message: IncomingMessage) => Promise<void>;
beforeEach(async () => {
  received = [];
  keep = async (message) => void received.push(message);
  setting = await openTelegramByWebhook((message) => keep(message));
});
afterEach(() => setting.close());

const post = (body: string, secret: string | null = webhookSecret) =>
  fetch(setting.address, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(secret === null ? {} : { 'x-telegram-bot-api-secret-token': secret }),
    },
    body,
  });
const update = (content: object = said('một')) => JSON.stringify({ update_id: 1, ...content });

describe('the webhook', () => {
  it('is registered with our secret', () => {
    expect(setting.stub.calls).toEqual([
      {
        method: 'setWebhook',
        payload: {
          url: setting.address,
          secret_token: webhookSecret,
          allowed_updates: ['message', 'callback_query'],
        },
      },
    ]);
  });

  it('is answered only after the message was kept', async () => {
    let release: () => void = () => {};
    const keeping = new Promise<void>((resolve) => {
      release = resolve;
    });
    keep = async (message) => {
      received.push(message);
      await keeping;
    };
    let status = 0;
    const answered = post(update()).then((response) => {
      status = response.status;
    });
    await vi.waitFor(() => expect(received).toHaveLength(1));
    expect(status).toBe(0);
    release();
    await answered;
    expect(status).toBe(200);
  });

  it('is delivered again when the message could not be kept', async () => {
    keep = async () => {
      throw new Error('the store is away');
    };
    setting.stub.happen(said('một'));
    setting.stub.happen(said('hai'));
    expect(await setting.stub.push()).toEqual([500]);
    expect(await setting.stub.push()).toEqual([500]);
    expect(setting.stub.pending()).toHaveLength(2);
    keep = async (message) => void received.push(message);
    expect(await setting.stub.push()).toEqual([200, 200]);
    expect(received.map(({ body }) => body)).toEqual([
      { kind: 'text', text: 'một' },
      { kind: 'text', text: 'hai' },
    ]);
  });

  it.each<[string, string | null]>([
    ['no secret', null],
    ['an empty one', ''],
    ['a wrong one', 'wrong-secret-of-the-test!'],
    ['the beginning of it', webhookSecret.slice(0, -1)],
    ['more than it', `${webhookSecret}${webhookSecret}`],
  ])('with %s is refused', async (_name, secret) => {
    expect((await post(update(), secret)).status).toBe(401);
    expect(received).toEqual([]);
  });

  it('is refused where no secret is set', async () => {
    const bare = createTelegramChannel({
      token: setting.stub.token,
      apiRoot: setting.stub.url,
      clock: { now: () => setting.clock.at },
    });
    const served = await serveChannel(bare, (message) => keep(message));
    for (const secret of ['', 'undefined', webhookSecret]) {
      const headers = { 'x-telegram-bot-api-secret-token': secret };
      const response = await fetch(`${served.url}/channels/telegram`, {
        method: 'POST',
        headers,
        body: update(),
      });
      expect(response.status).toBe(401);
    }
    await expect(bare.registerWebhook('https://dondoc.vn')).rejects.toThrow('needs a secret');
    expect(received).toEqual([]);
    await served.close();
  });

  it.each<[string, string]>([
    ['nothing', ''],
    ['no JSON', 'update_id=1'],
    ['null', 'null'],
    ['a list', '[]'],
    ['no id', JSON.stringify(said('một'))],
    ['a message without a chat', '{"update_id":1,"message":{"text":"một"}}'],
    ['a text that is a number', '{"update_id":1,"message":{"text":1,"chat":{"id":1,"type":"private"}}}'],
  ])('with %s is answered 400', async (_name, body) => {
    expect((await post(body)).status).toBe(400);
    expect([received, setting.served.thrown]).toEqual([[], []]);
  });

  it('with more than a megabyte is answered 413', async () => {
    expect((await post(update(said('x'.repeat(1024 * 1024))))).status).toBe(413);
    expect([received, setting.served.thrown]).toEqual([[], []]);
  });

  it('with news that is not for us is taken and left', async () => {
    const news = [
      {},
      { edited_message: { message_id: 1 } },
      said('từ kênh', { chat: { id: -1, type: 'channel' } }),
      {
        message: {
          message_id: 1,
          date: 1,
          chat: { id: 1, type: 'private' },
          from: { id: 1 },
          pinned_message: {},
        },
      },
    ];
    for (const content of news) expect((await post(update(content))).status).toBe(200);
    expect(received).toEqual([]);
  });
});

describe('a button', () => {
  it('pressed brings its token, and the phone is told to stop waiting', async () => {
    expect((await post(update(pressed('token-1')))).status).toBe(200);
    expect(received).toEqual([
      {
        channel: 'telegram',
        deliveryId: '1',
        chat,
        group: false,
        body: { kind: 'choice', token: 'token-1' },
        senderName: 'Nguyễn Văn An',
      },
    ]);
    await vi.waitFor(() =>
      expect(setting.stub.calls.at(-1)).toEqual({
        method: 'answerCallbackQuery',
        payload: { callback_query_id: 'query-1' },
      }),
    );
  });

  it('is taken also when Telegram will not hear that the phone may stop', async () => {
    const description = 'Bad Request: query is too old and response timeout expired or query ID is invalid';
    setting.stub.trouble('answerCallbackQuery', { kind: 'error', status: 400, description });
    expect((await post(update(pressed('token-1')))).status).toBe(200);
    await vi.waitFor(() => expect(setting.stub.calls.at(-1)?.method).toBe('answerCallbackQuery'));
    expect([received.length, setting.served.thrown]).toEqual([1, []]);
  });

  it('without a token or a message, or pressed by a bot, says nothing', async () => {
    for (const content of [
      pressed(undefined),
      pressed('token-1', { message: undefined }),
      pressed('token-1', { from: { id: 7, is_bot: true } }),
    ])
      expect((await post(update(content))).status).toBe(200);
    expect(received).toEqual([]);
  });
});
