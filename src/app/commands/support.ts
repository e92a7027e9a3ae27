import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { type Clock, fixedClock, systemClock } from '../../core/clock.ts';
import { ConfigError } from '../../core/errors.ts';
import type { Knowledge } from '../../core/programme.ts';
import { loadKnowledge } from '../../knowledge/load-knowledge.ts';
import type { Line } from '../command-line.ts';
import { KNOWLEDGE_FOLDER, programmeFolder } from '../config.ts';

/** What is known of the programme in use, or of the one in this folder. */
export function openKnowledge(programme = programmeFolder()): Knowledge {
  return loadKnowledge(KNOWLEDGE_FOLDER, programme);
}

/** The option's text, or undefined. */
export function option(line: Line, name: string): string | undefined {
  const value = line.options[name];
  return typeof value === 'string' ? value : undefined;
}

/** The clock `--now` asks for, else the system's. */
export function clockOf(line: Line): Clock {
  const now = option(line, 'now');
  if (!now) return systemClock;
  const at = new Date(
    /[zZ]|[+-]\d\d:?\d\d$/.test(now) ? now : now.includes('T') ? `${now}+07:00` : `${now}T09:00:00+07:00`,
  );
  if (Number.isNaN(at.getTime())) throw new ConfigError(`--now ${now}: not a date`);
  return fixedClock(at);
}

/** The lines of a file, or of standard input for `-`. */
export async function* linesOf(file: string): AsyncGenerator<string> {
  const input = file === '-' ? process.stdin : createReadStream(file);
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) yield line;
}

export function print(value: unknown): void {
  process.stdout.write(`${typeof value === 'string' ? value : JSON.stringify(value)}\n`);
}
