import type { ProgressFields } from '../../core/progress.ts';
import type { FoundTask } from './task.ts';

const QUESTION =
  /\?|\b(bao nhieu|bnhieu|khi nao|bao gio|the nao|ntn|nhu nao|la gi|lam gi|viec gi|nhung gi|gi vay|cai gi|nao|ai|o dau|den dau|phai khong|dung khong|may nhiem vu|gom nhung|cho hoi|xin hoi|ghi la|duoc tinh|thi sao|what|which|who|when|where|how|why|is there|does|do we)\b|\b(khong|ko|k|chua)( a| nhi| vay| v| em| anh| chi| ad| bot| the| nhe)*\s*[.!]*$/;
const REPORTS = /\b(bao cao|bc|cap nhat|tien do|ket qua|update|progress|status)\b/;
/** Talk between colleagues that only sounds like a report. */
const CHAT =
  /\b(di an|an com|nhau|ve nhe|ve nha|ve truoc|chao ca nha|het pin|con pin|pin con|di choi|hop xong|doi (em|ti|chut|minh|anh|chi)|cho em (ti|chut)|ti noi|noi tiep|noi sau|goi lai|mai noi|ngu ngon|met qua|dang hoi|lat nua|viec rieng|xong viec|kinh gui (cac|quy|phong|anh|chi)|tran trong|chuyen tiep|forwarded)\b/;
/** The year's report as a whole, not the state of a task. */
const WHOLE_REPORT = /\b(da|vua) (gui|nop) (bao cao|bc)\b/;

/** How surely a message is a report on a task, 0 to 1, from what was read in it. */
export function sureness(
  folded: string,
  fields: ProgressFields,
  { by }: FoundTask,
  correction: boolean,
): number {
  const { percent, state, expectedDate, result, difficulty, proposal } = fields;
  let score = 0;
  if (percent !== null) score += 0.45;
  if (state !== null) score += 0.35;
  if (expectedDate !== null) score += 0.3;
  if (result !== null) score += 0.2;
  if (difficulty !== null) score += 0.2;
  if (proposal !== null) score += 0.1;
  if (by === 'address' || by === 'document') score += 0.25;
  if (by === 'nothing' && percent === null && (state === null || state === 'in_progress')) score -= 0.2;
  if (REPORTS.test(folded)) score += 0.15;
  if (correction) score += 0.2;
  if (QUESTION.test(folded)) score -= 0.7;
  if (CHAT.test(folded)) score -= 0.6;
  if (WHOLE_REPORT.test(folded) && by !== 'address') score -= 0.5;
  return Math.max(0, Math.min(1, score));
}
