import { stat } from 'node:fs/promises';
import { backUp } from '../../store/backup.ts';
import type { Line } from '../command-line.ts';
import { readConfig } from '../config.ts';
import { option, print } from './support.ts';

/** `backup FILE`: a whole, checked copy of the SQLite store in a new file, also while the program runs. */
export async function backup(line: Line): Promise<number> {
  const [file] = line.words;
  if (!file) return 2;
  const from = option(line, 'db') ?? readConfig().databaseUrl;
  await backUp(from, file);
  const { size } = await stat(file);
  print(line.options.json ? { from, file, bytes: size } : `${file}: ${size} bytes, checked`);
  return 0;
}
