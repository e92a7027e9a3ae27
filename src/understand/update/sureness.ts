import type { ProgressFields } from '../../core/progress.ts';
import { fold } from '../../core/text.ts';
import { hasMarks } from '../align.ts';
import { plainNo } from '../dialect.ts';
import { isAlmostDone } from './state.ts';
import type { FoundTask } from './task.ts';

const QUESTION =
  /\?|\bhay (?:la )?(?:ngay )?\d|^co phai\b.*\b(khong|ko|k)\b|\bnhi\s*[.!]*$|\b(lam sao (de|ma)?|may phan tram|bao nhieu|bnhieu|khi nao|bao gio|the nao|ntn|nhu nao|la gi|lam gi|viec gi|nhung gi|gi vay|cai gi|(?:co quan|don vi|so|nganh|ngay|hom|muc|van ban|nhiem vu|viec|cai|ben|linh vuc|nam|thang|quy|phong|truong|ban|bao cao) nao|(?:do|la|cua|cho|voi|giao|den|gui) ai|^ai|(?:ong|ba|dua|nguoi) nao|ai (?:chu tri|phu trach|phoi hop|lam|lo|dang|duoc|se|la|chiu|theo doi)|o dau|den dau|toi dau|phai khong|dung khong|may nhiem vu|gom nhung|cho hoi|xin hoi|(?<!xin )ghi la|duoc tinh|thi sao|what|which|who|when|where|how|why|is there|does|do we)\b|\bchua (a|nhi|vay|the|em|anh|chi|ad|bot)\b|\bhay\b.{0,30}\b(vay|the|nhi|a)\b( ad| em| anh| chi| bot)?\s*$|\b(can|xin) (so lieu|thong tin)\b|\b(khong|ko|k|chua)( a| nhi| vay| v| em| anh| chi| ad| bot| the| nhe)*\s*[.!]*$/;
/** "Chưa có nhà đầu tư nào", "không có gì mới", "chưa biết bao giờ xong": no question. */
const DENIED =
  /\b(chua|khong|ko|chang|k) [^,.;?]{0,40}?\b(nao|gi|ai)\b|\b(?:chua|khong|ko|k) (?:biet|ro|hen|chot) (?:\S+ )?(?:bao gio|khi nao|the nao)\b/g;
const REPORTS = /\b(bao cao|bc|cap nhat|tien do|ket qua|update|progress|status)\b/;
/** Talk between colleagues that only sounds like a report. */
const CHAT =
  /\b(di an|an com|nhau|ve nhe|ve nha|ve truoc|chao ca nha|het pin|con pin|pin con|di choi|hop xong som|lien hoan|chuc mung|diem danh|nam mo|doi (em|ti|chut|minh|anh|chi)|cho em (ti|chut)|ti noi|noi tiep|noi sau|goi lai|mai noi|ngu ngon|met qua|dang hoi|lat nua|viec rieng|giam can|ca phe|an trua|troi (lanh|nong|mua)|hehe|haha|hihi|fw|fwd|em xong viec|con (?:trai|gai)|vo (?:em|toi|minh|giao)|chong (?:em|toi)|o nha|(?:truoc|gan) nha|chuyen tiep|forwarded)\b/;
/** A letter begins so; where it names a task and its share, it is a report all the same. */
const LETTER = /\bkinh gui (cac|quy|phong|anh|chi)\b/;
/** Said to a colleague: asked to do something, invited, thanked. */
const TO_A_COLLEAGUE =
  /^(?:anh|chi|co|chu|bac|a|c|e|em) (?!oi\b|ad\b|bot\b|admin\b|don doc\b)\S+ oi\b|^(?:de nghi|yeu cau|nho) (?:cac|toan the|quy) (?:don vi|so|anh|chi|dong chi|phong|ban|huyen|co quan)\b.{0,20}\b(?:bao cao|gui|nop|cap nhat|tong hop)\b|\bnho (hoan thanh|gui|nop|cap nhat|bao cao|lam|bo sung)\b|\b(giup|gium|ho) (chi|anh|em|minh|toi|co|chu)\b.{0,12}\b(nhe|nha|a|voi)\s*[.!]*$|\bmoi (cac |toan the )?(anh|chi|dong chi|can bo|moi nguoi)\b|^(da )?(em |toi |minh )?(cam on|thanks|thank)\b/;
/** Only what is to come, nothing of how it stands. */
const PLANS = /\b(sang (nam|quy|thang|tuan)|se|toi day|sap toi|will)\b/;

/** The year's report as a whole, not the state of a task. */
const WHOLE_REPORT = /\b(da|vua) (gui|nop) (bao cao|bc)\b/;

/** How asking words are written; "việc nạo vét", "được tỉnh giao" only look like them once folded. */
const ASKING: Record<string, string> = {
  nao: 'nào',
  gi: 'gì',
  ai: 'ai',
  dau: 'đâu',
  tinh: 'tính',
  sao: 'sao',
  nhi: 'nhỉ',
};

function withoutLookalikes(written: string): string {
  return written.replace(/\p{L}+/gu, (word) => {
    const asking = ASKING[fold(word)];
    return asking && hasMarks(word) && word.toLowerCase() !== asking ? '…' : word;
  });
}

/** How surely a message is a report on a task, 0 to 1, from what was read in it. */
export function sureness(
  written: string,
  fields: ProgressFields,
  { by }: FoundTask,
  correction: boolean,
): number {
  const { percent, state, expectedDate, result, difficulty, proposal } = fields;
  const folded = fold(plainNo(written));
  const asked = fold(plainNo(withoutLookalikes(written)));
  let score = 0;
  if (percent !== null) score += 0.45;
  if (state !== null) score += 0.35;
  if (expectedDate !== null) score += 0.3;
  if (result !== null) score += 0.2;
  if (difficulty !== null) score += 0.2;
  if (proposal !== null) score += 0.1;
  if (by === 'address' || by === 'document') score += 0.25;
  if (by === 'words' && state !== null && state !== 'in_progress') score += 0.2;
  if (by !== 'nothing' && isAlmostDone(folded)) score += 0.2;
  // Nobody says so of anything but the own work.
  if (state === 'nothing_new') score += 0.2;
  if (REPORTS.test(folded)) score += 0.15;
  if (correction) score += 0.2;
  score = Math.min(1, score);
  const isOpen = state === null || state === 'in_progress';
  if (by === 'nothing' && percent === null && isOpen) score -= 0.2;
  if (QUESTION.test(asked.replace(DENIED, ' '))) score -= 0.7;
  if (CHAT.test(folded) || (LETTER.test(folded) && (percent === null || by === 'nothing'))) score -= 0.6;
  if (TO_A_COLLEAGUE.test(folded)) score -= 0.7;
  if (PLANS.test(folded) && by !== 'address' && percent === null && difficulty === null && isOpen)
    score -= 0.5;
  if (WHOLE_REPORT.test(folded) && by !== 'address') score -= 0.5;
  return Math.max(0, Math.min(1, score));
}
