import type { Day } from '../core/clock.ts';

const YEAR = String.raw`((?:19|20)\d{2})`;
const LAST_DAYS: [RegExp, (match: RegExpExecArray) => Day][] = [
  [
    new RegExp(String.raw`(\d{1,2})(?:/|\s+tháng\s+)(\d{1,2})(?:/|\s+năm\s+)${YEAR}`, 'u'),
    ([, day = '', month = '', year = '']) => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
  ],
  [
    new RegExp(String.raw`qu[ýí]\s+(IV|III|II|I|[1-4])(?:\s*[/-]\s*|\s+(?:năm\s+)?)${YEAR}`, 'iu'),
    ([, quarter = '', year = '']) =>
      endOfMonth(
        Number(year),
        3 * (Number(quarter) || ['I', 'II', 'III', 'IV'].indexOf(quarter.toUpperCase()) + 1),
      ),
  ],
  [
    new RegExp(String.raw`(?:^|[^\d/])(\d{1,2})(?:\s*[/-]\s*|\s+năm\s+)${YEAR}`, 'u'),
    ([, month = '', year = '']) => endOfMonth(Number(year), Number(month)),
  ],
  [new RegExp(String.raw`trước\s+năm\s+${YEAR}`, 'u'), ([, year = '']) => `${Number(year) - 1}-12-31`],
  [new RegExp(String.raw`${YEAR}\s*[-–]\s*${YEAR}`, 'u'), ([, , year = '']) => `${year}-12-31`],
  [new RegExp(YEAR, 'u'), ([, year = '']) => `${year}-12-31`],
];

/** The last day of a period or deadline as a text writes it ("quý II/2025", "6/2025", "2021 - 2025"); null where open. */
export function lastDayOf(written: string): Day | null {
  if (/tiếp theo|trở đi|về sau/u.test(written)) return null;
  for (const [pattern, day] of LAST_DAYS) {
    const match = pattern.exec(written);
    if (match) return day(match);
  }
  return null;
}

function endOfMonth(year: number, month: number): Day {
  const last = new Date(Date.UTC(year, Math.min(Math.max(month, 1), 12), 0)).getUTCDate();
  return `${year}-${String(Math.min(Math.max(month, 1), 12)).padStart(2, '0')}-${last}`;
}

const PERIODS =
  /(?:giai đoạn|thời kỳ|nhiệm kỳ|5 năm) (?:19|20)\d{2}\s*[-–]\s*(?:19|20)\d{2}|(?:đến|hết|vào|trong|trước)(?: hết| cuối)? năm (?:19|20)\d{2}/giu;

/** The periods a text names, outside the spans given (titles of documents it cites). */
export function periodsIn(text: string, outside: string[]): string[] {
  const bare = outside.reduce((rest, title) => rest.replaceAll(title, ' '.repeat(title.length)), text);
  return [...bare.matchAll(PERIODS)].map((match) => match[0]);
}
