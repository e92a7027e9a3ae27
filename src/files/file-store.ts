import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileStore } from '../core/file.ts';

const ID = /^[\w-]{24}$/;
/** One that was never finished. */
const HALF = /^\.[\w-]{24}$/;

/** Files in a folder of their own, outside anything that is served, each under a random name without an ending. */
export function createFileStore(folder: string): FileStore {
  const placeOf = (id: string): string | null => (ID.test(id) ? join(folder, id) : null);
  return {
    put: async (bytes) => {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const id = randomBytes(18).toString('base64url');
      const half = join(folder, `.${id}`);
      const file = await open(half, 'wx', 0o600);
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(half, join(folder, id));
      return id;
    },
    get: async (id) => {
      const place = placeOf(id);
      return place ? readFile(place).catch(orNull) : null;
    },
    remove: async (id) => {
      if (ID.test(id) || HALF.test(id)) await rm(join(folder, id), { force: true });
    },
    before: async (at) => {
      const found: string[] = [];
      for (const name of (await readdir(folder).catch(orNull)) ?? []) {
        const { mtimeMs } = await stat(join(folder, name)).catch(() => ({ mtimeMs: Number.NaN }));
        if (mtimeMs < at.getTime()) found.push(name);
      }
      return found;
    },
  };
}

function orNull(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
  throw error;
}
