import { DateTime } from 'luxon';
import { type Day, ZONE } from '../core/clock.ts';
import { blank, foldAligned, hasMarks } from './align.ts';
import { findRatios } from './update/ratio.ts';

export interface FoundDate {
  day: Day;
  text: string;
  /** In the NFC form of the text. */
  index: number;
  precision: 'day' | 'month' | 'quarter' | 'year';
}

/** Where a missing year lies: nearest to today, or the next one (what somebody expects to happen). */
export type Lean = 'nearest' | 'future';

type Precision = FoundDate['precision'];
type Groups = Record<string, string | undefined>;
interface Sight {
  today: DateTime;
  lean: Lean;
  /** The same place in the text as written, for what only marks can tell. */
  written: string;
  before: string;
  marks: boolean;
}
interface Rule {
  pattern: RegExp;
  precision: Precision;
  read(groups: Groups, sight: Sight): DateTime | null;
}

const YEAR = '(?:\\s*(?:[/.-]|,?\\s*nam)\\s*(?<y>20\\d\\d|nay|sau|toi)\\b)?';
const CUE =
  '(?<=\\b(?:ngay|den|truoc|trc|du kien|dkien|dk|han|vao|xong|trinh|lui|sang|hom|toi|by|on|before)\\s+(?:ngay\\s+)?)';
const NOT_COUNT =
  '(?!\\s*(?:%|ty\\b|trieu|nghin|ngan\\b|ha\\b|km|m2|nguoi|phan tram|lan\\b|thang\\b|nam\\b(?! ?20)))';
const MONTHS: Record<string, number> = {
  jan: 1,
  feb: 2,
  mar: 3,
  apr: 4,
  may: 5,
  jun: 6,
  jul: 7,
  aug: 8,
  sep: 9,
  oct: 10,
  nov: 11,
  dec: 12,
};
const MONTH_NAME =
  '(?<mon>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const WEEKDAYS: Record<string, number> = { hai: 1, ba: 2, tu: 3, nam: 4, sau: 5, bay: 6 };
const ROMAN: Record<string, number> = { i: 1, ii: 2, iii: 3, iv: 4, mot: 1, hai: 2, ba: 3, tu: 4 };

const RULES: Rule[] = [
  {
    pattern:
      /(?<![\d/.,a-z-])(?:ngay\s+)?(?<d>\d{1,2})\s?(?<s>[/.-])\s?(?<m>\d{1,2})\s?\k<s>\s?(?<y>20\d\d|\d\d)(?![\d%/])/g,
    precision: 'day',
    read: (g, s) => onDay(g.d, g.m, g.y, s),
  },
  {
    pattern: /(?<!\d)(?<y>20\d\d)-(?<m>\d\d)-(?<d>\d\d)(?!\d)/g,
    precision: 'day',
    read: (g, s) => onDay(g.d, g.m, g.y, s),
  },
  {
    pattern: new RegExp(`\\b(?:ngay\\s+)?(?<d>\\d{1,2})\\s*thang\\s*(?<m>\\d{1,2})(?!\\d)${YEAR}`, 'g'),
    precision: 'day',
    read: (g, s) => (s.before.endsWith('thang ') ? null : onDay(g.d, g.m, g.y, s)),
  },
  {
    pattern: /\bngay\s+(?<d>\d{1,2})\s*thang\s*(?<w>nay|sau|toi)\b/g,
    precision: 'day',
    read: (g, s) => valid(s.today.startOf('month').plus({ months: g.w === 'nay' ? 0 : 1 }), Number(g.d)),
  },
  {
    pattern:
      /(?<![\d/.,a-z-])(?<!\bquy\s*)(?:(?:(?<part>(?<!phan )dau|giua|cuoi|het)\s+)?thang\s*)?(?<m>\d{1,2})\s?[/-]\s?(?<y>20\d\d)(?![\d%]|\s*[/-]\s*[a-z])/g,
    precision: 'month',
    read: (g, s) => inPart(endOfMonth(g.m, g.y, s), g.part),
  },
  {
    pattern: new RegExp(
      `(?<![\\d/.,a-z-])(?<d>\\d{1,2})\\s?/\\s?(?<m>\\d{1,2})(?![\\d%/]|[.,]\\d|\\s*-\\s*[a-z])${YEAR}`,
      'g',
    ),
    precision: 'day',
    read: (g, s) =>
      g.d === '24' && g.m === '7' && /(hoat dong|truc|phuc vu|lien tuc)\s*$/.test(s.before)
        ? null
        : onDay(g.d, g.m, g.y, s),
  },
  {
    pattern: new RegExp(`${CUE}(?<d>\\d{1,2})[.-](?<m>\\d{1,2})(?![\\d/.-]\\d|\\d)${NOT_COUNT}`, 'g'),
    precision: 'day',
    read: (g, s) => onDay(g.d, g.m, undefined, s),
  },
  {
    pattern: new RegExp(
      `\\b(?<d>\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?${MONTH_NAME}\\b(?:,?\\s+(?<y>20\\d\\d))?`,
      'g',
    ),
    precision: 'day',
    read: english,
  },
  {
    pattern: new RegExp(
      `\\b${MONTH_NAME}\\.?\\s+(?<d>\\d{1,2})(?:st|nd|rd|th)?\\b(?!\\s*%)(?:,?\\s+(?<y>20\\d\\d))?`,
      'g',
    ),
    precision: 'day',
    read: english,
  },
  {
    pattern: new RegExp(`\\b(?:(?<part>early|mid|end of|late)[ -])?${MONTH_NAME}\\s+(?<y>20\\d\\d)\\b`, 'g'),
    precision: 'month',
    read: (g, s) => inPart(endOfMonth(String(MONTHS[(g.mon ?? '').slice(0, 3)] ?? 0), g.y, s), g.part),
  },
  {
    pattern: new RegExp(
      `\\b(?<end>cuoi|end of)?\\s*(?:quy\\s*|q)(?<q>[1-4]|iii|ii|iv|i)\\b(?!\\s*%)${YEAR}(?:\\s+(?<y2>20\\d\\d))?`,
      'g',
    ),
    precision: 'quarter',
    read: (g, s) => (isFund(s) ? null : endOfQuarter(g.q, g.y ?? g.y2, s)),
  },
  {
    pattern: /\b(?:cuoi\s+)?quy\s+(?<w>nay|sau|toi)\b/g,
    precision: 'quarter',
    read: (g, s) => (isFund(s) ? null : s.today.plus({ quarters: g.w === 'nay' ? 0 : 1 }).endOf('quarter')),
  },
  {
    pattern:
      /\b(?:thu\s*(?<n>[2-7]|hai|ba|tu|nam|sau|bay)|t(?<t>[2-7])|(?<cn>chu nhat|cn))\s+tuan\s+(?<w>nay|sau|toi)\b/g,
    precision: 'day',
    read: (g, s) => weekday(g, s)?.plus({ weeks: g.w === 'nay' ? 0 : 1 }) ?? null,
  },
  {
    pattern: /\bthu\s*(?<n>[2-7]|hai|ba|tu|nam|sau|bay)\b/g,
    precision: 'day',
    read: (g, s) => {
      if (!/^thứ/i.test(s.written) || /(lan|dung|xep|muc|khoan|gach|dong|diem)\s*$/.test(s.before))
        return null;
      const day = weekday(g, s);
      return day && day < s.today ? day.plus({ weeks: 1 }) : day;
    },
  },
  {
    pattern: new RegExp(
      `\\b(?:(?<part>(?<!phan )dau|giua|cuoi|het|end of)\\s+)?(?:thang\\s*|t)(?<m>1[0-2]|0?[1-9])\\b(?!\\s*(?:%|ty\\b|trieu|[.,]\\d))${YEAR}`,
      'g',
    ),
    precision: 'month',
    read: (g, s) => inPart(endOfMonth(g.m, g.y, s), g.part),
  },
  {
    pattern: /\b(?:(?<part>(?<!phan )dau|giua|cuoi|het|trong)\s+)?thang\s+(?<w>nay|sau|toi)\b/g,
    precision: 'month',
    read: (g, s) =>
      inPart(
        s.today
          .startOf('month')
          .plus({ months: g.w === 'nay' ? 0 : 1 })
          .endOf('month'),
        g.part,
      ),
  },
  {
    pattern: /\b(?:cuoi thang|(?:the )?end of (?:the |this )?month)\b/g,
    precision: 'month',
    read: (_, s) => s.today.endOf('month'),
  },
  {
    pattern: /\b(?:(?<part>(?<!phan )dau|giua|cuoi)\s+)?tuan\s+(?<w>nay|sau|toi)\b/g,
    precision: 'day',
    read: (g, s) =>
      s.today
        .startOf('week')
        .plus({ weeks: g.w === 'nay' ? 0 : 1, days: g.part === 'dau' ? 0 : g.part === 'giua' ? 2 : 4 }),
  },
  {
    pattern: /\b(?:cuoi tuan)\b/g,
    precision: 'day',
    read: (_, s) => s.today.startOf('week').plus({ days: 4 }),
  },
  { pattern: /\bnext week\b/g, precision: 'day', read: (_, s) => s.today.startOf('week').plus({ days: 11 }) },
  {
    pattern: /\bnext month\b/g,
    precision: 'month',
    read: (_, s) => s.today.startOf('month').plus({ months: 1 }).endOf('month'),
  },
  {
    pattern: /\b6 thang (?<half>dau|cuoi)(?: nam)?(?: (?<y>20\d\d|nay|sau|toi))?\b/g,
    precision: 'month',
    read: (g, s) => endOfMonth(g.half === 'dau' ? '6' : '12', g.y, s),
  },
  {
    pattern:
      /\b(?:(?:(?<part>(?<!phan )dau|giua|cuoi|het|trong)\s+)?nam\s+(?<y>20\d\d|nay|sau|toi)|(?:cuoi|het)\s+(?<y2>20\d\d))\b(?!\s*[-–])/g,
    precision: 'year',
    read: (g, s) => {
      const end = s.today.set({ year: yearOf(g.y ?? g.y2, s) ?? s.today.year }).endOf('year');
      if (g.part === 'giua') return end.set({ month: 6, day: 30 });
      return g.part === 'dau' ? end.set({ month: 3, day: 31 }) : end;
    },
  },
  {
    pattern: /\b(?:(?:cuoi|het) nam|end of (?:the |this )?year|year[- ]end)\b/g,
    precision: 'year',
    read: (_, s) => s.today.endOf('year'),
  },
  {
    pattern: /(?<!\d)(?<n>\d{1,2})\s+(?<u>ngay|tuan|thang|nam)\s+nua\b/g,
    precision: 'day',
    read: (g, s) => {
      const n = Number(g.n);
      if (g.u === 'ngay') return s.today.plus({ days: n });
      if (g.u === 'tuan') return s.today.plus({ weeks: n });
      return g.u === 'thang' ? s.today.plus({ months: n }) : s.today.plus({ years: n });
    },
  },
  { pattern: /\b(?:ngay kia|ngay mot)\b/g, precision: 'day', read: (_, s) => s.today.plus({ days: 2 }) },
  {
    pattern: /\b(?<w>(?:ngay |sang |chieu )?mai|tomorrow)\b/g,
    precision: 'day',
    read: (_, s) =>
      /(mai|tomorrow)$/i.test(s.written) &&
      !/\b(thuong|khuyen|hoa|bach|trieu|ban|cho|tp|o|chi|co|anh|ba|thi|giao|nho|dong chi|pgd|gd)\s*$/.test(
        s.before,
      )
        ? s.today.plus({ days: 1 })
        : null,
  },
  { pattern: /\b(?:hom nay|today)\b/g, precision: 'day', read: (_, s) => s.today },
  {
    pattern: /\b(?:hom qua|hqua|yesterday)\b/g,
    precision: 'day',
    read: (_, s) => s.today.minus({ days: 1 }),
  },
  {
    pattern: /\bngay\s+(?<d>\d{1,2})(?![\d/.,-]|\s*(?:thang|ngay|%))/g,
    precision: 'day',
    read: (g, s) => {
      const here = valid(s.today, Number(g.d));
      if (here && (here >= s.today || s.lean === 'nearest')) return here;
      return valid(s.today.startOf('month').plus({ months: 1 }), Number(g.d));
    },
  },
];

/** Every date the text names, in the order of the text. "7/10 điểm" is a share and no date. */
export function findDates(text: string, today: Day, lean: Lean = 'nearest'): FoundDate[] {
  const written = text.normalize('NFC');
  const now = DateTime.fromISO(today, { zone: ZONE });
  if (!now.isValid) return [];
  const marks = hasMarks(written);
  let rest = blank(foldAligned(written), findRatios(written));
  const found: FoundDate[] = [];
  for (const rule of RULES) {
    for (const match of [...rest.matchAll(rule.pattern)]) {
      const lead = match[0].length - match[0].trimStart().length;
      const index = match.index + lead;
      const shown = written.slice(index, match.index + match[0].length).trimEnd();
      const before = rest.slice(Math.max(0, index - 20), index);
      const read = rule.read(match.groups ?? {}, { today: now, lean, written: shown, before, marks });
      if (!read?.isValid) continue;
      const day = isWholePeriod(match[0]) && BEFORE.test(before) ? lastDayBefore(read, rule.precision) : read;
      found.push({ day: day.toFormat('yyyy-MM-dd'), text: shown, index, precision: rule.precision });
      rest = blank(rest, [{ index: match.index, length: match[0].length }]);
    }
  }
  return found.sort((a, b) => a.index - b.index);
}

/** "Trước năm 2030" ends with 2029 (as IV.2.a.2 has it); "trước 20/12" keeps its day, which the card shows as said. */
const BEFORE = /\b(?:truoc|trc|before)\s+$/;

/** A month, quarter or year by its name, with no part of it. */
function isWholePeriod(folded: string): boolean {
  return /^\s*(?:thang|t\d|quy|q\d|nam)/.test(folded);
}

function lastDayBefore(end: DateTime, precision: Precision): DateTime {
  return precision === 'day' ? end : end.startOf(precision).minus({ days: 1 });
}

/** The first day and month that no year has ("31/11"), as written; null where there is none. */
export function findImpossibleDay(text: string): string | null {
  const folded = blank(foldAligned(text.normalize('NFC')), findRatios(text));
  for (const match of folded.matchAll(/(?<![\d/.,-])(\d{1,2})\s?\/\s?(\d{1,2})(?![\d/%])/g)) {
    const [day, month] = [Number(match[1]), Number(match[2])];
    const real = DateTime.fromObject({ year: LEAP_YEAR, month, day }).isValid;
    if (!real && day <= 31 && month <= 12 && day > 0 && month > 0) return match[0].replace(/\s/g, '');
  }
  return null;
}

const LEAP_YEAR = 2028;

function yearOf(year: string | undefined, sight: Sight): number | null {
  if (year === undefined) return null;
  if (year === 'nay') return sight.today.year;
  if (year === 'sau' || year === 'toi') return sight.today.year + 1;
  return Number(year.length === 2 ? `20${year}` : year);
}

/** Of the same day in neighbouring years, the one that is meant. */
function pick(at: (year: number) => DateTime | null, sight: Sight): DateTime | null {
  const { today, lean } = sight;
  const days = [-1, 0, 1, 2, 3, 4]
    .flatMap((step) => at(today.year + step) ?? [])
    .filter((day) => day.isValid);
  if (lean === 'future') return days.find((day) => day >= today.startOf('day')) ?? null;
  const distance = (day: DateTime): number => Math.abs(day.diff(today).as('days'));
  return days.sort((a, b) => distance(a) - distance(b))[0] ?? null;
}

function onDay(
  d: string | undefined,
  m: string | undefined,
  y: string | undefined,
  sight: Sight,
): DateTime | null {
  const at = (year: number): DateTime | null => {
    const day = DateTime.fromObject({ year, month: Number(m), day: Number(d) }, { zone: ZONE });
    return day.isValid ? day : null;
  };
  const year = yearOf(y, sight);
  return year === null ? pick(at, sight) : at(year);
}

function english(groups: Groups, sight: Sight): DateTime | null {
  return onDay(groups.d, String(MONTHS[(groups.mon ?? '').slice(0, 3)] ?? 0), groups.y, sight);
}

function endOfMonth(m: string | undefined, y: string | undefined, sight: Sight): DateTime | null {
  const at = (year: number): DateTime | null => {
    const first = DateTime.fromObject({ year, month: Number(m), day: 1 }, { zone: ZONE });
    return first.isValid ? first.endOf('month') : null;
  };
  const year = yearOf(y, sight);
  return year === null ? pick(at, sight) : at(year);
}

function endOfQuarter(q: string | undefined, y: string | undefined, sight: Sight): DateTime | null {
  const quarter = ROMAN[q ?? ''] ?? Number(q);
  return endOfMonth(String(quarter * 3), y, sight);
}

function weekday(groups: Groups, sight: Sight): DateTime | null {
  const n = groups.n ?? groups.t;
  const day = groups.cn ? 7 : (WEEKDAYS[n ?? ''] ?? Number(n) - 1);
  return sight.today.startOf('week').plus({ days: day - 1 });
}

function valid(month: DateTime, day: number): DateTime | null {
  const at = DateTime.fromObject({ year: month.year, month: month.month, day }, { zone: ZONE });
  return at.isValid ? at : null;
}

/** Offices count a month in three parts of ten days. */
function inPart(end: DateTime | null, part: string | undefined): DateTime | null {
  if (!end) return null;
  if (part === 'dau' || part === 'early') return end.set({ day: 10 });
  return part === 'giua' || part === 'mid' ? end.set({ day: 20 }) : end;
}

/** "Quỹ 2" is a fund, not a quarter. */
function isFund(sight: Sight): boolean {
  return /qu[ỹỳỷỵ]/i.test(sight.written);
}
