import { openStore } from '../../store/connect.ts';
import { findAgencies } from '../../understand/agencies.ts';
import type { Line } from '../command-line.ts';
import { readConfig } from '../config.ts';
import { openKnowledge, option, print } from './support.ts';

/** `progress --db FILE`: the stored updates, newest first; every one ever made, so the history of a task is its rows. */
export async function progress(line: Line): Promise<number> {
  const agencyText = option(line, 'agency');
  const task = option(line, 'task');
  const agency = agencyText ? findAgencies(agencyText, openKnowledge())[0]?.id : undefined;
  if (agencyText && !agency) return 2;
  const store = await openStore(option(line, 'db') ?? readConfig().databaseUrl);
  try {
    const rows = await store.transaction((tx) =>
      tx.progress.updates({ ...(agency ? { agencies: [agency] } : {}), ...(task ? { task } : {}) }),
    );
    for (const row of rows) {
      print(
        line.options.json
          ? row
          : `${row.receipt}  ${row.task}  ${row.percent ?? '–'}%  ${row.agency}  ${row.at.toISOString()}`,
      );
    }
  } finally {
    await store.close();
  }
  return 0;
}
