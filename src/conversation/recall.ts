import { DateTime } from 'luxon';
import { dayOf, ZONE } from '../core/clock.ts';
import type { Reply } from '../core/message.ts';
import type { Draft } from '../core/progress.ts';
import type { QueueReply, Transaction } from '../core/store.ts';
import { tasksIn } from '../knowledge/programme-parts.ts';
import { isNudgingTime } from '../nudges/due-nudges.ts';
import { standInsOn } from '../nudges/round.ts';
import { renderCard } from '../progress/card.ts';
import type { Parts } from './turn.ts';

/**
 * Reminds people of cards they left, once, on the next working day, and leaders of what waits for their approval, every
 * working day. Who is away is not asked: the colleague who stands in is.
 */
export async function recallCards(
  tx: Transaction,
  parts: Parts,
  now: Date,
  queueReply: QueueReply,
): Promise<number> {
  if (!isNudgingTime(now, parts.calendar)) return 0;
  const today = DateTime.fromJSDate(now, { zone: ZONE }).startOf('day').toJSDate();
  const forgotten = await tx.progress.forgotten(today);
  const standIns = await standInsOn(tx, dayOf(now));
  const waiting = new Map<string, number>();
  let sent = 0;
  for (const draft of forgotten) {
    await tx.progress.recalled(draft.id, now);
    if (draft.waitingFor === 'approval') {
      for (const leader of await leadersOf(tx, draft)) waiting.set(leader, (waiting.get(leader) ?? 0) + 1);
      continue;
    }
    const standIn = standIns.get(draft.person);
    const author = standIn ? await tx.people.get(draft.person) : null;
    const reply = cardOf(parts, draft, standIn ? (author?.name ?? '') : null);
    if (await tell(standIn ?? draft.person, `recall:${draft.id}:${dayOf(now)}`, reply)) sent += 1;
  }
  for (const [leader, count] of waiting) {
    const text = parts.wording.vi.progress.approvalRecalled(count);
    const to = standIns.get(leader) ?? leader;
    if (await tell(to, `approvals:${leader}:${dayOf(now)}`, { text, choices: [] })) sent += 1;
  }
  return sent;

  async function tell(person: string, key: string, reply: Reply): Promise<boolean> {
    const [target] = await tx.people.chats(person);
    if (target) await queueReply(tx, target, key, reply);
    return target !== undefined;
  }
}

async function leadersOf(tx: Transaction, { agency }: Draft): Promise<string[]> {
  const people = agency ? await tx.people.ofAgency(agency) : [];
  return people.filter(({ leads }) => agency !== null && leads.includes(agency)).map(({ id }) => id);
}

function cardOf({ knowledge, wording }: Parts, draft: Draft, author: string | null): Reply {
  const { progress } = wording.vi;
  const task = tasksIn(knowledge.programme).find(({ address }) => address === draft.task);
  const title = author === null ? progress.recalled : progress.recalledFor(author);
  const choices = (['save', 'change', 'cancel'] as const)
    .filter((what) => what !== 'save' || task !== undefined)
    .map((what) => ({
      label: progress[what],
      action: { kind: 'draft' as const, do: what, draft: draft.id },
    }));
  return { text: renderCard(draft, task?.text ?? '', progress, title), choices };
}
