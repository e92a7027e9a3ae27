import { existsSync } from 'node:fs';
import type { Knex } from 'knex';
import { StoreError } from '../core/errors.ts';
import { migrationsDone, openDatabase, openStore } from './connect.ts';
import { migrations } from './migrations/all.ts';
import { placeOf, toStoreError } from './store-error.ts';

const ROWS_AT_ONCE = 200;

/** Every table, those that others refer to first, and whether the database counts its ids. */
const TABLES: { name: string; order: string[]; counted: boolean }[] = [
  { name: 'people', order: ['id'], counted: false },
  { name: 'identities', order: ['channel', 'chat'], counted: false },
  { name: 'memberships', order: ['person', 'agency'], counted: false },
  { name: 'join_codes', order: ['hash'], counted: false },
  { name: 'link_codes', order: ['hash'], counted: false },
  { name: 'handovers', order: ['id'], counted: false },
  { name: 'forms', order: ['person'], counted: false },
  { name: 'plans', order: ['id'], counted: true },
  { name: 'agency_settings', order: ['agency', 'name'], counted: false },
  { name: 'successions', order: ['id'], counted: true },
  { name: 'attachments', order: ['id'], counted: false },
  { name: 'conversations', order: ['channel', 'chat'], counted: false },
  { name: 'choices', order: ['id'], counted: true },
  { name: 'drafts', order: ['id'], counted: false },
  { name: 'counters', order: ['name'], counted: false },
  { name: 'updates', order: ['id'], counted: true },
  { name: 'nudges', order: ['key'], counted: false },
  { name: 'duty_reports', order: ['duty', 'year', 'agency'], counted: false },
  { name: 'nudge_mutes', order: ['person', 'duty', 'year'], counted: false },
  { name: 'channel_tokens', order: ['channel'], counted: false },
  { name: 'audit', order: ['id'], counted: true },
  { name: 'inbox', order: ['id'], counted: true },
  { name: 'outbox', order: ['id'], counted: true },
];

/**
 * Copies everything of a SQLite file into an empty store, in one transaction; the program must be stopped meanwhile.
 * Returns the number of rows of each table.
 * @throws StoreError when the file is missing, of another version, or the target holds something.
 */
export async function copyStore(file: string, target: string): Promise<Record<string, number>> {
  if (!existsSync(file)) throw new StoreError('missing', `${file}: no store is there`);
  await (await openStore(target)).close();
  const from = openDatabase(file, { existing: true });
  const to = openDatabase(target);
  try {
    const known = (await migrations.getMigrations([])).map(({ name }) => name);
    if ((await migrationsDone(from)).join() !== known.join())
      throw new StoreError(
        'newer',
        `${file} is of another version: start this dondoc on it once, stop it, then copy`,
      );
    return await to.transaction(async (trx) => {
      const counts: Record<string, number> = {};
      await trx('counters').delete();
      for (const table of TABLES) counts[table.name] = await copyTable(from, trx, table, placeOf(target));
      return counts;
    });
  } catch (error) {
    throw toStoreError(error, placeOf(target));
  } finally {
    await from.destroy();
    await to.destroy();
  }
}

async function copyTable(
  from: Knex,
  to: Knex.Transaction,
  { name, order, counted }: (typeof TABLES)[number],
  place: string,
): Promise<number> {
  if (await to(name).first())
    throw new StoreError('not_empty', `${place} is not empty: copy into a new database`);
  let count = 0;
  for (;;) {
    const rows: object[] = await from(name)
      .orderBy(order.map((column) => ({ column })))
      .offset(count)
      .limit(ROWS_AT_ONCE);
    if (rows.length > 0) await to(name).insert(rows);
    count += rows.length;
    if (rows.length < ROWS_AT_ONCE) break;
  }
  // PostgreSQL does not see ids it did not give out; SQLite goes on from the highest.
  if (counted && to.client.config.client === 'pg')
    await to.raw(`SELECT setval(pg_get_serial_sequence(?, 'id'), (SELECT max(id) FROM ${name}))`, [name]);
  return count;
}
