import type { Reply } from '../core/message.ts';
import type { Person } from '../core/person.ts';
import type { Form } from '../core/progress.ts';
import { readYesNo } from '../understand/yes-no.ts';
import { answerPlanFile } from './plans/plan-file.ts';
import { answerPlanForm } from './plans/plans.ts';
import { say, type Turn } from './turn.ts';
import { editCard, returnCard } from './updates/approval.ts';
import { waitingDrafts } from './updates/drafts.ts';
import { answerGuide } from './updates/guide.ts';
import { withdraw } from './updates/withdraw.ts';

const HOUR_MS = 3_600_000;
/** How long the next message is taken for the answer; a plan or form that was left is gone on with by its command. */
const LASTS_MS: Record<Form['kind'], number> = {
  withdraw: HOUR_MS,
  return: HOUR_MS,
  edit: HOUR_MS,
  guided: 12 * HOUR_MS,
  plan: 12 * HOUR_MS,
  plan_file: 12 * HOUR_MS,
};

/** Takes a message as the answer to what was asked last; null where nothing was, or the message is about something else. */
export async function answerForm(turn: Turn, text: string): Promise<Reply[] | null> {
  const open = await openForm(turn);
  if (!open || !turn.person) return null;
  // A card that was shown since has the yes or no.
  const isOfCard = open.form.kind !== 'guided' && readYesNo(text) !== null;
  if (isOfCard && (await waitingDrafts(turn)).some(({ shownAt }) => shownAt >= open.at)) return null;
  return answerOpen(turn, turn.person, open.form, text);
}

async function answerOpen(turn: Turn, person: Person, open: Form, text: string): Promise<Reply[] | null> {
  if (open.kind === 'plan') return answerPlanForm(turn, open, text);
  if (open.kind === 'plan_file') return answerPlanFile(turn, open, text);
  if (open.kind === 'guided' && !/^(hủy|huy|cancel)\b/iu.test(text.trim()))
    return answerGuide(turn, open, text);
  if (readYesNo(text) === 'no') {
    await turn.tx.progress.setForm(person.id, null, turn.now);
    // The card itself is dropped by the same word.
    return open.kind === 'guided' ? null : say(turn.words.progress.formLeft);
  }
  switch (open.kind) {
    case 'guided':
      return null;
    case 'withdraw':
      return withdraw(turn, open.receipt, text);
    case 'return':
      return returnCard(turn, open.draft, text);
    case 'edit':
      return editCard(turn, open.draft, text);
  }
}

async function openForm(turn: Turn): Promise<{ form: Form; at: Date } | null> {
  if (!turn.person || turn.message.group) return null;
  const open = await turn.tx.progress.form(turn.person.id);
  if (!open) return null;
  return turn.now.getTime() - open.at.getTime() < LASTS_MS[open.form.kind] ? open : null;
}

/** One line about a plan that was left half-way, for the end of an answer to something else. */
export async function formNote(turn: Turn): Promise<string | null> {
  const open = await openForm(turn);
  return open?.form.kind === 'plan' ? turn.words.plans.waiting(open.form.task) : null;
}
