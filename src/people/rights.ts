import type { Person, PersonRole } from '../core/person.ts';

const LOWEST_FIRST: PersonRole[] = ['official', 'leader', 'focal', 'admin'];

/** The higher of two roles. */
export function higherRole(one: PersonRole, other: PersonRole): PersonRole {
  return LOWEST_FIRST.indexOf(other) > LOWEST_FIRST.indexOf(one) ? other : one;
}

/** May make join codes. */
export function mayInvite(person: Person): boolean {
  return person.role === 'admin' || person.role === 'focal';
}

/** May see the report on the document itself: its faults are for those who look after it. */
export function maySeeHealth(person: Person): boolean {
  return person.role === 'admin' || person.role === 'focal';
}

/** May make a join code that gives this role: the focal agency invites agencies, an administrator anyone. */
export function mayGrant(person: Person, role: PersonRole): boolean {
  return person.role === 'admin' || (mayInvite(person) && (role === 'official' || role === 'leader'));
}
