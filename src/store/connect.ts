import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import knexFactory, { type Knex } from 'knex';
import { StoreError } from '../core/errors.ts';
import type { Store, Transaction } from '../core/store.ts';
import { agenciesOf } from './agencies.ts';
import { auditOf } from './audit.ts';
import { budgetOf } from './budget.ts';
import { channelTokensOf } from './channel-tokens.ts';
import { conversationsOf } from './conversations.ts';
import { handoversOf } from './handovers.ts';
import { inboxOf } from './inbox.ts';
import { migrations } from './migrations/all.ts';
import { nudgesOf } from './nudges.ts';
import { outboxOf } from './outbox.ts';
import { peopleOf } from './people.ts';
import { plansOf } from './plans.ts';
import { progressOf } from './progress.ts';
import { isPostgres, placeOf, toStoreError } from './store-error.ts';

const BUSY_MS = 10_000;
/** knex would write to standard output; whatever it warns of comes as an error too. */
const SILENT = { debug: () => {}, warn: () => {}, error: () => {}, deprecate: () => {} };
const CONNECT_MS = 10_000;
/** Names our migrations among the advisory locks of a PostgreSQL server. */
const MIGRATION_LOCK = 3572;

/**
 * Opens a store and brings its tables up to date. `url` is a file path, `:memory:` or `postgres://…`.
 * SQLite runs in WAL with synchronous FULL: a message told "received" must survive a power cut; what is erased is
 * overwritten.
 * @throws StoreError with one sentence when the database cannot be used.
 */
export async function openStore(url: string): Promise<Store> {
  const place = placeOf(url);
  const postgres = isPostgres(url);
  return plainly(place, async () => {
    if (!postgres && url !== ':memory:') mkdirSync(dirname(url), { recursive: true, mode: 0o700 });
    const db = openDatabase(url);
    try {
      await migrate(db, place);
    } catch (error) {
      await db.destroy();
      throw error;
    }
    return {
      transaction: (work) =>
        plainly(place, () =>
          postgres ? db.transaction((trx) => work(repositories(trx))) : immediately(db, work),
        ),
      close: () => db.destroy(),
    };
  });
}

/** A connection that makes and changes nothing by itself; `existing` refuses a SQLite file that is not there. */
export function openDatabase(url: string, options: { existing?: boolean } = {}): Knex {
  // With the values of a row in it, an error's message would carry people's words into the log.
  const compileSqlOnError = false;
  if (isPostgres(url)) {
    return knexFactory({
      client: 'pg',
      connection: { connectionString: url, connectionTimeoutMillis: CONNECT_MS },
      pool: { min: 0, max: 8 },
      compileSqlOnError,
      log: SILENT,
    });
  }
  return knexFactory({
    client: 'sqlite3',
    connection: { filename: url, ...(options.existing ? { flags: ['OPEN_READWRITE'] } : {}) },
    useNullAsDefault: true,
    compileSqlOnError,
    log: SILENT,
    pool: {
      min: 1,
      max: 1,
      afterCreate: (connection: SqliteConnection, done: (error: Error | null) => void) => {
        connection.exec(
          `PRAGMA busy_timeout = ${BUSY_MS}; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;`,
          done,
        );
      },
    },
  });
}

interface SqliteConnection {
  exec(sql: string, done: (error: Error | null) => void): void;
}

/** The migrations a database has had; empty for a new one. */
export async function migrationsDone(db: Knex): Promise<string[]> {
  if (!(await db.schema.hasTable('knex_migrations'))) return [];
  return db('knex_migrations').orderBy('id').pluck('name');
}

/** All of it is one transaction that holds a lock: several processes may start at once, and one may die half-way. */
async function migrate(db: Knex, place: string): Promise<void> {
  await db.transaction(async (trx) => {
    if (db.client.config.client === 'pg') await trx.raw('SELECT pg_advisory_xact_lock(?)', [MIGRATION_LOCK]);
    // Writes nothing that matters, but takes the write lock before the first read.
    else await trx.raw('PRAGMA user_version = 0');
    const known = (await migrations.getMigrations([])).map(({ name }) => name);
    const done = await migrationsDone(trx);
    if (done.some((name) => !known.includes(name)))
      throw new StoreError('newer', `${place} was written by a newer version of dondoc`);
    if (done.length < known.length) await trx.migrate.latest({ migrationSource: migrations });
  });
}

async function plainly<T>(place: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw toStoreError(error, place);
  }
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
    plans: plansOf(trx),
    handovers: handoversOf(trx),
    agencies: agenciesOf(trx),
    nudges: nudgesOf(trx),
    audit: auditOf(trx),
    budget: budgetOf(trx),
    tokens: channelTokensOf(trx),
  };
}
