import { existsSync } from 'node:fs';
import { access, constants, stat, statfs } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Knex } from 'knex';
import { StoreError } from '../core/errors.ts';
import type { Agencies, StoredTokens } from '../core/store.ts';
import { agenciesOf } from './agencies.ts';
import { channelTokensOf } from './channel-tokens.ts';
import { migrationsDone, openDatabase } from './connect.ts';
import { migrations } from './migrations/all.ts';
import { isPostgres, placeOf, toStoreError } from './store-error.ts';

/** What a look at a store found. Nothing is made or changed. */
export type StoreState =
  | { kind: 'absent'; folder: string; mayBeMade: boolean; freeBytes: number }
  | {
      kind: 'present';
      /** "SQLite 3.51" or "PostgreSQL 15.18". */
      engine: string;
      bytes: number;
      /** Of the disk the file is on; null where the server knows. */
      freeBytes: number | null;
      /** Migrations the next start runs. */
      pending: string[];
      /** What the database itself says is wrong; empty when it is sound. */
      faults: string[];
      /** Null before the first migration. */
      counts: { people: number; admins: number; updates: number; waiting: number; givenUp: number } | null;
      /** The newest message received. */
      newest: Date | null;
    };

/** Looks at the store behind `url`. @throws StoreError when it cannot be opened or written. */
export async function inspectStore(url: string): Promise<StoreState> {
  if (!isPostgres(url) && !existsSync(url)) return absent(url);
  const db = openDatabase(url, { existing: true });
  try {
    const known = (await migrations.getMigrations([])).map(({ name }) => name);
    const done = await migrationsDone(db);
    if (done.some((name) => !known.includes(name)))
      throw new StoreError('newer', `${placeOf(url)} was written by a newer version of dondoc`);
    const engine = isPostgres(url) ? await lookAtPostgres(db) : await lookAtSqlite(db, url);
    return {
      kind: 'present',
      ...engine,
      pending: known.filter((name) => !done.includes(name)),
      counts: done.length > 0 ? await countRows(db) : null,
      newest: done.length > 0 ? await newestMessage(db) : null,
    };
  } catch (error) {
    throw toStoreError(error, placeOf(url));
  } finally {
    await db.destroy();
  }
}

/** What administrators confirmed of successors, read from a store that is there; nothing from one that cannot be read. */
export async function confirmedSuccessions(
  url: string,
): Promise<Awaited<ReturnType<Agencies['successions']>>> {
  if (!isPostgres(url) && !existsSync(url)) return [];
  const db = openDatabase(url, { existing: true });
  try {
    return await db.transaction((trx) => agenciesOf(trx).successions());
  } catch {
    // A look at the store itself says what is wrong.
    return [];
  } finally {
    await db.destroy();
  }
}

/** A channel's tokens as they are kept, without changing anything; null where none are, or nothing can be read. */
export async function keptTokens(url: string, channel: string): Promise<StoredTokens | null> {
  if (!isPostgres(url) && !existsSync(url)) return null;
  const db = openDatabase(url, { existing: true });
  try {
    return await db.transaction((trx) => channelTokensOf(trx).get(channel));
  } catch {
    // A look at the store itself says what is wrong.
    return null;
  } finally {
    await db.destroy();
  }
}

/** The nearest folder that is there decides whether the first start can make the store. */
async function absent(file: string): Promise<StoreState> {
  let folder = dirname(resolve(file));
  while (!existsSync(folder)) folder = dirname(folder);
  const mayWrite = await access(folder, constants.W_OK | constants.X_OK).then(
    () => true,
    () => false,
  );
  const mayBeMade = mayWrite && (await stat(folder)).isDirectory();
  return { kind: 'absent', folder, mayBeMade, freeBytes: await freeBytesOf(folder) };
}

interface Engine {
  engine: string;
  bytes: number;
  freeBytes: number | null;
  faults: string[];
}

async function lookAtSqlite(db: Knex, file: string): Promise<Engine> {
  // Takes the write lock and gives it back: a file or folder that may not be written fails here.
  await db.transaction((trx) => trx.raw('PRAGMA user_version = 0'));
  const [version]: { version: string }[] = await db.raw('SELECT sqlite_version() AS version');
  const rows: { integrity_check: string }[] = await db.raw('PRAGMA integrity_check(10)');
  return {
    engine: `SQLite ${version?.version ?? ''}`,
    bytes: (await stat(file)).size,
    freeBytes: await freeBytesOf(dirname(resolve(file))),
    faults: rows.map((row) => row.integrity_check).filter((line) => line !== 'ok'),
  };
}

async function lookAtPostgres(db: Knex): Promise<Engine> {
  const asked = await db.raw(`SELECT current_setting('server_version') AS version,
    pg_database_size(current_database()) AS bytes, pg_is_in_recovery() AS replica,
    has_schema_privilege(current_schema(), 'CREATE') AS may_create`);
  const row: { version: string; bytes: string; replica: boolean; may_create: boolean | null } = asked.rows[0];
  const faults = [
    ...(row.replica ? ['the server is a read-only replica'] : []),
    ...(row.may_create ? [] : ['the user may not create tables in the schema']),
  ];
  const engine = `PostgreSQL ${row.version.split(' ')[0]}`;
  return { engine, bytes: Number(row.bytes), freeBytes: null, faults };
}

async function countRows(db: Knex): Promise<{
  people: number;
  admins: number;
  updates: number;
  waiting: number;
  givenUp: number;
}> {
  const count = async (query: Knex.QueryBuilder): Promise<number> =>
    Number((await query.count({ count: '*' }).first())?.count ?? 0);
  return {
    people: await count(db('people').whereNull('removed_at')),
    admins: await count(db('people').whereNull('removed_at').where({ role: 'admin' })),
    updates: await count(db('updates')),
    waiting: await count(db('outbox').where({ state: 'waiting' })),
    givenUp: await count(db('outbox').where({ state: 'failed' })),
  };
}

async function newestMessage(db: Knex): Promise<Date | null> {
  const row = await db('inbox').max({ at: 'received_at' }).first();
  return row?.at === null || row?.at === undefined ? null : new Date(Number(row.at));
}

async function freeBytesOf(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}
