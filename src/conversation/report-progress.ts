import type { Reply } from '../core/message.ts';
import type { Draft } from '../core/progress.ts';
import { fold } from '../core/text.ts';
import { likelyTasks } from '../progress/permission.ts';
import { type ParsedUpdate, parseUpdate, SURE } from '../understand/update/parse-update.ts';
import { splitByTask } from '../understand/update/split.ts';
import { readYesNo } from '../understand/yes-no.ts';
import {
  amend,
  cancelDraft,
  changeDraft,
  remindOfDraft,
  saveDrafts,
  showAgain,
  startDraft,
} from './drafts.ts';
import { say, type Turn } from './turn.ts';

/**
 * Takes the message as a report on a task, or as an answer to the card that waits; null when it is neither. Nothing is
 * stored as an update here but on a plain yes to a card that was shown.
 */
export async function reportProgress(turn: Turn, text: string): Promise<Reply[] | null> {
  const drafts = turn.person ? await turn.tx.progress.drafts(turn.person.id) : [];
  const waiting = drafts.at(-1);
  const answered = waiting ? await answerCard(turn, drafts, waiting, text) : null;
  if (answered) return answered;
  if (!waiting && turn.person && readYesNo(text) !== null && OF_A_CARD.test(fold(text)))
    return say(turn.words.progress.noCard);
  const pieces = splitByTask(text, taskAddresses(turn)).map((piece) => ({
    piece,
    parsed: read(turn, piece),
  }));
  const sure = pieces.filter(({ parsed }) => parsed.isUpdate >= SURE);
  if (sure.length === 0) return null;
  if (turn.message.group) return say(turn.words.conversation.groupOnlyQuestions);
  if (!turn.person) return say(turn.words.conversation.joinFirst);
  const replies: Reply[] = [];
  for (const { piece, parsed } of sure) replies.push(...(await startDraft(turn, parsed, piece)));
  return replies;
}

/** Words that are about a card and nothing else. */
const OF_A_CARD = /\b(luu|huy|phieu|save|cancel)\b/;

/** A yes, a no, a change or an addition to the card that waits; null when the message is about something else. */
async function answerCard(
  turn: Turn,
  drafts: Draft[],
  waiting: Draft,
  text: string,
): Promise<Reply[] | null> {
  const said = readYesNo(text);
  if (said === 'yes' && waiting.waitingFor === 'change') return showAgain(turn, waiting);
  if (said === 'yes' && waiting.waitingFor === 'confirm')
    return saveDrafts(turn, saidOf(drafts, waiting, text));
  if (said === 'no') return cancelDraft(turn, waiting.id);
  if (said === 'change') return changeDraft(turn, waiting.id);
  if (isQuestion(text)) return null;
  if (LATER.test(fold(text))) return remindOfDraft(turn, waiting);
  const parsed = read(turn, text);
  const amended = isForCard(waiting, parsed, text) ? await amend(turn, waiting, parsed, text) : null;
  if (amended) return amended;
  // A short word nobody understands is more likely about the card than about the programme.
  return parsed.isUpdate < SURE && text.length <= SHORT && isTalk(text) ? remindOfDraft(turn, waiting) : null;
}

/** "Lưu cả hai" means every card that was shown; a plain yes the last one. */
function saidOf(drafts: Draft[], waiting: Draft, text: string): Draft[] {
  const all = /\b(ca (hai|ba|bon)|het|tat ca|all|both)\b/.test(fold(text));
  return all ? drafts.filter(({ waitingFor }) => waitingFor === 'confirm') : [waiting];
}

/** "Để tôi xem lại đã". */
const LATER =
  /^(khoan|(a |thoi )?de (toi|em|minh|anh|chi|mai|lat|sau|ti|xem)\b|cho (toi|em|ti|chut|lat)\b|wait\b|later\b)[^\d]*$/;
const SHORT = 30;
const CHANGES =
  /\b(sua|sai|doi|chinh|thanh|nham|chu (khong|ko|k) phai|(khong|ko|k) phai|them|bo sung|ghi (la|them)|make it|change|instead|rather|ra lai|thuc ra|con lai|chi)\b/;
/** "Sai task rồi, đây là IV.4.a.8": the card is to be about another task. */
const MOVES = /\b(sai|nham|doi|chuyen|sua|chu (khong|ko|k) phai|wrong|instead)\b/;
const OTHER_TASK =
  /\b((khong|ko|k) phai (nhiem vu|nv|cai|viec)|nham (nhiem vu|nv|viec)|cai .* (ay|do|kia)|wrong task)\b/;

/** Is the message about the card that waits rather than a report of its own? */
function isForCard(waiting: Draft, parsed: ParsedUpdate, text: string): boolean {
  const { taskBy, fields } = parsed;
  if (waiting.waitingFor !== 'confirm') return true;
  if (taskBy === 'address' || taskBy === 'document')
    return fields.task === waiting.task || (fields.percent === null && MOVES.test(fold(text)));
  if (CHANGES.test(fold(text)) || OTHER_TASK.test(fold(text))) return true;
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

function isQuestion(text: string): boolean {
  return (
    text.trim().endsWith('?') ||
    /\b(nguyen van|text of|bao nhieu|khi nao|bao gio|ngay nao|the nao|la gi|nhung gi|ai|co quan nao|so nao|o dau|may ngay|which|what|who|when|how)\b/.test(
      fold(text),
    )
  );
}

/** No matter of the programme: short talk. */
function isTalk(text: string): boolean {
  return (
    !/\d/.test(text) &&
    text.trim().split(/\s+/).length <= 7 &&
    !/\b(nguyen van|nhiem vu|han|bao cao|cam on|thank|tks|chao|hello)\b/.test(fold(text))
  );
}

function taskAddresses(turn: Turn): string[] {
  return turn.parts.knowledge.programme.fields.flatMap((field) =>
    field.blocks.flatMap((block) => block.tasks.map((task) => task.address)),
  );
}

function read(turn: Turn, text: string): ParsedUpdate {
  const { knowledge, findTask } = turn.parts;
  return parseUpdate(text, {
    today: turn.today,
    documents: knowledge.programme.documents,
    taskAddresses: taskAddresses(turn),
    ownTasks: likelyTasks(text, turn.person?.agency ?? null, knowledge),
    findTask,
  });
}
