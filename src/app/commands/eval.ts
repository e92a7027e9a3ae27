import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createParts } from '../build-app.ts';
import type { Line } from '../command-line.ts';
import { evaluateRows } from '../eval/evaluate.ts';
import { readRows } from '../eval/rows.ts';
import { tablesOf } from '../eval/table.ts';
import { clockOf, openKnowledge, option, print } from './support.ts';

const DEVELOPMENT_SET = fileURLToPath(new URL('../../../tests/eval/questions-dev.jsonl', import.meta.url));

/** The day the question files speak from: "mai" and "còn mấy ngày" need one. */
const SPOKEN_ON = new Date('2026-11-25T09:00:00+07:00');

/**
 * `eval [--file F]`: scores of a question file by group and spelling, and the rows that miss; but not those of a
 * held-apart file (named so): who reads them tunes on them.
 */
export async function evaluate(line: Line): Promise<number> {
  const file = option(line, 'file') ?? DEVELOPMENT_SET;
  const rows = readRows(await readFile(file, 'utf8'), file);
  const now = option(line, 'now') ? clockOf(line).now() : SPOKEN_ON;
  const evaluation = evaluateRows(rows, createParts(openKnowledge()), now);
  const misses = /held/.test(file) ? [] : evaluation.misses;
  if (line.options.json) {
    print({ ...evaluation, misses });
    return 0;
  }
  for (const row of tablesOf(evaluation)) print(row);
  const { p50, p99 } = evaluation.ms;
  print(`ms  p50 ${p50.toFixed(2)}  p99 ${p99.toFixed(2)}`);
  for (const { spelling, id, text, measures, got } of misses)
    print(`${spelling} ${id} ${measures.join(' ')}: ${text} → ${got}`);
  return 0;
}
