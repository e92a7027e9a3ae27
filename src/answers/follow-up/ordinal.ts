import type { Language } from '../../core/answer.ts';
import { type Bare, bare, type Noun, nounOf } from './bare.ts';

/** Which one of a list: a number from 1, or by where the talk is. */
export type Which = number | 'last' | 'next' | 'previous';

export interface Ordinal {
  which: Which;
  noun: Noun | null;
  language: Language | null;
}

const NUMBERS: Record<string, number> = {
  ...{ nhat: 1, mot: 1, hai: 2, ba: 3, tu: 4, bon: 4, nam: 5, sau: 6, bay: 7, tam: 8, chin: 9, muoi: 10 },
  ...{
    first: 1,
    second: 2,
    third: 3,
    fourth: 4,
    fifth: 5,
    sixth: 6,
    seventh: 7,
    eighth: 8,
    ninth: 9,
    tenth: 10,
  },
};
const THING =
  'cai|nhiem vu|nv|viec|muc|y|gach(?: dau dong)?|dau dong|dong|noi dung|dinh huong|giai phap|van ban|tai lieu|co quan|don vi|so|ben|nganh|linh vuc|can cu|khoi|chi tieu|diem|task|item|one|point|dash|bullet|agency|department|document|entry';
const SHOW =
  '(?:(?:doc|xem|noi|trich|cho|toi|em|minh|biet|ve|ro|sang|den|qua|chuyen|lay|nguyen van|mo|lai|noi dung|giai thich|ke|what|is|about|show|read|quote|tell|give|see|me|us|the|go|to|and|its|their|what does|say) )*';
const SAYS =
  '(?: (?:la gi|la j|noi gi|noi ve gi|ve gi|thi sao|ghi gi|the nao|noi dung gi|gi|nua|xem|nghe|cu the|nguyen van|doc|trich|cho|ra|len|di|day du|chi tiet|lam gi|co gi|lam nhung gi|co nhung gi|(?:nam )?o dau|o muc nao|please|say|says|is|mean|about))*';
const WORD = 'hai|ba|bon|bay|tam|chin|muoi';

const ROWS: [RegExp, (found: RegExpExecArray) => Which, Language | null][] = [
  [
    new RegExp(`^${SHOW}(?:(?<noun>${THING}) )?(?:thu|so) (?<n>\\d{1,2}|nhat|tu|nam|sau|${WORD})${SAYS}$`),
    numbered,
    'vi',
  ],
  [
    new RegExp(
      `^${SHOW}(?<noun>gach(?: dau dong)?|y|nhiem vu|nv|cai|viec|muc|noi dung|dinh huong|dong) (?<n>\\d{1,2}|${WORD})${SAYS}$`,
    ),
    numbered,
    'vi',
  ],
  [new RegExp(`^${SHOW}(?:(?<noun>${THING}) )?(?:dau tien|dau)${SAYS}$`), () => 1, 'vi'],
  [new RegExp(`^${SHOW}(?:(?<noun>${THING}) )?(?:cuoi cung|cuoi|sau cung|chot)${SAYS}$`), () => 'last', 'vi'],
  [
    new RegExp(
      `^${SHOW}(?:(?<noun>${THING}) )?(?:tiep theo|ke tiep|tiep|ke|lien sau|lien ke)(?: nua)?${SAYS}$|^${SHOW}(?<noun2>${THING}) (?:sau|sau do)${SAYS}$`,
    ),
    () => 'next',
    'vi',
  ],
  [
    new RegExp(
      `^${SHOW}(?<noun>${THING}) (?:truoc|truoc do|lien truoc|phia truoc)${SAYS}$|^${SHOW}(?:lui lai|quay lai)(?: muc truoc)?$`,
    ),
    () => 'previous',
    'vi',
  ],
  [
    new RegExp(
      `^${SHOW}(?<n>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\\d{1,2}(?:st|nd|rd|th))(?: (?<noun>${THING}))?${SAYS}$`,
    ),
    numbered,
    'en',
  ],
  [
    new RegExp(
      `^${SHOW}(?<noun>task|item|point|number|no|dash|#)? ?(?:number |no |#)?(?<n>\\d{1,2})${SAYS}$`,
    ),
    numbered,
    'en',
  ],
  [new RegExp(`^${SHOW}last(?: (?<noun>${THING}))?${SAYS}$`), () => 'last', 'en'],
  [new RegExp(`^${SHOW}(?:next|continue|go on)(?: (?<noun>${THING}))?${SAYS}$`), () => 'next', 'en'],
  [new RegExp(`^${SHOW}(?:previous)(?: (?<noun>${THING}))?${SAYS}$`), () => 'previous', 'en'],
];

function numbered(found: RegExpExecArray): Which {
  const said = found.groups?.n ?? '';
  return NUMBERS[said] ?? Number.parseInt(said, 10);
}

/** "Nhiệm vụ thứ 2", "gạch tiếp theo", "its last task"; null where no place in a list is named. */
export function readOrdinal(text: string, said: Bare = bare(text)): Ordinal | null {
  if (text.includes('%')) return null;
  for (const reading of said.readings) {
    // A number alone may be anything.
    if (reading === '' || /^\d+$/.test(reading)) continue;
    for (const [pattern, which, language] of ROWS) {
      const found = pattern.exec(reading);
      if (!found) continue;
      const noun = found.groups?.noun ?? found.groups?.noun2;
      return { which: which(found), noun: noun ? nounOf(noun) : said.noun, language };
    }
  }
  return null;
}
