import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import knex from 'knex';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { IncomingMessage } from '../../src/core/message.ts';
import { CONSENT_VERSION } from '../../src/people/consent.ts';
import { openStore } from '../../src/store/connect.ts';
import { copyStore } from '../../src/store/copy.ts';
import { describeStore } from '../conformance/store.suite.ts';
import { runCommand, runProgram } from '../support/program.ts';
import { newDatabase, openBot } from '../support/talk.ts';
import { openWebPerson } from '../support/web-person.ts';

const server = process.env.TEST_POSTGRES_URL;
const WORKER = join(import.meta.dirname, '../support/crash-worker.mjs');
const START = new Date('2026-11-25T02:00:00Z');
const AT_ONCE = 4;
/** After every lease has run out. */
const AFTER = new Date('2026-11-25T02:10:00Z');

/** The address of an empty schema that nobody else uses. */
async function newSchema(address: string): Promise<string> {
  const schema = `t_${randomUUID().replaceAll('-', '')}`;
  const db = knex({ client: 'pg', connection: address });
  await db.raw(`CREATE SCHEMA ${schema}`);
  await db.destroy();
  const own = new URL(address);
  own.searchParams.set('options', `-c search_path=${schema}`);
  return own.toString();
}

function said(chat: string, deliveryId: string, text: string): IncomingMessage {
  return { channel: 'terminal', chat, deliveryId, group: false, body: { kind: 'text', text } };
}

/** One process of the bot; resolves to what killed it, null when it finished. */
async function work(
  database: string,
  log: string,
  now: Date,
  messages: IncomingMessage[] = [],
  crashAt = 0,
): Promise<string | null> {
  const env = {
    PATH: process.env.PATH,
    DATABASE: database,
    LOG: log,
    NOW: now.toISOString(),
    MESSAGES: JSON.stringify(messages),
    CRASH_AT: String(crashAt),
  };
  const child = spawn(process.execPath, [WORKER], { env });
  let output = '';
  child.stderr.on('data', (data) => {
    output += data;
  });
  child.stdout.resume();
  const [code, signal] = await once(child, 'close');
  if (code !== 0 && signal !== 'SIGKILL') throw new Error(`the worker failed: ${output}`);
  return signal;
}

function sentIn(log: string): { chat: string; key: string; text: string }[] {
  if (!existsSync(log)) return [];
  const lines = readFileSync(log, 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line));
}

async function joinChats(database: string, chats: string[]): Promise<void> {
  const store = await openStore(database);
  await store.transaction(async (tx) => {
    for (const chat of chats) {
      const person = { id: `p-${chat}`, name: '', agency: 'so-y-te', role: 'official' } as const;
      const agencies = [person.agency];
      await tx.people.add(
        { ...person, agencies, consentVersion: CONSENT_VERSION, consentAt: START },
        'terminal',
        chat,
      );
      await tx.conversations.put('terminal', chat, { greeted: true, memory: null, memoryAt: null });
    }
  });
  await store.close();
}

const newLog = (): string => join(mkdtempSync(join(tmpdir(), 'dondoc-postgres-')), 'sent.log');

if (server) {
  describeStore('Postgres', async () => openStore(await newSchema(server)));

  describe('PostgreSQL', () => {
    it('is given its tables once by processes that start together', async () => {
      const database = await newSchema(server);
      const stores = await Promise.all(Array.from({ length: 4 }, () => openStore(database)));
      for (const store of stores) expect(await store.transaction((tx) => tx.people.count())).toBe(0);
      await Promise.all(stores.map((store) => store.close()));
    });

    it('commits the messages of a chat in the order of their ids, so a page that reads on misses none', async () => {
      const database = await newSchema(server);
      const store = await openStore(database);
      const db = knex({ client: 'pg', connection: server });
      onTestFinished(async () => {
        await store.close();
        await db.destroy();
      });
      const message = (key: string) => ({
        key,
        channel: 'web',
        chat: database,
        message: { text: key, choices: [] },
      });
      let goOn = (): void => {};
      const held = new Promise<void>((resolve) => {
        goOn = resolve;
      });
      let isQueued = false;
      const first = store.transaction(async (tx) => {
        await tx.outbox.queue(message('1'), START);
        isQueued = true;
        await held;
      });
      await expect.poll(() => isQueued).toBe(true);
      const ended: string[] = [];
      const second = store
        .transaction((tx) => tx.outbox.queue(message('2'), START))
        .then(() => ended.push('second'));
      const waiting = async (): Promise<number> => {
        const { rows } = await db.raw(
          `SELECT count(*)::int AS count FROM pg_locks WHERE locktype = 'advisory' AND NOT granted`,
        );
        return rows[0].count;
      };
      await expect.poll(async () => ended.length > 0 || (await waiting()) > 0).toBe(true);
      expect(ended).toEqual([]);
      goOn();
      await Promise.all([first, second]);
    });

    it('refuses to change or delete what was reported and what was done', async () => {
      const database = await newSchema(server);
      const file = newDatabase();
      await fill(file);
      await copyStore(file, database);
      const db = knex({ client: 'pg', connection: database });
      onTestFinished(() => db.destroy());
      for (const table of ['updates', 'audit']) {
        await expect(db(table).delete()).rejects.toThrow(/append-only/);
        await expect(db(table).update({ person: 'q' })).rejects.toThrow(/append-only/);
      }
    });

    it('leaves each effect once when a process is killed at any step', { timeout: 240_000 }, async () => {
      const messages = [said('a', 'm1', 'IV.4.a.1 xong 60%, dự kiến xong 30/12'), said('a', 'm2', 'Lưu')];
      let points = 0;
      let isThrough = false;
      const killAt = async (point: number): Promise<void> => {
        const database = await newSchema(server);
        const log = newLog();
        await joinChats(database, ['a']);
        if ((await work(database, log, START, messages, point)) !== 'SIGKILL') isThrough = true;
        await work(database, log, AFTER, messages);
        const store = await openStore(database);
        const updates = await store.transaction((tx) => tx.progress.updates({}));
        await store.close();
        const found = updates.map(({ receipt, percent }) => [receipt, percent]);
        expect(found, `step ${point}`).toEqual([['CN-2026-000001', 60]]);
        expect(new Set(sentIn(log).map(({ key }) => key)).size, `step ${point}`).toBe(2);
      };
      async function killOnAndOn(): Promise<void> {
        while (!isThrough) {
          points += 1;
          await killAt(points);
        }
      }
      await Promise.all(Array.from({ length: AT_ONCE }, killOnAndOn));
      expect(points).toBeGreaterThan(20);
    });

    it('is worked by three processes, everything once and each chat in order', {
      timeout: 120_000,
    }, async () => {
      const database = await newSchema(server);
      const log = newLog();
      const chats = ['a', 'b', 'c', 'd', 'e', 'f'];
      await joinChats(database, chats);
      const rounds = [1, 2, 3, 4, 5, 6, 7, 8];
      const store = await openStore(database);
      await store.transaction(async (tx) => {
        for (const round of rounds)
          for (const chat of chats)
            await tx.inbox.receive(said(chat, `${chat}-${round}`, `IV.4.a.${round}`), START);
      });
      await store.close();
      await Promise.all([1, 2, 3].map(() => work(database, log, START)));
      // What one process held when the others found nothing left is finished by then; a last look settles the rest.
      await work(database, log, AFTER);
      const sent = sentIn(log);
      expect(new Set(sent.map(({ key }) => key)).size).toBe(sent.length);
      for (const chat of chats) {
        const own = sent.filter((row) => row.chat === chat);
        expect(
          own.map(({ text }) => Number(/IV\.4\.a\.(\d)/.exec(text)?.[1])),
          chat,
        ).toEqual(rounds);
      }
    });

    it('takes everything over from a SQLite store, and goes on counting', async () => {
      const file = newDatabase();
      await fill(file);
      const database = await newSchema(server);
      const counts = await copyStore(file, database);
      expect(counts).toMatchObject({ people: 1, updates: 1, inbox: 2 });
      const moved = await openBot(database);
      const kept = await openBot(file);
      onTestFinished(async () => {
        await moved.close();
        await kept.close();
      });
      const updatesOf = (bot: typeof kept) => bot.store.transaction((tx) => tx.progress.updates({}));
      expect(await updatesOf(moved)).toEqual(await updatesOf(kept));
      await moved.say('a', 'IV.4.a.2 xong 10%');
      await moved.say('a', 'Lưu');
      expect((await updatesOf(moved)).map(({ receipt }) => receipt)).toEqual([
        'CN-2026-000002',
        'CN-2026-000001',
      ]);
      expect(moved.errors).toEqual([]);
      await expect(copyStore(file, database)).rejects.toThrow(/is not empty/);
    });

    it('carries the whole program, doctor finds it well, and a lost connection is taken up again', async () => {
      const database = await newSchema(server);
      const env = { DATABASE_URL: database };
      const program = runProgram({ env });
      const person = await openWebPerson(await program.url());
      expect((await person.say('xin chào')).text).not.toBe('');
      const doctor = await runCommand(['doctor', '--json'], { env });
      expect(doctor.code, doctor.stdout).toBe(0);
      expect(doctor.stdout).toMatch(/PostgreSQL \d+/);

      const db = knex({ client: 'pg', connection: server });
      onTestFinished(() => db.destroy());
      // Tests of one file run one after the other: every other connection that is open is the program's.
      const cut = await db.raw(
        `SELECT count(pg_terminate_backend(pid))::int AS count FROM pg_stat_activity
         WHERE pid <> pg_backend_pid() AND datname = current_database()`,
      );
      expect(cut.rows[0].count).toBeGreaterThan(0);
      // A message met by a broken connection is refused, not lost: the page sends it again under the same id.
      const id = randomUUID();
      const before = person.events.events.length;
      await expect.poll(() => person.post('cơ quan nào chủ trì logistics?', id)).toBe(202);
      const answer = () =>
        person.events.events.slice(before).find(({ message }) => /logistics/i.test(message.text));
      await expect.poll(answer, { timeout: 30_000 }).toBeDefined();
      program.kill('SIGTERM');
      expect((await program.ended).code).toBe(0);
    });
  });
} else {
  describe('the store on Postgres', () => {
    it.skip('not run: TEST_POSTGRES_URL names no server', () => {});
  });
}

/** A SQLite store in which somebody reported something. */
async function fill(file: string): Promise<void> {
  const bot = await openBot(file);
  await bot.joined('a', 'so-y-te');
  await bot.say('a', 'IV.4.a.1 xong 60%, vướng “GPMB”');
  await bot.say('a', 'Lưu');
  await bot.store.transaction((tx) =>
    tx.audit.write({ at: START, person: null, channel: null, action: 'x', before: null, after: null }),
  );
  await bot.close();
}
