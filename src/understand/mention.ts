import { foldAligned } from './align.ts';

const TEXT = '(?:quyet dinh|chuong trinh|van ban|qd|cthd|noi dung)(?: (?:3572|nay|do|hanh dong))*';
const SAYS =
  '(?:nhac(?: (?:den|toi|ve))?|de cap(?: (?:den|toi|ve))?|noi(?: (?:den|toi|ve))|dua vao|neu ten|xuat hien|ghi ten)';
const NO = '(?:khong|ko|k|kg|hem|hok|chua)';
const END = `(?: (?:nhi|a|vay|the|v|ha|em|anh|chi|ban))*\\s*[?.!]*\\s*$`;
const PATTERNS = [
  new RegExp(
    `^(?:trong )?(?:${TEXT} )?(?:co )?(?:duoc )?${SAYS} (?:gi )?(?:den |toi |ve )?(?<x>.+?)(?: (?:trong|o) ${TEXT})? (?:hay )?${NO}${END}`,
  ),
  new RegExp(
    `^(?<x>.+?) (?:co |duoc )+(?:${SAYS}|trong ${TEXT}|co trong ${TEXT}|nam trong ${TEXT}|ten trong ${TEXT})(?: (?:trong|o) ${TEXT})?(?: hay)? ${NO}${END}`,
  ),
  new RegExp(
    `^(?:does|did|do) (?:the |this )?(?:decision|programme|program|text|document|it)(?: \\d+)? (?:ever )?(?:mention|speak of|refer to|say anything about|cover|include) (?:anything about |the )?(?<x>.+?)${END}`,
  ),
  new RegExp(`^(?:is|are) (?:the )?(?<x>.+?) (?:mentioned|named|included|covered)(?: (?:in|by) .+?)?${END}`),
];

/** What a message asks to be mentioned or not ("quyết định có nhắc đến casino không?"), as typed; else null. */
export function mentionOf(text: string): string | null {
  const written = text.normalize('NFC').trim();
  const folded = foldAligned(written);
  for (const pattern of PATTERNS) {
    const x = pattern.exec(folded)?.groups?.x;
    if (!x || /\b(gi|nao|ai|dau|khi nao|bao nhieu|what|who)\b/.test(x)) continue;
    const at = folded.indexOf(x, pattern.source.startsWith('^(?<x>') ? 0 : folded.search(/\s/));
    return at < 0
      ? null
      : written
          .slice(at, at + x.length)
          .replace(/[“”"']/gu, '')
          .trim();
  }
  return null;
}
