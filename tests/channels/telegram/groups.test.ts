import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { IncomingMessage } from '../../../src/core/message.ts';
import {
  openTelegramByWebhook,
  pictured,
  pressed,
  said,
  saidInGroup,
  type TelegramByWebhook,
} from './support.ts';

let setting: TelegramByWebhook;
let received: IncomingMessage[];
beforeEach(async () => {
  received = [];
  setting = await openTelegramByWebhook(async (message) => void received.push(message));
});
afterEach(() => setting.close());

/** The text that comes of an update, null when nothing does. */
async function heard(content: object): Promise<string | null> {
  received.length = 0;
  setting.stub.happen(content);
  expect(await setting.stub.push()).toEqual([200]);
  const body = received[0]?.body;
  return body?.kind === 'text' ? body.text : (body?.kind ?? null);
}

describe('in a group', () => {
  it.each<[string, string, string]>([
    ['its name in front', '@DonDoc_Bot ai chủ trì logistics?', 'ai chủ trì logistics?'],
    ['its name behind, in other letters', 'ai chủ trì logistics @dondoc_bot', 'ai chủ trì logistics'],
    ['its name alone', '@DonDoc_Bot', ''],
    ['a command', '/trogiup', '/trogiup'],
    ['a command with its name', '/trogiup@DonDoc_Bot logistics', '/trogiup logistics'],
    ['its name beside another', '@an @DonDoc_Bot xem giúp', '@an xem giúp'],
  ])('it hears %s', async (_name, text, expected) => {
    expect(await heard(saidInGroup(text))).toBe(expected);
    expect(received[0]).toMatchObject({ group: true, chat: '-100200' });
  });

  it('it hears a reply to its own message', async () => {
    const reply = { reply_to_message: { message_id: 1, from: setting.stub.bot } };
    expect(await heard(saidInGroup('còn Sở Y tế?', reply))).toBe('còn Sở Y tế?');
  });

  it.each<[string, string, object]>([
    ['what people say to each other', 'họp lúc 9 giờ nhé', {}],
    ['another name', '@an_bot ai chủ trì?', {}],
    ['a name that begins like its own', '@DonDoc_Bot2 ai chủ trì?', {}],
    ['a command for another bot', '/help@an_bot', {}],
    ['a reply to somebody else', 'đúng rồi', { reply_to_message: { from: { id: 9, is_bot: false } } }],
    ['another bot that calls it', '@DonDoc_Bot chào', { from: { id: 9, is_bot: true } }],
  ])('it does not hear %s', async (_name, text, part) => {
    expect(await heard(saidInGroup(text, part))).toBeNull();
  });

  it('it hears a picture only when its name is in the caption', async () => {
    const group = { chat: { id: -100200, type: 'group' } };
    const picture = (caption: string) => {
      const { message } = pictured(caption) as { message: object };
      return { message: { ...message, ...group } };
    };
    expect(await heard(picture('bảng số liệu'))).toBeNull();
    expect(await heard(picture('@DonDoc_Bot bảng số liệu'))).toBe('file');
    expect(received[0]?.body).toMatchObject({ kind: 'file', ref: 'x', caption: 'bảng số liệu' });
  });

  it('it hears its buttons without asking for its own name', async () => {
    const message = { chat: { id: -100200, type: 'supergroup' } };
    expect(await heard(pressed('token-1', { message }))).toBe('choice');
    expect(received[0]).toMatchObject({ group: true, chat: '-100200' });
    expect(setting.stub.calls.map(({ method }) => method)).not.toContain('getMe');
  });

  it('it asks for its own name once; until it knows it, Telegram delivers again', async () => {
    setting.stub.trouble('getMe', { kind: 'error', status: 500, description: 'Internal Server Error' }, 1);
    setting.stub.happen(saidInGroup('@DonDoc_Bot ai chủ trì?'));
    expect(await setting.stub.push()).toEqual([500]);
    expect(await setting.stub.push()).toEqual([200]);
    expect(await heard(saidInGroup('@DonDoc_Bot còn hạn?'))).toBe('còn hạn?');
    expect(setting.stub.calls.filter(({ method }) => method === 'getMe')).toHaveLength(2);
  });
});

describe('in private', () => {
  it('it hears everything, commands also with its name', async () => {
    expect(await heard(said('ai chủ trì logistics?'))).toBe('ai chủ trì logistics?');
    expect(await heard(said('/trogiup@DonDoc_Bot'))).toBe('/trogiup');
    expect(setting.stub.calls.map(({ method }) => method)).not.toContain('getMe');
  });

  it('it hears that something came which it cannot read', async () => {
    for (const what of ['voice', 'document', 'sticker', 'location', 'contact', 'checklist']) {
      const { message } = said('') as { message: Record<string, unknown> };
      expect(await heard({ message: { ...message, text: undefined, [what]: {} } })).toBe('unsupported');
      expect(received[0]?.body).toEqual({ kind: 'unsupported', what });
    }
  });
});
