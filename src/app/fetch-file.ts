import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Channel } from '../core/channel.ts';
import { SendError } from '../core/errors.ts';
import type { FetchedFile, FileRefusal, FileStore, FileType } from '../core/file.ts';
import type { StoredMessage } from '../core/store.ts';
import { kindOfFile } from '../files/kind-of-file.ts';
import { isClassified } from '../understand/classified.ts';

/** How long a person waits for a file to be fetched, and the waits before each further try. */
const GIVE_UP_MS = 20_000;
const WAITS_MS = [0, 500, 2_000, 5_000];
const NAME_LENGTH = 100;
const TYPES: ReadonlySet<string> = new Set<FileType>(['pdf', 'docx', 'xlsx', 'jpeg', 'png', 'webp', 'heic']);

export interface FetchOptions {
  channels: Map<string, Channel>;
  files: FileStore;
  maxBytes: number;
  /** Whoever has not joined, or writes in a group, has no file fetched. */
  mayHave(stored: StoredMessage): Promise<boolean>;
  onError(error: unknown): void;
}

/**
 * Brings the file of a message onto our disk and looks what it is; null where the message has none, or is marked as a
 * state secret and not to be fetched. Never throws: what cannot be had is said.
 */
export async function fetchFile(
  stored: StoredMessage,
  { channels, files, maxBytes, mayHave, onError }: FetchOptions,
): Promise<FetchedFile | null> {
  const { body, channel: name } = stored.message;
  if (body.kind !== 'file') return null;
  const channel = channels.get(name);
  const discard = async (): Promise<void> => channel?.discardFile?.(body.ref).catch(onError);
  const fileName = plainName(body.name);
  if (isClassified(`${body.name} ${body.caption ?? ''}`) || !(await mayHave(stored))) {
    await discard();
    return null;
  }
  const refused = async (why: FileRefusal): Promise<FetchedFile> => {
    await discard();
    return { kind: 'refused', name: fileName, why };
  };
  if (body.bytes !== null && body.bytes > maxBytes) return refused('too_large');
  const content = await download(channel, body.ref, maxBytes, onError);
  if (!content) return refused('unreachable');
  if (content.length > maxBytes) return refused('too_large');
  const type = kindOfFile(content);
  if (!isType(type)) return refused(type);
  const id = await files.put(content);
  const hash = createHash('sha256').update(content).digest('hex');
  return { kind: 'kept', id, name: fileName, type, hash, content };
}

async function download(
  channel: Channel | undefined,
  ref: string,
  maxBytes: number,
  onError: (error: unknown) => void,
): Promise<Uint8Array | null> {
  if (!channel?.fetchFile) return null;
  const stop = AbortSignal.timeout(GIVE_UP_MS);
  for (const wait of WAITS_MS) {
    await sleep(wait);
    if (stop.aborted) return null;
    try {
      return await channel.fetchFile(ref, stop, maxBytes);
    } catch (error) {
      onError(error);
      if (error instanceof SendError && !error.retryable) return null;
    }
  }
  return null;
}

function isType(kind: FileType | FileRefusal): kind is FileType {
  return TYPES.has(kind);
}

/** The name as a person reads it: no path, no control characters. */
function plainName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  return (
    last
      .normalize('NFC')
      .replace(/[\p{C}<>"]/gu, '')
      .trim()
      .slice(-NAME_LENGTH) || 'tep'
  );
}
