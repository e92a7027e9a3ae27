import { dayOf, writeDay } from '../../core/clock.ts';
import type { Reply } from '../../core/message.ts';
import type { ProgressUpdate } from '../../core/progress.ts';
import { shorten } from '../../core/text.ts';
import { taskAddresses, taskHome } from '../../knowledge/programme-parts.ts';
import { standing } from '../../progress/history.ts';
import { locateAddresses } from '../../understand/address.ts';
import { record } from '../record.ts';
import { say, type Turn } from '../turn.ts';
import { readUpdate } from './read-update.ts';

const RECENT = 200;
const REASON_LENGTH = 500;
/** As a receipt is written: the year and a counter. */
export const RECEIPT = /\bCN-20\d\d-\d{6}\b/i;

/** "Rút cập nhật CN-2026-000012", "rút cập nhật IV.4.a.3", or the last one sent: asks why; nothing is erased. */
export async function askWithdraw(turn: Turn, text: string): Promise<Reply[]> {
  const { person, words, parts } = turn;
  if (!person) return say(words.conversation.joinFirst);
  const update = await meant(turn, text, taskHome(taskAddresses(parts.knowledge.programme)));
  if (!update) return say(words.progress.withdraw.none);
  await turn.tx.progress.setForm(person.id, { kind: 'withdraw', receipt: update.receipt }, turn.now);
  const { withdraw } = words.progress;
  const { receipt } = update;
  const how = [
    update.percent === null ? null : `${update.percent}%`,
    update.state && words.progress.states[update.state],
  ].filter(Boolean);
  return [
    {
      text: withdraw.ask(receipt, update.task, how.join(', '), writeDay(dayOf(update.at))),
      choices: [
        ...withdraw.reasons.map((reason) => ({
          label: reason,
          action: { kind: 'withdraw' as const, receipt, reason },
        })),
        { label: withdraw.keep, action: { kind: 'withdraw', receipt, reason: null } },
      ],
    },
  ];
}

/** The update the words name, else the last the person sent; only what the person may take back. */
async function meant(turn: Turn, text: string, home: string): Promise<ProgressUpdate | null> {
  const { person, tx } = turn;
  if (!person) return null;
  const mine = standing(await tx.progress.updates({ agencies: person.agencies, limit: RECENT })).filter(
    (update) => mayWithdraw(turn, update),
  );
  const receipt = RECEIPT.exec(text)?.[0].toUpperCase();
  if (receipt) return mine.find((update) => update.receipt === receipt) ?? null;
  const [said] = locateAddresses(text, home);
  const { fields, taskBy } = readUpdate(turn, text);
  const task = said?.address ?? (taskBy === 'words' ? fields.task : null);
  const ofTask = mine.find((update) => update.task === task);
  // Words may only seem to name a task; an address does.
  return ofTask ?? (said ? null : (mine[0] ?? null));
}

/** Its author, or a leader of the agency it was sent for. */
function mayWithdraw({ person }: Turn, update: ProgressUpdate): boolean {
  if (!person?.agencies.includes(update.agency)) return false;
  return update.person === person.id || person.leads.includes(update.agency);
}

/** Takes an update back for a reason: an update of its own, beside which the withdrawn one stays readable. */
export async function withdraw(turn: Turn, receipt: string, reason: string | null): Promise<Reply[]> {
  const { person, words, tx, now, message } = turn;
  if (!person) return say(words.conversation.choiceGone);
  await tx.progress.setForm(person.id, null, now);
  if (reason === null) return say(words.progress.withdraw.kept);
  const update = await tx.progress.find(receipt);
  if (!update || !mayWithdraw(turn, update)) return say(words.conversation.choiceGone);
  const all = await tx.progress.updates({ agencies: [update.agency], task: update.task });
  if (!standing(all).some((one) => one.receipt === receipt)) return say(words.progress.withdraw.already);
  const own = await tx.progress.append({
    ...{ task: update.task, agency: update.agency, person: person.id, channel: message.channel, at: now },
    ...{ percent: null, state: null, result: null, difficulty: null, proposal: null, expectedDate: null },
    ...{ corrects: null, withdraws: receipt, approvedBy: null, attachments: [] },
    words: [shorten(reason, REASON_LENGTH)],
  });
  await record(turn, 'progress.withdraw', { receipt }, { receipt: own, withdraws: receipt });
  return say(words.progress.withdraw.done(receipt, own));
}
