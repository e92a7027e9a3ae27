import type { Person } from '../core/person.ts';

/** Administrators and the focal agency invite people. */
export function mayInvite(person: Person): boolean {
  return person.role === 'admin' || person.role === 'focal';
}

/** Only an administrator makes administrators. */
export function mayInviteAs(person: Person, role: Person['role']): boolean {
  return person.role === 'admin' || (person.role === 'focal' && role !== 'admin');
}
