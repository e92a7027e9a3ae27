import { expect, vi } from 'vitest';
import {
  createTelegramChannel,
  type TelegramChannel,
  type TelegramOptions,
} from '../../../src/channels/telegram/channel.ts';
import type { Receive } from '../../../src/core/channel.ts';
import { type ServedChannel, serveChannel } from '../../support/serve-channel.ts';
import { startTelegramStub, type TelegramStub } from '../../support/telegram-stub.ts';

export const chat = '1001';
export const webhookSecret = 'webhook-secret-of-the-test';

export interface TelegramSetting {
  stub: TelegramStub;
  channel: TelegramChannel;
  clock: { at: Date };
  problems: string[];
  close(): Promise<void>;
}

/** The channel before a Bot API on this machine. */
export async function openTelegram(options: Partial<TelegramOptions> = {}): Promise<TelegramSetting> {
  const stub = await startTelegramStub({ chats: [chat] });
  const clock = { at: new Date('2026-11-25T02:00:00Z') };
  const problems: string[] = [];
  const channel = createTelegramChannel({
    token: stub.token,
    apiRoot: stub.url,
    webhookSecret,
    clock: { now: () => clock.at },
    onProblem: (sentence) => problems.push(sentence),
    timeoutMs: 2000,
    pollWaitSeconds: 20,
    backoffMs: 5,
    ...options,
  });
  return {
    stub,
    channel,
    clock,
    problems,
    async close() {
      await channel.stop();
      await stub.close();
    },
  };
}

export interface TelegramByWebhook extends TelegramSetting {
  served: ServedChannel;
  address: string;
}

/** The same, with the program's own server behind the webhook. */
export async function openTelegramByWebhook(receive: Receive): Promise<TelegramByWebhook> {
  const setting = await openTelegram();
  const served = await serveChannel(setting.channel, receive);
  const address = `${served.url}/channels/telegram`;
  await setting.channel.registerWebhook(address);
  await vi.waitFor(() => expect(setting.stub.webhook?.url).toBe(address));
  return {
    ...setting,
    served,
    address,
    async close() {
      await served.close();
      await setting.close();
    },
  };
}

const person = { id: 1001, is_bot: false, first_name: 'Nguyễn Văn', last_name: 'An' };
const privateChat = { id: Number(chat), type: 'private' };
let nextMessage = 5000;

/** An update's content: what a person says to the bot in private, or `part` of it otherwise. */
export function said(text: string, part: object = {}): object {
  return { message: { ...base(), text, ...part } };
}

/** A picture with a caption. */
export function pictured(caption?: string): object {
  return {
    message: { ...base(), photo: [{ file_id: 'x', width: 1, height: 1 }], ...(caption ? { caption } : {}) },
  };
}

/** A voice message, which the bot cannot hear. */
export function spoken(): object {
  return { message: { ...base(), voice: { file_id: 'v', duration: 3 } } };
}

/** A group's message. */
export function saidInGroup(text: string, part: object = {}): object {
  return said(text, { chat: { id: -100200, type: 'supergroup', title: 'Sở Y tế' }, ...part });
}

/** A button pressed under a message that the bot sent. */
export function pressed(data: string | undefined, part: object = {}): object {
  return { callback_query: { id: 'query-1', from: person, message: { ...base() }, data, ...part } };
}

function base(): object {
  return { message_id: nextMessage++, date: 1_795_572_000, from: person, chat: privateChat };
}
