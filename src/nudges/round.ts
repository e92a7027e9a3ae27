import { type Day, dayOf } from '../core/clock.ts';
import type { Reply } from '../core/message.ts';
import type { Nudge } from '../core/nudge.ts';
import type { QueueReply, Transaction } from '../core/store.ts';
import { calledIn } from '../wording/called.ts';
import { nudges as nudgeWords } from '../wording/vi/nudges.ts';
import { writeDigests } from './digest.ts';
import { dueNudges, isNudgingTime } from './due-nudges.ts';
import { openLadders } from './ladder.ts';
import { type NudgeParts, readNudgeState } from './state.ts';

/**
 * Records and queues what is due now, all in the caller's transaction. A nudge another machine has recorded is left to
 * it, so running twice changes nothing. Each person hears on the channel used last; who has none is not recorded.
 */
export async function runNudgeRound(
  tx: Transaction,
  parts: NudgeParts,
  now: Date,
  queueReply: QueueReply,
): Promise<Nudge[]> {
  const { knowledge, calendar } = parts;
  const today = dayOf(now);
  const ladders = openLadders(knowledge.duties, today, today, calendar);
  if (ladders.length === 0 || !isNudgingTime(now, calendar)) return [];
  const state = await readNudgeState(tx, parts, ladders);
  const reachable = state.people.filter(({ identities }) => identities.length > 0);
  const recorded: Nudge[] = [];
  for (const nudge of dueNudges({ ...state, people: reachable, duties: knowledge.duties, calendar, now })) {
    if (await tx.nudges.record(nudge, now)) recorded.push(nudge);
  }
  const standIns = await standInsOn(tx, today);
  for (const { person, nudges, reply: own, topic } of writeDigests(recorded, parts, today)) {
    const away = reachable.find((row) => row.person.id === person);
    const standIn = reachable.find((row) => row.person.id === standIns.get(person));
    const target = (standIn ?? away)?.identities[0];
    const reply = standIn && away ? forStandIn(own, away.person.name, parts) : own;
    const first = nudges[0];
    if (target && first) {
      await queueReply(
        tx,
        { channel: target.channel, chat: target.chat },
        `nudge:${first.key}`,
        reply,
        topic,
      );
    }
  }
  return recorded;
}

/** Who stands in for whom today, for those who are away. */
export async function standInsOn(tx: Transaction, day: Day): Promise<Map<string, string>> {
  return new Map((await tx.handovers.on(day)).map(({ from, to }) => [from, to]));
}

function forStandIn(reply: Reply, name: string, { knowledge }: NudgeParts): Reply {
  const words = nudgeWords(calledIn(knowledge.about, 'vi'));
  return { ...reply, text: `${words.standIn(name)}\n\n${reply.text}` };
}
