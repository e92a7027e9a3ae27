import type { FileStore } from '../core/file.ts';
import type { Store, Transaction } from '../core/store.ts';

/** The file, where the person behind this chat page may read it: sent by them, or with an update of their agency. */
export async function readableFile(
  tx: Transaction,
  chat: string,
  id: string,
): Promise<{ name: string; type: string } | null> {
  const person = await tx.people.find('web', chat);
  const file = person && (await tx.progress.attachment(id));
  if (!person || !file) return null;
  const agencies = await tx.progress.agenciesOfFile(id);
  const mayAll = person.role === 'focal' || person.role === 'admin';
  const isTheirs =
    file.person === person.id ||
    (agencies.length > 0 && (mayAll || agencies.some((agency) => person.agencies.includes(agency))));
  return isTheirs ? { name: file.name, type: file.type } : null;
}

/** Removes files that no update and no waiting card has, last written before: refused, dropped or fetched twice. */
export async function removeUnused(store: Store, files: FileStore, before: Date): Promise<void> {
  for (const id of await files.before(before))
    if (!(await store.transaction((tx) => tx.progress.isFileUsed(id)))) await files.remove(id);
}
