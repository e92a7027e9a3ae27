import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/connect.ts';
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
