import { locateAddresses } from '../address.ts';
import { blank, foldAligned } from '../align.ts';
import { findPercents } from './percent.ts';

/** Words before or after a day on which work is to end. */
export const EXPECTED =
  /\b(du kien|dkien|du kiem|dk|du tinh|se (xong|hoan thanh|trinh|ban hanh|trien khai|to chuc|ky|nghiem thu)|phan dau|han (moi|la|chot|xong)?|truoc|cham nhat|muon nhat|lui (den|sang|toi|lai)?|gia han|(xong|hoan thanh|hoan tat|ket thuc) (vao|truoc|trong|ngay)|expected|expect|will|by|before|due|until|postponed? to|finish (on|by)|eta)\b/;

/** Pieces between commas, semicolons, full stops and line breaks; numbers stay whole. */
export function clauses(text: string): string[] {
  return text
    .split(/\s*(?:[;\n|]|(?<=[\da-c%])\s[-–]\s|,(?!\d)|\.(?=\s|$)|(?<=\d),(?=\s))\s*/u)
    .flatMap((part) => part.split(/(?<=^[^:]{3,120}):\s+/u))
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

export type ClauseKind = 'result' | 'difficulty' | 'proposal' | 'other';

const PROPOSAL =
  /\b(de nghi|kien nghi|xin (y kien|chu truong|bo tri|cap|ho tro|gia han|chi dao|phep)|mong (duoc|cac|so|ubnd|lanh dao|anh)|can (ubnd|so|tinh|cap tren|bo tri|ho tro)|dnghi|request|propose|we (need|ask))\b/;
const DIFFICULTY =
  /\b(vuong|kho khan|kk\b|thieu|do (thieu|chua|cho|vuong|phai|khong|kho|cham|mua|bao|doanh nghiep|nha)|cho (y kien|phe duyet|chu truong|von|huong dan|tham dinh|bo|so|ubnd)|ach tac|tac\b|bi cham|cham (do|vi|tien do)|chua (co|duoc) (von|kinh phi|mat bang|huong dan|bo tri|phe duyet|chap thuan)|gpmb|giai phong mat bang (cham|chua|vuong)|khong du|stuck|blocked|lack|waiting for|delayed)\b/;
const RESULT =
  /\b(da|dang|vua|moi|xong|hoan thanh|hoan tat|trinh|ky|ban hanh|to chuc|lap|lay y kien|duoc phe duyet|khoi cong|ban giao|nghiem thu|trien khai|lam viec|chua (trien khai|lam|bat dau|thuc hien)|dat|signed|submitted|completed|finished|approved|held|issued|drafted)\b/;
export function kindOf(part: string): ClauseKind {
  const folded = foldAligned(part);
  const bare = bareOf(part);
  if (PROPOSAL.test(folded)) return 'proposal';
  if (EXPECTED.test(folded) && /\d|quy|thang|tuan|nam|cuoi/.test(folded) && !/\bdo\b/.test(folded))
    return 'other';
  if (DIFFICULTY.test(folded)) return 'difficulty';
  if (RESULT.test(folded) && bare.length > 3) return 'result';
  return 'other';
}

/** A clause as it is kept: without the task's address and what joins it. */
export function withoutAddress(part: string): string {
  return blank(part.normalize('NFC'), locateAddresses(part))
    .replace(/\s+/g, ' ')
    .replace(/^[\s:,.–-]+/u, '')
    .trim();
}

/** What is left of a clause without its address, share and dates. */
function bareOf(part: string): string {
  const spans = [...locateAddresses(part), ...findPercents(part)];
  return blank(foldAligned(part), spans)
    .replace(/\b(xong|dat|duoc|dc|hoan thanh|tien do|khoang|roi|da|la|a|nhe|ah|bao cao|cap nhat)\b/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
