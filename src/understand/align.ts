import { fold } from '../core/text.ts';

/** Folded text of exactly the same length, so that an index found in it is an index in the (NFC) text. */
export function foldAligned(text: string): string {
  const folded = fold(text);
  if (folded.length === text.length) return folded;
  let out = '';
  for (let index = 0; index < text.length; index += 1) {
    const one = fold(text.charAt(index));
    out += one.length === 1 ? one : ' ';
  }
  return out;
}

/** True when the text carries Vietnamese marks, so that "chờ" and "cho" can be told apart. */
export function hasMarks(text: string): boolean {
  return /[\u0300-\u036fđ]/i.test(text.normalize('NFD').replace(/Đ/g, 'đ'));
}

/** The text with every match blanked out by spaces, length kept. */
export function blank(text: string, spans: { index: number; length: number }[]): string {
  let out = text;
  for (const { index, length } of spans) {
    out = out.slice(0, index) + ' '.repeat(length) + out.slice(index + length);
  }
  return out;
}
