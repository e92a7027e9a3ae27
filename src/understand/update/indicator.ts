import { isUnder } from '../../core/address.ts';
import { locateAddresses } from '../address.ts';

/** A figure of the economy somebody reports. */
export interface Indicator {
  text: string;
  value: string;
}

const INDICATOR =
  /\b(tang truong|toc do tang|ty trong|grdp|gdp|kim ngach|luot khach|doanh thu|cpi|chi so|tong muc ban le)\b/;

/**
 * "Tăng trưởng 2026 ước 8,7%" is no share of a task's work; null where the message is about work, as when it names an
 * address in the section of the tasks (`home`).
 */
export function findIndicator(text: string, folded: string, home: string): Indicator | null {
  if (
    !INDICATOR.test(folded) ||
    /\?|\b(bao nhieu|may|tien do|hoan thanh|muc tieu|nhiem vu|ke hoach)\b/.test(folded)
  )
    return null;
  if (locateAddresses(text, home).some(({ address }) => isUnder(address, home))) return null;
  const value = /\d[\d.,]*\s*(%|phần trăm|tỷ|triệu|nghìn|lượt|usd)?/iu.exec(
    text.replace(/\b(năm|nam|quý|quy|tháng|thang)\s*\d+(\/\d+)?/giu, (found) => ' '.repeat(found.length)),
  );
  return value && /\b(uoc|dat|thuc hien|la)\b/.test(folded) ? { text, value: value[0].trim() } : null;
}
