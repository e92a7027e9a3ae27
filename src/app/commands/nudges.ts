import { plannedNudges } from '../../nudges/due-nudges.ts';
import { openStore } from '../../store/connect.ts';
import { createParts } from '../build-app.ts';
import type { Line } from '../command-line.ts';
import { readConfig } from '../config.ts';
import { followSuccessions } from '../follow-successions.ts';
import { clockOf, openKnowledge, option, print } from './support.ts';

/** `nudges --from D --to D`: who would be nudged when, for what, where, and why or why not. Sends nothing. */
export async function nudges(line: Line): Promise<number> {
  const from = option(line, 'from');
  const to = option(line, 'to');
  if (!from || !to || !/^\d{4}-\d\d-\d\d$/.test(from) || !/^\d{4}-\d\d-\d\d$/.test(to)) return 2;
  const partsFor = followSuccessions(createParts(openKnowledge()));
  const store = await openStore(option(line, 'db') ?? readConfig().databaseUrl);
  try {
    const rows = await store.transaction(async (tx) =>
      plannedNudges(tx, await partsFor(tx), clockOf(line).now(), from, to),
    );
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
