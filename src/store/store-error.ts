import { StoreError, type StoreErrorCode } from '../core/errors.ts';

const SENTENCES: Partial<Record<string, [StoreErrorCode, string]>> = {
  SQLITE_NOTADB: ['not_a_database', 'is not a SQLite database'],
  SQLITE_CORRUPT: ['damaged', 'is damaged: restore a backup'],
  SQLITE_CANTOPEN: ['not_writable', 'cannot be opened: check that the folder is there and may be written'],
  SQLITE_READONLY: [
    'not_writable',
    'may not be written: check the owner and rights of the file and its folder',
  ],
  SQLITE_FULL: ['not_writable', 'cannot grow: the disk is full'],
  SQLITE_IOERR: ['not_writable', 'cannot be read or written: check the disk'],
  SQLITE_BUSY: ['failed', 'is held by another program for too long'],
  EACCES: ['not_writable', 'cannot be made: the folder may not be written'],
  EPERM: ['not_writable', 'cannot be made: the folder may not be written'],
  EROFS: ['not_writable', 'cannot be made: the disk is read-only'],
  ENOTDIR: ['not_writable', 'cannot be made: a part of the path is not a folder'],
  ENOENT: ['not_writable', 'cannot be made: the folder cannot be made'],
  ECONNREFUSED: ['unreachable', 'does not answer: is the server running?'],
  ENOTFOUND: ['unreachable', 'cannot be found: check the host name'],
  EAI_AGAIN: ['unreachable', 'cannot be found: check the host name'],
  ETIMEDOUT: ['unreachable', 'does not answer in time'],
  ECONNRESET: ['unreachable', 'broke the connection off'],
  '28P01': ['refused', 'refuses the user or password'],
  '28000': ['refused', 'refuses the user'],
  '3D000': ['refused', 'has no database of that name'],
  '42501': ['refused', 'does not give this user the rights it needs'],
  '57P03': ['unreachable', 'is starting or stopping'],
  '57P01': ['unreachable', 'was stopped'],
  '53300': ['unreachable', 'has no connection left'],
};

/**
 * A driver's error as one of ours; anything else as it is. A driver's own message may hold the values of a row or the
 * address with its password, so only its code and the statement without values are kept.
 */
export function toStoreError(error: unknown, place: string): unknown {
  if (!(error instanceof Error) || error instanceof StoreError) return error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  if (code === undefined) return error;
  const known = SENTENCES[code];
  if (known) return new StoreError(known[0], `${place} ${known[1]} (${code})`);
  const statement = / - /.test(error.message) ? `: ${error.message.split(' - ')[0]?.slice(0, 120)}` : '';
  return new StoreError('failed', `${place} failed (${code})${statement}`);
}

/** How a sentence names the store: the file, or the server without user and password. */
export function placeOf(url: string): string {
  if (!isPostgres(url)) return url;
  const at = URL.canParse(url) ? new URL(url) : null;
  return at ? `PostgreSQL at ${at.host}${at.pathname}` : 'PostgreSQL';
}

export function isPostgres(url: string): boolean {
  return /^postgres(ql)?:\/\//.test(url);
}
