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

/** The text as a pattern that finds it as it stands, whatever marks it holds; for patterns with the flag `u` too. */
export function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

const segmenter = new Intl.Segmenter('vi', { granularity: 'grapheme' });
/** UTF-16 units looked at at a time: the engine copies its whole input for every character it finds. */
const WINDOW = 256;

/** The characters a person sees, one by one; one longer than a window (marks piled up) is cut. */
function* charactersOf(text: string): Generator<string> {
  for (let at = 0; at < text.length; ) {
    const window = text.slice(at, at + WINDOW);
    const atEnd = at + window.length >= text.length;
    const found = [...segmenter.segment(window)].map(({ segment }) => segment);
    // The last character of a window may go on behind it.
    const whole = atEnd || found.length === 1 ? found : found.slice(0, -1);
    yield* whole;
    at += whole.reduce((length, character) => length + character.length, 0);
  }
}

/** How many characters a person sees. */
export function visibleLength(text: string): number {
  let count = 0;
  for (const _ of charactersOf(text)) count += 1;
  return count;
}

/** At most `limit` visible characters, cut at a word where one is near, closed with an ellipsis when cut. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  let count = 0;
  let cut = '';
  for (const character of charactersOf(text)) {
    count += 1;
    if (count < limit) cut += character;
    if (count > limit) break;
  }
  if (count <= limit) return text;
  const space = cut.lastIndexOf(' ');
  return `${(space > cut.length * 0.6 ? cut.slice(0, space) : cut).trimEnd()}…`;
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
  for (const character of charactersOf(text.slice(0, limit + WINDOW))) {
    if (end + character.length > limit) break;
    end += character.length;
  }
  return end > 0 ? end : limit;
}
