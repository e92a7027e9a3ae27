import { locateAddresses } from '../address.ts';
import { blank, foldAligned, hasMarks } from '../align.ts';
import { findPercents } from './percent.ts';

/** Words before or after a day on which work is to end. */
export const EXPECTED =
  /\b(du kien|dkien|du kiem|dk|du tinh|se (xong|hoan thanh|trinh|ban hanh|trien khai|to chuc|ky|nghiem thu)|phan dau|han (moi|la|chot|xong)?|truoc|cham nhat|muon nhat|lui (den|sang|toi|lai)?|gia han|(xong|hoan thanh|hoan tat|ket thuc) (vao|truoc|trong|ngay)|expected|expect|will|by|before|due|until|postponed? to|finish (on|by)|eta)\b/;

/** How people head a day they only hope for. */
const HOPED =
  /^(?:chac|hen|co gang|kha nang|co le)\b|^(?:(?:den|toi|khoang|sang) )*(?:(?:cuoi|giua|dau|het) |quy (?:[1-4i]|nay|sau|toi)|(?:thang|nam) (?:\d|nay|sau|toi)|tuan (?:nay|sau|toi))(?!.*\b(?:da|vua|roi)\b).*\b(?:xong|hoan thanh|hoan tat)\b/;

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
  /\b(de nghi|kien nghi|(?<!\b(?:da|dang|vua) )de xuat (?:tinh|ubnd|so|cap|bo|trung uong|lanh dao|cho|duoc|xin|som|tang|gia han)|xin (y kien|chu truong|bo tri|cap|ho tro|gia han|chi dao|phep)|mong (duoc|cac|so|ubnd|lanh dao|anh)|can (ubnd|so|tinh|cap tren|bo tri|ho tro)|dnghi|request|propose|we (need|ask))\b/;
const DIFFICULTY =
  /\b(vuong|bi dung|tam dung|phai dung|ket (?!qua|noi|luan|hop|thuc|cau)|bi ket|kho khan|kk\b|thieu|do (thieu|chua|cho|vuong|phai|khong|kho|cham|mua|bao|doanh nghiep|nha)|cho (y kien|phe duyet|chu truong|von|huong dan|tham dinh|bo|so|ubnd)|ach tac|tac\b|bi cham|cham (do|vi|tien do)|chua (duoc|xong|dat|lam duoc|the) .*\b(do|vi)(?= \S)|chua (co|duoc) (von|kinh phi|mat bang|huong dan|bo tri|phe duyet|chap thuan)|gpmb|giai phong mat bang (cham|chua|vuong)|khong du|(?:khong|chua) (?:duoc )?bo tri (?:duoc )?(?:tien|von|kinh phi)|stuck|blocked|lack|waiting for|delayed)\b/;
const RESULT =
  /\b(da|dang|vua|moi|xong|hoan thanh|hoan tat|(?<!\b(?:chuong|cong|quy|lo|qua|giao|thuyet|hanh) )trinh|ky|ban hanh|to chuc|lap|lay y kien|duoc phe duyet|khoi cong|ban giao|nghiem thu|trien khai|lam viec|chua (trien khai|lam|bat dau|thuc hien)|dat|signed|submitted|completed|finished|approved|held|issued|drafted)\b/;
/** A share is no result by itself; these words tell of one. */
const TELLS =
  /\b(da|dang|vua|(?<!\b(?:chuong|cong|quy|lo|qua|giao|thuyet|hanh) )trinh|ky|ban hanh|to chuc|lay y kien|phe duyet|khoi cong|ban giao|nghiem thu|lam viec|signed|submitted|approved|held|issued|drafted)\b/;

/** "Đang vướng" is a state; what the work is stuck on is not said. */
const BARE_DIFFICULTY = /\b(dang|bi|gap|con|van|vuong|mac|kho|khan|cham|la|tien do)\b/g;

function kindOf(part: string): ClauseKind {
  const written = blank(part.normalize('NFC'), locateAddresses(part));
  // With marks, "cho" is no "chờ".
  const folded = foldAligned(
    hasMarks(written) ? written.replace(/(?<!\p{L})cho(?!\p{L})/giu, 'để') : written,
  );
  const bare = bareOf(part);
  if (PROPOSAL.test(folded)) return 'proposal';
  if (
    (EXPECTED.test(folded) || HOPED.test(folded)) &&
    /\d|quy|thang|tuan|nam|cuoi/.test(folded) &&
    !/\bdo\b/.test(folded)
  )
    return 'other';
  if (DIFFICULTY.test(folded))
    return folded.replace(BARE_DIFFICULTY, '').trim() === '' ? 'other' : 'difficulty';
  const told = findPercents(part).length > 0 ? TELLS : RESULT;
  if (told.test(folded) && bare.length > 3) return 'result';
  return 'other';
}

const LABELS: [ClauseKind, RegExp][] = [
  [
    'difficulty',
    /^(nhung )?(them |ghi them |bo sung |ve )?(kho khan|vuong mac|kho khan vuong mac|kk|vm|difficulty|difficulties)$/,
  ],
  [
    'proposal',
    /^(them |ghi them |bo sung |ve )?(de xuat|kien nghi|de nghi|de xuat kien nghi|dx|kn|proposal)$/,
  ],
  ['result', /^(them |ghi them |bo sung |ve )?(ket qua|kq|ket qua thuc hien|result)$/],
];
/** A state and nothing more. */
const BARE_STATE =
  /^(chua|da|dang|van dang) (lam|trien khai|thuc hien|xong|bat dau)( duoc)?( gi| roi| xong)*$|^(?:deu |van |tam thoi )?(?:chua|khong|ko|k) co (?:gi|thay doi|tien trien)(?: moi| them| khac)?$/;
const ADDED =
  /^(?:và |rồi |nhưng )?(?:ghi thêm|thêm|bổ sung|ghi them|them|bo sung|ghi)(?: là| la| vào| vao)?\s+/iu;

/** The clauses of a message with what each tells; "khó khăn: …" says it itself. */
export function sortClauses(text: string): { part: string; kind: ClauseKind }[] {
  let labelled: ClauseKind | null = null;
  return clauses(text).flatMap((part) => {
    const label = LABELS.find(([, pattern]) =>
      pattern.test(
        foldAligned(part)
          .replace(/[^a-z ]/g, '')
          .trim(),
      ),
    );
    if (label) {
      labelled = label[0];
      return [];
    }
    const own = kindOf(part);
    // A label holds until a clause says itself that it is something else.
    if (own === 'proposal' || EXPECTED.test(foldAligned(part))) labelled = null;
    const kept = withoutAddress(part).replace(ADDED, '');
    const kind = labelled ?? own;
    return kept === '' || (kind === 'result' && BARE_STATE.test(foldAligned(kept)))
      ? []
      : [{ part: kept, kind }];
  });
}

/** A clause as it is kept: without the task's address and what joins it. */
function withoutAddress(part: string): string {
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
