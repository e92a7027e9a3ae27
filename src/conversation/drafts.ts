import type { Reply } from '../core/message.ts';
import type { Task } from '../core/programme.ts';
import type { Draft } from '../core/progress.ts';
import { shorten } from '../core/text.ts';
import { renderCard } from '../progress/card.ts';
import { amendDraft, newDraft } from '../progress/draft.ts';
import { mayReport } from '../progress/permission.ts';
import type { ParsedUpdate } from '../understand/update/parse-update.ts';
import { stopNudges } from './stop-nudges.ts';
import { say, type Turn } from './turn.ts';

const LABEL_LENGTH = 60;

/** Opens a card from a message. */
export async function startDraft(turn: Turn, parsed: ParsedUpdate, text: string): Promise<Reply[]> {
  const { progress } = turn.words;
  if (parsed.indicator) return say(progress.indicator(parsed.indicator.text, parsed.indicator.value));
  if (!turn.person) return [];
  const draft = newDraft(parsed, text, turn.person.id, turn.now, turn.parts.newId());
  return keep(turn, draft, parsed.taskCandidates);
}

/** Merges a message into the card that waits for it; null when the message holds nothing for the card. */
export async function amend(
  turn: Turn,
  draft: Draft,
  parsed: ParsedUpdate,
  text: string,
): Promise<Reply[] | null> {
  const { fields } = parsed;
  const says =
    fields.percent !== null ||
    fields.state !== null ||
    fields.expectedDate !== null ||
    fields.task !== null ||
    fields.difficulty !== null ||
    fields.proposal !== null;
  if (draft.waitingFor === 'task' && !fields.task) return null;
  if (!says) return parsed.isUpdate > 0 ? say(turn.words.conversation.nothingToChange) : null;
  return keep(turn, amendDraft(draft, parsed, text), []);
}

/** Stores the card and shows it, or asks for the one thing that is missing. */
async function keep(turn: Turn, draft: Draft, candidates: string[]): Promise<Reply[]> {
  const { progress } = turn.words;
  if (draft.task && !permitted(turn, draft.task)) {
    return say(progress.notPermitted(draft.task, owners(turn, draft.task)));
  }
  if (draft.percent !== null && draft.percent > 100) {
    await turn.tx.progress.saveDraft({ ...draft, percent: null, waitingFor: 'change' });
    return say(progress.percentTooHigh(draft.percent));
  }
  if (!draft.task) {
    await turn.tx.progress.saveDraft({ ...draft, waitingFor: 'task' });
    const own = candidates.filter((address) => permitted(turn, address));
    return [
      {
        text: progress.askTask,
        choices: own.map((address) => ({
          label: shorten(`${address} ${taskAt(turn, address)?.text ?? ''}`, LABEL_LENGTH),
          action: { kind: 'draft_task', draft: draft.id, task: address },
        })),
      },
    ];
  }
  const waiting: Draft = { ...draft, waitingFor: 'confirm' };
  await turn.tx.progress.saveDraft(waiting);
  return [card(turn, waiting)];
}

function card(turn: Turn, draft: Draft): Reply {
  const { progress } = turn.words;
  return {
    text: renderCard(draft, taskAt(turn, draft.task ?? '')?.text ?? '', turn.language),
    choices: [
      { label: progress.save, action: { kind: 'draft', do: 'save', draft: draft.id } },
      { label: progress.change, action: { kind: 'draft', do: 'change', draft: draft.id } },
      { label: progress.cancel, action: { kind: 'draft', do: 'cancel', draft: draft.id } },
    ],
  };
}

/** The yes: closes the card and appends the update, once. */
export async function saveDraft(turn: Turn, id: string): Promise<Reply[]> {
  const { progress, conversation } = turn.words;
  const draft = await ownDraft(turn, id);
  if (!draft || !turn.person || !draft.task) return say(conversation.choiceGone);
  if (!permitted(turn, draft.task)) return say(progress.notPermitted(draft.task, owners(turn, draft.task)));
  if (!(await turn.tx.progress.closeDraft(id, 'saved', turn.now))) return say(progress.alreadySaved);
  const { task, percent, state, result, difficulty, proposal, expectedDate, words } = draft;
  const update = {
    task,
    percent,
    state,
    result,
    difficulty,
    proposal,
    expectedDate,
    words,
    person: turn.person.id,
    agency: turn.person.agency,
    channel: turn.message.channel,
    at: turn.now,
  };
  const receipt = await turn.tx.progress.append(update);
  await turn.tx.audit.write({
    at: turn.now,
    person: turn.person.id,
    channel: turn.message.channel,
    action: 'progress.append',
    before: null,
    after: { receipt, task, percent, state },
  });
  const stopped = await stopNudges(turn, turn.person.agency);
  return say(progress.saved(receipt, draft.task) + (stopped ? `\n${conversation.nudgesStopped}` : ''));
}

/** Asks what to change; the next message amends the card. */
export async function changeDraft(turn: Turn, id: string): Promise<Reply[]> {
  const draft = await ownDraft(turn, id);
  if (!draft) return say(turn.words.conversation.choiceGone);
  await turn.tx.progress.saveDraft({ ...draft, waitingFor: 'change' });
  return say(turn.words.progress.askChange);
}

export async function cancelDraft(turn: Turn, id: string): Promise<Reply[]> {
  const draft = await ownDraft(turn, id);
  if (!draft || !(await turn.tx.progress.closeDraft(id, 'cancelled', turn.now)))
    return say(turn.words.conversation.choiceGone);
  return say(turn.words.progress.cancelled);
}

/** The person picked the task a card is about. */
export async function chooseDraftTask(turn: Turn, id: string, task: string): Promise<Reply[]> {
  const draft = await ownDraft(turn, id);
  if (!draft) return say(turn.words.conversation.choiceGone);
  return keep(turn, { ...draft, task }, []);
}

async function ownDraft(turn: Turn, id: string): Promise<Draft | null> {
  if (!turn.person) return null;
  const drafts = await turn.tx.progress.drafts(turn.person.id);
  return drafts.find((draft) => draft.id === id) ?? null;
}

function permitted(turn: Turn, task: string): boolean {
  return turn.person !== null && mayReport(turn.person.agency, task, turn.parts.knowledge);
}

function taskAt(turn: Turn, address: string): Task | undefined {
  return turn.parts.knowledge.programme.fields
    .flatMap((field) => field.blocks.flatMap((block) => block.tasks))
    .find((task) => task.address === address);
}

function owners(turn: Turn, address: string): string[] {
  const block = turn.parts.knowledge.programme.fields
    .flatMap((field) => field.blocks)
    .find((candidate) => candidate.tasks.some((task) => task.address === address));
  return block?.agencies.map((agency) => agency.name) ?? [];
}
