import type { ProgressFields } from '../../core/progress.ts';
import { fold } from '../../core/text.ts';

/** Longer messages hold numbers, and speak, of other things. */
const SHORT = 40;
/** Characters and words of a remark. */
const REMARK = { length: 30, words: 7 };

const CHANGES =
  /\b(sua|sai|doi|chinh|thanh|nham|chu (khong|ko|k) phai|(khong|ko|k) phai|them|bo sung|ghi (la|them)|make it|change|instead|rather|ra lai|thuc ra|con lai|chi)\b/;
const OTHER_TASK =
  /\b((khong|ko|k) phai (nhiem vu|nv|cai|viec)|nham (nhiem vu|nv|viec)|cai .* (ay|do|kia)|wrong task)\b/;
const MOVES = /\b(sai|nham|doi|chuyen|sua|chu (khong|ko|k) phai|wrong|instead)\b/;
const LATER =
  /^(khoan|(a |thoi )?de (toi|em|minh|anh|chi|mai|lat|sau|ti|xem)\b|cho (toi|em|ti|chut|lat)\b|wait\b|later\b)[^\d]*$/;
const QUESTION =
  /\?\s*$|\bnguyen van(?: cua)?(?: (?:muc|dieu|nhiem vu|nv|doan|phan|quyet dinh|van ban)\b| (?=[ivx]*[. ]?\d)|\s*[.!]*$)|\b(text of|bao nhieu|khi nao|bao gio|ngay nao|the nao|la gi|lam gi|viec gi|nhung gi|ai|co quan nao|so nao|o dau|may ngay|(?:xa|phuong|huyen|don vi|nam|thang|muc|nhiem vu|viec|van ban|linh vuc) nao|which|what|who|when|how)\b/;
const OF_THE_PROGRAMME = /\d|\b(nguyen van|nhiem vu|han|bao cao|cam on|thank|tks|chao|hello)\b/;

/** "Sửa thành 70", "thực ra …", "thêm …": the message is about the card that waits. */
export const changesCard = (text: string): boolean => CHANGES.test(fold(text)) || namesOtherTask(text);

/** "Không phải nhiệm vụ này", "nhầm việc": the words that follow name the right task. */
export const namesOtherTask = (text: string): boolean =>
  OTHER_TASK.test(fold(text)) || rightTask(text) !== null;

/** "Không phải lão khoa, là bệnh án điện tử": the words of the right task; null where no number-free pair is set so. */
export function rightTask(text: string): string | null {
  const written = text.normalize('NFC');
  const found = RIGHT_TASK.exec(written)?.[1]?.trim();
  return found && !/\d/.test(written) ? found : null;
}

const RIGHT_TASK =
  /(?<!\p{L})(?:không|khong|ko|k) (?:phải|phai)(?: là| la)? [^\d,;]{2,60}?[,;]?\s+(?:mà |ma )?(?:phải |phai )?(?:là|la) (.{3,})$/iu;

/** "Sai rồi, đây là IV.4.a.8": with an address in it, the card goes to that task. */
export const movesCard = (text: string): boolean => MOVES.test(fold(text));

/** "Để tôi xem lại đã", "khoan": the card waits on. */
export const asksToWait = (text: string): boolean => LATER.test(fold(text));

/** A question, which is answered while the card waits. */
export const asksSomething = (text: string): boolean => QUESTION.test(fold(text));

/** A few words of no matter of the programme. */
export function isShortTalk(text: string): boolean {
  const words = text.trim().split(/\s+/).length;
  return text.length <= REMARK.length && words <= REMARK.words && !OF_THE_PROGRAMME.test(fold(text));
}

/** "Minh chứng CV 1234/SYT-KHTC ngày 20/11", a document's sign or a link alone: proof for the card that waits. */
export const givesEvidence = (text: string): boolean => EVIDENCE.test(fold(text));

const SIGN = '\\d{1,5}\\/(?:20\\d\\d\\/)?[a-z]{1,6}(?:-[a-z&]{1,14})+';
const DOCUMENT = '(?:cv|cong van|qd|kh|bc|ttr|to trinh|ke hoach|bao cao|bien ban|tai lieu|van ban|so)';
const EVIDENCE = new RegExp(
  [
    // Named as proof, or added, with a sign, a number or a link behind it.
    '^(?:(?:em|toi|minh|da|va|xin|gui|co|day la|day|ghi|them|bo sung) )*(?:minh chung|bang chung|evidence|link)[: ](?=.*(?:\\d|https?:))',
    `^(?:(?:em|toi|minh|da|va|xin|gui|ghi) )*(?:them|bo sung|kem|kem theo|dinh kem|gui kem) ${DOCUMENT}[: ](?:.*[ :])?(?:so )?(?:\\d+\\/|https?:)`,
    // Nothing but a sign or a link.
    `^(?:${DOCUMENT} )?(?:so )?${SIGN}(?: ngay [\\d/.-]+)?(?: (?:a|nhe|day))*[.! ]*$`,
    '^https?:\\S+$',
  ].join('|'),
);

const LINES: [keyof ProgressFields, RegExp][] = [
  ['difficulty', /^(kho khan|vuong|kk\b)/],
  ['proposal', /^(de xuat|kien nghi|de nghi|dx\b)/],
  ['result', /^(ket qua|kq\b)/],
  ['expectedDate', /^(ngay|han|du kien|thoi han)/],
];

/** "Bỏ phần khó khăn": the line of the card to be left out. */
export function clearedField(text: string): keyof ProgressFields | null {
  const rest = /\b(?:bo|xoa)(?: di| bot)?(?: cai| phan| muc| dong| noi dung)? (.*)$/.exec(fold(text))?.[1];
  if (rest === undefined || text.length > SHORT) return null;
  return LINES.find(([, pattern]) => pattern.test(rest))?.[0] ?? null;
}

const NUMBER_ALONE = /^\s*\d{1,3}\s*(a|nhe|nha|em|ad)?\s*[.!]*$/;
const NUMBER_CUE = /\b(thanh|sai|nham|chi|con|len|la|to|make|sua|doi|moi|duoc|dc|thoi)\b/;

/** "Sửa thành 70", "make it 68", "70": the one number, from 0 to 100, that a message is about. */
export function bareNumber(text: string): number | null {
  const folded = fold(text);
  if (text.length > SHORT || !(NUMBER_ALONE.test(folded) || NUMBER_CUE.test(folded))) return null;
  const numbers = text.match(/(?<![\d./,-])\d{1,3}(?![\d./,-]\d|\d)/g) ?? [];
  const value = numbers.length === 1 ? Number(numbers[0]) : null;
  return value !== null && value <= 100 ? value : null;
}
