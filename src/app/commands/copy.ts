import { copyStore } from '../../store/copy.ts';
import { placeOf } from '../../store/store-error.ts';
import type { Line } from '../command-line.ts';
import { readConfig } from '../config.ts';
import { option, print } from './support.ts';

/** `copy --from FILE`: everything of a SQLite store into the empty one that DATABASE_URL names (its password is no argument). */
export async function copy(line: Line): Promise<number> {
  const from = option(line, 'from');
  if (!from) return 2;
  const target = readConfig().databaseUrl;
  const counts = await copyStore(from, target);
  if (line.options.json) print(counts);
  else {
    for (const [table, count] of Object.entries(counts)) print(`${table.padEnd(14)} ${count}`);
    print(`${from} is now in ${placeOf(target)}`);
  }
  return 0;
}
