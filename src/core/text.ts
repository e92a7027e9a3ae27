/** The text in the one form the program works on: NFC, no unpaired surrogates, no control characters but line breaks. */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(
      /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g,
      (c) => (c === '\t' ? ' ' : ''),
    )
    .trim();
}

/** Lower case, no tone or vowel marks, đ as d: how people type when they hurry. One folded character per letter. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/đ/g, 'd')
    .normalize('NFC');
}

const segmenter = new Intl.Segmenter('vi', { granularity: 'grapheme' });

/** How many characters a person sees. */
export function visibleLength(text: string): number {
  let count = 0;
  for (const _ of segmenter.segment(text)) count += 1;
  return count;
}

/** At most `limit` visible characters, cut at a word where one is near, closed with an ellipsis when cut. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const characters = [...segmenter.segment(text)].map((part) => part.segment);
  if (characters.length <= limit) return text;
  const head = characters.slice(0, limit - 1).join('');
  const space = head.lastIndexOf(' ');
  return `${(space > head.length * 0.6 ? head.slice(0, space) : head).trimEnd()}…`;
}

/**
 * Splits a long text into parts of at most `limit` UTF-16 units, between paragraphs, sentences or words where it can,
 * never inside a character.
 */
export function splitText(text: string, limit: number): string[] {
  const parts: string[] = [];
  let rest = text;
  while (rest.length > limit) {
    const cut = cutPoint(rest, limit);
    parts.push(rest.slice(0, cut).trimEnd());
    rest = rest.slice(cut).trimStart();
  }
  if (rest.length > 0 || parts.length === 0) parts.push(rest);
  return parts.filter((part, index) => part.length > 0 || index === 0);
}

function cutPoint(text: string, limit: number): number {
  const window = text.slice(0, limit);
  for (const mark of ['\n\n', '\n', '. ', '; ', ' ']) {
    const at = window.lastIndexOf(mark);
    if (at > limit / 2) return at + mark.length;
  }
  let end = 0;
  for (const part of segmenter.segment(text.slice(0, limit + 64))) {
    if (part.index + part.segment.length > limit) break;
    end = part.index + part.segment.length;
  }
  return end > 0 ? end : limit;
}
