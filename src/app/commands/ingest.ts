import { dayOf } from '../../core/clock.ts';
import { ConfigError, KnowledgeError } from '../../core/errors.ts';
import type { Agency } from '../../core/programme.ts';
import { documentHealth } from '../../knowledge/health.ts';
import { parseProgramme } from '../../knowledge/parse-programme.ts';
import { DocumentError, readDocument } from '../../knowledge/read-document.ts';
import type { Line } from '../command-line.ts';
import { clockOf, openKnowledge, print } from './support.ts';

/** `ingest FILE`: an administrative text → programme JSON on standard output, its health on standard error. */
export async function ingest(line: Line): Promise<number> {
  const [file] = line.words;
  if (!file) return 2;
  const source = await readDocument(file).catch((error: unknown) => {
    throw error instanceof DocumentError ? new ConfigError(error.message) : error;
  });
  const programme = parseProgramme(source);
  const today = dayOf(clockOf(line).now());
  const health = documentHealth({ programme, today, agencies: knownAgencies() });
  for (const sentence of health) process.stderr.write(`${sentence}\n`);
  print(line.options.json ? programme : JSON.stringify(programme, null, 2));
  return 0;
}

/** The agencies the program knows; a knowledge folder that is still being mended must not keep a text from being read. */
function knownAgencies(): Agency[] {
  try {
    return openKnowledge().agencies;
  } catch (error) {
    if (error instanceof KnowledgeError) return [];
    throw error;
  }
}
