import { foldAligned } from '../align.ts';

/** What is counted in offices: a fraction before one of these is a share, not a date. */
const UNITS =
  'diem|cum|tuyen|bv|bvdk|benh vien|xa|phuong|huyen|thi xa|du an|da|nha|truong|co so|don vi|dv|hang muc|dn|doanh nghiep|nguoi|km|ha|lop|hs|hoc sinh|ho|tram|tyt|ttyt|trung tam|van ban|vb|thu tuc|tthc|chi tieu|goi thau|goi|cong trinh|so nganh|so|ban nganh|nganh|phong|giuong|can bo|bac si|bs|giao vien|dich vu|nhiem vu|nv|dau viec|viec|de an|mo hinh|tour|san pham|hang tau|buoi|cuoc|hoi nghi|noi dung|muc tieu|ho so|khu|lo|camera|bo|cai|chiec|chi nhanh|ngan hang|sieu thi|cho|htx|dia phuong|doan|khoi|mau|bai|phan|khoi luong|kl|klcv|cong viec|chang duong|phien|lop hoc|tau|hang|tuyen duong|diem truong|benh an|camera an ninh|hospitals?|units?|sites?|projects?|points?|schools?|communes?|districts?|stations?';
const RATIO = new RegExp(
  `(?<![\\d/.,-])(\\d{1,4})\\s*(?:/|tren(?: tong so)?|trong tong so|tren tong|out of)\\s*(\\d{1,4})(?![\\d/]|[.,-]\\d)(?:\\s+(?:${UNITS})\\b)?`,
  'g',
);
const WITH_UNIT = new RegExp(`\\s(?:${UNITS})$`);
const DATE_BEFORE =
  /\b(ngay|hom|truoc|trc|den|du kien|dkien|dk|han|vao|tu|sang|chieu|toi|lui|by|on|before)\s*$/;
const SHARE_BEFORE = /\b(dat|duoc|dc|dat duoc|lap dc|dat dc|moi duoc|ti le|ty le)\s*$/;

export interface Ratio {
  done: number;
  total: number;
  index: number;
  length: number;
}

/** "7/10 điểm", "9 trên 13 bệnh viện": shares, never dates. Index in the NFC text. */
export function findRatios(text: string): Ratio[] {
  const folded = foldAligned(text);
  const found: Ratio[] = [];
  for (const match of folded.matchAll(RATIO)) {
    const done = Number(match[1]);
    const total = Number(match[2]);
    const before = folded.slice(Math.max(0, match.index - 16), match.index);
    if (total === 0 || done > total * 3 || DATE_BEFORE.test(before)) continue;
    const unit = WITH_UNIT.test(match[0]);
    const worded = !match[0].includes('/');
    const notDate = (total > 12 && total < 1000) || done > 31;
    if (!unit && !worded && !notDate && !SHARE_BEFORE.test(before)) continue;
    // "15/12 sở …" is a day before a new subject; "15/12 xã" would be more than all there are.
    if (done > total && total <= 12) continue;
    if (!unit && !worded && notDate && done > total) continue;
    found.push({ done, total, index: match.index, length: match[0].length });
  }
  return found;
}
