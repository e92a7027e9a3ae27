import { fold } from '../../core/text.ts';
import { detectLanguage } from '../../understand/language.ts';
import { mistype } from './mistype.ts';
import type { EvalRow } from './rows.ts';

/** How the rows of a file are asked: Vietnamese ones in three spellings, English ones as they are. */
export const SPELLINGS = ['written', 'bare', 'typo', 'english'] as const;
export type Spelling = (typeof SPELLINGS)[number];

/** The rows of that spelling, their texts spelled so. */
export function spelled<Row extends Pick<EvalRow, 'text' | 'language'>>(
  rows: Row[],
  spelling: Spelling,
): Row[] {
  const english = (row: Row): boolean => (row.language ?? detectLanguage(row.text)) === 'en';
  if (spelling === 'english') return rows.filter(english);
  return rows.filter((row) => !english(row)).map((row) => ({ ...row, text: SPELL[spelling](row.text) }));
}

const SPELL: Record<Exclude<Spelling, 'english'>, (text: string) => string> = {
  written: (text) => text,
  bare: fold,
  typo: mistype,
};
