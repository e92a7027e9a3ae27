import { expect, vi } from 'vitest';
import type { OutgoingMessage } from '../../../src/core/message.ts';
import { type ChannelHarness, testChannel } from '../../conformance/channel.suite.ts';
import type { TelegramStub } from '../../support/telegram-stub.ts';
import {
  chat,
  openTelegram,
  openTelegramByWebhook,
  pressed,
  said,
  spoken,
  type TelegramSetting,
  webhookSecret,
} from './support.ts';

testChannel('telegram by webhook', {
  async create(receive) {
    const setting = await openTelegramByWebhook(receive);
    const { stub, served, address } = setting;
    const deliver = async (content: object, updateId?: number): Promise<number> => {
      // What was not taken is delivered again by Telegram itself.
      if (!stub.pending().some((update) => update.update_id === updateId)) stub.happen(content, updateId);
      return (await stub.push()).at(-1) ?? 0;
    };
    const post = async (body: string, secret?: string): Promise<number> => {
      const headers = secret === undefined ? {} : { 'x-telegram-bot-api-secret-token': secret };
      return (await fetch(address, { method: 'POST', headers, body })).status;
    };
    return {
      ...sendingTo(setting),
      requests: {
        text: (text, delivery) => deliver(said(text), delivery === undefined ? undefined : idOf(delivery)),
        unsupported: () => deliver(spoken()),
        malformed: () => post('{"update_id":1,"message":', webhookSecret),
        forged: () => post(JSON.stringify({ update_id: 1, ...said('xin chào') }), `${webhookSecret}!`),
        own: () => deliver(said('Tôi là bot', { from: stub.bot })),
      },
      press: (label) => deliver(pressed(tokenOf(stub, label))),
      thrown: served.thrown,
      close: setting.close,
    };
  },
});

const byPolling = 'Telegram does not call us where we poll';
testChannel('telegram by polling', {
  async create(receive) {
    const setting = await openTelegram();
    const { stub, channel } = setting;
    await channel.start(receive);
    const deliver = async (content: object): Promise<number> => {
      stub.happen(content);
      await vi.waitFor(() => expect([stub.pending(), stub.isPolled()]).toEqual([[], true]));
      return 200;
    };
    const nothing = async () => 500;
    return {
      ...sendingTo(setting),
      requests: {
        text: (text) => deliver(said(text)),
        unsupported: () => deliver(spoken()),
        malformed: nothing,
        forged: nothing,
        own: () => deliver(said('Tôi là bot', { from: stub.bot })),
      },
      press: (label) => deliver(pressed(tokenOf(stub, label))),
      thrown: setting.problems,
      close: setting.close,
    };
  },
  skip: [
    { test: 'a malformed delivery is answered 400', reason: byPolling },
    { test: 'a forged delivery is answered 401', reason: byPolling },
    {
      test: 'the same delivery keeps its id',
      reason: 'a confirmed update never comes again; poll.test.ts has one come again after a restart',
    },
    {
      test: 'a delivery that could not be kept is not called received',
      reason: 'there is no answer to give; poll.test.ts sees that it is not confirmed and is fetched again',
    },
  ],
});

/** The half of the harness that is the same however updates come in. */
function sendingTo({
  stub,
  channel,
}: TelegramSetting): Pick<ChannelHarness, 'channel' | 'send' | 'sentTexts' | 'fail' | 'secrets'> {
  const refuse = (status: number, description: string, parameters?: object) => () =>
    stub.trouble('sendMessage', {
      kind: 'error',
      status,
      description,
      ...(parameters ? { parameters } : {}),
    });
  return {
    channel,
    send: (message: OutgoingMessage) => channel.send(chat, message, crypto.randomUUID()),
    sentTexts: async () =>
      stub.sent.map(({ text, buttons }) => ({ text, labels: buttons.map((button) => button.text) })),
    fail: {
      rate_limited: refuse(429, 'Too Many Requests: retry after 7', { retry_after: 7 }),
      unreachable: () => stub.goAway(),
      unauthorized: refuse(401, 'Unauthorized'),
      blocked: () => stub.blockedBy.add(chat),
      rejected: refuse(400, 'Bad Request: chat not found'),
    },
    secrets: [stub.token, stub.token.split(':')[1] ?? '', webhookSecret],
  };
}

function tokenOf(stub: TelegramStub, label: string): string | undefined {
  return stub.sent.at(-1)?.buttons.find((button) => button.text === label)?.callback_data;
}

/** Telegram's ids are numbers. */
function idOf(delivery: string): number {
  return 700_000 + Number(delivery.replace(/\D/g, ''));
}
