import { foldAligned } from '../align.ts';
import { findRatios, type Ratio } from './ratio.ts';

export interface FoundPercent {
  percent: number;
  /** In the NFC text. */
  index: number;
  length: number;
}

const NUMBER = /(?<![\d.,/])(\d{1,20})(?:[.,](\d+))?\s*(?:%|phan tram\b|percent\b|pct\b)/g;
/** What is left, not what is done: "còn 20% nữa". */
const LEFT_BEFORE =
  /\b(con|con lai|con khoang|chua xong|chua lam duoc|thieu|remaining)\s*(khoang |chung |tam )?$/;
const WORDS: [RegExp, number][] = [
  [/\b(mot nua|duoc nua|dc nua|xong nua|nua chang|half)\b/, 50],
  [/\b(ba phan tu)\b/, 75],
  [/\b(mot phan tu)\b/, 25],
];

/** Every share the text states, in order; "7/10 điểm" is 70. */
export function findPercents(text: string): FoundPercent[] {
  const folded = foldAligned(text);
  const found: FoundPercent[] = [];
  for (const match of folded.matchAll(NUMBER)) {
    const value = Number(`${match[1]}.${match[2] ?? '0'}`);
    const before = folded.slice(Math.max(0, match.index - 24), match.index);
    const percent = LEFT_BEFORE.test(before) && value <= 100 ? 100 - value : value;
    found.push({ percent, index: match.index, length: match[0].length });
  }
  for (const ratio of findRatios(text)) {
    if (ratio.done <= ratio.total)
      found.push({ percent: share(ratio), index: ratio.index, length: ratio.length });
  }
  if (found.length === 0) {
    for (const [pattern, percent] of WORDS) {
      const match = pattern.exec(folded);
      if (match) found.push({ percent, index: match.index, length: match[0].length });
    }
  }
  return found.sort((a, b) => a.index - b.index);
}

function share({ done, total }: Ratio): number {
  return Math.round((done / total) * 100);
}

/** The one share that says how far the work is: "từ 40% lên 60%" is 60, "60% chứ không phải 80%" is 60. */
export function progressPercent(text: string): number | null {
  const folded = foldAligned(text);
  const found = findPercents(text).filter(({ index }) => {
    const before = folded.slice(Math.max(0, index - 28), index);
    return !/(chu )?(khong|ko|k|hong) phai( la)?\s*$|\bnot\s*$|(muc tieu|ke hoach giao|chi tieu)( la)?\s*$/.test(
      before,
    );
  });
  if (found.length === 0) return null;
  const rising = found.find(({ index }) =>
    /\b(len|thanh|nay la|gio la|to)\s*$/.test(folded.slice(Math.max(0, index - 10), index)),
  );
  // A share written out ("70%") speaks for itself; one computed from a ratio stands behind it.
  const written = found.find(({ index, length }) =>
    /%|phan tram|percent/.test(folded.slice(index, index + length)),
  );
  return round((rising ?? written ?? found[0])?.percent ?? null);
}

function round(percent: number | null): number | null {
  return percent === null ? null : Math.round(percent * 10) / 10;
}
