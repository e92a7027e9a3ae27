import { createHash, randomBytes } from 'node:crypto';

/** Crockford's base 32: no I, L, O, U, so that a code read aloud or from paper is typed right. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 12;

/** Sixty random bits as `XXXX-XXXX-XXXX`. */
export function makeCode(): string {
  const letters = [...randomBytes(LENGTH)].map((byte) => LETTERS[byte % LETTERS.length]);
  return (letters.join('').match(/.{4}/g) ?? []).join('-');
}

/** The code as it is hashed: upper case, no separators, O for 0 and I, L for 1 forgiven. */
export function normaliseCode(text: string): string {
  return text
    .toUpperCase()
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
    .replace(/[^0-9A-Z]/g, '');
}

/** SHA-256, hex. A code has 60 random bits, ends in days and few uses, so a plain hash is enough to keep it unreadable. */
export function hashCode(code: string): string {
  return createHash('sha256').update(normaliseCode(code)).digest('hex');
}
