import type { Reply } from '../core/message.ts';
import type { Nudge } from '../core/nudge.ts';
import type { Transaction } from '../core/store.ts';
import { digest } from './digest.ts';
import { dueNudges } from './due-nudges.ts';
import { type NudgeParts, readSituation } from './situation.ts';
import { dayOf } from '../core/clock.ts';

/** Queues a reply to a chat in the given transaction. */
export type QueueReply = (
  tx: Transaction,
  target: { channel: string; chat: string },
  key: string,
  reply: Reply,
  topic?: string,
) => Promise<void>;

/**
 * One round: records the nudges due and queues one message per person and duty, on the channel used last. All in the
 * caller's transaction, each under a unique key, so a round that runs twice, late or on two machines changes nothing.
 */
export async function runNudgeRound(tx: Transaction, parts: NudgeParts, now: Date, queue: QueueReply): Promise<Nudge[]> {
  const situation = await readSituation(tx, parts, Number(dayOf(now).slice(0, 4)));
  const sent: Nudge[] = [];
  for (const nudge of dueNudges(now, situation)) {
    const target = situation.reach.get(nudge.person);
    const duty = parts.knowledge.duties.find((candidate) => candidate.id === nudge.duty);
    if (!target || !duty || !(await tx.nudges.record(nudge, now))) continue;
    await queue(tx, target, `nudge:${nudge.key}`, digest(nudge, duty), topicOf(nudge.duty, nudge.year, nudge.agency));
    sent.push(nudge);
  }
  return sent;
}

/** Unsent messages of one agency's duty are withdrawn together under this topic. */
export function topicOf(duty: string, year: number, agency: string): string {
  return `duty:${duty}:${year}:${agency}`;
}
