import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import knexFactory, { type Knex } from 'knex';
import type { Store, Transaction } from '../core/store.ts';
import { auditOf } from './audit.ts';
import { conversationsOf } from './conversations.ts';
import { inboxOf } from './inbox.ts';
import { migrations } from './migrations/all.ts';
import { nudgesOf } from './nudges.ts';
import { outboxOf } from './outbox.ts';
import { peopleOf } from './people.ts';
import { progressOf } from './progress.ts';

const BUSY_MS = 10_000;

/**
 * Opens a store and brings its tables up to date. `url` is a file path, `:memory:` or `postgres://…`.
 * SQLite runs in WAL with synchronous FULL: a message told "received" must survive a power cut.
 */
export async function openStore(url: string): Promise<Store> {
  const postgres = /^postgres(ql)?:\/\//.test(url);
  const db = postgres ? openPostgres(url) : openSqlite(url);
  await db.migrate.latest({ migrationSource: migrations });
  return {
    transaction: (work) =>
      postgres ? db.transaction((trx) => work(repositories(trx))) : immediately(db, work),
    close: () => db.destroy(),
  };
}

function openPostgres(url: string): Knex {
  return knexFactory({ client: 'pg', connection: url, pool: { min: 0, max: 8 } });
}

function openSqlite(path: string): Knex {
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
  return knexFactory({
    client: 'sqlite3',
    connection: { filename: path },
    useNullAsDefault: true,
    pool: {
      min: 1,
      max: 1,
      afterCreate: (connection: SqliteConnection, done: (error: Error | null) => void) => {
        connection.exec(
          `PRAGMA busy_timeout = ${BUSY_MS}; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;`,
          done,
        );
      },
    },
  });
}

interface SqliteConnection {
  exec(sql: string, done: (error: Error | null) => void): void;
}

/**
 * A SQLite transaction that holds the write lock from its first statement: one that reads first and writes later would
 * fail when another process wrote in between.
 */
async function immediately<T>(db: Knex, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return db.transaction(async (trx) => {
    await trx('counters').where('name', 'lock').update('value', 0);
    return work(repositories(trx));
  });
}

function repositories(trx: Knex.Transaction): Transaction {
  return {
    inbox: inboxOf(trx),
    outbox: outboxOf(trx),
    people: peopleOf(trx),
    conversations: conversationsOf(trx),
    progress: progressOf(trx),
    nudges: nudgesOf(trx),
    audit: auditOf(trx),
  };
}
