import type { Evaluation } from './evaluate.ts';
import { MEASURES, type Measure } from './score.ts';
import { SPELLINGS } from './spellings.ts';

const HEADS: Partial<Record<Measure, string>> = { hit1: 'hit@1', hit3: 'hit@3' };
const UPDATES: Measure[] = ['task', 'percent', 'date', 'apart'];
const QUESTIONS = MEASURES.filter((measure) => !UPDATES.includes(measure));

/** The two tables, questions and updates, as lines of at most 120 columns. */
export function tablesOf(evaluation: Evaluation): string[] {
  return [
    ...table(evaluation, QUESTIONS),
    'refused (what the programme says), wrong (answered what it does not say), leads (another named as leading)',
    'and numbers (that stand nowhere) are faults; the rest are hits. See src/app/eval/score-question.ts.',
    '',
    ...table(evaluation, UPDATES),
  ];
}

/** One line a group and spelling, and their totals. Groups none of the measures fit are left out. */
function table({ spellings }: Evaluation, measures: Measure[]): string[] {
  const groups = [...new Set(SPELLINGS.flatMap((spelling) => Object.keys(spellings[spelling].groups)))];
  const rows = [...groups, 'total'].flatMap((group) =>
    SPELLINGS.flatMap((spelling) => {
      const sums = group === 'total' ? spellings[spelling].total : spellings[spelling].groups[group];
      const cells = measures.map((measure) => {
        const sum = sums?.[measure];
        return sum ? `${sum.got}/${sum.of}` : '';
      });
      return cells.some((cell) => cell !== '') ? [[group, spelling, ...cells]] : [];
    }),
  );
  if (rows.length === 0) return [];
  const all = [['group', 'spelling', ...measures.map((measure) => HEADS[measure] ?? measure)], ...rows];
  const widths = all[0]?.map((_, at) => Math.max(...all.map((row) => row[at]?.length ?? 0))) ?? [];
  return all.map((row) =>
    row
      .map((cell, at) => (at < 2 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}
