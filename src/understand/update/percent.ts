import { foldAligned } from '../align.ts';
import { findRatios, type Ratio } from './ratio.ts';

export interface FoundPercent {
  percent: number;
  /** In the NFC text. */
  index: number;
  length: number;
}

/** "70-75%": the lower end is sure. */
const RANGE_BEFORE = /(?<![\d.,/-])(\d{1,3})\s*(?:-|–|den|toi)\s*$/;
/** "Đạt -5%": no share, and to be asked again rather than read as 5. */
const MINUS_BEFORE = /[a-z] [-–]$/;
const NUMBER = /(?<![\d.,/])(\d{1,20})(?:[.,](\d+))?\s*(?:%|phan tram\b|percent\b|pct\b)/g;
const UNITS: Record<string, number> = {
  mot: 1,
  hai: 2,
  ba: 3,
  bon: 4,
  tu: 4,
  nam: 5,
  lam: 5,
  nham: 5,
  sau: 6,
  bay: 7,
  tam: 8,
  chin: 9,
};
const UNIT = Object.keys(UNITS).join('|');
/** "sáu mươi lăm phần trăm", "năm lăm phần trăm", "tám chục %". */
const SPELLED = new RegExp(
  `\\b(?:(?<all>mot tram)|(?:(?<tens>${UNIT})\\s+)?(?<ten>muoi|chuc)(?:\\s+(?<ones>${UNIT}))?|(?<short>${UNIT})\\s+(?<fives>lam|nham|tu)|(?<few>${UNIT}))\\s*(?:%|phan tram\\b)`,
  'g',
);
/** What is left, not what is done: "còn 20% nữa". */
const LEFT_BEFORE =
  /\b(con|con lai|con khoang|chua xong|chua lam duoc|thieu|remaining)\s*(khoang |chung |tam )?$/;
const WORDS: [RegExp, number][] = [
  [
    /\b(mot nua|(?:xong|duoc|dc|dat|khoang|lam|hon|tren) 1 nua|duoc nua|dc nua|xong nua|nua chang|half)\b/,
    50,
  ],
  [/\b(hai phan ba)\b/, 67],
  [/\b(mot phan ba)\b/, 33],
  [/\b(ba phan tu)\b/, 75],
  [/\b(mot phan hai)\b/, 50],
  [/\b(mot phan tu)\b/, 25],
];

/** "Mới 90 thôi": a share without its sign, at the end of what is said. */
const BARE = /\bmoi (?:duoc |dc |dat |khoang |tam |chung )*(\d{2}) thoi(?: (?:a|em|nhe|roi))*\s*(?:[.,;!]|$)/;

/** Every share the text states, in order; "7/10 điểm" is 70. */
export function findPercents(text: string): FoundPercent[] {
  const folded = foldAligned(text);
  const found: FoundPercent[] = [];
  for (const match of folded.matchAll(NUMBER)) {
    const value = Number(`${match[1]}.${match[2] ?? '0'}`);
    const before = folded.slice(Math.max(0, match.index - 24), match.index);
    const from = RANGE_BEFORE.exec(before)?.[1];
    if (from) {
      found.push({ percent: Number(from), index: match.index, length: match[0].length });
      continue;
    }
    const kept = MINUS_BEFORE.test(before) ? -value : value;
    const percent = LEFT_BEFORE.test(before) && value <= 100 ? 100 - value : kept;
    found.push({ percent, index: match.index, length: match[0].length });
  }
  for (const match of folded.matchAll(SPELLED)) {
    const { all, tens, ten, ones, short, fives, few } = match.groups ?? {};
    const value = all
      ? 100
      : ten
        ? (UNITS[tens ?? 'mot'] ?? 1) * 10 + (UNITS[ones ?? ''] ?? 0)
        : (UNITS[short ?? ''] ?? 0) * 10 + (UNITS[fives ?? few ?? ''] ?? 0);
    const before = folded.slice(Math.max(0, match.index - 24), match.index);
    found.push({
      percent: LEFT_BEFORE.test(before) ? 100 - value : value,
      index: match.index,
      length: match[0].length,
    });
  }
  for (const ratio of findRatios(text)) {
    if (ratio.done <= ratio.total)
      found.push({ percent: share(ratio), index: ratio.index, length: ratio.length });
  }
  if (found.length === 0) {
    const bare = BARE.exec(folded);
    if (bare) found.push({ percent: Number(bare[1]), index: bare.index, length: bare[0].length });
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

/** Before a share: it is denied, a target, or how something grew. */
const NOT_PROGRESS =
  /(chu )?(khong|ko|k|hong) phai( la)?\s*$|\bnot\s*$|(muc tieu|ke hoach( giao)?|chi tieu)( la)?\s*$|\b(tang|giam|thue|vuot)( them| khoang| duoc| dat| hon| gan)?\s*$|\b(lai suat|tang truong|giai ngan|lam phat|ty gia)\b[^,.;]{0,25}$/;

/** The one share that says how far the work is: "từ 40% lên 60%" is 60, "60% chứ không phải 80%" is 60. */
export function progressPercent(text: string): number | null {
  const folded = foldAligned(text);
  const found = findPercents(text).filter(({ index }) => {
    const before = folded.slice(Math.max(0, index - 28), index);
    return !NOT_PROGRESS.test(before);
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
