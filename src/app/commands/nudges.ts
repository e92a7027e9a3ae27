import { withSuccessions } from '../../knowledge/succession.ts';
import { createCalendar } from '../../nudges/calendar.ts';
import { plannedNudges } from '../../nudges/due-nudges.ts';
import { openStore } from '../../store/connect.ts';
import type { Line } from '../command-line.ts';
import { readConfig } from '../config.ts';
import { clockOf, openKnowledge, option, print } from './support.ts';

/** `nudges --from D --to D`: who would be nudged when, for what, where, and why or why not. Sends nothing. */
export async function nudges(line: Line): Promise<number> {
  const from = option(line, 'from');
  const to = option(line, 'to');
  if (!from || !to || !/^\d{4}-\d\d-\d\d$/.test(from) || !/^\d{4}-\d\d-\d\d$/.test(to)) return 2;
  const knowledge = openKnowledge();
  const calendar = createCalendar(knowledge.calendar);
  const store = await openStore(option(line, 'db') ?? readConfig().databaseUrl);
  try {
    const rows = await store.transaction(async (tx) => {
      const known = withSuccessions(knowledge, await tx.agencies.successions());
      return plannedNudges(tx, { knowledge: known, calendar }, clockOf(line).now(), from, to);
    });
    for (const row of rows) {
      print(
        line.options.json
          ? {
              day: row.nudge.plannedFor,
              duty: row.nudge.duty,
              step: row.nudge.step,
              person: row.nudge.person,
              agency: row.nudge.agency,
              channel: row.channel,
              why: row.why,
              whyNot: row.whyNot,
            }
          : `${row.nudge.plannedFor}  ${row.nudge.agency}  ${row.nudge.duty}  ${row.whyNot ?? row.why}`,
      );
    }
  } finally {
    await store.close();
  }
  return 0;
}
