import { afterEach, describe, expect, it } from 'vitest';
import type { AskMemory } from '../../src/core/answer.ts';
import { type Bot, button, newDatabase, openBot } from '../support/talk.ts';

let bot: Bot;
afterEach(() => bot.close());

const said = async (text: string): Promise<string> =>
  (await bot.say('a', text)).map((message) => message.text).join('\n');

describe('a conversation goes on', () => {
  it('over a restart between its turns', async () => {
    const database = newDatabase();
    const again = async (): Promise<void> => {
      await bot.close();
      bot = await openBot(database);
    };
    bot = await openBot(database);
    await said('chào bot');
    expect(await said('định hướng du lịch')).toContain('III.1.4');
    await again();
    expect(await said('cái thứ 4')).toMatch(/III\.1\.4[\s\S]*kinh tế đêm/);
    await again();
    expect(await said('gạch tiếp theo')).toContain('III.1.5');
    await again();
    expect(await said('còn y tế?')).toContain('III.4.1');
    expect(await said('ai chủ trì lĩnh vực này')).toContain('Sở Y tế chủ trì');
    await again();
    expect(await said('ai phối hợp?')).toContain('IV.4.a');
    expect(await said('in English')).toContain('Department of Health');
    expect(bot.errors).toEqual([]);
  });

  it('asks back with buttons, and takes a button or the words', async () => {
    bot = await openBot(newDatabase());
    await said('ai chủ trì logistics?');
    const [back] = await bot.say('a', 'nhiệm vụ thứ 2');
    const [taken] = await bot.press('a', button(back, 'IV.2.b.2'));
    expect(taken?.text).toContain('đôn đốc các nhà đầu tư khai thác cảng');
    expect(await said('của ai')).toContain('Ban Quản lý KKT Nghi Sơn');
  });

  it('with the official’s own agency, and while a card waits', async () => {
    bot = await openBot(newDatabase());
    await bot.joined('a', 'so-giao-thong-van-tai');
    await said('IV.2.a.3 xong 60%');
    await said('nhiệm vụ của Sở Y tế');
    expect(await said('cái thứ 3')).toContain('IV.4.a.3');
    expect(await said('thế sở tôi?')).toContain('IV.2.a.1');
  });

  it('for an hour', async () => {
    bot = await openBot(newDatabase());
    await said('nhiệm vụ của Sở Công Thương');
    bot.clock.set('2026-11-25T09:59:00+07:00');
    expect(await said('cái thứ 2')).toContain('IV.7.2');
    bot.clock.set('2026-11-25T11:00:00+07:00');
    expect(await said('cái thứ 3')).not.toContain('IV.7.3');
  });

  it('without what a former version of the program remembered', async () => {
    bot = await openBot(newDatabase());
    await said('chào bot');
    const former = {
      intent: 'lead',
      language: 'vi',
      agencies: [],
      addresses: ['IV.4.a'],
      topic: 'ai chủ trì y tế',
    };
    await bot.store.transaction((tx) =>
      tx.conversations.put('terminal', 'a', {
        greeted: true,
        memory: former as unknown as AskMemory,
        memoryAt: new Date('2026-11-25T08:59:00+07:00'),
      }),
    );
    expect(await said('ai phối hợp?')).not.toContain('IV.4.a');
    expect(await said('ai chủ trì y tế')).toContain('Sở Y tế chủ trì');
    expect(await said('ai phối hợp?')).toContain('IV.4.a');
    expect(bot.errors).toEqual([]);
  });
});
