import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { openDatabase, openStore } from '../../src/store/connect.ts';
import { migrations } from '../../src/store/migrations/all.ts';
import { describeStore } from '../conformance/store.suite.ts';
import { newDatabase } from '../support/talk.ts';

describeStore('SQLite', () => openStore(newDatabase()));

describe('the SQLite file', () => {
  it.each(['updates', 'audit'])('refuses to change or delete rows of %s', async (table) => {
    const file = newDatabase();
    const store = await openStore(file);
    await store.transaction(async (tx) => {
      await tx.progress.append({
        task: 'IV.4.a.1',
        percent: null,
        state: null,
        result: null,
        difficulty: null,
        proposal: null,
        expectedDate: null,
        person: 'p',
        agency: 'so-y-te',
        channel: 'web',
        words: [],
        at: new Date(),
        corrects: null,
        withdraws: null,
        approvedBy: null,
        attachments: [],
      });
      await tx.audit.write({
        at: new Date(),
        person: null,
        channel: null,
        action: 'x',
        before: null,
        after: null,
      });
    });
    await store.close();
    expect(await run(file, `DELETE FROM ${table}`)).toMatch(/append-only/);
    expect(await run(file, `UPDATE ${table} SET person = 'q'`)).toMatch(/append-only/);
  });

  it('opens an existing file again with what it holds', async () => {
    const file = newDatabase();
    const first = await openStore(file);
    await first.transaction((tx) =>
      tx.conversations.put('web', 'c', { greeted: true, memory: null, memoryAt: null }),
    );
    await first.close();
    const second = await openStore(file);
    expect((await second.transaction((tx) => tx.conversations.get('web', 'c'))).greeted).toBe(true);
    await second.close();
  });
});

interface Sqlite {
  Database: new (
    file: string,
  ) => {
    exec(sql: string, done: (error: Error | null) => void): void;
    close(done: () => void): void;
  };
}

/** Runs SQL past the store; resolves to the error's message, empty when it went through. */
function run(file: string, sql: string): Promise<string> {
  const { Database } = createRequire(import.meta.url)('sqlite3') as Sqlite;
  const db = new Database(file);
  return new Promise((resolve) => db.exec(sql, (error) => db.close(() => resolve(error?.message ?? ''))));
}

describe('a store of the version before plans', () => {
  it('is taken over with its people, cards and updates', async () => {
    const file = newDatabase();
    const db = openDatabase(file);
    const [oldest] = await migrations.getMigrations([]);
    if (!oldest) throw new Error('no migration');
    const first = { ...migrations, getMigrations: async () => [oldest] };
    await db.migrate.latest({ migrationSource: first });
    const at = Date.parse('2026-11-25T02:00:00Z');
    await db('people').insert({
      id: 'p',
      name: 'An',
      agency: 'so-y-te',
      role: 'leader',
      consent_version: '1',
      consent_at: at,
    });
    await db('identities').insert({ channel: 'web', chat: 'c', person: 'p', used_at: at });
    const draft = {
      id: 'd',
      person: 'p',
      task: 'IV.4.a.1',
      percent: 60,
      state: 'in_progress',
      result: null,
      difficulty: null,
    };
    const rest = {
      proposal: null,
      expectedDate: null,
      words: ['một'],
      waitingFor: 'confirm',
      createdAt: new Date(at),
    };
    await db('drafts').insert({
      id: 'd',
      person: 'p',
      draft: JSON.stringify({ ...draft, ...rest }),
      created_at: at,
    });
    const update = {
      receipt: 'CN-2026-000001',
      task: 'IV.4.a.1',
      agency: 'so-y-te',
      person: 'p',
      channel: 'web',
      percent: 40,
    };
    await db('updates').insert({ ...update, words: '["hai"]', at });
    await db.destroy();
    const store = await openStore(file);
    const seen = await store.transaction(async (tx) => ({
      person: await tx.people.find('web', 'c'),
      drafts: await tx.progress.drafts('p'),
      updates: await tx.progress.updates({}),
    }));
    await store.close();
    expect(seen.person).toMatchObject({ agencies: ['so-y-te'], leads: ['so-y-te'], role: 'leader' });
    expect(seen.drafts).toMatchObject([
      { agency: null, attachments: [], corrects: null, percent: 60, shownAt: new Date(at) },
    ]);
    expect(seen.updates).toMatchObject([{ corrects: null, withdraws: null, attachments: [], percent: 40 }]);
  });
});
