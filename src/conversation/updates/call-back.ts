import { dayOf, writeDay } from '../../core/clock.ts';
import type { Reply } from '../../core/message.ts';
import type { Draft } from '../../core/progress.ts';
import type { ParsedUpdate } from '../../understand/update/parse-update.ts';
import { record } from '../record.ts';
import { say, type Turn } from '../turn.ts';
import { leadersOf } from './approval.ts';
import { amend, showAgain } from './drafts.ts';

/** The person's cards that wait for a leader's approval, oldest first. */
async function submittedCards({ tx, person }: Turn): Promise<(Draft & { agency: string })[]> {
  const own: (Draft & { agency: string })[] = [];
  for (const agency of person?.agencies ?? [])
    for (const draft of await tx.progress.submitted(agency))
      if (draft.person === person?.id) own.push({ ...draft, agency });
  return own.sort((a, b) => a.shownAt.getTime() - b.shownAt.getTime());
}

/** The card of this task that waits for approval; the last of all where none is of it and `orLast`. */
export async function submittedCard(
  turn: Turn,
  task: string | null,
  orLast: boolean,
): Promise<(Draft & { agency: string }) | null> {
  const own = await submittedCards(turn);
  const ofTask = own.findLast((draft) => draft.task === task);
  return ofTask ?? (orLast ? (own.at(-1) ?? null) : null);
}

/** "Sếp duyệt chưa?": what of the person's is still with a leader. */
export async function ownSubmitted(turn: Turn): Promise<Reply[]> {
  const { words, person } = turn;
  if (!person) return say(words.conversation.joinFirst);
  const { approval } = words.progress;
  const waiting = await submittedCards(turn);
  if (waiting.length === 0) return say(approval.noneSubmitted);
  return waiting.map((draft) => ({
    text: approval.stillWithLeader(draft.task ?? '', writeDay(dayOf(draft.shownAt))),
    choices: [{ label: approval.callBack, action: { kind: 'call_back', draft: draft.id } }],
  }));
}

/** The author's button: the card is the author's again while no leader has decided. */
export async function callBack(turn: Turn, id: string): Promise<Reply[]> {
  const draft = (await submittedCards(turn)).find((one) => one.id === id);
  if (!draft) return say(turn.words.conversation.choiceGone);
  await tellCalledBack(turn, draft);
  return [...say(turn.words.progress.approval.calledBackByYou), ...(await showAgain(turn, draft))];
}

/** "Sửa lại là 65%" about a card that waits for approval: it comes back changed. Null where the message is about none. */
export async function correctSubmitted(
  turn: Turn,
  parsed: ParsedUpdate,
  text: string,
): Promise<Reply[] | null> {
  const { correction, fields, taskBy } = parsed;
  const draft = correction ? await submittedCard(turn, fields.task, taskBy === 'nothing') : null;
  const changed = draft && (await amend(turn, draft, parsed, text));
  if (changed) await tellCalledBack(turn, draft);
  return changed;
}

/** The leaders hear that nothing is left to approve; the caller keeps the card. */
async function tellCalledBack(turn: Turn, draft: Draft & { agency: string }): Promise<void> {
  const { person, parts } = turn;
  if (!person) return;
  await record(
    turn,
    'progress.called_back',
    { draft: draft.id, waitingFor: 'approval' },
    { draft: draft.id },
  );
  const { calledBack } = parts.wording.vi.progress.approval;
  for (const leader of await leadersOf(turn, draft.agency, person))
    await turn.tell(leader.id, { text: calledBack(person.name, draft.task ?? ''), choices: [] });
}
