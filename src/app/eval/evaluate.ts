import type { Parts } from '../../conversation/turn.ts';
import { looseNumbers } from './numbers.ts';
import type { EvalRow } from './rows.ts';
import { isFault, type Measure, type Score } from './score.ts';
import { scoreQuestion } from './score-question.ts';
import { readUpdate, scoreNoUpdate, scoreUpdate } from './score-update.ts';
import { SPELLINGS, type Spelling, spelled } from './spellings.ts';

/** Of how many rows a measure was taken, and of how many it is true. */
export interface Sum {
  got: number;
  of: number;
}
export type Sums = Partial<Record<Measure, Sum>>;

/** A row that fell short: in which measures, and what came out. */
export interface Miss {
  spelling: Spelling;
  id: string;
  text: string;
  measures: Measure[];
  got: string;
}

export interface Evaluation {
  spellings: Record<Spelling, { rows: number; groups: Record<string, Sums>; total: Sums }>;
  /** Of one answer or one reading, without the scoring. */
  ms: { p50: number; p99: number };
  /** Of the spellings made by code only what went well as written. */
  misses: Miss[];
}

/** Scores the rows in every spelling, as if asked at `now`. */
export function evaluateRows(rows: EvalRow[], parts: Parts, now: Date): Evaluation {
  const times: number[] = [];
  const scored = SPELLINGS.map((spelling) => ({
    spelling,
    rows: spelled(rows, spelling).map((row) => ({ row, ...scoreRow(row, parts, now, times) })),
  }));
  const entries = scored.map(({ spelling, rows: list }) => {
    const names = [...new Set(list.map(({ row }) => row.group))];
    const groups = names.map((group) => [group, sum(list.filter(({ row }) => row.group === group))] as const);
    return [spelling, { rows: list.length, groups: Object.fromEntries(groups), total: sum(list) }] as const;
  });
  return {
    spellings: Object.fromEntries(entries) as Evaluation['spellings'],
    ms: percentiles(times),
    misses: missesOf(scored),
  };
}

function scoreRow(row: EvalRow, parts: Parts, now: Date, times: number[]): Score {
  const timed = <T>(work: () => T): T => {
    const started = performance.now();
    const result = work();
    times.push(performance.now() - started);
    return result;
  };
  if (row.expect.update === false) return scoreNoUpdate(timed(() => readUpdate(row, parts, now)));
  if (row.group === 'update')
    return scoreUpdate(
      row,
      timed(() => readUpdate(row, parts, now)),
      parts,
    );
  const answer = timed(() => parts.ask(row.text, { now, agency: null, memory: null }));
  return scoreQuestion(row, answer, looseNumbers(row.text, answer, parts, now));
}

function sum(scores: Score[]): Sums {
  const sums: Sums = {};
  for (const { marks } of scores) {
    for (const [measure, mark] of Object.entries(marks) as [Measure, boolean][]) {
      const { got, of } = sums[measure] ?? { got: 0, of: 0 };
      sums[measure] = { got: got + Number(mark), of: of + 1 };
    }
  }
  return sums;
}

function missesOf(scored: { spelling: Spelling; rows: ({ row: EvalRow } & Score)[] }[]): Miss[] {
  const asWritten = new Set<string>();
  return scored.flatMap(({ spelling, rows }) =>
    rows.flatMap(({ row: { id, text }, marks, got }) => {
      const short = (Object.entries(marks) as [Measure, boolean][])
        .filter(([measure, mark]) => mark === isFault(measure))
        .map(([measure]) => measure);
      const measures = short.filter((measure) => !asWritten.has(`${id} ${measure}`));
      if (spelling === 'written') for (const measure of short) asWritten.add(`${id} ${measure}`);
      return measures.length > 0 ? [{ spelling, id, text, measures, got }] : [];
    }),
  );
}

function percentiles(times: number[]): { p50: number; p99: number } {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { p50: at(0.5), p99: at(0.99) };
}
