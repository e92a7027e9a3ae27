import { escapeRegExp, fold } from '../core/text.ts';
import { markKey } from '../knowledge/syllables.ts';
import { foldAligned, hasMarks } from './align.ts';

const EMAIL = /[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu;
/** "01/07/2025", "05/2021": days and months are no beginning of a telephone number. */
const NO_DATE = /(?!\d{1,2}(?:[./\p{Pd}]\d{1,2})?[./\p{Pd}](?:19|20)\d{2}(?!\d))/u.source;
/** Telephone numbers however spaced, and identity numbers of 9 to 12 digits; years, shares and document numbers are shorter. */
const NUMBER = new RegExp(
  `(?<![\\d\\p{L}/])${NO_DATE}(?:\\+?84|0)(?:[\\s.()/\\p{Pd}]*\\d){8,11}(?!\\d)|(?<!\\d)\\d{9,12}(?!\\d)`,
  'gu',
);
/** Marks that make no letter of Vietnamese with what they stand on: only strangeness, and a place for names to hide. */
const STRAY_MARKS = /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/gu;

const SURNAMES =
  'nguyen|tran|le|pham|hoang|huynh|phan|vu|vo|dang|bui|do|ho|ngo|duong|ly|doan|trinh|mai|dinh|cao|luu|ha|ta|luong|truong|dao|quach|thai|to|vuong|lam|phung|kieu|tong|chu|la|nghiem|hua|quan|khuc|tang|an|bach|cam|doi|giang|han|khuong|lai|ninh|ong|quyen|sam|thach|thieu|tieu|trieu|ung|vi|viet|le thi|tran thi';
const TITLES =
  'anh|chi|ong|ba|co|chu|bac|em|dong chi|d/c|dc|sep|thay|giam doc|chu tich|pho giam doc|mr|ms|mrs|miss|dr';
/** A surname with the middle names that nothing but a name has, however typed: "nguyen van a", "lê thị bình". */
const WITH_MIDDLE = new RegExp(
  `(?<![\\p{L}])(?:(?:nguyen|tran|pham|huynh|bui|trinh) (?:huu|duc|dinh|xuan|quoc|minh|thanh|ngoc|thu)|(?:${SURNAMES}) (?:van|thi)) [\\p{L}]{1,7}(?: [\\p{L}]{1,7})?(?![\\p{L}])`,
  'gu',
);
const AFTER_TITLE = new RegExp(`(?<![\\p{L}])(?:${TITLES})\\.? ([\\p{L}]+(?: [\\p{L}]+){0,3})`, 'gu');
const SURNAME = new RegExp(`^(?:${SURNAMES})$`);
const CAPITALISED = /(?<![\p{L}])\p{Lu}\p{Ll}*(?: \p{Lu}\p{Ll}*){1,4}(?![\p{L}])/gu;

/** Whether a text holds telephone or identity numbers or e-mail addresses, of whoever. */
export function holdsPersonalNumbers(text: string): boolean {
  const plain = text.normalize('NFC').replace(STRAY_MARKS, '');
  return plain.search(NUMBER) >= 0 || plain.search(EMAIL) >= 0;
}

export const HIDDEN = { name: '[tên]', number: '[số]', email: '[email]' };

/**
 * A text without the names of people, telephone and identity numbers and e-mail addresses, for a model outside the house
 * (Law 91/2025/QH15 on personal data). Rather too much is taken than too little; a lone given name in lower case that is
 * also a word of the programme cannot be told and stays. `isKnown` tells phrases and syllables of the programme, which
 * stay; `own` are names known to be those of the people who write. White space and marks that belong to no letter are
 * made plain, so that no name passes by them.
 */
export function redact(text: string, isKnown: (phrase: string) => boolean, own: string[] = []): string {
  let rest = text.normalize('NFC').replace(STRAY_MARKS, '').replace(/\s+/gu, ' ');
  for (const name of own) if (name.trim().length > 1) rest = withoutName(rest, name.trim(), isKnown);
  rest = rest.replace(EMAIL, HIDDEN.email).replace(NUMBER, HIDDEN.number);
  rest = rest.replace(CAPITALISED, (phrase) =>
    SURNAME.test(fold(phrase.split(' ')[0] ?? '')) && !isKnown(phrase) ? HIDDEN.name : phrase,
  );
  rest = replaceWhere(rest, WITH_MIDDLE, (match) => [
    { from: match.index, to: match.index + match[0].length },
  ]);
  return replaceWhere(rest, AFTER_TITLE, (match) => afterTitle(rest, match, isKnown));
}

/** "Chị Sở Y tế" is the office, not a name. */
const OFFICE = /^(?:Sở|Ban|Cục|Bộ|Chi|Phòng|Văn|Trung|Ủy)$/u;

const NAME =
  '(?!(?:Sở|Ban|Cục|Bộ|Phòng|UBND|Chi cục|Văn phòng|Trung tâm|Ủy ban)(?!\\p{L}))\\p{Lu}\\p{Ll}*(?!\\p{L})';
const NAMED = new RegExp(
  `(?<!\\p{L})((?:[Aa]nh|[Cc]hị|[Ôô]ng|[Bb]à|[Cc]ô|[Cc]hú|[Bb]ác|[Ee]m|[Đđ]ồng chí|[Đđ]/c|[Ss]ếp|[Tt]hầy) )${NAME}(?: ${NAME}){0,3}`,
  'gu',
);
const CONTACT =
  /,?\s*(?:gửi\s+)?(?:(?:qua|về|vào|theo|tới|đến)\s+)?(?:(?:số|sđt|đt|zalo|email|mail|e-mail)\s*:?\s*)?/iu
    .source;

/** A question without who is addressed by name and where an answer should go: "anh Hùng ơi" → "anh ơi". */
export function withoutPeople(text: string): string {
  const contact = (pattern: RegExp): RegExp => new RegExp(`${CONTACT}(?:${pattern.source})`, 'giu');
  return text.normalize('NFC').replace(contact(EMAIL), '').replace(contact(NUMBER), '').replace(NAMED, '$1');
}

interface Span {
  from: number;
  to: number;
}

/** What follows "anh", "chị", …: capitalised words, or a syllable that is no word of the programme or of a question. */
function afterTitle(text: string, match: RegExpExecArray, isKnown: (phrase: string) => boolean): Span[] {
  const words = match[1] ?? '';
  const from = match.index + match[0].length - words.length;
  const written = text.slice(from, from + words.length);
  const capitals = /^\p{Lu}\p{Ll}*(?: \p{Lu}\p{Ll}*)*/u.exec(written)?.[0];
  if (capitals) {
    const stays = capitals.includes(' ') ? isKnown(capitals) : OFFICE.test(capitals);
    return stays ? [] : [{ from, to: from + capitals.length }];
  }
  const first = written.split(' ')[0] ?? '';
  if (isKnown(first) || COMMON.has(fold(first))) return [];
  return [{ from, to: from + first.length }];
}

/** What people say after "anh", "chị", "em" that is no name. */
const COMMON = new Set(
  'cho hoi oi a nhe nha voi giup xem biet can muon dang la o co gui nho bao tra noi hieu thay duoc vua moi se da chua khong ko k minh nay kia ay do thi va hay cu xin tim lay doc gap nua u ah ak nhi nhieu lam di ve len den tu trong may cac chi anh em ong ba oi'.split(
    ' ',
  ),
);

/**
 * The text without a name that stands in it as whole words, with its marks or without. Written small, with other marks
 * than the name's, it is a word of the programme: An is not in "dự án".
 */
function withoutName(text: string, name: string, isKnown: (phrase: string) => boolean): string {
  const wanted = escapeRegExp(fold(name).replace(/\s+/gu, ' '));
  const pattern = new RegExp(`(?<![\\p{L}\\p{M}])${wanted}(?![\\p{L}\\p{M}])`, 'gu');
  return replaceWhere(text, pattern, (match) => {
    const span = { from: match.index, to: match.index + match[0].length };
    const seen = text.slice(span.from, span.to);
    const isWord =
      /^\p{Ll}/u.test(seen) && hasMarks(seen) && markKey(seen) !== markKey(name) && isKnown(seen);
    return isWord ? [] : [span];
  });
}

/** Finds in the folded text, replaces in the (NFC) text as it stands: both always have the same length. */
function replaceWhere(text: string, pattern: RegExp, spansOf: (match: RegExpExecArray) => Span[]): string {
  const spans = [...foldAligned(text).matchAll(pattern)].flatMap((match) => spansOf(match));
  return spans.reduceRight((rest, { from, to }) => rest.slice(0, from) + HIDDEN.name + rest.slice(to), text);
}
