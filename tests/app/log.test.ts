import { join } from 'node:path';
import knex from 'knex';
import { expect, it, onTestFinished } from 'vitest';
import { loggedError } from '../../src/app/log.ts';
import { SendError, StoreError } from '../../src/core/errors.ts';
import { runProgram } from '../support/program.ts';
import { startTelegramStub } from '../support/telegram-stub.ts';
import { openWebPerson } from '../support/web-person.ts';

const CHAT = 98_765_432_101;
const NAME = 'Nguyễn Thị Kín';
const WORDS = 'vướng đền bù của hộ ông Lê Văn Riêng';

it('no token, code, name, chat or word of a conversation is in a log line, also when everything goes wrong', async () => {
  const stub = await startTelegramStub({ chats: [String(CHAT)] });
  onTestFinished(() => stub.close());
  const program = runProgram({
    env: { LOG_LEVEL: 'debug', TELEGRAM_TOKEN: stub.token, TELEGRAM_API_ROOT: stub.url },
  });
  const person = await openWebPerson(await program.url());
  await expect.poll(() => program.stdout()).toContain('/thamgia');
  const adminCode = /\/thamgia (\S+)/.exec(program.stdout())?.[1] ?? '';
  await person.say('xin chào');
  const consent = await person.say(`/thamgia ${adminCode}`, /đồng ý không/);
  await person.press(consent.choices[0]?.token ?? '', /đã tham gia/);
  const pattern = /[0-9A-Z]{4}(-[0-9A-Z]{4}){2}/;
  const code = pattern.exec((await person.say('/taoma Sở Y tế', pattern)).text)?.[0] ?? '';
  expect(code).not.toBe('');

  let messageId = 0;
  const telegramSays = (text: string): void => {
    messageId += 1;
    const from = { id: CHAT, is_bot: false, first_name: NAME };
    stub.happen({
      message: { message_id: messageId, date: 0, chat: { id: CHAT, type: 'private' }, from, text },
    });
  };
  telegramSays('xin chào');
  await expect.poll(() => stub.sent.length, { timeout: 10_000 }).toBeGreaterThan(0);
  telegramSays(`/thamgia ${code}`);
  await expect.poll(() => stub.sent.some(({ buttons }) => buttons.length > 0)).toBe(true);

  // The platform repeats what it was sent, the store refuses, a row cannot be read.
  const said = `Bad Request: cannot send "${WORDS}" to ${CHAT} of bot ${stub.token}`;
  stub.trouble('sendMessage', { kind: 'error', status: 400, description: said });
  telegramSays(`IV.4.a.1 ${WORDS}`);
  await expect.poll(() => program.stderr()).toContain('Telegram: 400');
  stub.trouble('sendMessage', { kind: 'body', status: 502, type: 'text/html', body: `<p>${WORDS}</p>` });
  telegramSays(`IV.4.a.2 ${WORDS}`);
  const db = knex({
    client: 'sqlite3',
    connection: { filename: join(program.folder, 'data/dondoc.sqlite') },
    useNullAsDefault: true,
  });
  onTestFinished(() => db.destroy());
  const faults = (): number => program.stderr().split('a step failed').length - 1;
  const before = faults();
  await db.raw('PRAGMA busy_timeout = 10000');
  await db.raw(`CREATE TRIGGER refuse BEFORE INSERT ON outbox BEGIN SELECT RAISE(ABORT, 'refused'); END`);
  await person.post(`${WORDS} ${code}`);
  await expect.poll(faults, { timeout: 10_000 }).toBeGreaterThan(before);
  await db.raw('DROP TRIGGER refuse');
  await db('conversations').update({ state: `{${WORDS}` });
  await person.post(`IV.4.a.3 ${WORDS}`);
  await expect.poll(() => program.stderr(), { timeout: 20_000 }).toContain('"type":"SyntaxError"');
  program.kill('SIGTERM');
  await program.ended;

  const session = person.cookie.split('=')[1] ?? '';
  const log = program.stderr();
  expect(log).toContain('"level":50');
  expect(log.split('\n').filter((line) => line && !line.startsWith('{'))).toEqual([]);
  for (const secret of [stub.token, adminCode, code, NAME, 'Kín', WORDS, 'Riêng', String(CHAT), session]) {
    expect(secret.length).toBeGreaterThan(2);
    expect(log, secret).not.toContain(secret);
  }
});

it('keeps the sentence of an error only where we or the language wrote it', () => {
  let parsing: unknown;
  try {
    JSON.parse(`{"${WORDS}`);
  } catch (error) {
    parsing = error;
  }
  const many = new Error(`first line\n    at ${WORDS}`);
  for (const error of [parsing, many, new AggregateError([many], WORDS), WORDS, { text: WORDS }])
    expect(JSON.stringify({ ...loggedError(error), at: undefined })).not.toContain('Riêng');
  expect(loggedError(new StoreError('failed', 'the store failed')).says).toBe('the store failed');
  expect(loggedError(new SendError('blocked', `Telegram: 403 ${WORDS}`))).toMatchObject({
    reason: 'blocked',
    says: 'Telegram: 403',
  });
  expect(loggedError(new TypeError('x is not a function')).says).toBe('x is not a function');
});
