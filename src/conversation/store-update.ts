import type { Person } from '../core/person.ts';
import type { Draft, ProgressUpdate } from '../core/progress.ts';
import { record } from './record.ts';
import { stopNudges } from './stop-nudges.ts';
import type { Turn } from './turn.ts';

/** Closes the card and appends what it says; what was said of it, or null when it was closed before. */
export async function storeUpdate(
  turn: Turn,
  draft: Draft & { agency: string },
  author: Pick<Person, 'id'>,
  approvedBy: string | null,
): Promise<string | null> {
  const { progress, conversation } = turn.words;
  const { task, agency } = draft;
  if (!task || !(await turn.tx.progress.closeDraft(draft.id, 'saved', turn.now))) return null;
  const { percent, state, result, difficulty, proposal, expectedDate, words, corrects } = draft;
  const attachments = draft.attachments.map(({ id }) => id);
  const update: Omit<ProgressUpdate, 'receipt'> = {
    ...{ task, agency, percent, state, result, difficulty, proposal, expectedDate, words, attachments },
    ...{ corrects, withdraws: null, approvedBy, person: author.id },
    channel: turn.message.channel,
    at: turn.now,
  };
  const receipt = await turn.tx.progress.append(update);
  const before = corrects ? { receipt: corrects } : null;
  await record(turn, 'progress.append', before, { receipt, card: draft.id, task, agency, percent, state });
  const stopped = await stopNudges(turn, agency);
  return progress.saved(receipt, task) + (stopped ? `\n${conversation.nudgesStopped}` : '');
}
