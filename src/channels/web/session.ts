import { createHash, randomBytes } from 'node:crypto';

const cookieName = 'dondoc_session';
const lifetimeSeconds = 180 * 24 * 3600;

export function createSessionToken(): string {
  return randomBytes(32).toString('base64url');
}

/** True when the person's browser speaks https to us, or to the proxy before us. */
export function isSecure(request: Request, publicUrl: string | undefined): boolean {
  if (publicUrl !== undefined) return publicUrl.startsWith('https:');
  const forwarded = request.headers.get('x-forwarded-proto')?.split(',')[0]?.trim();
  return forwarded === 'https' || new URL(request.url).protocol === 'https:';
}

/** Over https with the prefix that no neighbouring subdomain can set: nobody puts a person into a chat they know. */
function nameOf(secure: boolean): string {
  return secure ? `__Host-${cookieName}` : cookieName;
}

/** The session token of the request's cookie, or null. */
export function readSessionToken(request: Request, secure: boolean): string | null {
  for (const part of (request.headers.get('cookie') ?? '').split(';')) {
    const [name, value] = part.trim().split('=', 2);
    if (name === nameOf(secure) && value && /^[\w-]{43}$/.test(value)) return value;
  }
  return null;
}

/** The chat of a session: nobody can write to it, or read it, from its stored name. */
export function chatOfSession(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

export function writeSessionCookie(token: string, secure: boolean): string {
  const cookie = `${nameOf(secure)}=${token}; Path=/; Max-Age=${lifetimeSeconds}; HttpOnly; SameSite=Strict`;
  return secure ? `${cookie}; Secure` : cookie;
}

/** True when another site's page may have made the request. */
export function isCrossSite(request: Request, publicUrl: string | undefined): boolean {
  const site = request.headers.get('sec-fetch-site');
  if (site !== null) return site !== 'same-origin' && site !== 'none';
  const origin = request.headers.get('origin');
  if (origin === null) return false;
  const hosts = [
    request.headers.get('host'),
    new URL(request.url).host,
    publicUrl && new URL(publicUrl).host,
  ];
  return !URL.canParse(origin) || !hosts.includes(new URL(origin).host);
}
