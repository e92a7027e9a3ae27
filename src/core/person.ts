export type PersonRole = 'official' | 'leader' | 'focal' | 'admin';

export interface Person {
  id: string;
  name: string;
  agency: string;
  role: PersonRole;
  consentVersion: string;
  consentAt: Date;
}

export interface JoinCode {
  /** SHA-256 of the normalised code, hex. */
  hash: string;
  agency: string;
  role: PersonRole;
  expiresAt: Date;
  usesLeft: number;
}
