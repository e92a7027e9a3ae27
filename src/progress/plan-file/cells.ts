import type { Day } from '../../core/clock.ts';
import type { PlanStep } from '../../core/progress.ts';
import { fold, shorten } from '../../core/text.ts';
import { foldAligned } from '../../understand/align.ts';
import { findDates } from '../../understand/dates.ts';
import { IMMEDIATE } from '../../understand/plan.ts';

/** What a cell says of when something is done. */
export interface DueCell {
  day: Day | null;
  /** It has no date, and says so. */
  undated: boolean;
}

const LEADER_LENGTH = 80;
const STEP_LENGTH = 300;
/** More than is ever said of when. */
const DUE_LENGTH = 160;
const CELL_LENGTH = 300;
const UNDATED =
  /\b(?:thuong xuyen|lien tuc|dinh ky|(?:hang|moi) (?:nam|quy|thang|tuan)|khong (?:co )?(?:thoi )?han|chua (?:co|xac dinh|ro)|yearly|every (?:year|month)|ongoing|continuous(?:ly)?|regular(?:ly)?)\b/;
/** "Tháng sau" was written nobody knows when. */
const RELATIVE = /\b(?:nay|sau|toi|nua|mai|mot|kia|hom|tuan|thu|today|tomorrow|next|week)\b/;

/** The last day a cell names. Days without a year lie in the plan's year, or else ahead. */
export function readDue(cell: string, today: Day, planYear: number | null): DueCell {
  const written = cell.slice(0, DUE_LENGTH).normalize('NFC');
  const whole = fold(written);
  const undated = UNDATED.test(whole);
  if (/^\W*(?:bat dau )?tu\b/.test(whole) && !/\b(?:den|toi)\b|[-–]/.test(whole))
    return { day: null, undated };
  const text = withEnds(written);
  const folded = fold(text);
  const before = /\btruoc (?:nam )?(20\d\d)\b(?!\s*[/-])/.exec(folded);
  if (before) return { day: `${Number(before[1]) - 1}-12-31`, undated };
  const base = planYear === null ? today : `${planYear}-01-01`;
  const found = findDates(text, base, 'future').filter((date) => !RELATIVE.test(fold(date.text)));
  const dated = found.filter((date) => /20\d\d|\d[/.-]\d{1,2}[/.-]\d\d$/.test(date.text));
  const days = (dated.length > 0 ? dated : undated ? [] : found).map(({ day }) => day);
  const year = /(?<![\d/.,-])(20\d\d)(?![\d/-]|[.,]\d)/.exec(folded);
  if (days.length === 0 && year) days.push(`${year[1]}-12-31`);
  return { day: days.sort().at(-1) ?? null, undated };
}

/** Spans by their end: "2026–2030", "quý II, III/2027", "6 tháng đầu năm 2027", "tháng 1-6/2027". */
function withEnds(text: string): string {
  return text
    .replace(/(?<![\d/])(?:năm\s*)?20\d\d\s*[-–—]\s*(20\d\d)(?![\d/])/giu, 'năm $1')
    .replace(
      /(qu[ýy])\s*(?:IV|I{1,3}|[1-4])\s*(?:,|[-–—+]|và|va|đến|den)\s*(?:qu[ýy]\s*)?(IV|I{1,3}|[1-4])(?![\p{L}\d])/giu,
      '$1 $2',
    )
    .replace(/([369])\s*tháng\s*đầu\s*năm\s*(20\d\d)?/giu, (_, month: string, year?: string) =>
      year ? `tháng ${month}/${year}` : `tháng ${month}`,
    )
    .replace(/([369])\s*thang\s*dau\s*nam\s*(20\d\d)?/gi, (_, month: string, year?: string) =>
      year ? `thang ${month}/${year}` : `thang ${month}`,
    )
    .replace(/(th[áa]ng)\s*\d{1,2}\s*[-–—]\s*(?:th[áa]ng\s*)?(\d{1,2}(?:\/20\d\d)?)(?![\d/])/giu, '$1 $2');
}

/** "Triển khai ngay, không cần chương trình riêng" (V.1.1); "ngay sau khi …" is another matter. */
export function isImmediate(cell: string): boolean {
  const text = fold(cell.slice(0, CELL_LENGTH));
  return IMMEDIATE.test(text) && !/\bngay (?:sau|khi|tu)\b/.test(text);
}

/** Who leads, as written, on one line; null where the cell names nobody. */
export function readLeader(cell: string): string | null {
  const names = cell
    .split('\n')
    .map((line) =>
      line
        .replace(/^[\s\-–•+*]+|[\s;,.]+$/gu, '')
        .replace(/\s+/gu, ' ')
        .trim(),
    )
    .filter((line) => /\p{L}{2}/u.test(line));
  return names.length === 0 ? null : shorten(names.join(', '), LEADER_LENGTH);
}

const BULLET = /^\s*(?:[-–•+*]|\(?\d{1,2}(?:\.\d{1,2})*[.)](?!\d)|\p{Ll}[.)])\s*/u;

/** The steps of a cell: its lines, where they begin as such; each with the date it ends with. */
export function readSteps(cell: string, today: Day, planYear: number | null): PlanStep[] {
  const lines: string[] = [];
  for (const line of cell.split('\n')) {
    const isNew = BULLET.test(line) || /^\s*["“(]?\p{Lu}/u.test(line) || /[;.]\s*$/.test(lines.at(-1) ?? '');
    if (isNew || lines.length === 0) lines.push(line);
    else lines[lines.length - 1] += ` ${line}`;
  }
  return lines
    .map((line) =>
      line
        .replace(BULLET, '')
        .replace(/\s+/gu, ' ')
        .replace(/[\s;]+$/u, '')
        .trim(),
    )
    .filter((line) => /\p{L}{2}/u.test(line))
    .map((line) => withDate(line, today, planYear));
}

/** So much of a step's end may be its date. */
const TAIL_LENGTH = 60;
const DATE =
  '(?:(?:trong|vao|cuoi|het)\\s+)*(?:ngay\\s+)?(?:quy\\s*[iv1-4]+\\s*[/,]?\\s*(?:nam\\s*)?20\\d\\d|(?:thang\\s*)?\\d{1,2}\\s?/\\s?20\\d\\d|thang\\s*\\d{1,2}\\s+nam\\s+20\\d\\d|nam\\s+20\\d\\d|\\d{1,2}\\s?[/.-]\\s?\\d{1,2}\\s?[/.-]\\s?20\\d\\d)';
const CUES = '(?:(?:xong|hoan thanh|truoc|han|thoi han|thoi gian|cham nhat|by|before|until)[:\\s]+)';
/** "… (30/6/2027)", "…, xong trước 30/6/2027", "…: quý II/2027"; "… đến năm 2030" belongs to the work itself. */
const ENDS_WITH_DATE = new RegExp(
  `(?:\\s*\\(\\s*${CUES}*${DATE}\\s*\\)|[\\s,;–-]\\s*${CUES}+${DATE}|\\s*[:–]\\s*${CUES}*${DATE})\\s*\\.?$`,
);

/** A date at the end of a step is its own; one elsewhere belongs to what it speaks of. */
function withDate(line: string, today: Day, planYear: number | null): PlanStep {
  const written = line.normalize('NFC');
  const from = Math.max(0, written.length - TAIL_LENGTH);
  const found = ENDS_WITH_DATE.exec(foldAligned(written.slice(from)));
  const at = found ? from + found.index : written.length;
  const { day } = found ? readDue(written.slice(at), today, planYear) : { day: null };
  const text = day === null ? written : written.slice(0, at).trim();
  return text === ''
    ? { text: shorten(written, STEP_LENGTH), finishDate: null }
    : { text: shorten(text, STEP_LENGTH), finishDate: day };
}
