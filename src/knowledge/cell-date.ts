/** The number formats of Excel that are dates by themselves: whole dates, and months with a year. */
const DAYS = new Set([14, 15, 16, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);
const MONTHS = new Set([17, 55]);
const DAY_MS = 86_400_000;
/** Day 0 of a sheet's dates: its 1900 has a 29 February that never was. */
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
/** 31/12/9999, the last day a sheet knows. */
const LAST_SERIAL = 2_958_465;

/** How much of a date a number format shows. */
export type DateShown = 'day' | 'month' | 'year';

/** What of a date a number format shows; null where it shows a number or a time. */
export function dateShown(id: number, code: string | undefined): DateShown | null {
  if (code === undefined) {
    if (DAYS.has(id)) return 'day';
    return MONTHS.has(id) ? 'month' : null;
  }
  const bare = (code.split(';')[0] ?? '')
    .replace(/"[^"]*"|\[[^\]]*\]|[\\_*]./g, ' ')
    .replace(/general|standard/gi, ' ');
  if (/[0#?]/.test(bare)) return null;
  if (/d/i.test(bare)) return 'day';
  // Without a year, `m` beside hours or seconds is minutes.
  if (/m/i.test(bare) && !/[hs]/i.test(bare)) return 'month';
  return /y/i.test(bare) ? 'year' : null;
}

/** A sheet's number as the date a person reads: `30/06/2027`, `06/2027` (which somebody typed as a month), `2027`. */
export function writeDate(serial: number, shown: DateShown, is1904: boolean): string {
  if (!(serial >= 1 && serial <= LAST_SERIAL)) return String(serial);
  const whole = Math.floor(serial);
  // Before March 1900 the days that never was has not been counted yet.
  const days = !is1904 && whole < 60 ? whole + 1 : whole;
  const date = new Date((is1904 ? EPOCH_1904 : EPOCH_1900) + days * DAY_MS);
  const [year, month, day] = date.toISOString().slice(0, 10).split('-');
  if (shown === 'year') return `${year}`;
  return shown === 'month' ? `${month}/${year}` : `${day}/${month}/${year}`;
}
