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
  ['dev', 'written', 91, 95, 86, 95, 87, 96, 2, 4, 5, 0, 97, 99, 99, 96],
  ['dev', 'bare', 91, 95, 86, 95, 88, 95, 2, 4, 5, 0, 98, 99, 98, 96],
  ['dev', 'typo', 86, 90, 82, 92, 87, 87, 6, 7, 3, 0, 94, 99, 99, 90],
  ['dev', 'english', 91, 97, 87, 95, 95, 88, 3, 12, 26, 0, 79, 89, 89, 66],
  ['dev-2', 'written', 89, 89, 82, 90, 78, 78, 6, 9, null, 0, 93, 98, 89, 63],
  ['dev-2', 'bare', 87, 87, 79, 89, 76, 77, 11, 9, null, 0, 93, 98, 89, 63],
  ['dev-2', 'typo', 70, 73, 69, 85, 73, 69, 24, 16, null, 0, 91, 98, 89, 59],
  ['dev-3', 'written', 88, 90, 84, 89, 79, 88, 8, 4, 4, 0, null, null, null, null],
  ['dev-3', 'bare', 83, 86, 79, 86, 77, 81, 10, 8, 4, 0, null, null, null, null],
  ['dev-3', 'typo', 82, 84, 76, 84, 75, 77, 13, 8, 4, 0, null, null, null, null],
  ['dev-3', 'english', 83, 87, 71, 86, 77, 49, 5, 51, null, 0, null, null, null, null],
  ['dev-4', 'written', null, null, null, null, null, 76, null, 10, null, 0, null, null, null, null],
  ['dev-4', 'bare', null, null, null, null, null, 75, null, 11, null, 0, null, null, null, null],
  ['dev-4', 'typo', null, null, null, null, null, 76, null, 13, null, 0, null, null, null, null],
  ['dev-4', 'english', null, null, null, null, null, 77, null, 16, null, 0, null, null, null, null],
  ['dev-5', 'written', 87, 91, 79, 96, 83, 95, 4, 5, 6, 0, null, null, null, null],
  ['dev-5', 'bare', 81, 84, 73, 93, 79, 88, 9, 3, 6, 0, null, null, null, null],
  ['dev-5', 'typo', 75, 79, 73, 89, 76, 78, 14, 10, 6, 0, null, null, null, null],
  ['dev-5', 'english', 91, 91, 79, 83, 83, 74, 10, 26, null, 0, null, null, null, null],
  ['dev-6', 'written', 91, 94, 66, 94, 87, 80, 2, 12, 13, 0, null, null, null, null],
  ['dev-6', 'bare', 91, 94, 66, 94, 87, 76, 2, 12, 13, 0, null, null, null, null],
  ['dev-6', 'typo', 87, 90, 66, 90, 83, 65, 4, 16, 13, 0, null, null, null, null],
  ['dev-6', 'english', 79, 83, 49, 84, 84, 59, 5, 31, 34, 0, null, null, null, null],
  ['held', 'written', 90, 94, 93, 94, 86, 71, 4, 10, 5, 0, 89, 96, 98, 84],
  ['held', 'bare', 90, 93, 91, 94, 86, 69, 4, 12, 5, 0, 89, 96, 98, 86],
  ['held', 'typo', 86, 89, 89, 91, 84, 69, 8, 10, 5, 0, 84, 96, 98, 76],
  ['held', 'english', 73, 78, 37, 78, 73, 66, 10, 34, 51, 0, 74, 87, 74, 66],
  ['held-2', 'written', 89, 90, 84, 90, 80, 60, 7, 6, 5, 2, 92, 89, 94, null],
  ['held-2', 'bare', 89, 90, 84, 90, 80, 57, 7, 6, 5, 2, 87, 89, 94, null],
  ['held-2', 'typo', 84, 85, 81, 87, 80, 57, 10, 11, 5, 2, 92, 89, 94, null],
  ['held-2', 'english', 84, 84, 66, 83, 83, 33, 9, 34, null, 0, null, null, null, null],
  ['held-3', 'written', 87, 89, 76, 89, 85, 71, 7, 21, 10, 0, null, null, null, null],
  ['held-3', 'bare', 87, 89, 76, 88, 84, 71, 7, 21, 10, 0, null, null, null, null],
  ['held-3', 'typo', 84, 88, 70, 89, 85, 68, 7, 21, 10, 0, null, null, null, null],
  ['held-3', 'english', 81, 90, 79, 74, 74, 59, 11, 41, null, 0, null, null, null, null],
  ['dev-7', 'written', null, null, null, null, null, null, null, null, null, null, 97, 98, 95, 93],
  ['dev-7', 'bare', null, null, null, null, null, null, null, null, null, null, 94, 98, 93, 88],
  ['dev-7', 'typo', null, null, null, null, null, null, null, null, null, null, 94, 98, 94, 88],
  ['dev-7', 'english', null, null, null, null, null, null, null, null, null, null, 99, 99, 86, 99],
  ['dev-8', 'written', 85, 85, 96, 91, 84, 76, 10, 1, 1, 0, null, null, null, null],
  ['dev-8', 'bare', 84, 84, 93, 91, 84, 76, 11, 1, 1, 0, null, null, null, null],
  ['dev-8', 'typo', 84, 84, 91, 94, 87, 65, 10, 5, 1, 0, null, null, null, null],
  ['dev-8', 'english', 89, 99, 99, 99, 99, 65, 1, 1, 1, 0, null, null, null, null],
  ['held-4', 'written', null, null, null, null, null, null, null, null, null, null, 89, 95, 94, 77],
  ['held-4', 'bare', null, null, null, null, null, null, null, null, null, null, 85, 95, 94, 77],
  ['held-4', 'typo', null, null, null, null, null, null, null, null, null, null, 85, 95, 94, 77],
  ['held-4', 'english', null, null, null, null, null, null, null, null, null, null, 86, 99, 99, 99],
  ['held-5', 'written', 88, 91, 93, 93, 85, 73, 6, 9, 1, 0, null, null, null, null],
  ['held-5', 'bare', 84, 89, 93, 93, 85, 69, 7, 9, 1, 0, null, null, null, null],
  ['held-5', 'typo', 84, 88, 93, 90, 82, 65, 7, 13, 1, 0, null, null, null, null],
  ['held-5', 'english', 99, 99, 99, 99, 99, 65, 1, 1, 1, 0, null, null, null, null],
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
