import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Person, PersonRole } from '../../src/core/person.ts';
import type { Store } from '../../src/core/store.ts';
import { CONSENT_VERSION } from '../../src/people/consent.ts';
import { createJoinCode, firstAdminCode } from '../../src/people/create-join-code.ts';
import { beginJoin, finishJoin, leave } from '../../src/people/join.ts';
import { hashCode, makeCode, normaliseCode } from '../../src/people/join-code.ts';
import { mayGrant, mayInvite } from '../../src/people/rights.ts';
import { openStore } from '../../src/store/connect.ts';

const NOW = new Date('2026-11-25T09:00:00+07:00');
const DAY = 86_400_000;
const someone = (role: PersonRole): Person => ({
  id: role,
  name: '',
  agency: 'so-tai-chinh',
  agencies: ['so-tai-chinh'],
  leads: [],
  role,
  consentVersion: '1',
  consentAt: NOW,
});

let store: Store;
beforeEach(async () => {
  store = await openStore(':memory:');
});
afterEach(() => store.close());

const make = (uses = 1, role: PersonRole = 'official', by = someone('admin')): Promise<string> =>
  store.transaction((tx) => createJoinCode(tx, { agency: 'so-y-te', role, uses, days: 14, by, now: NOW }));
const begin = (code: string, now = NOW) => store.transaction((tx) => beginJoin(tx, { code, now }));
const finish = (code: string, chat: string, now = NOW) =>
  store.transaction((tx) =>
    finishJoin(tx, {
      codeHash: hashCode(code),
      channel: 'web',
      chat,
      name: ' Lê\nVăn A ',
      now,
      newId: randomUUID,
    }),
  );

describe('a join code', () => {
  it('is twelve characters that cannot be mistaken', () => {
    for (let i = 0; i < 200; i += 1)
      expect(makeCode()).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
  });

  it('is understood however it is typed', () => {
    fc.assert(
      fc.property(fc.constantFrom(' ', '', '-', ' – '), fc.boolean(), (separator, lower) => {
        const code = makeCode();
        const typed = code.replaceAll('-', separator).replaceAll('0', 'o').replaceAll('1', 'l');
        expect(hashCode(lower ? typed.toLowerCase() : typed)).toBe(hashCode(code));
      }),
    );
    expect(normaliseCode('oi0l-abcd')).toBe('0101ABCD');
  });
});

describe('joining', () => {
  it('looks up first and keeps the person on the consent, with its version and time', async () => {
    const code = await make();
    expect(await begin(code.toLowerCase())).toMatchObject({
      kind: 'consent',
      code: { agency: 'so-y-te', role: 'official' },
    });
    expect(await store.transaction((tx) => tx.people.count())).toBe(0);
    const person = await finish(code, 'a');
    expect(person).toMatchObject({
      agency: 'so-y-te',
      name: 'Lê Văn A',
      consentVersion: CONSENT_VERSION,
      consentAt: NOW,
    });
    expect(await store.transaction((tx) => tx.people.find('web', 'a'))).toEqual(person);
    const [entry] = await store.transaction((tx) => tx.audit.list(1));
    expect(entry?.action).toBe('joined');
    expect(JSON.stringify(entry)).not.toContain('Lê');
  });

  it('refuses what is unknown, expired or used up, and a chat that has joined', async () => {
    expect(await begin('ABCD-EFGH-JKMN')).toEqual({ kind: 'refused', why: 'unknown' });
    const code = await make(2);
    const late = new Date(NOW.getTime() + 14 * DAY);
    expect(await begin(code, late)).toEqual({ kind: 'refused', why: 'expired' });
    expect(await finish(code, 'a', late)).toBeNull();
    expect(await finish(code, 'a')).not.toBeNull();
    expect(await finish(code, 'a')).toBeNull();
    expect(await finish(code, 'b')).not.toBeNull();
    expect(await begin(code)).toEqual({ kind: 'refused', why: 'used_up' });
    expect(await finish(code, 'c')).toBeNull();
  });

  it('forgets a person who leaves', async () => {
    const code = await make(2);
    const person = await finish(code, 'a');
    if (!person) throw new Error('did not join');
    await store.transaction((tx) => leave(tx, person, NOW));
    expect(await store.transaction((tx) => tx.people.find('web', 'a'))).toBeNull();
    expect(await finish(code, 'a')).not.toBeNull();
  });
});

describe('rights', () => {
  it('lets administrators and the focal agency invite, each up to their own reach', async () => {
    expect(
      (['official', 'leader', 'focal', 'admin'] as const).filter((role) => mayInvite(someone(role))),
    ).toEqual(['focal', 'admin']);
    expect(mayGrant(someone('focal'), 'leader')).toBe(true);
    expect(mayGrant(someone('focal'), 'admin')).toBe(false);
    await expect(make(1, 'admin', someone('focal'))).rejects.toThrow('may not invite');
    await expect(make(1, 'official', someone('leader'))).rejects.toThrow('may not invite');
  });

  it('gives the first administrator a code while nobody has joined', async () => {
    const first = await store.transaction((tx) => firstAdminCode(tx, NOW, 'so-ke-hoach-dau-tu'));
    expect((await finish(first ?? '', 'a'))?.role).toBe('admin');
    expect(await store.transaction((tx) => firstAdminCode(tx, NOW, 'so-ke-hoach-dau-tu'))).toBeNull();
  });
});
