import type { Transaction } from '../core/store.ts';
import { topicOf } from './digest.ts';

/** Keeps that an agency sent its report, and withdraws what was about to remind it. Saying so twice changes nothing. */
export async function recordDutyReport(
  tx: Transaction,
  said: { duty: string; year: number; agency: string; person: string; now: Date },
): Promise<void> {
  const { duty, year, agency, person, now } = said;
  await tx.nudges.report({ duty, year, agency, person, at: now });
  await tx.outbox.withdraw(topicOf({ duty, year, agency }), now);
  await tx.audit.write({
    at: now,
    person,
    channel: null,
    action: 'duty_reported',
    before: null,
    after: { duty, year, agency },
  });
}
