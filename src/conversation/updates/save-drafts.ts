import type { Reply } from '../../core/message.ts';
import { say, type Turn } from '../turn.ts';
import { askApproval, leadersOf } from './approval.ts';
import { agencyFor, draftNote, ownDraft, owners } from './drafts.ts';
import { storeUpdate } from './store-update.ts';

/** The yes to one or several cards; says which card still waits. */
export async function saveDrafts(turn: Turn, ids: string[]): Promise<Reply[]> {
  const replies: Reply[] = [];
  for (const id of ids) replies.push(...(await saveDraft(turn, id)));
  const left = await draftNote(turn);
  return left ? [...replies, ...say(left)] : replies;
}

/** The author's yes: the card becomes an update, once, or goes to a leader where the agency wants that. */
export async function saveDraft(turn: Turn, id: string): Promise<Reply[]> {
  const { progress, conversation } = turn.words;
  const draft = await ownDraft(turn, id);
  if (!draft || !turn.person || !draft.task) return say(conversation.choiceGone);
  const agency = agencyFor(turn, draft.task);
  if (!agency) return say(progress.notPermitted(draft.task, owners(turn, draft.task)));
  const leaders = await leadersOf(turn, agency, turn.person);
  if (leaders.length > 0) return askApproval(turn, { ...draft, agency }, leaders);
  const saved = await storeUpdate(turn, { ...draft, agency }, turn.person, null);
  return say(saved ?? progress.alreadySaved);
}
