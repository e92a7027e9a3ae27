import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Person, PersonRole } from '../../src/core/person.ts';
import type { Store } from '../../src/core/store.ts';
import { CONSENT_VERSION } from '../../src/people/consent.ts';
import { createJoinCode } from '../../src/people/create-join-code.ts';
import { hashCode } from '../../src/people/join-code.ts';
import { joinFurther } from '../../src/people/join-further.ts';
import { openStore } from '../../src/store/connect.ts';

const NOW = new Date('2026-11-25T09:00:00+07:00');
const LATER = new Date('2026-11-26T09:00:00+07:00');

let store: Store;
beforeEach(async () => {
  store = await openStore(':memory:');
});
afterEach(() => store.close());

async function someone(role: PersonRole): Promise<Person> {
  const person: Person = {
    id: randomUUID(),
    name: 'Lê Văn A',
    agency: 'so-y-te',
    agencies: ['so-y-te'],
    leads: role === 'leader' ? ['so-y-te'] : [],
    role,
    consentVersion: 'old',
    consentAt: NOW,
  };
  await store.transaction((tx) => tx.people.add(person, 'web', person.id));
  return person;
}

async function codeFor(agency: string, role: PersonRole): Promise<string> {
  const by = await someone('admin');
  return hashCode(
    await store.transaction((tx) => createJoinCode(tx, { agency, role, uses: 1, days: 1, by, now: NOW })),
  );
}

const join = (person: Person, codeHash: string, now = NOW) =>
  store.transaction((tx) => joinFurther(tx, { person, codeHash, channel: 'web', now }));

describe('joining a further agency', () => {
  it.each([
    ['official', 'leader', 'leader'],
    ['leader', 'official', 'leader'],
    ['focal', 'admin', 'admin'],
    ['admin', 'focal', 'admin'],
  ] as const)('%s with a code for %s is %s', async (has, given, gets) => {
    const person = await someone(has);
    await join(person, await codeFor('so-noi-vu', given));
    expect(await store.transaction((tx) => tx.people.get(person.id))).toEqual({
      ...person,
      agencies: ['so-y-te', 'so-noi-vu'],
      leads: [...(has === 'leader' ? ['so-y-te'] : []), ...(given === 'leader' ? ['so-noi-vu'] : [])],
      role: gets,
      consentVersion: CONSENT_VERSION,
    });
  });

  it('uses no code up that would change nothing, and takes a higher role in the same agency', async () => {
    const person = await someone('official');
    const same = await codeFor('so-y-te', 'official');
    expect(await join(person, same)).toBeNull();
    expect((await store.transaction((tx) => tx.people.findCode(same)))?.usesLeft).toBe(1);
    expect((await join(person, await codeFor('so-y-te', 'leader')))?.role).toBe('leader');
  });

  it('refuses a code that is spent or expired and keeps the person as before', async () => {
    const [one, other] = [await someone('official'), await someone('official')];
    const code = await codeFor('so-noi-vu', 'admin');
    expect(await join(one, code, LATER)).toBeNull();
    expect(await join(one, code)).not.toBeNull();
    expect(await join(other, code)).toBeNull();
    expect(await store.transaction((tx) => tx.people.get(other.id))).toEqual(other);
  });

  it('writes down before and after, without the name', async () => {
    const person = await someone('official');
    await join(person, await codeFor('so-noi-vu', 'leader'));
    const [entry] = await store.transaction((tx) => tx.audit.list(1));
    expect(entry).toMatchObject({
      person: person.id,
      action: 'joined_further',
      after: { agencies: ['so-y-te', 'so-noi-vu'], role: 'leader' },
    });
    expect(JSON.stringify(entry)).not.toContain('Lê');
  });
});
