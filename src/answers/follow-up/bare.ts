import { fold } from '../../core/text.ts';
import { hasMarks } from '../../understand/align.ts';
import { plainSpeech } from '../../understand/dialect.ts';
import { dropParticles, dropShell } from '../../understand/shell.ts';

/** What kind of thing a message points at ("văn bản đó", "lĩnh vực này", "việc ấy"). */
export type Noun = 'document' | 'field' | 'agency' | 'task';

const NOUNS: [Noun | 'thing', string][] = [
  ['document', 'van ban|quyet dinh|ke hoach|nghi quyet|cong van|tai lieu|document|plan|resolution'],
  ['field', 'linh vuc|mang|nganh|field|sector'],
  ['agency', 'so|co quan|don vi|ban|ben|ho|agency|department|office'],
  [
    'task',
    'viec|nhiem vu|nv|noi dung|gach(?: dau dong)?|dau dong|dong|y|de an|chuong trinh|du an|chi tieu|con so|so lieu|task|point|dash|bullet|figure|duty',
  ],
  // Anything may be meant by these.
  ['thing', 'cai|muc|khoi|phan|dieu|diem|one|item|number|no|thing|entry'],
];
const NOUN = NOUNS.map(([, words]) => words).join('|');
const OF = '(?:(?:cua|trong|ve|cho|voi|tai|o|doi voi|den|thuoc|of|for|to|about|on|in|with) )?';

/** "Quyết định này" is the decision itself: it points at nothing said before. */
const DECISION = /(?<=(?:quyết định|chương trình|văn bản|qđ|qd|quyet dinh|chuong trinh|van ban) )$/iu;
const POINTING = /(?<!\p{L})(?:đó|ấy|này|kia|nó|họ)(?!\p{L})/giu;
const POINTERS = [
  new RegExp(`(?<![a-z0-9])${OF}(?:(${NOUN}) )?@`, 'g'),
  new RegExp(
    `\\b${OF}(?!(?:quyet dinh|chuong trinh|van ban|qd) nay)(${NOUN}) (?:nay|do|ay|kia|tren|vua roi|vua neu|o tren|noi tren)\\b`,
    'g',
  ),
  new RegExp(`\\b${OF}(?:no)\\b(?! \\d)`, 'g'),
];
const ENGLISH_POINTERS = [
  new RegExp(
    `\\b${OF}(?:this|that|these|those|its|their|the same) (${NOUN})s?\\b|\\b${OF}(?:it|its|that|this|those|these|them|they|their)\\b`,
    'g',
  ),
];

const OPENINGS =
  /^(?:(?:the con|vay con|the|vay|con|roi|r|ok|oke|okay|u|uh|um|uhm|ma|nhung|thi|va|thi ra|well|and|then|but|please|pls|what about|how about|can you|could you) )+(?=\S)/;
const CLOSINGS =
  /(?: (?:thi sao|nhi|a|ah|ha|nhe|nha|di|voi|please|pls|plz|thanks|then|vay|the|v|z|em|ad|bot|luon|day|(?:duoc|dc) (?:khong|ko|k)|giup (?:em|toi|minh)|cho (?:em|toi|minh)|xem|coi))+$/;

/** The readings of a short message, from what stands there to what is left without opening, closing and pointing words. */
export interface Bare {
  readings: string[];
  /** What it points at, where it says. */
  noun: Noun | null;
}

/** A short message, folded, without what carries no question. */
export function bare(text: string): Bare {
  const written = plainSpeech(text.normalize('NFC'));
  const marked = hasMarks(written)
    ? written.replace(POINTING, (word, at: number) =>
        /^này$/iu.test(word) && DECISION.test(written.slice(0, at))
          ? word
          : /^họ$/iu.test(word)
            ? 'họ @'
            : '@',
      )
    : written;
  const whole = squeeze(fold(dropParticles(dropShell(marked))).replace(/[^\p{L}\p{N}@#]+/gu, ' '));
  const core = squeeze(whole.replace(OPENINGS, '').replace(CLOSINGS, ''));
  let noun: Noun | null = null;
  const without = (patterns: RegExp[], from: string): string =>
    squeeze(
      patterns
        .reduce(
          (rest, pattern) =>
            rest.replace(pattern, (_, word: unknown) => {
              noun ??= typeof word === 'string' ? nounOf(word) : null;
              return ' ';
            }),
          from,
        )
        .replace(OPENINGS, ''),
    );
  const pointed = without(POINTERS, core);
  const english = hasMarks(written) ? pointed : without(ENGLISH_POINTERS, pointed);
  return { readings: [...new Set([whole, core, pointed, english])], noun };
}

export function nounOf(word: string): Noun | null {
  const noun = NOUNS.find(([, words]) => new RegExp(`^(?:${words})$`).test(word))?.[0] ?? null;
  return noun === 'thing' ? null : noun;
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
