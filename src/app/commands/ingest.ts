import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { dayOf } from '../../core/clock.ts';
import { ConfigError, KnowledgeError } from '../../core/errors.ts';
import { deriveAbout } from '../../knowledge/derive-about.ts';
import { deriveFolder } from '../../knowledge/derive-folder.ts';
import { examineDocument } from '../../knowledge/health.ts';
import { DEFAULT_PROGRAMME } from '../../knowledge/load-knowledge.ts';
import { parseProgramme } from '../../knowledge/parse-programme.ts';
import { DocumentError, readDocument } from '../../knowledge/read-document.ts';
import type { Line } from '../command-line.ts';
import { healthSentences } from './health.ts';
import { clockOf, openKnowledge, option, print } from './support.ts';

/**
 * `ingest FILE`: an administrative text → programme JSON on standard output, its health on standard error. With
 * `--out FOLDER` also a folder PROGRAMME can name.
 */
export async function ingest(line: Line): Promise<number> {
  const [file] = line.words;
  if (!file) return 2;
  const source = await readDocument(file).catch((error: unknown) => {
    throw error instanceof DocumentError ? new ConfigError(error.message) : error;
  });
  const out = option(line, 'out');
  if (out) writeFolder(out, deriveFolder(source, commonKnowledge()));
  const programme = parseProgramme(source);
  const report = examineDocument({
    programme,
    today: dayOf(clockOf(line).now()),
    agencies: [],
    corrections: [],
  });
  for (const sentence of healthSentences(report, deriveAbout(programme)))
    process.stderr.write(`${sentence}\n`);
  if (line.options.json || !out) print(line.options.json ? programme : JSON.stringify(programme, null, 2));
  if (out)
    process.stderr.write(
      `\nWritten to ${out}: read and correct about.json, agencies.json and duties.json, then try\n` +
        `  PROGRAMME=${resolve(out)} npm run -s dondoc -- ask "…"\n`,
    );
  return 0;
}

/** Words for agencies and short forms that are any province's; none while the folder they come from is being mended. */
function commonKnowledge(): Parameters<typeof deriveFolder>[1] {
  try {
    return openKnowledge(DEFAULT_PROGRAMME);
  } catch (error) {
    if (!(error instanceof KnowledgeError)) throw error;
    return {
      about: { places: [] },
      agencies: [],
      glossary: { abbreviations: [], synonyms: [], english: [], topics: [] },
    };
  }
}

/** Writes a folder whole or not at all, into one that is absent or empty, once it is seen to load. */
function writeFolder(out: string, files: Record<string, string>): void {
  const folder = resolve(out);
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new ConfigError(`--out ${out}: is not empty; nothing was written`);
  mkdirSync(dirname(folder), { recursive: true });
  const made = mkdtempSync(join(dirname(folder), '.ingest-'));
  try {
    for (const [name, content] of Object.entries(files)) writeFileSync(join(made, name), content);
    openKnowledge(made);
    renameSync(made, folder);
  } catch (error) {
    rmSync(made, { recursive: true, force: true });
    throw error;
  }
}
