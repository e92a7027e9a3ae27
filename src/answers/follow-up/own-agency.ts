import type { Agency, Knowledge } from '../../core/programme.ts';
import { locateAgencies } from '../../understand/agencies.ts';
import { foldAligned } from '../../understand/align.ts';

const SELF = '(?:em|e|minh|toi|tui|chau|anh|chi|chung toi|chung em|ben em|ben minh|ben toi)';
const BEFORE = new RegExp(
  `(?:^|[\\s,.;:(])(?:${SELF} (?:la |dang |hien |moi |ve )*(?:can bo|chuyen vien|nhan vien|nguoi|cong chuc|lanh dao|truong phong|pho phong|van thu)?(?: )?(?:o|lam o|lam tai|lam viec o|lam viec tai|cong tac o|cong tac tai|tai|thuoc|ben|cua|den tu)|${SELF} (?:la|thuoc|ben)|(?:so|don vi|co quan|ben|nganh|truong|phong) (?:toi|em|minh|chung toi|e) la|i(?: am|'?m)?(?: an? \\w+)?(?: (?:work|working))?(?: (?:from|at|in|for|with|of))(?: the)?|my (?:agency|department|office) is(?: the)?|we are(?: from)?(?: the)?)\\s*$`,
);
const MINE =
  /(?<![\p{L}\d])(?:(?:so|don vi|co quan|ben|nganh) (?:cua )?(?:toi|em|e|minh|chung toi|chung em|bon minh|ta)|(?:chung|bon|tui) (?:toi|em|e|minh|tao)|(?:my|our) (?:own )?(?:agency|department|unit|office|one)|us|ours|mine)(?![\p{L}\d])/u;

/** The agency whoever writes says to be of ("tôi ở Sở Y tế"); undefined where nothing of the kind is said. */
export function ownAgency(
  text: string,
  knowledge: Pick<Knowledge, 'agencies' | 'glossary'>,
): Agency | undefined {
  const written = text.normalize('NFC');
  const folded = foldAligned(written);
  return locateAgencies(written, knowledge).find(({ from }) => BEFORE.test(folded.slice(0, from)))?.agency;
}

/** The text with "sở tôi", "my department" as the agency's name; null where it does not speak of the own agency. */
export function withOwnAgency(text: string, agency: Pick<Agency, 'name'>): string | null {
  const written = text.normalize('NFC');
  const found = MINE.exec(foldAligned(written));
  if (!found) return null;
  return `${written.slice(0, found.index)}${agency.name}${written.slice(found.index + found[0].length)}`;
}

/** It names the asker's own agency and says nothing else ("sở tôi", "bên em"). */
export function isOwn(text: string): boolean {
  const folded = foldAligned(text.normalize('NFC').trim());
  return MINE.exec(folded)?.[0] === folded;
}
