import { createHash, randomBytes } from 'node:crypto';

/** Crockford's base 32: no I, L, O, U to mistake. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 12;

/** A new code, `XXXX-XXXX-XXXX`: five random bits a character. */
export function makeCode(length = LENGTH): string {
  const characters = [...randomBytes(length)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('');
  return characters.replace(/.{4}(?=.)/g, '$&-');
}

/** The code as it was meant: however spaced, in either case, with O for 0 and I or L for 1. */
export function normaliseCode(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
}

/** What is stored in place of a code: SHA-256, hex. */
export function hashCode(text: string): string {
  return createHash('sha256').update(normaliseCode(text)).digest('hex');
}
