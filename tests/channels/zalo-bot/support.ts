import {
  createZaloBotChannel,
  type ZaloBotChannel,
  type ZaloBotOptions,
} from '../../../src/channels/zalo-bot/channel.ts';
import { startZaloBotStub, type ZaloBotStub } from '../../support/zalo-bot-stub.ts';

export const chat = '6ede9afa66b88fe6d6a9';
export const webhookSecret = 'webhook-secret-of-the-test';

export interface ZaloBotSetting {
  stub: ZaloBotStub;
  channel: ZaloBotChannel;
  problems: string[];
  close(): Promise<void>;
}

/** The channel before a Bot Platform on this machine. */
export async function openZaloBot(options: Partial<ZaloBotOptions> = {}): Promise<ZaloBotSetting> {
  const stub = await startZaloBotStub([chat]);
  const problems: string[] = [];
  const channel = createZaloBotChannel({
    token: stub.token,
    apiRoot: stub.url,
    mediaHosts: ['127.0.0.1'],
    webhookSecret,
    clock: { now: () => new Date('2026-11-25T02:00:00Z') },
    onProblem: (sentence) => problems.push(sentence),
    timeoutMs: 2000,
    pollWaitSeconds: 20,
    backoffMs: 5,
    ...options,
  });
  return {
    stub,
    channel,
    problems,
    async close() {
      await channel.stop();
      await stub.close();
    },
  };
}

let nextMessage = 1;

/** An update as it arrives: flat. `part` changes its message. */
export function said(text: string, part: object = {}): object {
  return event('text', { text, ...part });
}

export function event(kind: string, part: object): object {
  return {
    event_name: `message.${kind}.received`,
    message: {
      message_id: `2d758cb5e2221${String(nextMessage++).padStart(7, '0')}`,
      date: 1_795_572_000_000,
      from: { id: chat, display_name: 'Nguyễn Văn An', is_bot: false },
      chat: { id: chat, chat_type: 'PRIVATE' },
      ...part,
    },
  };
}

/** The same as its documentation has it. */
export function wrapped(update: object): object {
  return { ok: true, result: update };
}
