import { readFile } from 'node:fs/promises';
import { ConfigError } from '../../core/errors.ts';
import { documentHealth } from '../../knowledge/health.ts';
import { parseProgramme } from '../../knowledge/parse-programme.ts';
import type { Line } from '../command-line.ts';
import { print } from './support.ts';

/** `ingest FILE`: an administrative text → programme JSON on standard output, its health on standard error. */
export async function ingest(line: Line): Promise<number> {
  const [file] = line.words;
  if (!file) return 2;
  if (file.endsWith('.docx'))
    throw new ConfigError('.docx is not read yet: save the document as plain text (.txt)');
  const programme = parseProgramme((await readFile(file, 'utf8')).normalize('NFC'));
  for (const sentence of documentHealth(programme, [])) process.stderr.write(`${sentence}\n`);
  print(line.options.json ? programme : JSON.stringify(programme, null, 2));
  return 0;
}
