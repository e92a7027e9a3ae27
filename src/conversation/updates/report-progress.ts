import { goesOn, pointsBack } from '../../answers/follow-up/follow-up.ts';
import type { ChoiceOffer, Reply } from '../../core/message.ts';
import type { Draft } from '../../core/progress.ts';
import { fold } from '../../core/text.ts';
import { taskAddresses } from '../../knowledge/programme-parts.ts';
import {
  asksSomething,
  asksToWait,
  changesCard,
  givesEvidence,
  isShortTalk,
  movesCard,
  rightTask,
} from '../../understand/update/amendment.ts';
import { type ParsedUpdate, SURE } from '../../understand/update/parse-update.ts';
import { splitByTask, splitByWords } from '../../understand/update/split.ts';
import { readYesNo } from '../../understand/yes-no.ts';
import { isFresh, say, type Turn } from '../turn.ts';
import { correctSubmitted } from './call-back.ts';
import {
  agencyFor,
  amend,
  cancelDraft,
  changeDraft,
  remindOfDraft,
  saysNothing,
  showAgain,
  startDraft,
  waitingDrafts,
} from './drafts.ts';
import { readUpdate } from './read-update.ts';
import { saveDrafts } from './save-drafts.ts';

/**
 * Takes the message as a report on a task, or as an answer to the card that waits; null when it is neither. Nothing is
 * stored as an update here but on a plain yes to a card that was shown.
 */
export async function reportProgress(turn: Turn, text: string): Promise<Reply[] | null> {
  const drafts = await waitingDrafts(turn);
  const waiting = drafts.at(-1);
  const sinceAnswer = await answeredSince(turn, waiting);
  // After an answer "cái thứ 3" is the third of what was shown, no Tuesday.
  if (sinceAnswer && pointsBack(text)) return null;
  const answered = waiting ? await answerCard(turn, drafts, waiting, text, sinceAnswer) : null;
  if (answered) return answered;
  if (!waiting && turn.person && readYesNo(text) !== null && OF_A_CARD.test(fold(text)))
    return say(turn.words.progress.noCard);
  const pieces = piecesOf(turn, text).map((piece) => ({ piece, parsed: readUpdate(turn, piece) }));
  const sure = pieces.filter(({ parsed }) => parsed.isUpdate >= SURE && !isFarFetched(turn, parsed));
  if (sure.length === 0) return null;
  if (turn.message.group) return say(turn.words.conversation.groupOnlyQuestions);
  if (!turn.person) return say(turn.words.conversation.joinFirst);
  const replies: Reply[] = [];
  for (const { piece, parsed } of sure)
    replies.push(
      ...((await correctSubmitted(turn, parsed, piece)) ?? (await startDraft(turn, parsed, piece))),
    );
  return sure.length > 1 ? withOneYes(turn, replies, drafts) : replies;
}

/** Words that come near another agency's task, with neither a share nor a state that is no mere going on. */
function isFarFetched(turn: Turn, { fields, taskBy, isUpdate }: ParsedUpdate): boolean {
  const { task, percent, state } = fields;
  const isVague = percent === null && (state === null || state === 'in_progress') && isUpdate < VAGUE;
  return isVague && taskBy === 'words' && task !== null && agencyFor(turn, task) === null;
}

/** One piece for each task the message reports on. */
function piecesOf(turn: Turn, text: string): string[] {
  const byAddress = splitByTask(text, taskAddresses(turn.parts.knowledge.programme));
  if (byAddress.length > 1) return byAddress;
  return splitByWords(text, (piece) => {
    const { fields, taskBy, isUpdate } = readUpdate(turn, piece);
    const { percent, state } = fields;
    const task = taskBy === 'nothing' || isUpdate < SURE ? null : fields.task;
    return { task, percent, tells: state !== null && state !== 'in_progress' };
  });
}

/** The last of several cards offers one yes for all of them. */
async function withOneYes(turn: Turn, replies: Reply[], before: Draft[]): Promise<Reply[]> {
  const known = new Set(before.map(({ id }) => id));
  const ready = (await waitingDrafts(turn)).filter(
    ({ id, waitingFor }) => !known.has(id) && waitingFor === 'confirm',
  );
  const last = replies.at(-1);
  if (!last || ready.length < 2) return replies;
  const all: ChoiceOffer = {
    label: turn.words.progress.saveAll(ready.length),
    action: { kind: 'drafts_save', drafts: ready.map(({ id }) => id) },
  };
  return [...replies.slice(0, -1), { ...last, choices: [all, ...last.choices] }];
}

/** Below this a message with nothing but words may as well be a question. */
const VAGUE = 0.7;

/** Words that are about a card and nothing else. */
const OF_A_CARD = /\b(luu|huy|phieu|save|cancel)\b/;

/** Says what is to be done with the card, not only yes. */
const SAVES = /\b(luu|save|xac nhan|confirm|chot)\b/;

/** A yes, a no, a change or an addition to the card that waits; null when the message is about something else. */
async function answerCard(
  turn: Turn,
  drafts: Draft[],
  waiting: Draft,
  text: string,
  sinceAnswer: boolean,
): Promise<Reply[] | null> {
  const said = readYesNo(text);
  if (said === 'yes' && waiting.waitingFor === 'change') return showAgain(turn, waiting);
  // There is nothing to say yes to while its task is asked.
  if (said === 'yes' && waiting.waitingFor === 'task') return remindOfDraft(turn, waiting);
  // A bare "đúng rồi" after an answer may be meant for that answer.
  if (said === 'yes' && waiting.waitingFor === 'confirm' && sinceAnswer && !SAVES.test(fold(text)))
    return showAgain(turn, waiting);
  if (said === 'yes' && waiting.waitingFor === 'confirm')
    return saveDrafts(
      turn,
      saidOf(drafts, waiting, text).map(({ id }) => id),
    );
  // A card that holds nothing yet is left by "bỏ qua".
  if (waiting.waitingFor === 'change' && /^(?:thoi )?bo qua\b/.test(fold(text)) && text.length < 20)
    return saysNothing(waiting) ? cancelDraft(turn, waiting.id) : showAgain(turn, waiting);
  if (said === 'no') return cancelDraft(turn, waiting.id);
  if (said === 'change') return changeDraft(turn, waiting.id);
  if (asksSomething(text)) return null;
  if (asksToWait(text)) return remindOfDraft(turn, waiting);
  const parsed = readUpdate(turn, rightTask(text) ?? text);
  const meant = meantOf(drafts, waiting, parsed);
  const amended = isForCard(meant, parsed, text) ? await amend(turn, meant, parsed, text) : null;
  if (amended) return amended;
  // A short word nobody understands is more likely about the card than about the programme.
  if (sinceAnswer && goesOn(text)) return null;
  return parsed.isUpdate < SURE && isShortTalk(text) ? remindOfDraft(turn, waiting) : null;
}

/** A question was answered since the card that waits was shown, and is still remembered. */
async function answeredSince(turn: Turn, waiting: Draft | undefined): Promise<boolean> {
  const { memory, memoryAt } = await turn.tx.conversations.get(turn.message.channel, turn.message.chat);
  if (!memory || !memoryAt || !isFresh(memoryAt, turn.now)) return false;
  return !waiting || memoryAt >= waiting.shownAt;
}

const COUNTS: Record<string, number> = { hai: 2, both: 2, ba: 3, bon: 4 };

/** "Lưu hết" means every card that waits, "lưu cả hai" the two shown last; a plain yes the last one. */
function saidOf(drafts: Draft[], waiting: Draft, text: string): Draft[] {
  const folded = fold(text);
  const ready = drafts.filter(({ waitingFor }) => waitingFor === 'confirm');
  if (/\b(het|tat ca|all)\b/.test(folded)) return ready;
  const some = /\bca (hai|ba|bon|[2-9])\b/.exec(folded)?.[1] ?? /\bboth\b/.exec(folded)?.[0];
  return some ? ready.slice(-(COUNTS[some] ?? Number(some))) : [waiting];
}

/** The card of the task the message names, where several were shown; else the one shown last. */
function meantOf(drafts: Draft[], waiting: Draft, { taskBy, fields }: ParsedUpdate): Draft {
  if (waiting.waitingFor !== 'confirm' || taskBy === 'nothing') return waiting;
  return drafts.findLast(({ task }) => task !== null && task === fields.task) ?? waiting;
}

/** Is the message about the card that waits rather than a report of its own? */
function isForCard(waiting: Draft, parsed: ParsedUpdate, text: string): boolean {
  const { taskBy, fields } = parsed;
  if (waiting.waitingFor !== 'confirm') return true;
  if (taskBy === 'address' || taskBy === 'document')
    return fields.task === waiting.task || (fields.percent === null && movesCard(text));
  if (changesCard(text) || givesEvidence(text)) return true;
  return taskBy === 'nothing' || (fields.task === waiting.task && parsed.isUpdate < 1) || adds(parsed);
}

/** It only adds a difficulty, a proposal or a day, with no share of its own. */
function adds({ fields }: ParsedUpdate): boolean {
  const { percent, state, result, difficulty, proposal, expectedDate } = fields;
  const added = difficulty !== null || proposal !== null || expectedDate !== null;
  return (
    added &&
    percent === null &&
    result === null &&
    (state === null || state === 'stuck' || state === 'in_progress')
  );
}
