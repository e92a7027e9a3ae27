import { fold } from '../core/text.ts';

const EMAIL = /[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu;
/** Telephone numbers however spaced, and identity numbers of 9 or 12 digits; years, shares and document numbers are shorter. */
const NUMBER = /(?<![\d\p{L}/])(?:\+?84|0)(?:[\s.()-]*\d){8,11}(?!\d)|(?<!\d)\d{9}(?:\d{3})?(?!\d)/gu;

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

export const HIDDEN = { name: '[tên]', number: '[số]', email: '[email]' };

/**
 * A text without the names of people, telephone and identity numbers and e-mail addresses, for a model outside the house
 * (Law 91/2025/QH15 on personal data). Rather too much is taken than too little; a lone given name in lower case that is
 * also a word of the programme cannot be told and stays.  `isKnown` tells phrases and syllables of
 * the programme, which stay; `own` are names known to be those of the people who write.
 */
export function redact(text: string, isKnown: (phrase: string) => boolean, own: string[] = []): string {
  let rest = text.normalize('NFC');
  for (const name of own) if (name.trim().length > 1) rest = replaceFolded(rest, name.trim());
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
  const contact = (pattern: RegExp): RegExp => new RegExp(CONTACT + pattern.source, 'giu');
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

function replaceFolded(text: string, name: string): string {
  const folded = fold(text);
  const wanted = fold(name);
  if (folded.length !== text.length) return text.replaceAll(name, HIDDEN.name);
  let rest = '';
  let at = 0;
  for (let found = folded.indexOf(wanted); found >= 0; found = folded.indexOf(wanted, at)) {
    rest += text.slice(at, found) + HIDDEN.name;
    at = found + wanted.length;
  }
  return rest + text.slice(at);
}

/** Finds in the folded text, replaces in the text as it stands. */
function replaceWhere(text: string, pattern: RegExp, spansOf: (match: RegExpExecArray) => Span[]): string {
  const folded = fold(text);
  if (folded.length !== text.length) return text;
  const spans = [...folded.matchAll(pattern)].flatMap((match) => spansOf(match));
  return spans.reduceRight((rest, { from, to }) => rest.slice(0, from) + HIDDEN.name + rest.slice(to), text);
}
