import type { TaskState } from '../../core/progress.ts';

const RULES: [TaskState, RegExp][] = [
  [
    'nothing_new',
    /\b((?:chua|khong|ko|k) co gi (?:them|khac)|chua co gi moi|khong co gi moi|ko co gi moi|k co gi moi|nhu cu|(?:khong|chua|ko|k) (?:co )?(?:gi )?(?:thay doi|bien dong|phat sinh(?! (?:kho|vuong|van de|chi phi|no)))|chua co (tien trien|chuyen bien|(?:thong tin|dien bien|ket qua) (?:gi )?(?:moi|them))|no change|nothing new)\b/,
  ],
  [
    'cancelled',
    /\b(da huy|huy bo|(?:khong|ko|k) (?:thuc hien|lam|trien khai) nua|dung han|thoi khong lam|(?:da|xin|de nghi) (?:dung|bo) (?:han|nhiem vu)|cancelled|canceled|dropped)\b/,
  ],
  [
    'not_started',
    /\bchua (?:dong|dung) (?:vao )?(?:gi|den|toi|tay|cham)\b|\bchua (?:he )?nhuc nhich\b|\b(chua|chx|not yet)\s+(duoc |dc )?(trien khai|bat dau|bat tay|lam|thuc hien|khoi dong|tien hanh|co ke hoach|started)|\bnot started\b/,
  ],
  [
    'stuck',
    /\b(vuong mac|vuong|van ach|dang ach|bi ach|ket (?:giay phep|thu tuc|ho so|mat bang|von)|bi ket|dang ket|ach tac|tam dung|bi dung|dang dung|dinh tre|xin lui|lui (den|sang|lai)|xin gia han|cham tien do|bi cham|tre (?:so voi|tien do|han)|cham (?:so voi|roi|qua|lai)|(?:trien khai|lam|tien do|dang|hoi|con) (?:\S+ )?cham\b(?! nhat)|khong trien khai duoc|stuck|blocked|delayed|on hold)\b/,
  ],
];
const DONE =
  /(?<!\b(?:chua|se|du kien|dkien|dk|phan dau|sap|khi nao|truoc khi|du kien se|can|phai|chuan bi|tien do|moi|draft|survey|first phase)\s)(?<!\bdu kien\s(?:ngay\s)?)\b(da |d |dc |duoc )?(hoan thanh|hoan tat|xong|lam xong|completed|finished|done)\b(?!\s*(du thao|buoc|phan|giai doan|khau|thu tuc|ho so|khoang|dc|duoc|mot|gan|\d|trong|vao|truoc|ngay|cuoi|quy|thang|by|before|in))/;
const GOING =
  /\b(dang|da|duoc|dc|vua|moi (?=duoc|dc|xong|dat|trinh|lap|ky|lam|bat|trien|hop|co|o|\d)|dat|(?<!\b(?:chuong|cong|quy|lo|qua|giao|thuyet|hanh) )trinh|lap|ky|xong|in progress|ongoing|working|signed|submitted|arrived|started|(?:are|is) [a-z]+ing)\b/;

/** "Dự kiến cuối năm sau xong": to come, not done. */
const EXPECTED = /\b(?:du kien|dkien|dk|phan dau|ke hoach)\b[^,;.]{0,40}?\b(?:xong|hoan thanh|hoan tat)\b/g;

/** "Cơ bản hoàn thành", "gần xong" are not done. */
const NOT_QUITE =
  /\b(co ban|gan|gan nhu|sap|hau nhu|phan lon|almost|nearly|mostly)( da)? (xong|hoan thanh|hoan tat|done|finished|completed)|\b(xong|hoan thanh|hoan tat) (ve )?(co ban|phan lon|mot phan)/;

/** Whether the (folded) message says the work is nearly done, which is a report but not "done". */
export const isAlmostDone = (folded: string): boolean => NOT_QUITE.test(folded);

/** How the work stands, by the words of the (folded) message and its share; null where nothing is said. */
export function findState(folded: string, percent: number | null): TaskState | null {
  if (percent !== null && percent >= 100) return 'done';
  for (const [state, pattern] of RULES) {
    // "60%, vướng GPMB" and "cơ bản xong, còn vướng" go on, with a difficulty.
    if (
      state === 'stuck' &&
      ((percent !== null && percent > 0) || isAlmostDone(folded)) &&
      !/\b(tam dung|ach tac|xin lui|stuck|blocked)\b/.test(folded)
    )
      continue;
    if (pattern.test(folded)) return state;
  }
  if (percent === null && !isAlmostDone(folded) && DONE.test(folded.replace(EXPECTED, ' '))) return 'done';
  if (percent !== null) return percent === 0 ? 'not_started' : 'in_progress';
  return isAlmostDone(folded) || GOING.test(folded) ? 'in_progress' : null;
}
