import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startLink } from '../../../src/channels/telegram/start-link.ts';
import { makeCode } from '../../../src/people/join-code.ts';
import { openTelegram, type TelegramSetting } from './support.ts';

let setting: TelegramSetting;
beforeEach(async () => {
  setting = await openTelegram();
});
afterEach(() => setting.close());

const link = (code = 'ABCD-EFGH-JKMN') => setting.channel.joinLink?.(code);

describe('the link that opens a chat with a code', () => {
  it('carries every code we make, and none Telegram would refuse', () => {
    for (let i = 0; i < 100; i += 1) {
      const code = makeCode();
      expect(startLink('DonDoc_Bot', code)).toBe(`https://t.me/DonDoc_Bot?start=${code}`);
    }
    for (const code of ['', 'a b', 'mã', 'a&b=c', 'x'.repeat(65)]) expect(startLink('B', code)).toBeNull();
  });

  it('is there once the name is known, through a failure, and asks once', async () => {
    expect(link()).toBeNull();
    setting.stub.trouble('getMe', { kind: 'error', status: 500, description: 'Internal Server Error' }, 2);
    await setting.channel.learnName();
    expect(link()).toBe('https://t.me/DonDoc_Bot?start=ABCD-EFGH-JKMN');
    const asked = () => setting.stub.calls.filter(({ method }) => method === 'getMe').length;
    expect(asked()).toBe(3);
    expect(link('WXYZ-0123-4567')).toBe('https://t.me/DonDoc_Bot?start=WXYZ-0123-4567');
    expect(asked()).toBe(3);
  });

  it('is there where the bot polls', async () => {
    await setting.channel.start(async () => {});
    await vi.waitFor(() => expect(link()).not.toBeNull(), { timeout: 10_000 });
  });

  it('ends asking when the channel stops', async () => {
    setting.stub.trouble('getMe', { kind: 'hang' });
    const learning = setting.channel.learnName();
    await vi.waitFor(() => expect(setting.stub.calls.at(-1)?.method).toBe('getMe'));
    await setting.channel.stop();
    await learning;
    expect(link()).toBeNull();
  });
});
