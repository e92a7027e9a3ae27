import { dutyDates, ladderDays } from '../../nudges/ladder.ts';
import type { Turn } from '../turn.ts';

/**
 * An update answers the open nudges of the agency's yearly report: what is still unsent is withdrawn. True when a
 * ladder was open. (The nudges step reads updates itself, so nothing new is planned either.)
 */
export async function stopNudges(turn: Turn, agency: string): Promise<boolean> {
  const { duties } = turn.parts.knowledge;
  const year = Number(turn.today.slice(0, 4));
  let open = false;
  for (const duty of duties) {
    if (duty.who !== 'every_agency') continue;
    const first = ladderDays(duty, year, turn.parts.calendar)[0]?.day;
    const { lastDay } = dutyDates(duty, year, turn.parts.calendar);
    if (!first || turn.today < first || turn.today > lastDay) continue;
    open = true;
    await turn.tx.outbox.withdraw(`duty:${duty.id}:${year}:${agency}`, turn.now);
  }
  return open;
}
