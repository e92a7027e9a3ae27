import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { createParts } from '../../src/app/build-app.ts';
import { type Evaluation, evaluateRows } from '../../src/app/eval/evaluate.ts';
import { readRows } from '../../src/app/eval/rows.ts';
import { isFault, type Measure } from '../../src/app/eval/score.ts';
import type { Spelling } from '../../src/app/eval/spellings.ts';
import { knowledge } from '../support/talk.ts';

const NOW = new Date('2026-11-25T09:00:00+07:00');
const parts = createParts(knowledge);

const COLUMNS: Measure[] = [
  ...(['hit1', 'hit3', 'agencies', 'included', 'said', 'declined'] as const),
  ...(['refused', 'wrong', 'leads', 'numbers'] as const),
  ...(['task', 'percent', 'date', 'apart'] as const),
];

/**
 * Percent of the rows each measure fits: the least of the hits and the most of the faults, a little under what was
 * measured when they were set; null where no row is fit. Misses are not printed: see `eval`.
 */
const FLOORS: [set: string, spelling: Spelling, ...bounds: (number | null)[]][] = [
  //                    hits                    faults        updates
  ['dev', 'written', 86, 92, 86, 95, 85, 95, 6, 5, 5, 0, 98, 99, 99, 96],
  ['dev', 'bare', 85, 91, 87, 94, 85, 93, 6, 5, 5, 0, 97, 99, 97, 96],
  ['dev', 'typo', 79, 86, 80, 92, 84, 87, 11, 7, 3, 0, 95, 99, 99, 90],
  ['dev', 'english', 88, 91, 87, 95, 90, 77, 9, 12, 26, 0, 79, 89, 89, 66],
  ['dev-2', 'written', 81, 82, 74, 84, 71, 79, 21, 9, null, 0, 93, 98, 89, 63],
  ['dev-2', 'bare', 81, 83, 74, 82, 71, 77, 21, 8, null, 0, 93, 98, 89, 63],
  ['dev-2', 'typo', 59, 61, 64, 71, 64, 68, 36, 16, null, 0, 91, 98, 89, 53],
  ['dev-3', 'written', 65, 68, 79, 73, 64, 75, 22, 10, 4, 0, null, null, null, null],
  ['dev-3', 'bare', 62, 65, 72, 73, 64, 72, 27, 13, 4, 0, null, null, null, null],
  ['dev-3', 'typo', 61, 63, 72, 69, 62, 68, 28, 8, 4, 0, null, null, null, null],
  ['dev-3', 'english', 78, 86, 57, 95, 76, 49, 15, 51, null, 0, null, null, null, null],
  ['dev-4', 'written', null, null, null, null, null, 78, null, 12, null, 0, null, null, null, null],
  ['dev-4', 'bare', null, null, null, null, null, 78, null, 11, null, 0, null, null, null, null],
  ['dev-4', 'typo', null, null, null, null, null, 75, null, 16, null, 0, null, null, null, null],
  ['dev-4', 'english', null, null, null, null, null, 71, null, 21, null, 0, null, null, null, null],
  ['held', 'written', 87, 90, 91, 94, 85, 73, 8, 8, 5, 2, 89, 95, 97, 84],
  ['held', 'bare', 85, 90, 90, 94, 85, 69, 8, 10, 5, 2, 90, 95, 98, 86],
  ['held', 'typo', 83, 86, 90, 92, 83, 71, 12, 5, 5, 2, 85, 95, 97, 78],
  ['held', 'english', 60, 60, 37, 65, 60, 66, 20, 34, 51, 0, 74, 87, 74, 66],
  ['held-2', 'written', 86, 86, 81, 89, 74, 57, 10, 6, 5, 2, 92, 89, 94, null],
  ['held-2', 'bare', 83, 84, 84, 89, 74, 57, 12, 8, 5, 2, 89, 89, 94, null],
  ['held-2', 'typo', 78, 79, 79, 88, 74, 55, 18, 11, 5, 2, 92, 89, 94, null],
  ['held-2', 'english', 92, 92, 66, 91, 91, 0, 9, 67, null, 0, null, null, null, null],
];

const SETS = [...new Set(FLOORS.map(([set]) => set))];
const EVALUATION_MS = 180_000;

function evaluate(set: string): Evaluation {
  const file = `questions-${set}.jsonl`;
  const rows = readRows(readFileSync(join(import.meta.dirname, file), 'utf8'), file);
  return evaluateRows(rows, parts, NOW);
}

describe.each(SETS)('questions-%s', (set) => {
  let evaluation: Evaluation;
  beforeAll(() => {
    evaluation = evaluate(set);
  }, EVALUATION_MS);

  const floors = FLOORS.filter(([of]) => of === set);
  it.each(floors)('%s, %s: no measure falls behind its floor', (_set, spelling, ...bounds) => {
    expect(behind(evaluation, spelling, bounds)).toEqual([]);
  });
});

function behind(evaluation: Evaluation, spelling: Spelling, bounds: (number | null)[]): string[] {
  const { total } = evaluation.spellings[spelling];
  return COLUMNS.flatMap((measure, at) => {
    const bound = bounds[at];
    const sum = total[measure];
    if (bound === null && sum === undefined) return [];
    const share = sum ? (100 * sum.got) / sum.of : Number.NaN;
    const stands = typeof bound === 'number' && (isFault(measure) ? share <= bound : share >= bound);
    return stands ? [] : [`${measure} ${share.toFixed(1)}, floor ${bound}`];
  });
}
