import type { Day } from '../core/clock.ts';
import type { Agency, Knowledge } from '../core/programme.ts';
import { cleanText, fold } from '../core/text.ts';
import { locateAddresses } from './address.ts';
import { locateAgencies, withoutAgencies } from './agencies.ts';
import { blank, foldAligned } from './align.ts';
import { findDates } from './dates.ts';

/** What an administrator says of who took over whose duties; what is not said is null. */
export interface SaidSuccession {
  /** "bỏ …": the confirmation is taken back. */
  takesBack: boolean;
  /** Something is said to pass from one to another, or since when, or on what basis. */
  passes: boolean;
  former: Agency | null;
  /** Tasks or blocks the word is limited to; empty for all. Not checked to exist. */
  addresses: string[];
  successor: Agency | null;
  from: Day | null;
  basis: string | null;
}

const TAKES_BACK = /^(?:bo|huy|go|thu hoi|rut)(?: xac nhan)?(?: cua)? |^(?:remove|undo|take back) /;
const NOW = `(?:nay|bay gio|gio|hien)(?: nay)?(?: da)? (?:la|thanh|thuoc|sap nhap vao)`;
const ARROW = new RegExp(
  String.raw`→|[-–—=]+>|>>?|\bsang\b|\b${NOW}\b|\b(?:giao|chuyen|ban giao)(?: lai)?(?: cho| ve)\b|\bcho\b|\bto\b`,
);
/** "do … đảm nhiệm". */
const BY = /\bdo\b(?=.*\b(?:dam nhiem|dam nhan|phu trach|tiep nhan|thuc hien|nhan|chu tri|lam)\b)/;
const BASIS =
  /(?:^|[\s,;.(])(?:theo|can cu(?: vao| theo)?|co so(?: phap ly)?|under|pursuant to|according to|based on|on the basis of)\s*:?\s+/;
/** The gap of the example, left as it is. */
const UNFILLED = /^(?:nghị quyết|nghi quyet|resolution)(?: số| so)?$/iu;
const SINCE =
  /[\s,;(]*(?:\b(?:co )?hieu luc\s*)?\b(?:ke tu|tu|from|since|as of)(?: ngay)?\s*$|\bhieu luc(?: ngay)?\s*$/;

const HOLDER = '(?:so|ban|ubnd|ngan hang|cuc|chi cuc)';
const PASSES = new RegExp(
  String.raw`^${HOLDER} .{2,80}? ${NOW} ${HOLDER} .|^[ivx]+(?:\.[\da-z]+)+ (?:nay )?(?:giao|chuyen)(?: cho| sang| ve)* ${HOLDER} .`,
);

/** "Sở A nay là Sở B", "IV.4.a.3 giao Sở B": said, not asked. */
export function tellsSuccessor(text: string): boolean {
  const folded = fold(text);
  return PASSES.test(folded) && !/\?|\b(?:nao|ai|gi|dau|khong|chua)\b/.test(folded);
}

/**
 * Reads "Sở Giao thông vận tải → Sở Xây dựng từ 01/03/2025 theo Nghị quyết 52/NQ-HĐND", "IV.3.b.2 do Sở Nội vụ đảm nhiệm".
 * `home` is the section a short address leaves out. Pure.
 */
export function readSuccession(
  text: string,
  knowledge: Pick<Knowledge, 'agencies' | 'glossary'>,
  today: Day,
  home: string,
): SaidSuccession {
  const said = cleanText(text);
  const { since, basis, head } = partsOf(said, today);
  const mentions = locateAgencies(head, knowledge, true);
  // What stands in names ("Tổ", "Đô") is no arrow.
  const folded = foldAligned(withoutAgencies(head, mentions));
  const arrow = BY.exec(folded) ?? ARROW.exec(folded);
  const left = mentions.filter(({ to }) => !arrow || to <= arrow.index);
  const right = mentions.filter(({ from }) => arrow && from >= arrow.index);
  const before = withoutAgencies(head, mentions).slice(0, arrow?.index);
  return {
    // "Bộ …" is no "bỏ".
    takesBack: TAKES_BACK.test(foldAligned(`${said} `)) && mentions[0]?.from !== 0,
    passes: arrow !== null || since !== null || basis !== null || left.length > 1,
    // Without an arrow nothing tells which of two came first.
    former: left.length === 1 || (arrow && left.length > 0) ? (left.at(-1)?.agency ?? null) : null,
    addresses: [...new Set(locateAddresses(before, home).map(({ address }) => address))],
    successor: right[0]?.agency ?? null,
    from: since,
    basis,
  };
}

/** The day, the basis, and the text before and without both. */
function partsOf(said: string, today: Day): { since: Day | null; basis: string | null; head: string } {
  const dates = findDates(said, today, 'nearest');
  const folded = foldAligned(said);
  const begins = BASIS.exec(folded);
  const cued = dates.find(({ index }) => SINCE.test(folded.slice(0, index)));
  // A date of the basis is the date of the document.
  const day = cued ?? dates.find(({ index }) => !begins || index < begins.index);
  const cue = day ? (SINCE.exec(folded.slice(0, day.index))?.[0].length ?? 0) : 0;
  const rest = day ? blank(said, [{ index: day.index - cue, length: cue + day.text.length }]) : said;
  const basis = begins ? tidy(rest.slice(begins.index + begins[0].length)) : '';
  return {
    since: day ? firstDayOf(day) : null,
    basis: basis === '' || UNFILLED.test(basis) ? null : basis,
    head: rest.slice(0, begins?.index),
  };
}

/** "Từ tháng 3/2025" is from its first day; of a quarter or a year no day is known. */
function firstDayOf({ day, precision }: ReturnType<typeof findDates>[number]): Day | null {
  if (precision === 'day') return day;
  return precision === 'month' ? `${day.slice(0, 8)}01` : null;
}

function tidy(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/^[\s:,.;–…-]+|[\s:,.;–…(-]+$/gu, '')
    .trim();
}
