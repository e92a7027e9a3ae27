import type { FetchedFile } from '../core/file.ts';
import type { Reply } from '../core/message.ts';
import { showAgain, startDraft, waitingDrafts } from './drafts.ts';
import { takePlanFile } from './plan-file.ts';
import { readUpdate } from './read-update.ts';
import { record } from './record.ts';
import { say, type Turn } from './turn.ts';

/**
 * A file somebody sent: an agency's plan, or what goes with an update. With words beside it the words are worked on as
 * ever, and the card they open or change has the file; alone it goes onto the card that waits, or asks for its task.
 */
export async function takeFile(
  turn: Turn,
  caption: string,
  workText: (text: string) => Promise<Reply[]>,
): Promise<Reply[]> {
  const { conversation } = turn.words;
  if (turn.message.group) return say(conversation.groupOnlyQuestions);
  if (!turn.person) return say(conversation.joinFirst);
  const { file } = turn;
  const withWords = async (): Promise<Reply[]> => (caption === '' ? [] : workText(caption));
  if (!file) return say(conversation.unsupported);
  if (file.kind === 'refused')
    return [...say(conversation.file.refused[file.why](file.name)), ...(await withWords())];
  const plans = await takePlanFile(turn, file, caption);
  if (plans) return plans;
  turn.attached = { id: file.id, name: file.name, hash: file.hash };
  const before = await filesOnCards(turn);
  const replies = caption === '' ? await attach(turn) : await workText(caption);
  const after = await filesOnCards(turn);
  if (after.has(file.id)) {
    await keepRecord(turn, file);
    return replies;
  }
  if (before.has(file.hash)) return [...replies, ...say(conversation.file.attached(file.name))];
  // The words were no report: the file goes onto the card that waits, or one of its own.
  if (caption !== '') return [...replies, ...(await attachAndKeep(turn, file))];
  return [...replies, ...say(conversation.file.full)];
}

async function attach(turn: Turn): Promise<Reply[]> {
  const waiting = (await waitingDrafts(turn)).at(-1);
  return waiting ? showAgain(turn, waiting) : startDraft(turn, readUpdate(turn, ''), '');
}

async function attachAndKeep(turn: Turn, file: Extract<FetchedFile, { kind: 'kept' }>): Promise<Reply[]> {
  const replies = await attach(turn);
  if ((await filesOnCards(turn)).has(file.id)) await keepRecord(turn, file);
  return replies;
}

/** Ids and hashes of the files on cards that wait. */
async function filesOnCards(turn: Turn): Promise<Set<string>> {
  const files = (await waitingDrafts(turn)).flatMap(({ attachments }) => attachments);
  return new Set(files.flatMap(({ id, hash }) => [id, hash]));
}

async function keepRecord(turn: Turn, file: Extract<FetchedFile, { kind: 'kept' }>): Promise<void> {
  const { person, tx, now } = turn;
  if (!person) return;
  const { id, name, type, hash, content } = file;
  const bytes = content.length;
  await tx.progress.addAttachment({ id, person: person.id, name, type, bytes, hash, at: now });
  await record(turn, 'file.attached', null, { id, type, bytes });
}
