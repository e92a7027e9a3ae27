import type { Turn } from './turn.ts';

/** Notes in the audit what this message changed: who, when, by which channel, before and after. */
export async function record(turn: Turn, action: string, before: unknown, after: unknown): Promise<void> {
  const { tx, now: at, person, message } = turn;
  await tx.audit.write({
    at,
    person: person?.id ?? null,
    channel: message.channel,
    action,
    before,
    after,
  });
}
