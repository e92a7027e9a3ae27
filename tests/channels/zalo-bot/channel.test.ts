import { expect, vi } from 'vitest';
import { type ChannelHarness, testChannel } from '../../conformance/channel.suite.ts';
import { serveChannel } from '../../support/serve-channel.ts';
import { chat, event, openZaloBot, said, webhookSecret, wrapped, type ZaloBotSetting } from './support.ts';

const noButtons = { test: 'a choice pressed comes back as its token', reason: 'the platform has no buttons' };
const noBlocked = {
  test: 'fails as blocked, for good, and shows no secret',
  reason: 'the platform does not say that somebody blocked the bot',
};

testChannel('zalo-bot by webhook', {
  async create(receive) {
    const setting = await openZaloBot();
    const served = await serveChannel(setting.channel, receive);
    const address = `${served.url}/channels/zalo-bot`;
    await setting.channel.registerWebhook(address);
    await vi.waitFor(() => expect(setting.stub.webhook).toEqual({ url: address, secret: webhookSecret }));
    const post = async (body: string, secret: string): Promise<number> => {
      const headers = { 'content-type': 'application/json', 'x-bot-api-secret-token': secret };
      return (await fetch(address, { method: 'POST', headers, body })).status;
    };
    const deliver = (update: object): Promise<number> => post(JSON.stringify(update), webhookSecret);
    return {
      ...sendingTo(setting),
      requests: {
        text: (text, delivery) => deliver(wrapped(said(text, delivery ? { message_id: delivery } : {}))),
        unsupported: () => deliver(event('sticker', { sticker: 'a', url: 'https://x.zdn.vn/1' })),
        malformed: () => post('{"event_name":"message.text.received","message":', webhookSecret),
        forged: () => post(JSON.stringify(said('xin chào')), `${webhookSecret}!`),
        own: () => deliver(said('Tôi là bot', { from: { id: '4242', is_bot: true } })),
      },
      press: async () => 500,
      thrown: served.thrown,
      async close() {
        await served.close();
        await setting.close();
      },
    };
  },
  skip: [noButtons, noBlocked],
});

const byPolling = 'Zalo does not call us where we poll';
testChannel('zalo-bot by polling', {
  async create(receive) {
    const setting = await openZaloBot();
    const { stub, channel } = setting;
    await channel.start(receive);
    const deliver = async (update: object): Promise<number> => {
      stub.happen(update);
      await vi.waitFor(() => expect([stub.pending(), stub.isPolled()]).toEqual([[], true]));
      return 200;
    };
    const nothing = async (): Promise<number> => 500;
    return {
      ...sendingTo(setting),
      requests: {
        text: (text, delivery) => deliver(said(text, delivery ? { message_id: delivery } : {})),
        unsupported: () => deliver(event('unsupported', {})),
        malformed: nothing,
        forged: nothing,
        own: () => deliver(said('Tôi là bot', { from: { id: '4242', is_bot: true } })),
      },
      press: nothing,
      thrown: setting.problems,
      close: setting.close,
    };
  },
  skip: [
    noButtons,
    noBlocked,
    { test: 'a malformed delivery is answered 400', reason: byPolling },
    { test: 'a forged delivery is answered 401', reason: byPolling },
    {
      test: 'a delivery that could not be kept is not called received',
      reason: 'there is no answer to give; poll.test.ts sees that it is held until it is kept',
    },
  ],
});

function sendingTo({
  stub,
  channel,
}: ZaloBotSetting): Pick<ChannelHarness, 'channel' | 'send' | 'sentTexts' | 'fail' | 'secrets'> {
  const refuse = (code: number, description: string) => () =>
    stub.trouble('/sendMessage', {
      kind: 'answer',
      status: 200,
      body: { ok: false, error_code: code, description },
    });
  return {
    channel,
    send: (message) => channel.send(chat, message, crypto.randomUUID()),
    sentTexts: async () => stub.sent.map(({ text }) => ({ text, labels: [] })),
    fail: {
      rate_limited: refuse(429, 'Quota exceeded'),
      unreachable: () => stub.goAway(),
      unauthorized: refuse(401, 'Unauthorized'),
      rejected: refuse(400, 'Bad request'),
    },
    secrets: [stub.token, stub.token.split(':')[1] ?? '', webhookSecret],
  };
}
