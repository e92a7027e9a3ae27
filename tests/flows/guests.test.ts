import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import type { OutgoingMessage } from '../../src/core/message.ts';
import { type Bot, button, newDatabase, openBot } from '../support/talk.ts';

let bot: Bot;
afterEach(() => bot.close());

const QUESTION = 'cơ quan nào chủ trì lĩnh vực y tế?';

const open = (guests: boolean): Promise<Bot> =>
  openBot(newDatabase(), undefined, undefined, { guests, contact: 'Phòng Tổng hợp, Sở Tài chính' });

function sayInGroup(text: string): Promise<OutgoingMessage[]> {
  const body = { kind: 'text', text } as const;
  return bot.deliver({ channel: 'terminal', chat: 'group', deliveryId: randomUUID(), group: true, body });
}

async function code(): Promise<string> {
  await bot.joined('boss', 'so-ke-hoach-dau-tu', 'admin');
  const [made] = await bot.say('boss', '/taoma Sở Y tế');
  return /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(made?.text ?? '')?.[0] ?? '';
}

describe('where guests are off', () => {
  it.each([QUESTION, '/trogiup', '/start', '/suckhoe', 'IV.4.a.3 xong 60%', 'ngu quá', '/nhiemvu'])(
    '“%s” of a stranger gets one polite sentence, in a group too',
    async (text) => {
      bot = await open(false);
      for (const replies of [await bot.say('guest', text), await sayInGroup(text)]) {
        expect(replies.at(-1)?.text).toMatch(/chỉ phục vụ người đã tham gia.*\/thamgia/);
        expect(replies.at(-1)?.choices).toEqual([]);
      }
    },
  );

  it('a stranger still joins by command or by link, then asks', async () => {
    bot = await open(false);
    const asked = (await bot.say('guest', `/start ${await code()}`)).at(-1);
    expect(asked?.text).not.toMatch(/vẫn tra cứu/);
    await bot.press('guest', button(asked, 'Đồng ý'));
    expect((await bot.say('guest', QUESTION))[0]?.text).toContain('Sở Y tế');
  });

  it('who has left can press no old button to go on asking', async () => {
    bot = await open(false);
    await bot.joined('a', 'so-y-te', 'focal');
    const [summary] = await bot.say('a', '/suckhoe');
    const [leaving] = await bot.say('a', '/roi');
    await bot.press('a', button(leaving, 'Thôi tham gia'));
    expect((await bot.press('a', button(summary, 'Lỗi chính tả'))).at(-1)?.text).toMatch(
      /không còn hiệu lực|chỉ phục vụ/,
    );
    expect((await bot.say('a', QUESTION)).at(-1)?.text).toMatch(/chỉ phục vụ/);
  });

  it('a text with a classification mark is still refused as such', async () => {
    bot = await open(false);
    expect((await bot.say('guest', 'tài liệu TỐI MẬT')).at(-1)?.text).toMatch(/bí mật nhà nước/);
  });
});

describe('where guests are on', () => {
  it('a stranger is answered, and the consent names the contact and what stays possible without it', async () => {
    bot = await open(true);
    expect((await bot.say('guest', QUESTION)).at(-1)?.text).toContain('Sở Y tế');
    const asked = (await bot.say('guest', `/thamgia ${await code()}`)).at(-1);
    expect(asked?.text).toMatch(/Liên hệ.*: Phòng Tổng hợp, Sở Tài chính\./);
    expect(asked?.text).toMatch(/vẫn tra cứu được/);
  });

  it('the consent points to the administrator where no contact is set', async () => {
    bot = await openBot(newDatabase());
    const asked = (await bot.say('guest', `/thamgia ${await code()}`)).at(-1);
    expect(asked?.text).toMatch(/Liên hệ.*: quản trị, người đã cấp mã/);
  });
});
