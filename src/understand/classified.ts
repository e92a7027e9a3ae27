const PAPER = '(?:van ban|tai lieu|cong van|ho so)';
/** What may stand between a paper and its stamp; "cua toi mat" is a paper somebody lost. */
const BETWEEN = '(?:\\s+(?:so|nay|la|loai|muc|do|cap|dong|dau|[^\\s.;!?]*\\d[^\\s.;!?]*))*';
/**
 * Stamps as typed without any mark. "toi mat" is also "tôi mất" and "mat" also "mất", "mặt", "mát": only beside a paper
 * or at the end of a level do the two top levels count, the lowest never.
 */
const WITHOUT_MARKS = new RegExp(
  `(?<![\\p{L}\\p{M}])(?:${[
    `(?:${PAPER}(?:\\s+[^\\s.;!?]+){0,8}|do)\\s+tuyet mat`,
    `${PAPER}${BETWEEN}\\s+toi mat(?!\\s+(?:roi|het|luon|tich|hom))`,
    'do toi mat(?=\\s*(?:[^\\s\\p{L}\\p{M}]|$))',
    'bi mat nha nuoc',
  ].join('|')})(?![\\p{L}\\p{M}])`,
  'iu',
);

/** Classification words of Law 117/2025/QH15 as a stamp or a level, not the syllable in "bảo mật" or "mật độ". */
export function isClassified(text: string): boolean {
  return (
    /(tuyệt mật|tối mật|độ mật|đóng dấu mật|dấu mật|văn bản mật|tài liệu mật|công văn mật|bí mật nhà nước|\(mật\))/i.test(
      text,
    ) ||
    /(^|[\s:])MẬT([\s.,;:]|$)/.test(text) ||
    WITHOUT_MARKS.test(text)
  );
}
