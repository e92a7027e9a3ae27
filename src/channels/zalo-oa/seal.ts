import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** The tokens of an Official Account. A refresh token works once: whoever uses it gets the next pair. */
export interface TokenPair {
  access: string;
  refresh: string;
}

const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** The pair as it is kept: AES-256-GCM under the key of the environment (32 bytes), base64url. */
export function seal(pair: TokenPair, key: Uint8Array): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, key, iv);
  const data = Buffer.concat([cipher.update(JSON.stringify(pair), 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), data]).toString('base64url');
}

/** The pair, or null where it was sealed with another key or changed since. */
export function unseal(sealed: string, key: Uint8Array): TokenPair | null {
  const bytes = Buffer.from(sealed, 'base64url');
  try {
    const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, IV_BYTES));
    decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
    const data = Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
    const { access, refresh } = JSON.parse(data.toString('utf8')) as Partial<TokenPair>;
    return typeof access === 'string' && typeof refresh === 'string' ? { access, refresh } : null;
  } catch {
    return null;
  }
}
