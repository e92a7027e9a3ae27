import type { Transaction } from '../core/store.ts';
import { topicOf } from './round.ts';

/** The agency says the report is sent: kept, and what is unsent about it is withdrawn in the same transaction. */
export async function recordDutyReport(
  tx: Transaction,
  { duty, year, agency, person, now }: { duty: string; year: number; agency: string; person: string; now: Date },
): Promise<void> {
  await tx.nudges.report({ duty, year, agency, person, at: now });
  await tx.outbox.withdraw(topicOf(duty, year, agency), now);
  await tx.audit.write({ at: now, person, channel: null, action: 'duty.reported', before: null, after: { duty, year, agency } });
}
