import { DateTime } from 'luxon';
import type { Day } from '../core/clock.ts';
import { cleanText } from '../core/text.ts';
import { blank, foldAligned, hasMarks } from './align.ts';
import { findDates } from './dates.ts';

/** Somebody is away and a colleague is to stand in. */
export interface Absence {
  /** Null where only one end, or none, is said. */
  firstDay: Day | null;
  lastDay: Day | null;
  /** The colleague as named, without a form of address; null where nobody is. */
  colleague: string | null;
}

const AWAY =
  /\b(?:nghi (?:phep|om|thai san|che do|mat|tu|den|het|tuan|cong tac|\d)|xin nghi|di cong tac|cong tac (?:tu|den|tai|o)|di hoc|di vang|vang mat|on leave|away)\b|\b(?:mai|hom nay|chieu nay|tuan sau|tuan toi|thu (?:\d|hai|ba|tu|nam|sau|bay)) (?:em |toi |chi |anh |minh )?nghi\b(?! (?:quyet|dinh|su|le\b))|(?<!\b(?:de|hoi|kien|suy) )\bnghi\b(?! (?:quyet|dinh|su))(?=.*\b(?:giao|nho|ban giao|thay)\b)/;
const HANDS_OVER =
  /\b(?:ban giao(?: viec| cong viec| nhiem vu)?|giao(?: lai)?(?: viec| cong viec| nhiem vu)?|nho|uy quyen|chuyen(?: viec| nhiem vu| nhac)?|covers?(?: by)?|hand(?:s|ed)? over to)(?: (?:het|lai|tam|tam thoi))*(?: (?:cho|sang|den))?\s+/;
const ADDRESSES = /^(?:(?:dong chi|d\/c|dc|anh|chi|em|ong|ba|co|chu|bac|ban|mr|ms|mrs)\.?\s+)+/;
const STOP =
  /\s*(?:,|;|\.|\bphong\b|\b(?:lam|lo|trong|coi|theo doi|thay|xu ly|phu trach|dam nhiem|tiep nhan|nhan|giup|ho|nhe|nha|a|vao|tu|den|trong|va)\b).*$/;
/** "10-20/12", "từ 10 đến 20/12": the first day has the month of the last. */
const SHORT_RANGE =
  /(?<![\d/.])(\d{1,2})\s*(?:-|–|den(?: ngay)?|toi(?: ngay)?)\s*(\d{1,2})\s?[/.-]\s?(\d{1,2})(?:\s?[/.-]\s?(20\d\d))?(?!\d)/;

/** Reads "nghỉ từ 10/12 đến 20/12, giao chị Hà"; null where the message is no absence. Pure. */
export function readAbsence(text: string, today: Day): Absence | null {
  const clean = cleanText(text);
  // "Hội nghị", "đề nghị" are no day off.
  const folded = foldAligned(hasMarks(clean) ? clean.replace(/ngh[ịĩi](?!\p{L})/giu, '----') : clean);
  if (
    clean.length > 300 ||
    /\?\s*$/.test(clean) ||
    /\b(?:bao nhieu|khi nao|ngay nao|co duoc|the nao)\b/.test(folded)
  )
    return null;
  const hands = HANDS_OVER.exec(folded);
  if (!AWAY.test(folded)) return null;
  const range = SHORT_RANGE.exec(folded);
  const rest = range ? blank(clean, [{ index: range.index, length: range[0].length }]) : clean;
  const days = range ? shortRange(range, today) : longRange(rest, today);
  return { ...days, colleague: hands ? nameIn(clean.slice(hands.index + hands[0].length)) : null };
}

function shortRange(match: RegExpExecArray, today: Day): { firstDay: Day | null; lastDay: Day | null } {
  const [, first = '', last = '', month = '', year] = match;
  const [found] = findDates(`ngày ${last}/${month}${year ? `/${year}` : ''}`, today, 'future');
  if (!found) return { firstDay: null, lastDay: null };
  const firstDay = `${found.day.slice(0, 8)}${first.padStart(2, '0')}`;
  return { firstDay: DateTime.fromISO(firstDay).isValid ? firstDay : null, lastDay: found.day };
}

function longRange(text: string, today: Day): { firstDay: Day | null; lastDay: Day | null } {
  const [one, two] = findDates(text, today, 'future');
  if (one && two)
    return one.day <= two.day ? { firstDay: one.day, lastDay: two.day } : { firstDay: null, lastDay: null };
  const folded = foldAligned(text);
  if (one && /\btuan\b/.test(foldAligned(one.text))) {
    const week = DateTime.fromISO(one.day, { zone: 'utc' }).startOf('week');
    return { firstDay: week.toISODate(), lastDay: week.plus({ days: 4 }).toISODate() };
  }
  if (one && /\b(?:den|het|toi)\s*(?:ngay\s*)?$/.test(folded.slice(0, one.index)))
    return { firstDay: today, lastDay: one.day };
  if (one && /\btu\s*(?:ngay\s*)?$/.test(folded.slice(0, one.index))) {
    const length = /\b(\d{1,2}) (ngay|tuan)\b/.exec(folded);
    const count = length ? Number(length[1]) * (length[2] === 'tuan' ? 7 : 1) : 0;
    const last = DateTime.fromISO(one.day, { zone: 'utc' }).plus({ days: count - 1 });
    return { firstDay: one.day, lastDay: count > 0 ? last.toISODate() : null };
  }
  return one ? { firstDay: one.day, lastDay: one.day } : { firstDay: null, lastDay: null };
}

function nameIn(text: string): string | null {
  const folded = foldAligned(text);
  const title = ADDRESSES.exec(folded)?.[0].length ?? 0;
  const named = folded.slice(title);
  const end = STOP.exec(named)?.index ?? named.length;
  const name = text.slice(title, title + end).trim();
  return name !== '' && name.split(/\s+/).length <= 6 && !/\d/.test(name) ? name : null;
}
