import { existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { StoreError } from '../core/errors.ts';
import { openDatabase } from './connect.ts';
import { isPostgres, placeOf, toStoreError } from './store-error.ts';

/**
 * Writes a whole, checked copy of a SQLite store to a new file while the program goes on. The file has its name only
 * when it is complete and on the disk.
 * @throws StoreError when the source is missing, the file is there already, or the copy is not sound.
 */
export async function backUp(url: string, file: string): Promise<void> {
  if (isPostgres(url)) throw new StoreError('refused', 'PostgreSQL is backed up with pg_dump');
  if (!existsSync(url)) throw new StoreError('missing', `${url}: no store is there`);
  if (existsSync(file)) throw new StoreError('not_empty', `${file} is there already: name a new file`);
  const part = `${file}.part`;
  await rm(part, { force: true });
  try {
    await withDatabase(url, async (source) => void (await source.raw('VACUUM INTO ?', [part])));
    await withDatabase(part, async (copy) => {
      // The copy came in the journal mode of a plain file; opening made it WAL, which would leave two more files.
      await copy.raw('PRAGMA journal_mode = DELETE');
      const [row]: { integrity_check: string }[] = await copy.raw('PRAGMA integrity_check');
      if (row?.integrity_check !== 'ok')
        throw new StoreError('damaged', `${url} is damaged: the copy is not sound`);
    });
    await flush(part);
    await rename(part, file);
    await flush(dirname(file));
  } catch (error) {
    await rm(part, { force: true });
    throw toStoreError(error, file);
  }
}

async function withDatabase(
  file: string,
  work: (db: ReturnType<typeof openDatabase>) => Promise<void>,
): Promise<void> {
  const db = openDatabase(file, { existing: true });
  try {
    await work(db);
  } catch (error) {
    throw toStoreError(error, placeOf(file));
  } finally {
    await db.destroy();
  }
}

/** VACUUM INTO leaves the writing to the system; a backup must survive a power cut. */
async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
