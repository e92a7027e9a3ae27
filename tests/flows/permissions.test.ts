import { randomUUID } from 'node:crypto';
import knex from 'knex';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OutgoingMessage } from '../../src/core/message.ts';
import { type Bot, newDatabase, openBot } from '../support/talk.ts';

/** What only people with the right for it may write. */
const WRITTEN = [
  'updates',
  'plans',
  'successions',
  'handovers',
  'agency_settings',
  'join_codes',
  'attachments',
];
const COMMANDS = [
  'IV.4.a.3 xong 60%',
  'lưu',
  'kế hoạch IV.4.a.3: chị Hà, 30/6/2027',
  '/kehoach',
  '/kehoach IV.4.a.3 chị Hà, 30/6/2027',
  'nghỉ từ 26/11 đến 20/12, giao chị Hà',
  '/nghi',
  '/pheduyet bật',
  '/choduyet',
  'duyệt',
  'rút cập nhật CN-2026-000001',
  '/lichsu IV.4.a.3',
  '/capnhat',
  'ai chưa báo cáo?',
  'tiến độ của Sở Y tế',
  '/taoma Sở Y tế',
  '/kethua Sở Giao thông vận tải → Sở Xây dựng từ 01/03/2025 theo NQ 1/NQ-HĐND',
  '/suckhoe',
  '/hoten Nguyễn Văn Lạ',
  '/lienket',
  '/dulieu',
  '/roi',
  'đã gửi báo cáo',
];

let bot: Bot;
let database: string;
beforeEach(async () => {
  database = newDatabase();
  bot = await openBot(database);
  await bot.joined('a', 'so-y-te', 'official', 'Nguyễn Văn An');
  await bot.joined('h', 'so-y-te', 'official', 'Trần Thị Hà');
  await bot.say('a', 'IV.4.a.3 xong 60%, vướng định mức lạ lùng');
  await bot.say('a', 'lưu');
  await bot.say('a', 'IV.4.a.8 đạt 77%');
});
afterEach(async () => {
  expect(bot.errors).toEqual([]);
  await bot.close();
});

/** How many rows there are; of an agency's own tables those of Sở Y tế. */
async function rows(): Promise<Record<string, number>> {
  const db = knex({ client: 'sqlite3', connection: { filename: database }, useNullAsDefault: true });
  const counts: Record<string, number> = {};
  for (const table of WRITTEN) {
    const query = db(table).count({ n: '*' }).first();
    if (['updates', 'plans', 'agency_settings'].includes(table)) query.where({ agency: 'so-y-te' });
    counts[table] = Number((await query)?.n ?? 0);
  }
  await db.destroy();
  return counts;
}

/** Everything a chat is offered, pressed as well. */
async function tryAll(say: (text: string) => Promise<OutgoingMessage[]>, chat: string): Promise<string> {
  let seen = '';
  for (const text of COMMANDS)
    for (const reply of await say(text)) {
      seen += `\n${reply.text}`;
      // What only asks something is answered like the question itself.
      for (const { token, again } of reply.choices)
        if (!again) for (const said of await bot.press(chat, token)) seen += `\n${said.text}`;
    }
  return seen;
}

const SECRETS = /77%|lạ lùng|CN-2026-000001/;

describe('who may do what', () => {
  it('somebody who has not joined writes nothing and sees nobody’s progress', async () => {
    const before = await rows();
    expect(await tryAll((text) => bot.say('guest', text), 'guest')).not.toMatch(SECRETS);
    expect(await rows()).toEqual(before);
  });

  it('an official of another agency neither', async () => {
    await bot.joined('x', 'so-xay-dung', 'official', 'Phạm Tú');
    const before = await rows();
    const seen = await tryAll((text) => bot.say('x', text), 'x');
    expect(seen).not.toMatch(SECRETS);
    expect(await rows()).toEqual(before);
  });

  it('in a group nobody does, and nobody’s card is shown', async () => {
    const before = await rows();
    const inGroup = (text: string) =>
      bot.deliver({
        channel: 'terminal',
        chat: 'a',
        group: true,
        deliveryId: randomUUID(),
        body: { kind: 'text', text },
      });
    let seen = '';
    for (const text of COMMANDS) for (const reply of await inGroup(text)) seen += `\n${reply.text}`;
    expect(seen).not.toMatch(SECRETS);
    expect(await rows()).toEqual(before);
    expect((await bot.store.transaction((tx) => tx.people.find('terminal', 'a')))?.name).toBe(
      'Nguyễn Văn An',
    );
  });
});
