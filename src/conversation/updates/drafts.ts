import { heldNow } from '../../core/held-now.ts';
import type { ChoiceAction, Reply } from '../../core/message.ts';
import { type Knowledge, writeBefore } from '../../core/programme.ts';
import type { AttachedFile, Draft, ProgressFields, ProgressUpdate } from '../../core/progress.ts';
import { shorten } from '../../core/text.ts';
import { takesOver } from '../../knowledge/succession.ts';
import { amendDraft, newDraft } from '../../progress/draft.ts';
import { mayReport, ownTasks, tasksOf } from '../../progress/permission.ts';
import {
  bareNumber,
  clearedField,
  givesEvidence,
  namesOtherTask,
} from '../../understand/update/amendment.ts';
import type { ParsedUpdate } from '../../understand/update/parse-update.ts';
import { standsInFor } from '../people/handover.ts';
import { agencyName, bothNames, say, type Turn } from '../turn.ts';
import { showCard, taskAt } from './card.ts';

const LABEL_LENGTH = 60;
const TASK_CHOICES = 8;
/** How far back the last update is looked for. */
const RECENT = 20;

/** Opens a card from a message. A correction with no task of its own is about what the person sent last. */
export async function startDraft(turn: Turn, parsed: ParsedUpdate, text: string): Promise<Reply[]> {
  const { progress } = turn.words;
  if (parsed.indicator) return say(progress.indicator(parsed.indicator.text, parsed.indicator.value));
  if (!turn.person) return [];
  if (ownTasks(turn.person, turn.parts.knowledge).length === 0) return say(noTasks(turn, turn.person.agency));
  const draft = newDraft(parsed, text, turn.person.id, turn.now, turn.parts.newId());
  const last = parsed.correction && parsed.taskBy !== 'address' ? await lastSent(turn) : null;
  const task = last ? taskOfCorrection(parsed, last, turn.parts.knowledge) : draft.task;
  const corrects = last && last.task === task ? last.receipt : null;
  return keep(turn, { ...draft, task, corrects }, parsed);
}

/** An agency without tasks: it never had any, or others hold them now. */
function noTasks(turn: Turn, id: string): string {
  const { progress } = turn.words;
  const agency = turn.parts.knowledge.agencies.find((one) => one.id === id);
  const holders = agency?.successors.flatMap(({ agency: holder }) => holder ?? []) ?? [];
  const name = agencyName(turn, id);
  if (holders.length > 0)
    return progress.passedOn(name, holders.map((holder) => agencyName(turn, holder)).join('; '));
  return progress.noTasks(name, generalReport(turn));
}

/** The report every agency owes, whatever its tasks. */
function generalReport({ parts }: Turn): { address: string; before: string } | null {
  const duty = parts.knowledge.duties.find(({ who }) => who === 'every_agency');
  return duty ? { address: duty.address, before: writeBefore(duty) } : null;
}

async function lastSent(turn: Turn): Promise<ProgressUpdate | null> {
  if (!turn.person) return null;
  const recent = await turn.tx.progress.updates({ agencies: turn.person.agencies, limit: RECENT });
  return recent.find(({ person }) => person === turn.person?.id) ?? null;
}

/** The words of a correction name a task of the agency, or the last update's task is meant. */
function taskOfCorrection(parsed: ParsedUpdate, last: ProgressUpdate, knowledge: Knowledge): string | null {
  const { task } = parsed.fields;
  const own = task !== null && tasksOf(last.agency, knowledge).includes(task);
  return parsed.taskBy === 'document' || (parsed.taskBy === 'words' && own) ? task : last.task;
}

/** Merges a message into the card that waits for it; null when the message holds nothing for the card. */
export async function amend(
  turn: Turn,
  draft: Draft,
  parsed: ParsedUpdate,
  text: string,
): Promise<Reply[] | null> {
  const cleared = clearedField(text);
  if (cleared) {
    const state = cleared === 'difficulty' && draft.state === 'stuck' ? null : draft.state;
    return showAgain(turn, { ...draft, [cleared]: null, state, words: [...draft.words, text] });
  }
  const proves = draft.task !== null && givesEvidence(text);
  const fields = saidForCard(turn, draft, parsed, text);
  // The day of a document is no day on which the work ends.
  const said = proves ? { ...fields, result: null, expectedDate: null } : fields;
  if (draft.waitingFor === 'task' && !said.task && said.percent === null) return null;
  const says = proves || Object.values(said).some((value) => value !== null) || parsed.impossibleDay !== null;
  if (!says) return draft.waitingFor === 'change' ? say(turn.words.conversation.nothingToChange) : null;
  return keep(turn, amendDraft(draft, { ...parsed, fields: said }, text), { ...parsed, taskCandidates: [] });
}

/** Nothing but its task is known. */
export function saysNothing({ percent, state, result, difficulty, proposal, expectedDate }: Draft): boolean {
  return [percent, state, result, difficulty, proposal, expectedDate].every((value) => value === null);
}

/** A yes while something was still to be changed: the card is shown as it stands, and only a yes to that saves it. */
export async function showAgain(turn: Turn, draft: Draft): Promise<Reply[]> {
  return keep(turn, draft, { taskCandidates: [], impossibleDay: null });
}

/** What the message says of this card: another task only where it names one; a bare number is the share. */
function saidForCard(
  turn: Turn,
  draft: Draft,
  { fields, taskBy }: ParsedUpdate,
  text: string,
): ProgressFields {
  const named = taskBy === 'address' || taskBy === 'document';
  // Words that come near another agency's task name none, while the own one is asked.
  if (draft.task === null && !named && fields.task !== null && agencyFor(turn, fields.task) === null)
    return { ...fields, task: null };
  const movesTask = draft.task === null || named || (taskBy === 'words' && namesOtherTask(text));
  const bare = fields.percent === null && fields.expectedDate === null ? bareNumber(text) : null;
  return { ...fields, task: movesTask ? fields.task : null, percent: fields.percent ?? bare };
}

/** Stores the card and shows it, or asks for the one thing that is missing. */
async function keep(
  turn: Turn,
  found: Draft,
  { taskCandidates, impossibleDay }: Pick<ParsedUpdate, 'taskCandidates' | 'impossibleDay'>,
): Promise<Reply[]> {
  const { progress } = turn.words;
  // Who stands in and works on a colleague's card goes on with it.
  const own = { ...found, person: turn.person?.id ?? found.person, shownAt: await shownNow(turn, found.id) };
  const draft = withFile(own, turn.attached);
  const agency = draft.task ? agencyFor(turn, draft.task) : null;
  if (draft.task && !agency) return say(progress.notPermitted(draft.task, owners(turn, draft.task)));
  if (draft.percent !== null && (draft.percent > 100 || draft.percent < 0)) {
    await turn.tx.progress.saveDraft({ ...draft, percent: null, state: null, waitingFor: 'change' });
    return say(progress.percentTooHigh(draft.percent));
  }
  if (!draft.task) {
    await turn.tx.progress.saveDraft({ ...draft, waitingFor: 'task' });
    return [askTask(turn, draft, taskCandidates)];
  }
  if (saysNothing(draft)) {
    await turn.tx.progress.saveDraft({ ...draft, agency, waitingFor: 'change' });
    const guide: ChoiceAction = { kind: 'draft', do: 'guide', draft: draft.id };
    return [
      { text: progress.askWhat(draft.task), choices: [{ label: progress.guideButton, action: guide }] },
    ];
  }
  const waiting: Draft = { ...draft, agency, waitingFor: 'confirm' };
  await turn.tx.progress.saveDraft(waiting);
  return [await showCard(turn, waiting, impossibleDay ? [progress.impossibleDay(impossibleDay)] : [])];
}

/** After every other card of the person: those shown at once keep their order. */
async function shownNow(turn: Turn, id: string): Promise<Date> {
  const others = (await waitingDrafts(turn)).filter((draft) => draft.id !== id);
  return new Date(Math.max(turn.now.getTime(), ...others.map(({ shownAt }) => shownAt.getTime() + 1)));
}

/** Most files on one card. */
const MOST_FILES = 5;

/** The card with the file of this message on it; the same content is kept once. */
function withFile(draft: Draft, file: AttachedFile | null): Draft {
  const has = draft.attachments.some(({ hash }) => hash === file?.hash);
  if (!file || has || draft.attachments.length >= MOST_FILES) return draft;
  return { ...draft, attachments: [...draft.attachments, file] };
}

function askTask(turn: Turn, draft: Draft, candidates: string[]): Reply {
  const own = turn.person ? ownTasks(turn.person, turn.parts.knowledge) : [];
  const likely = candidates.filter((address) => own.includes(address));
  return {
    text: turn.words.progress.askTask,
    choices: (likely.length > 0 ? likely : own).slice(0, TASK_CHOICES).map((address) => ({
      label: shorten(`${address} ${taskAt(turn, address)?.text ?? ''}`, LABEL_LENGTH),
      action: { kind: 'draft_task', draft: draft.id, task: address },
    })),
  };
}

/** The card again, for a message that is no answer to it. */
export async function remindOfDraft(turn: Turn, draft: Draft): Promise<Reply[]> {
  if (draft.waitingFor === 'task') return [askTask(turn, draft, [])];
  const shown = await showCard(turn, draft);
  return [{ ...shown, text: turn.words.progress.stillWaiting(draft.task ?? '') }];
}

/** One line about the last card that waits, for the end of an answer to something else. */
export async function draftNote(turn: Turn): Promise<string | null> {
  const drafts = await waitingDrafts(turn);
  const waiting = drafts.findLast(({ waitingFor }) => waitingFor === 'confirm');
  return waiting?.task ? turn.words.conversation.draftWaiting(waiting.task) : null;
}

/** Asks what to change; the next message amends the card. */
export async function changeDraft(turn: Turn, id: string): Promise<Reply[]> {
  const draft = await ownDraft(turn, id);
  if (!draft) return say(turn.words.conversation.choiceGone);
  const shownAt = await shownNow(turn, id);
  await turn.tx.progress.saveDraft({ ...draft, waitingFor: 'change', shownAt });
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
  return keep(turn, { ...draft, task }, { taskCandidates: [], impossibleDay: null });
}

/** A card of the person, or of a colleague the person stands in for; null for anybody else's. */
export async function ownDraft(turn: Turn, id: string): Promise<Draft | null> {
  const draft = turn.person && (await turn.tx.progress.getDraft(id));
  if (!turn.person || !draft) return null;
  const people = [turn.person.id, ...(await standsInFor(turn))];
  if (!people.includes(draft.person)) return null;
  // One that was saved, cancelled or submitted is in none of the lists.
  const open = await turn.tx.progress.drafts(draft.person);
  return open.find((one) => one.id === id) ?? null;
}

/** The cards a typed word may be about, the one shown last at the end: the person's own, and a colleague's that is being changed. */
export async function waitingDrafts(turn: Turn): Promise<Draft[]> {
  if (!turn.person) return [];
  const own = await turn.tx.progress.drafts(turn.person.id);
  const others: Draft[] = [];
  for (const from of await standsInFor(turn))
    others.push(...(await turn.tx.progress.drafts(from)).filter(({ waitingFor }) => waitingFor === 'change'));
  return [...own, ...others].sort((a, b) => a.shownAt.getTime() - b.shownAt.getTime());
}

/** The person's agency that may report on this task; null where none may. */
export function agencyFor({ person, parts }: Turn, task: string): string | null {
  return person?.agencies.find((agency) => mayReport(agency, task, parts.knowledge)) ?? null;
}

export function owners(turn: Turn, address: string): string[] {
  const { programme, agencies } = turn.parts.knowledge;
  const block = programme.fields
    .flatMap((field) => field.blocks)
    .find((candidate) => candidate.tasks.some((task) => task.address === address));
  return (block?.agencies ?? []).map(({ name }) =>
    bothNames(
      turn,
      heldNow(name, agencies, (one) => takesOver(one, address)),
    ),
  );
}
