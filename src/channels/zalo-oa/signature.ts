import { createHash } from 'node:crypto';
import { isSecret } from '../is-secret.ts';

export interface Signer {
  /** The app's id; some installations are reported to sign with the account's instead. */
  ids: string[];
  /** The OA Secret Key, and the app's secret: sources differ on which signs. */
  secrets: string[];
}

/**
 * Whether Zalo signed this: `X-ZEvent-Signature: mac=…` is the plain SHA-256 (no HMAC) over id, raw body, the body's own
 * `timestamp` and secret (zalo.md A.6).
 */
export function isSignedByZalo(
  header: string | null,
  { body, timestamp }: { body: string; timestamp: string },
  { ids, secrets }: Signer,
): boolean {
  const given = header?.trim().replace(/^mac=/i, '').toLowerCase();
  const macs = ids.flatMap((id) =>
    secrets.map((secret) =>
      createHash('sha256').update(`${id}${body}${timestamp}${secret}`, 'utf8').digest('hex'),
    ),
  );
  // Every candidate is compared, whichever matches.
  return macs.map((mac) => isSecret(given, mac)).includes(true);
}
