import type { Language } from '../../core/answer.ts';
import { foldAligned, hasMarks } from '../../understand/align.ts';
import { dropShell } from '../../understand/shell.ts';

/** Something else the former question is to be asked of ("còn y tế?", "what about 2030?"). */
export interface Subject {
  text: string;
  /** It narrows what was listed ("cái nào về chuyển đổi số?"). */
  within: boolean;
  /** Nothing but the name stands there ("2030?"). */
  alone: boolean;
  language: Language | null;
}

/** A longer message stands on its own. */
const LONGEST = 60;
const MOST_WORDS = 5;
const OPENINGS: [RegExp, Language][] = [
  [
    /^(?:(?:the|vay|roi|va|ok|u|nhung|ma|a)\s+)*con(?:\s+(?:voi|ve|doi voi|o|ben|phan|ca))?\s+|^(?:the|vay)(?:\s+(?:voi|ve|doi voi|o|ben|phan))?\s+/,
    'vi',
  ],
  [/^(?:what about|how about|and(?: what about| for)?|same for)\s+(?:the\s+)?/, 'en'],
];
const CLOSING = /\s+thi (?:sao|the nao|ra sao)\s*$/;
/** Behind an opening "sao?" goes on from the last question; alone it asks how. */
const OPENED_CLOSING = /\s+(?:thi )?(?:sao|the nao|ra sao)\s*$/;
const PARTICLES = /(?:\s+(?:ạ|nhỉ|nhé|vậy|hả|à|ha|nha|please|pls))+\s*$/iu;
const WITHIN: [RegExp, Language][] = [
  [
    /^(?:the |con |vay )*(?:trong (?:do|so do|cac (?:viec|nhiem vu|muc) (?:do|nay|tren)),?\s+)?(?:co )?(?:cai|muc|gach|viec|y|cai gi|dieu)(?: nao| gi)? (?:(?:noi |lien quan |nhac |de cap |thuoc )?(?:ve|den|toi)|lien quan)\s+/,
    'vi',
  ],
  [
    /^(?:the |con |vay )*(?:trong do|trong so do)\s+(?:co )?(?:nhiem vu|viec|cai|muc|gach|noi dung|y)?(?: nao| gi)?\s*(?:(?:noi |lien quan |nhac |de cap )?(?:ve|den|toi))?\s+/,
    'vi',
  ],
  [
    /^(?:(?:anything|any|something)|which(?: one| ones| of them| of those)|(?:(?:is|are) there )?(?:any|anything|one) (?:of|among) (?:them|those)) (?:(?:is|are|that is) )?(?:about|on|concerning|related to|for)\s+(?:the\s+)?/,
    'en',
  ],
];
const ABOUT: [RegExp, Language][] = [
  [/^(?:the |vay |con )*ve\s+/, 'vi'],
  [/^and about\s+(?:the\s+)?/, 'en'],
];
/** "Đến 2030 có gì?" */
const YEAR_ASKED =
  /^((?:(?:the|con|den|toi|nam|giai doan|thoi ky|vao) )*20\d\d(?: ?- ?20\d\d)?) (?:thi )?(?:co )?(?:gi|nhung gi|the nao|ra sao|sao|bao nhieu|nhu the nao)$/;
const NEGATED = /\s+(?:khong|ko|k|chua)\s*$/;
const ASKS =
  /\b(nao|gi|j|ai|bao nhieu|may|bao gio|dau(?! (?:moi|tu|thau|gia))|sao(?! vang)|who|what|when|which|how|where|why|is|are|does|do)\b|(?<!hang )\b(khong|ko|k|chua)(?: (?:anh|chi|em|a|nhi|ban|ad|bot|vay|the|ha))*$/;

/** What else the former question is asked of, with its own letters; null where the message is a question of its own. */
export function readSubject(text: string): Subject | null {
  const written = dropShell(text)
    .replace(/[\s?!.…]+$/u, '')
    .trim();
  if (written === '' || written.length > LONGEST || /[\n;]/.test(written)) return null;
  const year = YEAR_ASKED.exec(foldAligned(written));
  if (year) return { text: written.slice(0, year[1]?.length), within: false, alone: false, language: 'vi' };
  const english = !hasMarks(written);
  const rows = (table: [RegExp, Language][]): [RegExp, Language][] =>
    table.filter(([, language]) => language === 'vi' || english);
  for (const [pattern, language] of rows(WITHIN)) {
    const rest = cut(written, pattern);
    if (rest !== null) return subject(trimEnd(rest, NEGATED), true, false, language);
  }
  const closed = cutEnd(written, CLOSING);
  for (const [pattern, language] of rows(ABOUT)) {
    const rest = cut(closed ?? written, pattern);
    // "Về nhân lực?" goes on; "cho em hỏi về nhân lực" begins.
    const begins = !text.trim().startsWith(written);
    if (rest !== null && (closed !== null || (!begins && rest.split(/\s+/).length <= MOST_WORDS)))
      return subject(rest, true, false, language);
  }
  for (const [pattern, language] of rows(OPENINGS)) {
    const rest = cut(cutEnd(written, OPENED_CLOSING) ?? written, pattern);
    if (rest !== null) return subject(rest, false, false, language);
  }
  return closed === null ? subject(written, false, true, null) : subject(closed, false, false, 'vi');
}

function subject(text: string, within: boolean, alone: boolean, language: Language | null): Subject | null {
  const rest = text
    .replace(PARTICLES, '')
    .replace(/^[\s,]+/, '')
    .trim();
  if (rest === '' || ASKS.test(foldAligned(rest))) return null;
  return { text: rest, within, alone, language };
}

function cut(text: string, pattern: RegExp): string | null {
  const found = pattern.exec(foldAligned(text));
  return found && found[0].length < text.length ? text.slice(found[0].length) : null;
}

function cutEnd(text: string, pattern: RegExp): string | null {
  const bare = text.replace(PARTICLES, '');
  const found = pattern.exec(foldAligned(bare));
  return found && found.index > 0 ? bare.slice(0, found.index) : null;
}

function trimEnd(text: string, pattern: RegExp): string {
  const found = pattern.exec(foldAligned(text));
  return found ? text.slice(0, found.index) : text;
}
