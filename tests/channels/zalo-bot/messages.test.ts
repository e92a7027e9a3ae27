import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createZaloBotChannel } from '../../../src/channels/zalo-bot/channel.ts';
import { parseZaloBotUpdate, readZaloBotUpdate } from '../../../src/channels/zalo-bot/parse.ts';
import { sendErrorOf } from '../../conformance/channel.suite.ts';
import { serveChannel } from '../../support/serve-channel.ts';
import { chat, event, openZaloBot, said, wrapped, type ZaloBotSetting } from './support.ts';

const parse = (update: object) => {
  const read = readZaloBotUpdate(update);
  return read && parseZaloBotUpdate(read);
};

describe('what people send', () => {
  it.each([
    ['as documented', { photo: 'https://photo.zdn.vn/1.jpg', caption: 'biên bản' }],
    [
      'as it arrives',
      { photo_url: 'https://photo.zdn.vn/1.jpg', caption: 'biên bản', message_type: 'CHAT_PHOTO' },
    ],
  ])('is a picture %s', (_how, part) => {
    expect(parse(event('image', part))?.body).toEqual({
      ...{
        kind: 'file',
        ref: 'https://photo.zdn.vn/1.jpg',
        name: 'anh.jpg',
        bytes: null,
        caption: 'biên bản',
      },
    });
  });

  it.each(['voice', 'sticker', 'unsupported'])('is nothing the bot can read: %s', (kind) => {
    expect(parse(event(kind, { url: 'https://x.zdn.vn/1' }))?.body).toEqual({
      kind: 'unsupported',
      what: kind,
    });
  });

  it('comes from a group', () => {
    expect(parse(said('chào', { chat: { id: 'g1', chat_type: 'GROUP' } }))).toMatchObject({
      chat: 'g1',
      group: true,
    });
  });

  it('is the same flat and wrapped', () => {
    const update = said('chào');
    expect(parse(wrapped(update))).toEqual(parse(update));
    expect(parse(update)).toMatchObject({
      channel: 'zalo-bot',
      chat,
      senderName: 'Nguyễn Văn An',
      group: false,
    });
  });
});

describe('the webhook', () => {
  it('answers the empty call with which Zalo tries the address', async () => {
    const channel = createZaloBotChannel({ token: '1:abc', clock: { now: () => new Date() } });
    const served = await serveChannel(channel, async () => {});
    const answer = await fetch(`${served.url}/channels/zalo-bot`, { method: 'POST' });
    expect(answer.status).toBe(200);
    await served.close();
  });
});

describe('before the platform', () => {
  let setting: ZaloBotSetting;
  beforeEach(async () => {
    setting = await openZaloBot();
  });
  afterEach(() => setting.close());

  it('says what keeps Zalo from reaching the webhook', async () => {
    const verification = { ok: false, url: 'x', outcome: 'webhook.err.tls', hint: 'bad certificate' };
    setting.stub.trouble('/setWebhook', {
      kind: 'answer',
      status: 200,
      body: { ok: true, result: { verification } },
    });
    await setting.channel.registerWebhook('https://bot.example/channels/zalo-bot');
    const said = ['Zalo cannot reach the webhook of the bot (webhook.err.tls: bad certificate).'];
    await vi.waitFor(() => expect(setting.problems).toEqual(said));
  });

  it('sends composed text', async () => {
    await setting.channel.send(chat, { text: 'Đã lưu'.normalize('NFD'), choices: [] }, 'k');
    expect(setting.stub.sent[0]?.text).toBe('Đã lưu');
  });

  it('fetches a picture whole, and none above the size or from a strange host', async () => {
    setting.stub.files.set('/p/1.jpg', new Uint8Array(2000).fill(7));
    const ref = `${setting.stub.url}/p/1.jpg`;
    const stop = AbortSignal.timeout(5000);
    expect(await setting.channel.fetchFile?.(ref, stop, 2000)).toEqual(new Uint8Array(2000).fill(7));
    const fetchFrom = (at: string, most = 100) =>
      setting.channel.fetchFile?.(at, stop, most) ?? Promise.resolve();
    expect((await sendErrorOf(fetchFrom(ref), [])).code).toBe('rejected');
    const calls = setting.stub.calls.length;
    for (const strange of [
      'http://localhost:1/x',
      'http://10.0.0.1/x',
      'file:///etc/passwd',
      'https://zdn.vn.evil.example/x',
    ])
      expect(await sendErrorOf(fetchFrom(strange), [])).toMatchObject({ code: 'rejected', retryable: false });
    expect(setting.stub.calls).toHaveLength(calls);
  });

  it.each([
    [
      'a page instead of JSON',
      { kind: 'body', status: 502, type: 'text/html', body: '<html>' },
      'unreachable',
    ],
    ['half an answer', { kind: 'truncated' }, 'unreachable'],
    ['no answer', { kind: 'hang' }, 'unreachable'],
    ['an answer lost after it took the message', { kind: 'lost' }, 'unreachable'],
    ['a page for a wrong token', { kind: 'body', status: 404, type: 'text/html', body: 'x' }, 'unauthorized'],
    [
      'success of HTTP with a fault in it',
      { kind: 'answer', status: 200, body: { ok: false, errorCode: 429 } },
      'rate_limited',
    ],
  ] as const)('tells %s', async (_what, trouble, code) => {
    setting.stub.trouble('/sendMessage', trouble);
    const hasty = createZaloBotChannel({
      ...{ token: setting.stub.token, apiRoot: setting.stub.url, timeoutMs: 200 },
      clock: { now: () => new Date() },
    });
    const sending = hasty.send(chat, { text: 'chào', choices: [] }, 'k');
    expect(await sendErrorOf(sending, [setting.stub.token])).toMatchObject({ code, retryable: true });
  });
});
