import { fold } from '../core/text.ts';

/** The syllables of a text, folded: "Cảng cạn" → cang, can. */
export function syllables(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The syllables with their marks, as far as a text has them: "Cảng cạn" → cảng, cạn. */
export function withMarks(text: string): string[] {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** Neighbours as one term: cang, can, sao → cang_can, can_sao. */
export function pairs(words: string[]): string[] {
  return words.slice(1).map((word, index) => `${words[index]}_${word}`);
}

/** One key for a syllable with its marks wherever they stand on its vowels (hoá, hóa) and for i and y (kĩ, kỹ). */
export function markKey(word: string): string {
  const lower = word.toLowerCase();
  const marks = (lower.normalize('NFD').match(/\p{M}/gu) ?? []).sort().join('');
  const folded = fold(word).replace(/y$/, 'i');
  return `${folded}|${marks}|${lower.includes('đ')}`;
}

/** English words that carry no subject. */
export const ENGLISH_EMPTY: ReadonlySet<string> = new Set(
  `a an the of in on to for by at and or with from is are was were be been it its this that these those there who whom whose
  which what when where how why does do did has have had will would should can could may must shall any some all me us we
  you your our their they i my please tell about according under decision programme program province thanh hoa provincial
  agency agencies department departments office unit body lead leads leading responsible charge task tasks say says said
  mention mentioned include included list many much number following long need want know give show explain between get
  build make implement carry out done plan planned new now today called still yet correct right true
  direction directions selected select ask asks asked set sets role roles does number amount total kind kinds type types state states stated foresee
  foreseen mandate mandated expect expected require required`.split(/\s+/),
);

/** English words without endings and without those that carry no subject: "smart cities" → smart, cit. */
export function englishStems(text: string): string[] {
  return (text.toLowerCase().match(/[a-z0-9]+/g) ?? [])
    .filter((word) => !ENGLISH_EMPTY.has(word))
    .map((word) =>
      word.length < 4 ? word : word.replace(/(?:ies|ing|ed|es|s|y|e|isation|ization|ised|ized|ise|ize)$/, ''),
    );
}

const ONSET = '(?:ngh|ng|nh|ch|gh|gi|kh|ph|th|tr|qu|[bcdghklmnprstvx])?';
/** Without hats: what a syllable may have between its consonants. */
const NUCLEUS =
  '(?:uye[u]?|uy[au]?|uo[iu]?|ua[y]?|ue|u[iu]?|oa[iyo]?|oe[o]?|oo|o[i]?|ie[u]?|ye[u]?|i[au]?|a[iouy]?|e[ou]?|y)';
const SYLLABLE = new RegExp(`^${ONSET}${NUCLEUS}(?:ch|nh|ng|[cmnpt])?$`, 'u');

/** True when the letters, marks left out, make a Vietnamese syllable. */
export function isSyllable(word: string): boolean {
  return SYLLABLE.test(fold(word));
}
