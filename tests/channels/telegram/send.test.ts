import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SendErrorCode } from '../../../src/core/errors.ts';
import { sendErrorOf } from '../../conformance/channel.suite.ts';
import type { Trouble } from '../../support/telegram-stub.ts';
import { chat, openTelegram, type TelegramSetting, webhookSecret } from './support.ts';

let setting: TelegramSetting;
beforeEach(async () => {
  setting = await openTelegram({ timeoutMs: 150 });
});
afterEach(() => setting.close());

const send = (to = chat, text = 'xin chào') => setting.channel.send(to, { text, choices: [] }, 'key');
const secrets = () => [setting.stub.token, setting.stub.token.split(':')[1] ?? '', webhookSecret];

interface Expected {
  code: SendErrorCode;
  retryable: boolean;
  retryAfterMs?: number;
}

const html = '<html><body><h1>403</h1>Trang này đã bị chặn</body></html>';
const refusals: [string, Trouble, Expected][] = [
  [
    '429 with the seconds to wait',
    {
      kind: 'error',
      status: 429,
      description: 'Too Many Requests: retry after 41',
      parameters: { retry_after: 41 },
    },
    { code: 'rate_limited', retryable: true, retryAfterMs: 41_000 },
  ],
  [
    '429 without them',
    { kind: 'error', status: 429, description: 'Too Many Requests' },
    { code: 'rate_limited', retryable: true },
  ],
  [
    '429 with seconds that are none',
    { kind: 'error', status: 429, description: 'Too Many Requests', parameters: { retry_after: 'soon' } },
    { code: 'rate_limited', retryable: true },
  ],
  [
    '401',
    { kind: 'error', status: 401, description: 'Unauthorized' },
    { code: 'unauthorized', retryable: true },
  ],
  [
    '404, as for a token that never was',
    { kind: 'error', status: 404, description: 'Not Found' },
    { code: 'unauthorized', retryable: true },
  ],
  [
    '403, the person left',
    { kind: 'error', status: 403, description: 'Forbidden: user is deactivated' },
    { code: 'blocked', retryable: false },
  ],
  [
    '400',
    { kind: 'error', status: 400, description: 'Bad Request: message is too long' },
    { code: 'rejected', retryable: false },
  ],
  [
    '409',
    { kind: 'error', status: 409, description: 'Conflict: terminated by other getUpdates request' },
    { code: 'conflict', retryable: true },
  ],
  [
    '500',
    { kind: 'error', status: 500, description: 'Internal Server Error' },
    { code: 'unreachable', retryable: true },
  ],
  [
    '502 from a proxy',
    { kind: 'body', status: 502, type: 'text/html', body: html },
    { code: 'unreachable', retryable: true },
  ],
  [
    'HTML in place of JSON',
    { kind: 'body', status: 200, type: 'text/html', body: html },
    { code: 'unreachable', retryable: true },
  ],
  [
    'HTML with a status that would mean “blocked” in JSON',
    { kind: 'body', status: 403, type: 'text/html', body: html },
    { code: 'unreachable', retryable: true },
  ],
  [
    'JSON that is null',
    { kind: 'body', status: 200, type: 'application/json', body: 'null' },
    { code: 'unreachable', retryable: true },
  ],
  [
    'JSON that says neither',
    { kind: 'body', status: 200, type: 'application/json', body: '{}' },
    { code: 'unreachable', retryable: true },
  ],
  ['an answer cut short', { kind: 'truncated' }, { code: 'unreachable', retryable: true }],
  ['no answer', { kind: 'hang' }, { code: 'unreachable', retryable: true }],
];

describe('a send that fails', () => {
  it.each(refusals)('%s', async (_name, trouble, expected) => {
    setting.stub.trouble('sendMessage', trouble);
    const { code, retryable, retryAfterMs } = await sendErrorOf(send(), secrets());
    expect({ code, retryable, retryAfterMs }).toEqual({ retryAfterMs: undefined, ...expected });
    expect(setting.stub.calls).toHaveLength(1);
  });

  it('nobody listens', async () => {
    await setting.stub.goAway();
    expect((await sendErrorOf(send(), secrets())).code).toBe('unreachable');
    await setting.stub.comeBack();
    expect(await send()).toBe('1');
  });

  it('a token that Telegram has taken back', async () => {
    const { token } = setting.stub;
    await setting.close();
    setting = await openTelegram({ token: `${token}x` });
    expect((await sendErrorOf(send(), [`${token}x`])).code).toBe('unauthorized');
  });

  it('repeats the token it was given in what Telegram says of it', async () => {
    const description = `Bad Request: no route for bot${setting.stub.token}`;
    setting.stub.trouble('sendMessage', { kind: 'error', status: 400, description });
    expect((await sendErrorOf(send(), secrets())).code).toBe('rejected');
  });

  it('a chat that is not there, a text that is empty or too long', async () => {
    for (const sending of [send('999'), send(chat, ''), send(chat, 'x'.repeat(4097))])
      expect((await sendErrorOf(sending, secrets())).code).toBe('rejected');
  });

  it('a choice token that is too long is not even tried', async () => {
    const message = { text: 'Chọn:', choices: [{ label: 'Lưu', token: 'ư'.repeat(33) }] };
    const error = await sendErrorOf(setting.channel.send(chat, message, 'key'), secrets());
    expect([error.code, setting.stub.calls]).toEqual(['rejected', []]);
  });
});

it('an answer lost after Telegram took the message is the one duplicate there can be', async () => {
  setting.stub.trouble('sendMessage', { kind: 'lost' }, 1);
  expect((await sendErrorOf(send(), secrets())).code).toBe('unreachable');
  await send();
  expect(setting.stub.sent.map(({ text }) => text)).toEqual(['xin chào', 'xin chào']);
});

it('sends plain text, no preview of links, one choice a row', async () => {
  const choices = [
    { label: 'Lưu', token: 'a' },
    { label: 'Sửa', token: 'b' },
  ];
  await setting.channel.send(chat, { text: 'Xem https://thanhhoa.gov.vn', choices }, 'key');
  expect(setting.stub.calls.map(({ payload }) => payload)).toEqual([
    {
      chat_id: chat,
      text: 'Xem https://thanhhoa.gov.vn',
      link_preview_options: { is_disabled: true },
      reply_markup: {
        inline_keyboard: [[{ text: 'Lưu', callback_data: 'a' }], [{ text: 'Sửa', callback_data: 'b' }]],
      },
    },
  ]);
});
