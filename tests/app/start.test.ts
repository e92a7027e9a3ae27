import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import knex from 'knex';
import { describe, expect, it, onTestFinished } from 'vitest';
import { OLDEST_NODE } from '../../src/node-version.ts';
import { openStore } from '../../src/store/connect.ts';
import { startModelStub } from '../support/model-stub.ts';
import { freePort, newFolder, ROOT, runCommand, runProgram } from '../support/program.ts';
import { startTelegramStub } from '../support/telegram-stub.ts';
import { openWebPerson } from '../support/web-person.ts';

const NOBODY = 65_534;
const codeIn = (text: string): string => /\/thamgia (\S+)/.exec(text)?.[1] ?? '';

/** A start that must fail: its one sentence. */
async function failure(options: Parameters<typeof runProgram>[0]): Promise<string> {
  const program = runProgram(options);
  expect((await program.ended).code, program.stderr()).toBe(1);
  expect(program.stdout()).toBe('');
  const lines = program.stderr().trim().split('\n');
  expect(lines, program.stderr()).toHaveLength(1);
  return lines[0] ?? '';
}

/** The built program with a knowledge folder of its own, to break. */
function ownCopy(): string {
  const root = newFolder();
  for (const part of ['dist', 'knowledge', 'package.json'])
    cpSync(join(ROOT, part), join(root, part), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'));
  return root;
}

describe('a start', () => {
  it('says where the chat is, what is on and off, and how the first administrator joins', async () => {
    const program = runProgram();
    const url = await program.url();
    expect((await fetch(`${url}/health`)).status).toBe(200);
    await expect.poll(() => program.stdout()).toMatch(/ends this one\.\n$/);
    expect(program.stdout().replace(codeIn(program.stdout()), 'CODE').replace(url, 'URL')).toBe(
      [
        'Đôn Đốc is at URL',
        '  store       data/dondoc.sqlite',
        '  web         on',
        '  telegram    off (TELEGRAM_TOKEN is not set)',
        '  zalo-oa     off (ZALO_OA_ID is not set)',
        '  zalo-bot    off (ZALO_BOT_TOKEN is not set)',
        '  model       off (answers come from the document alone)',
        '  embeddings  off (search is by words)',
        '',
        'There is no administrator yet. Open the chat and send, within 7 days:',
        '',
        '  /thamgia CODE',
        '',
        'It works once; a new start prints a new one and ends this one.',
        '',
      ].join('\n'),
    );
  });

  it('keeps the store for its own user alone', async () => {
    const program = runProgram();
    await program.url();
    expect(statSync(join(program.folder, 'data')).mode & 0o077).toBe(0);
    expect(statSync(join(program.folder, 'data/dondoc.sqlite')).mode & 0o077).toBe(0);
  });

  it('takes settings from .env, but rather from the environment', async () => {
    const folder = newFolder();
    writeFileSync(join(folder, '.env'), 'DATABASE_URL=from-file.sqlite\nPORT=eighty\n');
    const program = runProgram({ folder });
    await program.url();
    expect(program.stdout()).toContain('store       from-file.sqlite');
    const other = runProgram({ folder, env: { DATABASE_URL: 'from-environment.sqlite' } });
    await other.url();
    expect(other.stdout()).toContain('store       from-environment.sqlite');
  });

  it('says a code only while there is no administrator, and only the newest works', async () => {
    const first = runProgram();
    await first.url();
    await expect.poll(() => codeIn(first.stdout())).not.toBe('');
    first.kill('SIGTERM');
    await first.ended;
    const second = runProgram({ folder: first.folder });
    const person = await openWebPerson(await second.url());
    await expect.poll(() => codeIn(second.stdout())).not.toBe('');
    expect(codeIn(second.stdout())).not.toBe(codeIn(first.stdout()));

    await person.say(`/thamgia ${codeIn(first.stdout())}`, /Mã này đã/);
    const consent = await person.say(`/thamgia ${codeIn(second.stdout())}`, /đồng ý không/);
    await person.press(consent.choices[0]?.token ?? '', /đã tham gia/);
    await person.say('/taoma Sở Y tế', /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/);
    second.kill('SIGTERM');
    await second.ended;

    const third = runProgram({ folder: first.folder });
    await fetch(`${await third.url()}/health`);
    third.kill('SIGTERM');
    await third.ended;
    expect(third.stdout()).toContain('embeddings  off');
    expect(third.stdout()).not.toContain('/thamgia');
  });

  it('says a code also when only officials were made at the terminal', async () => {
    const folder = newFolder();
    const chat = await runCommand(['chat', '--as', 'Sở Y tế'], { folder, input: 'xin chào\n' });
    expect(chat.code, chat.stderr).toBe(0);
    const program = runProgram({ folder });
    await program.url();
    await expect.poll(() => codeIn(program.stdout())).not.toBe('');
  });
});

describe('a model that is set', () => {
  it('says quoted answers in other words, and the metrics count it', async () => {
    const stub = await startModelStub({
      kind: 'sentences',
      write: () => [{ text: 'Xây dựng, vận hành website thương mại điện tử bán hàng.', sources: ['S1'] }],
    });
    onTestFinished(() => stub.close());
    const program = runProgram({ env: { MODEL_URL: stub.url, MODEL_NAME: 'stub', MODEL_KEY: 'sk-hidden' } });
    const url = await program.url();
    expect(program.stdout()).toContain(`model       stub at ${new URL(stub.url).host}`);
    const person = await openWebPerson(url);
    onTestFinished(() => person.events.close());
    await person.say('hỗ trợ doanh nghiệp làm website bán hàng thế nào', /bán hàng \(mục IV\.7\.3\)\./);
    const metrics = await (await fetch(`${url}/metrics`)).text();
    expect(metrics).toContain('dondoc_model_questions_total{outcome="used"} 1');
    expect(metrics).toMatch(/dondoc_outbox_messages\{state="sent"\} [1-9]/);
    expect(program.stderr()).not.toContain('sk-hidden');
    expect(program.stdout()).not.toContain('sk-hidden');
  });
});

describe('what was said long ago', () => {
  it('is forgotten by a start, what was said lately is not', async () => {
    const folder = newFolder();
    const store = await openStore(join(folder, 'dondoc.sqlite'));
    const daysAgo = (days: number): Date => new Date(Date.now() - days * 24 * 3_600_000);
    await store.transaction(async (tx) => {
      for (const days of [40, 20]) {
        const message = { text: `${days} ngày trước`, choices: [] };
        await tx.outbox.queue({ key: String(days), channel: 'web', chat: 'c', message }, daysAgo(days));
        for (const row of await tx.outbox.claim(daysAgo(days), daysAgo(days), 1))
          await tx.outbox.sent(row.id, '1', daysAgo(days));
      }
    });
    const program = runProgram({ folder, env: { DATABASE_URL: 'dondoc.sqlite', KEEP_MESSAGES_DAYS: '30' } });
    await program.url();
    const left = async (): Promise<string[]> =>
      (await store.transaction((tx) => tx.outbox.sentAfter('web', 'c', 0, 10))).map(({ key }) => key);
    onTestFinished(() => store.close());
    await expect.poll(left).toEqual(['20']);
  });
});

describe('a start that cannot be', () => {
  it('names a port that is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    onTestFinished(() => void other.close());
    const address = other.address();
    const port = typeof address === 'object' ? String(address?.port) : '';
    expect(await failure({ env: { PORT: port } })).toBe(
      `dondoc cannot start: port ${port} of 127.0.0.1 is taken: stop the program that has it, or set another PORT`,
    );
  });

  it('names an address that is not this machine’s', async () => {
    expect(await failure({ env: { HOST: '192.0.2.1' } })).toMatch(/HOST 192\.0\.2\.1 is no address/);
  });

  it.each([
    [{ PORT: 'eighty' }, 'PORT must be a whole number from 0 to 65535'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be fatal, error, warn, info, debug or silent'],
    [{ DATABASE_URL: 'mysql://u:hidden@h/d' }, 'DATABASE_URL must be a file path or postgres://'],
    [{ PUBLIC_URL: 'http://dondoc.example.vn' }, 'PUBLIC_URL must be an https:// address'],
    [{ TELEGRAM_TOKEN: 'hidden' }, 'TELEGRAM_TOKEN must be a token as @BotFather writes it'],
  ])('names a setting that cannot be used: %o', async (env, sentence) => {
    const said = await failure({ env });
    expect(said).toContain(`dondoc cannot start: ${sentence}`);
    expect(said).not.toContain('hidden');
  });

  it('says that .env cannot be read', async () => {
    const folder = newFolder();
    mkdirSync(join(folder, '.env'));
    expect(await failure({ folder })).toBe(
      'dondoc cannot start: .env is there but cannot be read: check its owner and rights',
    );
  });

  it('says that the folder of the store may not be written', async () => {
    const folder = newFolder();
    chmodSync(folder, 0o555);
    // Root may write anywhere, so the program runs as somebody else.
    const user = process.getuid?.() === 0 ? { user: NOBODY } : {};
    expect(await failure({ folder, ...user })).toBe(
      'dondoc cannot start: data/dondoc.sqlite cannot be made: the folder may not be written (EACCES)',
    );
  });

  it('says that the file of the store is no database', async () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'notes.txt'), 'Đây không phải cơ sở dữ liệu.\n'.repeat(100));
    expect(await failure({ folder, env: { DATABASE_URL: 'notes.txt' } })).toBe(
      'dondoc cannot start: notes.txt is not a SQLite database (SQLITE_NOTADB)',
    );
  });

  it('says that the store was written by a newer version', async () => {
    const folder = newFolder();
    const file = join(folder, 'dondoc.sqlite');
    await (await openStore(file)).close();
    const db = knex({ client: 'sqlite3', connection: { filename: file }, useNullAsDefault: true });
    await db('knex_migrations').insert({ name: '9999-later', batch: 2, migration_time: Date.now() });
    await db.destroy();
    expect(await failure({ folder, env: { DATABASE_URL: 'dondoc.sqlite' } })).toBe(
      'dondoc cannot start: dondoc.sqlite was written by a newer version of dondoc',
    );
  });

  it('says that PostgreSQL does not answer, without the password', async () => {
    const url = `postgres://dondoc:hidden@127.0.0.1:${await freePort()}/dondoc`;
    const said = await failure({ env: { DATABASE_URL: url } });
    expect(said).toMatch(/PostgreSQL at 127\.0\.0\.1:\d+\/dondoc does not answer: is the server running\?/);
    expect(said).not.toContain('hidden');
  });

  it.each([
    ['3572-qd-ubnd/programme.json', null, 'is missing'],
    ['3572-qd-ubnd/agencies.json', '{"agencies": [', 'is not valid JSON'],
    ['3572-qd-ubnd/corrections.json', '[{"line": "one"}]', '0.line'],
  ])('names the knowledge file that is wrong: %s', async (file, content, sentence) => {
    const root = ownCopy();
    const path = join(root, 'knowledge', file);
    if (content === null) rmSync(path);
    else writeFileSync(path, content);
    const said = await failure({ root });
    expect(said).toContain(path);
    expect(said).toContain(sentence);
  });

  it('says that Node.js is too old, before it reads anything else', async () => {
    const old = newFolder();
    const pretend = join(old, 'pretend.cjs');
    writeFileSync(pretend, `Object.defineProperty(process.versions, 'node', { value: '18.20.4' });\n`);
    const sentence = `Node.js 18.20.4 is too old: install Node.js ${OLDEST_NODE} or newer`;
    expect(await failure({ nodeOptions: ['--require', pretend] })).toBe(`dondoc cannot start: ${sentence}`);
    const { code, stderr } = await runCommand(['ask', 'x'], { nodeOptions: ['--require', pretend] });
    expect([code, stderr.trim()]).toEqual([1, `dondoc: ${sentence}`]);
    const { engines } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    expect(`${engines.node}.0`).toBe(`>=${OLDEST_NODE}`);
  });
});

describe('a stop', () => {
  it('ends within five seconds with open pages, requests half sent and a platform that does not answer', async () => {
    const stub = await startTelegramStub();
    onTestFinished(() => stub.close());
    stub.trouble('sendMessage', { kind: 'hang' });
    const program = runProgram({ env: { TELEGRAM_TOKEN: stub.token, TELEGRAM_API_ROOT: stub.url } });
    const url = await program.url();
    const person = await openWebPerson(url);
    const other = await openWebPerson(url);
    await person.say('xin chào');
    const half = connect(Number(new URL(url).port), '127.0.0.1');
    half.on('error', () => {});
    half.write('POST /api/messages HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\n{');
    stub.happen({
      message: {
        message_id: 1,
        date: 0,
        chat: { id: 1001, type: 'private' },
        from: { id: 1001, is_bot: false, first_name: 'A' },
        text: 'xin chào',
      },
    });
    await expect.poll(() => stub.calls.some(({ method }) => method === 'sendMessage')).toBe(true);
    const asked = performance.now();
    program.kill('SIGTERM');
    expect(await program.ended).toEqual({ code: 0, signal: null });
    expect(performance.now() - asked).toBeLessThan(5_000);
    half.destroy();
    await expect.poll(() => [person.events.isEnded, other.events.isEnded]).toEqual([true, true]);
  });

  it('loses nothing that was received', async () => {
    const program = runProgram();
    const person = await openWebPerson(await program.url());
    await person.say('xin chào');
    const accepted: string[] = [];
    const posting = Array.from({ length: 20 }, async (_, index) => {
      const id = `message-${String(index).padStart(2, '0')}`;
      const status = await person.post('cơ quan nào chủ trì logistics?', id).catch(() => 0);
      if (status === 202) accepted.push(id);
      if (accepted.length === 5) program.kill('SIGTERM');
    });
    await Promise.all(posting);
    expect((await program.ended).code).toBe(0);
    expect(accepted.length).toBeGreaterThanOrEqual(5);

    const again = runProgram({ folder: program.folder });
    await again.url();
    const db = knex({
      client: 'sqlite3',
      connection: { filename: join(program.folder, 'data/dondoc.sqlite') },
      useNullAsDefault: true,
    });
    onTestFinished(() => db.destroy());
    const notDone = async (): Promise<string[]> => {
      const done: string[] = await db('inbox').where({ state: 'done' }).pluck('delivery_id');
      return accepted.filter((id) => !done.some((delivery) => delivery.endsWith(id)));
    };
    await expect.poll(notDone, { timeout: 15_000 }).toEqual([]);
    const replies = await db('outbox').where({ state: 'sent' }).count({ count: '*' }).first();
    expect(Number(replies?.count)).toBeGreaterThanOrEqual(accepted.length + 1);
  });
});

describe('Telegram out of reach', () => {
  it.each([
    ['polled', {}],
    [
      'by webhook',
      { PUBLIC_URL: 'https://dondoc.example.vn', TELEGRAM_WEBHOOK_SECRET: 'a-secret-of-the-test' },
    ],
  ])('does not keep the web chat waiting, and is taken up when it comes back: %s', async (_how, env) => {
    const stub = await startTelegramStub();
    onTestFinished(() => stub.close());
    await stub.goAway();
    const program = runProgram({
      env: { ...env, TELEGRAM_TOKEN: stub.token, TELEGRAM_API_ROOT: stub.url },
    });
    const person = await openWebPerson(await program.url());
    expect((await person.say('xin chào')).text).not.toBe('');
    await expect.poll(() => program.stderr()).toContain('Telegram');
    await stub.comeBack();
    await expect
      .poll(() => stub.isPolled() || stub.webhook?.url === 'https://dondoc.example.vn/channels/telegram', {
        timeout: 20_000,
      })
      .toBe(true);
    expect(program.stderr()).not.toContain(stub.token);
  });
});
