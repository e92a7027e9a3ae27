import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { fold } from '../../core/text.ts';
import { createParts } from '../build-app.ts';
import type { Line } from '../command-line.ts';
import { loadDense } from '../embeddings.ts';
import { type EvalRow, evaluateRows } from '../evaluate.ts';
import { clockOf, openKnowledge, option, print } from './support.ts';

const DEVELOPMENT_SET = fileURLToPath(new URL('../../../tests/eval/questions-dev.jsonl', import.meta.url));

/** The day the question files speak from: "mai" and "còn mấy ngày" need one. */
const SPOKEN_ON = new Date('2026-11-25T09:00:00+07:00');

/**
 * `eval [--file F]`: scores of a question file, as written and without diacritics. Rows that miss are listed, but not
 * those of a held-apart file (named so): who reads them tunes on them.
 */
export async function evaluate(line: Line): Promise<number> {
  const file = option(line, 'file') ?? DEVELOPMENT_SET;
  const text = await readFile(file, 'utf8');
  const rows = text
    .split('\n')
    .filter((row) => row.trim() !== '')
    .map((row): EvalRow => JSON.parse(row));
  const knowledge = openKnowledge();
  const dense = await loadDense(knowledge, Number.POSITIVE_INFINITY);
  const parts = createParts(knowledge, undefined, dense);
  const now = option(line, 'now') ? clockOf(line).now() : SPOKEN_ON;
  const bare = rows.map((row) => ({ ...row, text: fold(row.text) }));
  if (dense) {
    // Each is asked once before, so that its queries are known when it counts.
    for (const row of [...rows, ...bare]) {
      evaluateRows([row], parts, now);
      await dense.settle();
    }
  }
  const written = evaluateRows(rows, parts, now);
  const folded = evaluateRows(bare, parts, now);
  if (line.options.json) {
    print({ ...written, ...(/held/.test(file) ? { misses: [] } : {}), folded: folded.total });
    return 0;
  }
  for (const [group, score] of Object.entries(written.groups)) print(`${group.padEnd(10)} ${score}`);
  print(`total      ${written.total}`);
  print(`no marks   ${folded.total}`);
  print(`ms         p50 ${written.ms.p50.toFixed(2)}  p99 ${written.ms.p99.toFixed(2)}`);
  if (!/held/.test(file)) for (const miss of written.misses) print(`miss       ${miss}`);
  return 0;
}
