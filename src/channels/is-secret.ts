import { createHash, timingSafeEqual } from 'node:crypto';

/** Compares in constant time; false where either is missing. */
export function isSecret(given: string | null | undefined, expected: string | undefined): boolean {
  if (given === null || given === undefined || expected === undefined) return false;
  return timingSafeEqual(digest(given), digest(expected));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
