import type { Day } from '../../core/clock.ts';
import { foldAligned } from '../align.ts';
import { findDates } from '../dates.ts';
import { EXPECTED } from './clauses.ts';

/** The date the work is expected to end; a day that names when something was done does not count. */
export function findExpected(parts: string[], today: Day): Day | null {
  const dated = parts
    .map((part) => ({ folded: foldAligned(part), dates: findDates(part, today, 'future') }))
    .filter(({ dates }) => dates.length > 0);
  for (const { folded, dates } of dated) {
    const cue = EXPECTED.exec(folded);
    const after = cue ? dates.find(({ index }) => index >= cue.index) : undefined;
    if (after) return after.day;
  }
  // A day to come is the next step, unless it dates something else; one without a year may be long past.
  for (const part of parts.filter((one) => !DATES_SOMETHING_ELSE.test(foldAligned(one)))) {
    const coming = findDates(part, today, 'nearest').find(({ day }) => day > today);
    if (coming) return coming.day;
  }
  return null;
}

const DATES_SOMETHING_ELSE =
  /\b(da|hom|vua|tu ngay|ngay ky|so \d|theo (qd|kh|cv|quyet dinh|ke hoach|cong van)|so voi|cung ky|nam ngoai|han bao cao)\b/;
