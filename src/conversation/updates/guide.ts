import type { Reply } from '../../core/message.ts';
import type { Draft, Form, ProgressFields } from '../../core/progress.ts';
import { fold, shorten } from '../../core/text.ts';
import { amendDraft } from '../../progress/draft.ts';
import { bareNumber } from '../../understand/update/amendment.ts';
import { say, type Turn } from '../turn.ts';
import { showCard, taskAt } from './card.ts';
import { ownDraft } from './drafts.ts';
import { readUpdate } from './read-update.ts';

type Guided = Extract<Form, { kind: 'guided' }>;

/** The fields in the order they are asked. */
const FIELDS: Guided['asks'][] = ['progress', 'result', 'difficulty', 'proposal', 'expectedDate'];
const TASK_LENGTH = 120;

/** Fills a card field by field, for those who would rather be asked. */
export async function beginGuide(turn: Turn, id: string): Promise<Reply[]> {
  const draft = await ownDraft(turn, id);
  if (!draft) return say(turn.words.conversation.choiceGone);
  return askNext(turn, draft, 0);
}

/** The answer to the field that is asked goes into the card as it is said, and the next field is asked. */
export async function answerGuide(turn: Turn, form: Guided, text: string): Promise<Reply[] | null> {
  const draft = await ownDraft(turn, form.draft);
  if (!draft) return null;
  if (NOTHING_TO_SAY.test(fold(text))) return skipField(turn, draft.id);
  const said = fieldFrom(turn, form.asks, text);
  if (!said) return [await question(turn, draft, form.asks, true)];
  const changed = amendDraft(draft, { ...readUpdate(turn, ''), fields: { ...NOTHING, ...said } }, text);
  await turn.tx.progress.saveDraft(changed);
  return askNext(turn, changed, FIELDS.indexOf(form.asks) + 1);
}

/** The button that leaves the field as it is. */
export async function skipField(turn: Turn, id: string): Promise<Reply[]> {
  const { person, tx, words } = turn;
  const open = person && (await tx.progress.form(person.id));
  const draft = await ownDraft(turn, id);
  if (!draft || open?.form.kind !== 'guided' || open.form.draft !== id)
    return say(words.conversation.choiceGone);
  return askNext(turn, draft, FIELDS.indexOf(open.form.asks) + 1);
}

const NOTHING_TO_SAY =
  /^(?:(?:da|vang|em|toi) )*(?:bo qua|khong|ko|k|chua|skip|none|no)(?: (?:co|biet|ro|phat sinh|gi|a|nhe|het|ca|kho khan|vuong mac|de xuat|kien nghi|ngay))*[.! ]*$/;

const NOTHING: ProgressFields = {
  task: null,
  percent: null,
  state: null,
  result: null,
  difficulty: null,
  proposal: null,
  expectedDate: null,
};

/** What the answer says of the one field; null where it says nothing of it. */
function fieldFrom(turn: Turn, asks: Guided['asks'], text: string): Partial<ProgressFields> | null {
  if (asks === 'result' || asks === 'difficulty' || asks === 'proposal') return { [asks]: text };
  const { fields } = readUpdate(turn, text);
  if (asks === 'expectedDate') return fields.expectedDate ? { expectedDate: fields.expectedDate } : null;
  const percent = fields.percent ?? bareNumber(text);
  return percent !== null || fields.state !== null ? { percent, state: fields.state } : null;
}

async function askNext(turn: Turn, draft: Draft, at: number): Promise<Reply[]> {
  const { person, tx, now } = turn;
  if (!person) return [];
  const asks = FIELDS.slice(at).find((field) => field === 'progress' || draft[field] === null);
  if (asks) {
    await tx.progress.setForm(person.id, { kind: 'guided', draft: draft.id, asks }, now);
    return [await question(turn, draft, asks, false)];
  }
  await tx.progress.setForm(person.id, null, now);
  const waiting: Draft = { ...draft, waitingFor: 'confirm' };
  await tx.progress.saveDraft(waiting);
  return [await showCard(turn, waiting)];
}

async function question(turn: Turn, draft: Draft, asks: Guided['asks'], again: boolean): Promise<Reply> {
  const { guide } = turn.words.progress;
  const task = draft.task ?? '';
  const text = again ? guide.again[asks === 'progress' ? 'progress' : 'expectedDate'] : guide.ask[asks];
  const head =
    asks === 'progress' && !again
      ? `${task} – ${shorten(taskAt(turn, task)?.text ?? '', TASK_LENGTH)}\n`
      : '';
  return {
    text: `${head}${text}`,
    choices: [{ label: guide.skip, action: { kind: 'guide_skip', draft: draft.id } }],
  };
}
