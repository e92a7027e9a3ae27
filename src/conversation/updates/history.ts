import { DateTime } from 'luxon';
import { dayOf, writeDay, ZONE } from '../../core/clock.ts';
import type { Reply } from '../../core/message.ts';
import type { ProgressUpdate } from '../../core/progress.ts';
import { shorten } from '../../core/text.ts';
import { taskAddresses, taskHome } from '../../knowledge/programme-parts.ts';
import { mayReport } from '../../progress/permission.ts';
import { locateAddresses } from '../../understand/address.ts';
import { brief } from '../plans/plan-card.ts';
import { agencyName, say, type Turn } from '../turn.ts';
import { taskAt } from './card.ts';
import { readUpdate } from './read-update.ts';

const TASK_LENGTH = 120;
const LINE_LENGTH = 160;
const SHOWN = 20;

/** `/lichsu IV.4.a.3`: what the person's agency planned, reported, put right and took back, oldest first. */
export async function history(turn: Turn, rest: string): Promise<Reply[]> {
  const { person, words, parts, tx } = turn;
  if (!person) return say(words.conversation.joinHow);
  const home = taskHome(taskAddresses(parts.knowledge.programme));
  const addressed = locateAddresses(rest, home).find(({ address }) => taskAt(turn, address))?.address;
  const task = addressed ?? (rest === '' ? null : readUpdate(turn, rest.replace(CUE, '')).fields.task);
  const timeline = words.progress.history;
  if (!task) return say(timeline.how);
  const mayAll = person.role === 'focal' || person.role === 'admin';
  const updates = await tx.progress.updates(mayAll ? { task } : { task, agencies: person.agencies });
  const agencies = [...new Set([...person.agencies, ...updates.map(({ agency }) => agency)])].filter(
    (agency) => mayReport(agency, task, parts.knowledge) || updates.some((one) => one.agency === agency),
  );
  if (agencies.length === 0) return say(words.conversation.ownProgressOnly(agencyName(turn, person.agency)));
  const lines: string[] = [];
  for (const agency of agencies) {
    const own = updates.filter((update) => update.agency === agency).reverse();
    const plans = await tx.plans.history(agency, task);
    const events = [
      ...plans.map((plan) => ({ at: plan.at, text: timeline.plan(brief(turn, plan)) })),
      ...own.map((update) => ({ at: update.at, text: line(turn, update, own) })),
    ].sort((a, b) => a.at.getTime() - b.at.getTime());
    if (events.length === 0) continue;
    if (agencies.length > 1) lines.push(`${agencyName(turn, agency)}:`);
    const shown = events.slice(-SHOWN);
    if (events.length > SHOWN) lines.push(timeline.earlier(events.length - SHOWN));
    lines.push(...shown.map(({ at, text }) => `• ${written(at)}: ${text}`));
  }
  if (lines.length === 0) return say(words.conversation.noUpdatesOf(task));
  const title = timeline.title(task, shorten(taskAt(turn, task)?.text ?? '', TASK_LENGTH));
  return say([title, ...lines].join('\n'));
}

/** What stands before the task: "lịch sử cập nhật việc 2" is about "việc 2". */
const CUE =
  /^.*?(?:lịch sử|lich su|diễn biến|dien bien|quá trình|qua trinh)(?: (?:cập nhật|cap nhat|báo cáo|bao cao|thực hiện|thuc hien))?(?: (?:của|cua|về|ve))?\s+/iu;

function written(at: Date): string {
  return DateTime.fromJSDate(at, { zone: ZONE }).toFormat('dd/MM/yyyy HH:mm');
}

function line(turn: Turn, update: ProgressUpdate, all: ProgressUpdate[]): string {
  const { history: timeline } = turn.words.progress;
  const { receipt, withdraws, corrects, approvedBy, attachments } = update;
  if (withdraws) return timeline.withdrawal(withdraws, update.words.join(' '));
  const by = all.find((one) => one.withdraws === receipt);
  return [
    ...said(turn, update),
    `(${receipt})`,
    ...(corrects ? [timeline.corrects(corrects)] : []),
    ...(approvedBy ? [timeline.approved] : []),
    ...(attachments.length > 0 ? [timeline.files(attachments.length)] : []),
    ...(by ? [timeline.withdrawn(writeDay(dayOf(by.at)))] : []),
  ].join(' ');
}

/** What an update says, in one line. */
export function said({ words }: Turn, update: ProgressUpdate): string[] {
  const { progress } = words;
  const { percent, state, result, difficulty, proposal, expectedDate } = update;
  const short = (text: string): string => shorten(text, LINE_LENGTH);
  const parts = [
    percent === null ? null : `${String(percent).replace('.', ',')}%`,
    state && progress.states[state],
    result && progress.short.result(short(result)),
    difficulty && progress.short.difficulty(short(difficulty)),
    proposal && progress.short.proposal(short(proposal)),
    expectedDate && progress.short.expectedDate(writeDay(expectedDate)),
  ].filter((part) => part !== null);
  return parts.length > 0 ? [parts.join('; ')] : [];
}
