import { fold } from '../core/text.ts';
import { hasMarks } from './align.ts';
import type { Question } from './question.ts';

type Read = Omit<Question, 'intent'>;
/** True when the programme's own words hold the folded phrase. */
type Says = (phrase: string) => boolean;

/** Whether a question means an agency as the decision has it, or as it is today; null where it says neither. */
export type Era = 'decision' | 'today' | null;

const THEN =
  /\b((nam|hoi|thang 8) 2024|luc (do|ban hanh|ky)|thoi diem (ban hanh|do|ky)|khi (ban hanh|ky)|(trong|theo) (quyet dinh|qd|van ban)|(in|under|according to) the decision|in 2024)\b/;
const NOW =
  /\b(hien (nay|tai|gio)|ngay nay|bay gio|bh|sau (khi )?(sap nhap|sap xep|gop|hop nhat|nhap)|now|today|currently|nowadays)\b|\b(so|ban|co quan|don vi)?\s?gio (co|la|lam|phai|giu|nhan|duoc|con|phu|chu)\b/;
/** "Nay" without marks is "này" as often. */
const NOW_IN_MARKS = /(?<!\p{L})(?<!(?:năm|hôm|ngày|tháng|đến|xưa|lâu|trước) )nay(?!\p{L})/u;

/** Reads the era of a question; `after` is what follows the agency's name ("… cũ", "… mới"). */
export function readEra(text: string, after: string): Era {
  const folded = fold(text);
  const lower = text.normalize('NFC').toLowerCase();
  const then = THEN.test(folded) || /^\s*cu\b/.test(fold(after));
  const now =
    NOW.test(folded) || /^\s*moi\b/.test(fold(after)) || (hasMarks(text) && NOW_IN_MARKS.test(lower));
  if (then === now) return null;
  return then ? 'decision' : 'today';
}

const SUCCESSION = [
  // "… nay là sở nào?", "… giờ ở đâu?", "… bây giờ thuộc ai?"
  /\b(nay|gio|bh|hien tai) (la|thanh|thuoc|ten la|ten|doi thanh|goi la|o|ve|nam o|giao cho|do)?\s?(so |co quan |don vi |ban |bo )?(nao|gi|j|dau|ai)\b/,
  // "… nay là Sở Y tế phải không?"
  /\b(nay|gio|bh) (la|thanh|thuoc|nhap vao|sap nhap vao|doi thanh)( (phai|dung|ha|a|chu|nhi)\b|\s*[?.!]*$)/,
  // "… sáp nhập vào đâu?", "… đổi tên thành gì?"
  /\b(sap nhap|nhap|gop|hop nhat|doi ten|chuyen)( \w+){0,2} (nao|gi|j|dau|ai)\b/,
  // "… còn không?", "… còn tồn tại không?"
  /\bcon (ton tai|hoat dong)?\s?(khong|ko|k|hay khong|nua khong|nua ko)\b/,
  /\b(la|cung) mot\b/,
  /\b(ten moi|doi ten|thay doi gi|tien than|truoc (day|kia)|ngay truoc|hoi truoc) ?(la|tu|cua|co)?\b/,
  // "… ai tiếp nhận?", "sở nào thay …?"
  /\b(ai|so nao|co quan nao|don vi nao|ben nao) (nhan|tiep nhan|ke thua|thay|thay the|dam nhiem|lam thay|tiep quan)\b/,
  /\bnhan (viec|nhiem vu|phan viec|phan)( cua)? (ai|so nao|dau|co quan nao|ben nao)\b/,
  // "… có nhận việc của … không?", "… cũ và mới khác gì?"
  /\b(nhan|tiep nhan|ke thua|thay) (viec |nhiem vu |phan |phan viec )?(cua )?\s*(khong|ko|k|phai khong)\b|\bkhac (gi|nhau|truoc)\b/,
  /\b(successor|replaced|merged|renamed|became|called now|is .* now|still exist)\b/,
];

/** "Sở X nay là sở nào?": who holds an agency's duties today, or held them before, and nothing narrower. */
export function asksSuccession({ agencies, rest, subject, fields, addresses }: Read): boolean {
  if (agencies.length === 0 || fields.length + addresses.length > 0) return false;
  const folded = fold(rest).replace(/\s+/g, ' ');
  if (/\bdau moi\b/.test(folded)) return false;
  return subject.every((word) => NAME_WORDS.has(word)) && SUCCESSION.some((pattern) => pattern.test(folded));
}

/** A district or commune, and nothing narrower: what is there for it. */
export function asksPlace(
  { places, rest, restSubject, agencies, addresses, fields, raw }: Read,
  says?: Says,
): boolean {
  if (places.length === 0 || addresses.length + fields.length > 0) return false;
  // With whom it works, and when and to whom it reports, are questions of their own.
  if (/\b(phoi hop|han|ngay nao|ngay may|khi nao|bao gio|truoc ngay|gui|nop)\b/.test(raw)) return false;
  if (agencies.some(({ id }) => !places.some(({ groups }) => groups.includes(id)))) return false;
  if (restSubject.some((word) => !NAME_WORDS.has(word))) return false;
  return saysNothingElse(rest, restSubject, says) || asksOfAgency(rest);
}

/** An agency's name and nothing else, or where it is named at all. */
export function isBareName(question: Read, says?: Says): boolean {
  const { agencies, rest, restSubject, places, addresses, fields, documentNumbers } = question;
  const other = places.length + addresses.length + fields.length + documentNumbers.length;
  if (agencies.length !== 1 || other > 0) return false;
  return (
    saysNothingElse(rest, restSubject, says) ||
    (restSubject.every((word) => NAME_WORDS.has(word)) && asksWhere(rest))
  );
}

/** Whether, or where, something is named at all. */
export function asksWhere(rest: string): boolean {
  return MENTIONED.test(fold(rest));
}

/** "… có được nhắc tên không?", "… nêu ở đâu?" */
const MENTIONED =
  /\b(duoc|dc|co) (duoc |dc )?(nhac|neu|ghi|de cap)( ten)?( den| toi)?\b|\b(nhac|neu) (ten |den |toi )?(o|tai) (dau|muc nao)\b/;

/** Two agencies or more, and nothing else: they are set side by side. */
export function areBareNames({ agencies, rest, restSubject, fields, addresses }: Read, says: Says): boolean {
  const narrower = fields.length + addresses.length;
  return agencies.length > 1 && narrower === 0 && saysNothingElse(rest, restSubject, says);
}

/** With whom, or in what, an agency works together with others, and nothing narrower. */
export function asksPartnership({ agencies, mine, restSubject, fields, addresses, raw }: Read): boolean {
  if (!PARTNERSHIP.test(raw) || fields.length + addresses.length > 0) return false;
  return (agencies.length > 0 || mine) && restSubject.every((word) => NAME_WORDS.has(word));
}

const PARTNERSHIP = /\bphoi hop\b|\bchi dao (nhung |cac )?(ai|gi|don vi nao|co quan nao|to chuc nao)\b/;

/** What one asks of an agency: its tasks, partners, whether it is named at all. */
export function asksOfAgency(rest: string): boolean {
  return OF_AGENCY.test(fold(rest).replace(/\s+/g, ' '));
}

const OF_AGENCY =
  /\b(nhiem vu|nv|viec gi|viec nao|lam (nhung )?(gi|j|viec)|phai lam|phai thuc hien|(duoc|dc) (giao|nhac|neu)|trach nhiem|vai tro|phoi hop|chu tri (gi|nhung gi|viec gi|linh vuc nao)|co (trong|ten)|phai bao cao|(nay|gio|bay gio|hien nay|bh) (la|thuoc|o)|tasks?|duties|named|mentioned)\b/;

/** Words that may stand beside a name without making the question narrower. */
export const NAME_WORDS = new Set(
  'nay gio hien tai thanh thuoc ten doi goi o ve nam sap nhap gop hop nhat chuyen vao con ton hoat dong nua moi thay tien than truoc day kia ngay hoi nhan tiep ke thua the dam nhiem quan successor replaced merged renamed became called now still exist nhiem vu viec phoi hop voi vs cung lam nhung chu tri vai tro trach nhac neu den duoc chinh danh sach dau bao cao viec giao ai khac nhau chi dao ten neu ghi'.split(
    ' ',
  ),
);

/** Words that may stand beside a name in a message that asks nothing but the name. */
const FILLER = new Set(
  'cac nhung con the vay thi sao nhi a ah oi u hien nay bay gio bh nam 2024 truoc day cu moi trong theo quyet dinh qd nay do la ve cho hoi xin thong tin cua ben em anh chi minh toi tui tinh ha nao e oke what about and or hay hoac va voi'.split(
    ' ',
  ),
);

/** A name in capitals, of one syllable only behind its kind: "Hải Vân", "thành phố Huế". */
const PROPER = /(?:[Tt]ỉnh|[Tt]hành phố) \p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)*|\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)+/gu;

/**
 * True when nothing is said beside the names that were cut out of the topic. The programme's own province may stand there:
 * a name that is none of the topic's `subject`, since the reader takes the province for no subject. Typed without
 * capitals it is known by `says`: the programme has "tỉnh" before it.
 */
export function saysNothingElse(topic: string, subject: string[] = [], says: Says = () => false): boolean {
  const isSubject = (words: string[]): boolean => words.some((word) => subject.includes(word));
  const beside = topic.normalize('NFC').replace(PROPER, (name) => (isSubject(wordsOf(name)) ? name : ' '));
  const others = wordsOf(beside).filter((word) => !FILLER.has(word));
  return others.length === 0 || (!isSubject(others) && says(`tinh ${others.join(' ')}`));
}

function wordsOf(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}
