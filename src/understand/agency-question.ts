import { fold } from '../core/text.ts';
import { hasMarks } from './align.ts';
import type { Question } from './question.ts';

type Read = Omit<Question, 'intent'>;

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
  /\b(successor|replaced|merged|renamed|became|called now|is .* now|still exist)\b/,
];

/** "Sở X nay là sở nào?": who holds an agency's duties today, or held them before, and nothing narrower. */
export function asksSuccession({ agencies, rest, subject, fields, addresses }: Read): boolean {
  if (agencies.length === 0 || fields.length + addresses.length > 0) return false;
  const folded = fold(rest).replace(/\s+/g, ' ');
  return subject.every((word) => NAME_WORDS.has(word)) && SUCCESSION.some((pattern) => pattern.test(folded));
}

/** A district or commune, and nothing narrower: what is there for it. */
export function asksPlace({ places, rest, restSubject, agencies, addresses, fields, raw }: Read): boolean {
  if (places.length === 0 || addresses.length + fields.length > 0 || /\bphoi hop\b/.test(raw)) return false;
  if (agencies.some(({ id }) => !/^ubnd-(huyen|xa)$/.test(id))) return false;
  if (restSubject.some((word) => !NAME_WORDS.has(word))) return false;
  return saysNothingElse(rest) || asksOfAgency(rest);
}

/** An agency's name, and nothing else. */
export function isBareName({ agencies, rest, places, addresses, fields, documentNumbers }: Read): boolean {
  const other = places.length + addresses.length + fields.length + documentNumbers.length;
  return agencies.length === 1 && other === 0 && saysNothingElse(rest);
}

/** Two agencies or more, and nothing else: they are set side by side. */
export function areBareNames({ agencies, rest, fields, addresses }: Read): boolean {
  return agencies.length > 1 && fields.length + addresses.length === 0 && saysNothingElse(rest);
}

/** With whom, or in what, an agency works together with others, and nothing narrower. */
export function asksPartnership({ agencies, mine, restSubject, fields, addresses, raw }: Read): boolean {
  if (!/\bphoi hop\b/.test(raw) || fields.length + addresses.length > 0) return false;
  return (agencies.length > 0 || mine) && restSubject.every((word) => NAME_WORDS.has(word));
}

/** What one asks of an agency: its tasks, partners, whether it is named at all. */
export function asksOfAgency(rest: string): boolean {
  return OF_AGENCY.test(fold(rest).replace(/\s+/g, ' '));
}

const OF_AGENCY =
  /\b(nhiem vu|nv|viec gi|viec nao|lam (nhung )?(gi|j|viec)|phai lam|phai thuc hien|(duoc|dc) (giao|nhac|neu)|trach nhiem|vai tro|phoi hop|chu tri (gi|nhung gi|viec gi|linh vuc nao)|co (trong|ten)|(nay|gio|bay gio|hien nay|bh) (la|thuoc|o)|tasks?|duties|named|mentioned)\b/;

/** Words that may stand beside a name without making the question narrower. */
export const NAME_WORDS = new Set(
  'nay gio hien tai thanh thuoc ten doi goi o ve nam sap nhap gop hop nhat chuyen vao con ton hoat dong nua moi thay tien than truoc day kia ngay hoi nhan tiep ke thua the dam nhiem quan successor replaced merged renamed became called now still exist nhiem vu viec phoi hop voi vs cung lam nhung chu tri vai tro trach nhac neu den duoc chinh danh sach dau'.split(
    ' ',
  ),
);

/** Words that may stand beside a name in a message that asks nothing but the name. */
const FILLER = new Set(
  'cac nhung con the vay thi sao nhi a ah oi u hien nay bay gio bh nam 2024 truoc day cu moi trong theo quyet dinh qd nay do la ve cho hoi xin thong tin cua ben em anh chi minh toi tui tinh thanh hoa ha nao e oke what about and or hay hoac va voi'.split(
    ' ',
  ),
);

/** True when nothing is said beside the names that were cut out of the topic. */
export function saysNothingElse(topic: string): boolean {
  return (fold(topic).match(/[\p{L}\p{N}]+/gu) ?? []).every((word) => FILLER.has(word));
}
