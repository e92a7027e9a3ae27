import type { Agency, Knowledge } from '../../core/programme.ts';
import { fold } from '../../core/text.ts';
import { locateAgencies } from '../../understand/agencies.ts';
import { foldAligned } from '../../understand/align.ts';
import type { ProgrammeIndex } from '../programme-index.ts';

const SELF = '(?:em|e|minh|toi|tui|chau|anh|chi|chung toi|chung em|ben em|ben minh|ben toi)';
const BEFORE = new RegExp(
  `(?:^|[\\s,.;:(])(?:${SELF} (?:la |dang |hien |moi |ve )*(?:can bo|chuyen vien|nhan vien|nguoi|cong chuc|lanh dao|truong phong|pho phong|van thu)?(?: )?(?:o|lam o|lam tai|lam viec o|lam viec tai|cong tac o|cong tac tai|tai|thuoc|ben|cua|den tu)|${SELF} (?:la|thuoc|ben)|(?:so|don vi|co quan|ben|nganh) (?:toi|em|minh|chung toi|e) la|i(?: am|'?m)?(?: an? \\w+)?(?: (?:work|working))?(?: (?:from|at|in|for|with|of))(?: the)?|my (?:agency|department|office) is(?: the)?|we are(?: from)?(?: the)?)\\s*$`,
);
const MINE =
  /(?<![\p{L}\d])(?:(?:so|don vi|co quan|ben|nganh) (?:cua )?(?:toi|em|e|minh|chung toi|chung em|bon minh|ta)|chung toi|chung em|bon minh|(?:my|our) (?:own )?(?:agency|department|unit|office|one)|us|ours|mine)(?![\p{L}\d])/u;

/** The agency whoever writes says to be of ("tôi ở Sở Y tế"); undefined where nothing of the kind is said. */
export function ownAgency(text: string, knowledge: Pick<Knowledge, 'agencies'>): Agency | undefined {
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

const SHORTEST_NAME = 2;
/** So many words of a name can mean nothing else, also where nothing says that the message goes on from the last. */
const TELLING_NAME = 3;
const GOES_ON = /^(?:the|vay|con|the con|vay con|and|what about|how about)\s/;

/** The one of these agencies that a part of its name means ("ban quản lý" where two agencies were named). */
export function agencyAmong(text: string, ids: string[], index: ProgrammeIndex): Agency | undefined {
  const said = fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  const fitting = agenciesOf(ids, index).filter(({ name }) => beginsWith(fold(name), said));
  return said.split(' ').length >= SHORTEST_NAME && fitting.length === 1 ? fitting[0] : undefined;
}

/** The message with the part of an agency's name it opens with written out; null where it holds none. */
export function withWholeName(text: string, ids: string[], index: ProgrammeIndex): string | null {
  const written = text.normalize('NFC');
  const folded = foldAligned(written);
  const found = agenciesOf(ids, index).flatMap(({ name }) => {
    const words = fold(name).split(' ');
    const shortest = GOES_ON.test(folded) ? SHORTEST_NAME : TELLING_NAME;
    for (let count = words.length; count >= shortest; count -= 1) {
      const part = words.slice(0, count).join(' ');
      const at = new RegExp(`(?<![\\p{L}\\d])${part}(?![\\p{L}\\d])`, 'u').exec(folded)?.index;
      if (at !== undefined) return [{ name, at, length: part.length }];
    }
    return [];
  });
  const [only] = found;
  return only && found.length === 1
    ? `${written.slice(0, only.at)}${only.name}${written.slice(only.at + only.length)}`
    : null;
}

/** Departments are known by every short name already. */
function agenciesOf(ids: string[], index: ProgrammeIndex): Agency[] {
  return [...new Set(ids)]
    .flatMap((id) => index.agency(id) ?? [])
    .filter(({ name }) => !name.startsWith('Sở '));
}

function beginsWith(name: string, part: string): boolean {
  return name === part || name.startsWith(`${part} `);
}
