import type { Day } from '../core/clock.ts';
import type { PlanFields, PlanStep } from '../core/progress.ts';
import { cleanText } from '../core/text.ts';
import { locateAddresses } from './address.ts';
import { blank, foldAligned, hasMarks } from './align.ts';
import { findDates } from './dates.ts';

/** What a message says of an agency's own plan for a task (V.1): who leads it, until when, in which steps. */
export interface ParsedPlan {
  fields: PlanFields;
  /** The finish date is left open on purpose ("chưa có thời hạn"). */
  undated: boolean;
}

/** Of folded text: carried out at once, or without a programme of its own (V.1.1). */
export const IMMEDIATE =
  /\b(?:trien khai|lam|thuc hien|to chuc thuc hien) (?:luon |ngay)|\b(?:khong|ko|k|chang) (?:can|phai) (?:xay dung |lap |co )?(?:chuong trinh|ke hoach|de an|kh)(?: rieng)?|\bcarried out at once|no (?:plan|programme) (?:of its own )?needed\b/;
const UNDATED =
  /\b(?:chua (?:co|xac dinh|ro) (?:thoi han|thoi gian|ngay|han)|thuong xuyen|hang nam|hang thang|hang quy|khong (?:co )?(?:thoi )?han|no date)\b/;
/** Who leads: a label, a title or a form of address before a name, "… phụ trách" behind it. */
const LABEL =
  /^(?:(?:lanh dao|nguoi|dong chi|can bo)?(?: truc tiep)? ?(?:phu trach|chi dao|theo doi|dam nhiem)|lanh dao|phu trach|chi dao|ld|leader)(?: la| gom)?\s*[:–-]?\s*/;
const GIVEN = /\b(?:giao|phan cong|giao cho|led by|lead by)\b(?: cho)?\s*/;
const TITLE =
  /(?<![a-z])(?:d\/c|dc\.?(?= [a-z])|dong chi|pgd|gd|pct|ct(?= [a-z])|pho giam doc|giam doc|pho chu tich|chu tich|pho truong (?:phong|ban)|truong (?:phong|ban)|pho (?:phong|ban)|ong|ba|anh|chi|mr|ms|mrs|director|deputy director)(?![a-z/])/;
const LEADS_BEHIND =
  /\s*(?:se |la |truc tiep )*(?:phu trach|chi dao|theo doi|dam nhiem|in charge|leads?)\b.*$/;
const FINISH =
  /\b(?:xong|hoan thanh|hoan tat|ket thuc|truoc|den|han|thoi han|thoi gian|cham nhat|muon nhat|trong|finish|until|by|before|due)\b/;
const STEPS =
  /^(?:cac |nhung )?(?:viec cu the|viec|buoc|noi dung(?: cong viec)?|cong viec|gom|steps?)(?: can lam| chinh| gom)?\s*[:–-]\s*/;
const NUMBERED = /^\s*(?:\(?\d{1,2}[.)]|[a-z]\)|[-–•+*]|(?:buoc|viec) \d{1,2}[:.]?)\s+/;
const NAME_LENGTH = 80;

/** Reads what is said of a plan; the task's address is no part of it. Pure; whatever is not said stays null. */
export function parsePlan(text: string, today: Day): ParsedPlan {
  const clean = cleanText(text);
  const bare = blank(clean, locateAddresses(clean)).replace(
    /^\s*(?:\/\p{L}+\s*)?(?:(?:lập|sửa|đặt|lap|sua|dat)\s+)?(?:kế hoạch|ke hoach|kh(?!\p{L}))?\s*(?:(?:thực hiện|thuc hien|cho|của|cua|nhiệm vụ|nhiem vu|nv)(?!\p{L})\s*)*[:,–-]?\s*/iu,
    '',
  );
  const fields: PlanFields = { leader: null, finishDate: null, steps: [], immediate: false };
  let undated = false;
  let inSteps = false;
  for (const line of piecesOf(bare)) {
    const folded = foldAligned(line);
    const label = STEPS.exec(folded);
    if (label || NUMBERED.test(folded)) inSteps = true;
    if (inSteps) {
      const rest = label ? line.slice(label[0].length) : line;
      fields.steps.push(...stepsOf(rest, today));
      continue;
    }
    if (IMMEDIATE.test(folded)) {
      fields.immediate = true;
      continue;
    }
    if (UNDATED.test(folded)) undated = true;
    const dates = datesIn(line, today);
    const [date] = dates;
    if (date && (FINISH.test(folded) || fields.finishDate === null)) fields.finishDate = date.day;
    const name = leaderIn(line, dates);
    if (name && fields.leader === null) fields.leader = name;
  }
  return { fields, undated };
}

/** Clauses of a message; numbered lines and what stands in brackets stay whole. */
function piecesOf(text: string): string[] {
  return text
    .split(/\n|;/)
    .flatMap((line) =>
      NUMBERED.test(foldAligned(line)) || STEPS.test(foldAligned(line.trim())) ? [line] : splitCommas(line),
    )
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
}

function splitCommas(line: string): string[] {
  // What follows "việc:" is a list of its own.
  const at =
    /[,.]\s*(?:các |cac )?(?:việc|viec|bước|buoc|nội dung|noi dung|steps?)(?: cụ thể| cu the| chính)?\s*:/iu.exec(
      line,
    );
  const head = at ? line.slice(0, at.index) : line;
  const tail = at ? [line.slice(at.index + 1)] : [];
  return [...head.split(/,(?!\d)|(?<=\d),\s|\.\s+(?=\p{Lu})/u), ...tail];
}

function stepsOf(text: string, today: Day): PlanStep[] {
  return text
    .split(/(?:^|\s)\(?\d{1,2}[.)]\s+|,(?!\d|\s*(?:ngày |ngay |trước |truoc )?\d{1,2}[/-]\d)|;/iu)
    .map((one) => one.replace(/^\s*(?:[-–•+*]|[a-z]\))\s+/u, '').trim())
    .filter((one) => /\p{L}{2}/u.test(one))
    .map((one) => {
      const dates = datesIn(one, today);
      const [date] = dates;
      const rest = date
        ? blank(
            one.normalize('NFC'),
            dates.map(({ index, text: shown }) => ({ index, length: shown.length })),
          )
        : one;
      return { text: tidy(rest.replace(CUES_BEFORE_DATE, ' ')), finishDate: date?.day ?? null };
    })
    .filter(({ text: said }) => said !== '');
}

const CUES_BEFORE_DATE =
  /(?<!\p{L})(?:(?:xong|hoàn thành|hoan thanh|trước|truoc|đến|den|hạn|han|vào|vao|trong|ngày|ngay|tháng|thang)\s*)+(?=[\s()[\]]*$)/giu;

/** The days a piece names: a person called Mai is no tomorrow, a year alone is its end. */
function datesIn(text: string, today: Day): { day: Day; index: number; text: string }[] {
  const year = /^\s*(?:năm |nam )?(20\d\d)\s*$/iu.exec(text);
  if (year) return [{ day: `${year[1]}-12-31`, index: 0, text }];
  return findDates(text, today, 'future').filter(({ text: shown }) => !/^mai$/iu.test(shown));
}

/** The leader a clause names: "PGĐ Nguyễn Văn A phụ trách", "giao chị Hà", "lãnh đạo phụ trách: …". */
function leaderIn(clause: string, dates: { index: number; text: string }[]): string | null {
  const written = blank(
    clause.normalize('NFC'),
    dates.map(({ index, text }) => ({ index, length: text.length })),
  );
  const folded = foldAligned(written);
  const label = LABEL.exec(folded);
  const given = GIVEN.exec(folded);
  const title = titleIn(written, folded);
  const behind = LEADS_BEHIND.exec(folded);
  const start = label ? label[0].length : given ? given.index + given[0].length : title ? title.index : 0;
  const isNamed = label !== null || given !== null || title !== null || (behind !== null && behind.index > 0);
  if (!isNamed && !looksLikeName(written)) return null;
  const end = behind && behind.index > start ? behind.index : written.length;
  const name = tidy(written.slice(start, end).replace(FINISH_TAIL, ' '));
  return /\p{L}{2}/u.test(name) && name.length <= NAME_LENGTH ? name : null;
}

/** A form of address; where the text has marks, "chỉ" and "ba" are none. */
function titleIn(written: string, folded: string): RegExpExecArray | null {
  const found = TITLE.exec(folded);
  const said = found && written.slice(found.index, found.index + found[0].length).toLowerCase();
  const isWord = found && /^(?:anh|chi|ong|ba)$/.test(found[0]) && hasMarks(written);
  return isWord && !['anh', 'chị', 'ông', 'bà'].includes(said ?? '') ? null : found;
}

const FINISH_TAIL =
  /[\s,(–-]*(?<!\p{L})(?:xong|hoàn thành|hoan thanh|trước|truoc|thời gian|thoi gian|thời hạn|thoi han|hạn|chậm nhất|cham nhat|đến|den|by|until|before)(?!\p{L}).*$/iu;

/** "Nguyễn Văn A": two to five words, each with a capital. */
function looksLikeName(text: string): boolean {
  return /^\s*\p{Lu}\p{Ll}*(?:\s+\p{Lu}\p{Ll}*){1,4}\s*$/u.test(text);
}

function tidy(text: string): string {
  return text
    .replace(/\(\s*\)|\[\s*\]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s:,.;–-]+|[\s:,;–(-]+$/gu, '')
    .replace(/(?<!\p{L}\p{L})\.$/u, '')
    .trim();
}

/** The message sets or changes the plan of a task rather than reports on it. */
export function isPlanMessage(text: string): boolean {
  const clean = cleanText(text);
  const folded = foldAligned(clean);
  // "… à", "… phải không": asked, not set.
  if (
    /(?<!\p{L})(?:à|hả|nhỉ|không|ko|chưa)\s*$/iu.test(clean) ||
    /\b(?:phai|dung) (?:khong|ko|k)\b/.test(folded)
  )
    return false;
  if (/\bdo (?:so|ban|ubnd|bo|ngan hang|cac)\b/.test(folded)) return false;
  if (/\?\s*$|\b(?:ai|khi nao|bao gio|nao|gi|the nao|bao nhieu|what|who|when|which)\b/.test(folded))
    return false;
  const [address] = locateAddresses(clean);
  if (!address) return false;
  const around = folded.slice(0, address.index);
  if (
    /\bke hoach(?: thuc hien)?(?: (?:cho|cua|nhiem vu|nv))*\s*$|^\s*kh\s*$|\bplan (?:for|of)(?: task)?\s*$/.test(
      around,
    )
  )
    return true;
  if (/%|\bphan tram\b/.test(folded)) return false;
  return (
    IMMEDIATE.test(folded) ||
    /\b(?:phu trach|chi dao|phan cong)\b/.test(folded) ||
    /\bgiao (?:cho )?(?:d\/c|dong chi|ong|ba|anh|chi|pgd|gd|pho|truong)\b/.test(folded) ||
    /\b(?:dat|sua|doi|lui) (?:thoi )?han\b/.test(folded)
  );
}
