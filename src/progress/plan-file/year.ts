import type { Day } from '../../core/clock.ts';
import { fold } from '../../core/text.ts';

const YEAR =
  /(?<!\b(?:den|tu|truoc|thang\s{0,3}\d{0,2})\s{0,3})\b(?:nam|ke hoach|year|plan(?: for)?) (20\d\d)\b(?!\s*[-–/])/g;
const TITLE_LENGTH = 300;

/** The one year a title plans for ("Kế hoạch năm 2027"); null where it names none, several, or one gone by. */
export function planYear(titles: string[], today: Day): number | null {
  const years = titles.flatMap((title) =>
    [...fold(title.slice(0, TITLE_LENGTH)).matchAll(YEAR)].map((match) => Number(match[1])),
  );
  const [year, ...others] = [...new Set(years)].filter((one) => one >= Number(today.slice(0, 4)));
  return year !== undefined && others.length === 0 ? year : null;
}
