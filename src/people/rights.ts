import type { Person, PersonRole } from '../core/person.ts';

/** May make join codes. */
export function mayInvite(person: Person): boolean {
  return person.role === 'admin' || person.role === 'focal';
}

/** May see the report on the document itself: its faults are for those who look after it. */
export function maySeeHealth(person: Person): boolean {
  return person.role === 'admin' || person.role === 'focal';
}

/** May confirm who holds whose duties. */
export function mayConfirmSuccessors(person: Person): boolean {
  return person.role === 'admin';
}

/** May make a join code that gives this role: the focal agency invites agencies, an administrator anyone. */
export function mayGrant(person: Person, role: PersonRole): boolean {
  return person.role === 'admin' || (mayInvite(person) && (role === 'official' || role === 'leader'));
}
