import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { IncomingMessage } from '../../src/core/message.ts';
import type { Person } from '../../src/core/person.ts';
import type { Draft } from '../../src/core/progress.ts';
import type { Store, Transaction } from '../../src/core/store.ts';

const NOW = new Date('2026-11-25T02:00:00Z');
const later = (seconds: number): Date => new Date(NOW.getTime() + seconds * 1_000);
const said = (chat: string, deliveryId: string, text = 'chào'): IncomingMessage => ({
  channel: 'web',
  chat,
  deliveryId,
  group: false,
  body: { kind: 'text', text },
});
const official = (id: string): Person => ({
  id,
  name: 'Nguyễn Văn A',
  agency: 'so-y-te',
  agencies: ['so-y-te'],
  leads: [],
  role: 'official',
  consentVersion: '1',
  consentAt: NOW,
});
const update = {
  task: 'IV.4.a.1',
  percent: 60,
  state: 'in_progress',
  result: null,
  difficulty: 'vướng “GPMB”',
} as const;
const rest = {
  proposal: null,
  expectedDate: '2026-12-30',
  person: 'p',
  agency: 'so-y-te',
  channel: 'web',
  words: ['một'],
  corrects: null,
  withdraws: null,
  approvedBy: null,
  attachments: [],
};

/** What every store must do, whatever database stands behind it. */
export function describeStore(name: string, open: () => Promise<Store>): void {
  describe(`the store on ${name}`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    it('makes what waits for one channel due at once', async () => {
      await store.transaction(async (tx) => {
        for (const channel of ['zalo-oa', 'web'])
          await tx.outbox.queue(
            { key: channel, channel, chat: 'c', message: { text: 'chào', choices: [] } },
            NOW,
          );
        for (const row of await tx.outbox.claim(NOW, later(60), 5))
          await tx.outbox.retry(row.id, later(3_600), 'x');
        await tx.outbox.hurry('zalo-oa', later(1));
      });
      const due = await store.transaction((tx) => tx.outbox.claim(later(2), later(60), 5));
      expect(due.map(({ channel }) => channel)).toEqual(['zalo-oa']);
    });

    it('remembers since when a chat takes nothing, until it is used again', async () => {
      await store.transaction(async (tx) => {
        await tx.people.add(official('p-1'), 'zalo-oa', 'z');
        await tx.people.addChat('p-1', 'web', 'w', later(-100));
        await tx.people.unreachable('zalo-oa', 'z', 'blocked', later(1));
        await tx.people.unreachable('zalo-oa', 'z', 'out_of_window', later(2));
      });
      const look = () =>
        store.transaction(async (tx) => ({
          chats: (await tx.people.chats('p-1')).map(({ channel }) => channel),
          all: (await tx.people.all())[0]?.identities.map(({ channel }) => channel),
          unreached: (await tx.people.unreached()).map(({ channel, why, since }) => [channel, why, since]),
        }));
      expect(await look()).toEqual({ chats: ['web', 'zalo-oa'], all: ['web', 'zalo-oa'], unreached: [] });
      await store.transaction((tx) => tx.people.unreachable('web', 'w', 'blocked', later(3)));
      expect((await look()).unreached).toEqual([['web', 'blocked', later(3)]]);
      await store.transaction((tx) => tx.people.touch('zalo-oa', 'z', later(4)));
      expect(await look()).toEqual({ chats: ['zalo-oa', 'web'], all: ['zalo-oa', 'web'], unreached: [] });
    });

    describe('token pairs of a channel', () => {
      const at = new Date('2026-11-25T02:00:00Z');
      const later = new Date('2026-11-26T03:00:00Z');
      const tokens = <T>(work: (one: Transaction['tokens']) => Promise<T>): Promise<T> =>
        store.transaction((tx) => work(tx.tokens));

      it('lets one process alone renew, and names the version it renews', async () => {
        expect(await tokens((one) => one.get('zalo-oa'))).toBeNull();
        await tokens((one) => one.seed('zalo-oa', 'a', at, at));
        const claims = await Promise.all(
          Array.from({ length: 5 }, () => tokens((one) => one.claim('zalo-oa', 1, at, later))),
        );
        expect(claims.filter(Boolean)).toHaveLength(1);
        expect(await tokens((one) => one.renew('zalo-oa', 1, 'b', later, at))).toBe(true);
        expect(await tokens((one) => one.renew('zalo-oa', 1, 'c', later, at))).toBe(false);
        expect(await tokens((one) => one.get('zalo-oa'))).toEqual({
          ...{ sealed: 'b', expiresAt: later, version: 2, leaseUntil: null, diedAt: null },
        });
      });

      it('remembers a renewal that did not end, and may be claimed again once its time is over', async () => {
        await tokens((one) => one.seed('zalo-oa', 'a', at, at));
        await tokens((one) => one.claim('zalo-oa', 1, at, later));
        expect(await tokens((one) => one.get('zalo-oa'))).toMatchObject({ leaseUntil: later });
        expect(await tokens((one) => one.claim('zalo-oa', 1, later, new Date(later.getTime() + 1)))).toBe(
          true,
        );
      });

      it('is told once that a pair died, and lives again with another', async () => {
        await tokens((one) => one.seed('zalo-oa', 'a', at, at));
        expect(await tokens((one) => one.died('zalo-oa', 1, at))).toBe(true);
        expect(await tokens((one) => one.died('zalo-oa', 1, at))).toBe(false);
        expect(await tokens((one) => one.claim('zalo-oa', 1, at, later))).toBe(false);
        await tokens((one) => one.seed('zalo-oa', 'b', later, at));
        expect(await tokens((one) => one.get('zalo-oa'))).toMatchObject({
          sealed: 'b',
          version: 2,
          diedAt: null,
        });
      });
    });

    it('spends from a budget up to its limit and not over it, also when many take at once', async () => {
      const takes = await Promise.all(
        Array.from({ length: 8 }, () => store.transaction((tx) => tx.budget.take('model-1', 300, 1_000))),
      );
      expect(takes.filter(Boolean)).toHaveLength(3);
      await store.transaction((tx) => tx.budget.give('model-1', 250));
      expect(await store.transaction((tx) => tx.budget.take('model-1', 300, 1_000))).toBe(true);
      expect(await store.transaction((tx) => tx.budget.take('model-1', 300, 1_000))).toBe(false);
      expect(await store.transaction((tx) => tx.budget.take('model-2', 300, 1_000))).toBe(true);
    });

    it('writes all of a transaction or nothing', async () => {
      await expect(
        store.transaction(async (tx) => {
          await tx.people.add(official('p'), 'web', 'c');
          await tx.progress.append({ ...update, ...rest, at: NOW });
          throw new Error('in between');
        }),
      ).rejects.toThrow('in between');
      expect(await store.transaction((tx) => tx.people.find('web', 'c'))).toBeNull();
      expect(await store.transaction((tx) => tx.progress.updates({}))).toEqual([]);
    });

    describe('inbox', () => {
      it('keeps a delivery once', async () => {
        expect(await store.transaction((tx) => tx.inbox.receive(said('a', '1'), NOW))).toBe(true);
        expect(await store.transaction((tx) => tx.inbox.receive(said('a', '1'), NOW))).toBe(false);
      });

      it('hands out the oldest of each chat, and the next only when it is done', async () => {
        await store.transaction(async (tx) => {
          for (const [chat, id] of [
            ['a', '1'],
            ['a', '2'],
            ['b', '3'],
          ] as const)
            await tx.inbox.receive(said(chat, id), NOW);
        });
        const first = await store.transaction((tx) => tx.inbox.claim(NOW, later(60), 10));
        expect(first.map(({ message }) => message.deliveryId)).toEqual(['1', '3']);
        expect(await store.transaction((tx) => tx.inbox.claim(NOW, later(60), 10))).toEqual([]);
        const [one] = first;
        if (one) expect(await store.transaction((tx) => tx.inbox.done(one, NOW))).toBe(true);
        const next = await store.transaction((tx) => tx.inbox.claim(NOW, later(60), 10));
        expect(next.map(({ message }) => message.deliveryId)).toEqual(['2']);
      });

      it('gives a message to another worker when the lease ran out, and the first one’s “done” is void', async () => {
        await store.transaction((tx) => tx.inbox.receive(said('a', '1'), NOW));
        const [slow] = await store.transaction((tx) => tx.inbox.claim(NOW, later(60), 1));
        const [fast] = await store.transaction((tx) => tx.inbox.claim(later(61), later(120), 1));
        expect(fast?.attempts).toBe(2);
        if (!slow || !fast) throw new Error('not claimed');
        expect(await store.transaction((tx) => tx.inbox.done(slow, later(62)))).toBe(false);
        expect(await store.transaction((tx) => tx.inbox.done(fast, later(63)))).toBe(true);
      });

      it('keeps the message as it came', async () => {
        const message = said('a', '1', 'Đề án “XHH” 👩‍⚕️ \n dòng hai');
        await store.transaction((tx) => tx.inbox.receive(message, NOW));
        const [stored] = await store.transaction((tx) => tx.inbox.claim(NOW, later(60), 1));
        expect(stored?.message).toEqual(message);
        expect(stored?.receivedAt).toEqual(NOW);
      });
    });

    describe('outbox', () => {
      const queue = (key: string, chat: string, topic?: string) =>
        store.transaction((tx) =>
          tx.outbox.queue(
            { key, channel: 'web', chat, message: { text: key, choices: [] }, ...(topic ? { topic } : {}) },
            NOW,
          ),
        );

      it('queues a key once for ever', async () => {
        expect(await queue('k', 'a')).toBe(true);
        const [row] = await store.transaction((tx) => tx.outbox.claim(NOW, later(60), 1));
        if (row) await store.transaction((tx) => tx.outbox.sent(row.id, '9', NOW));
        expect(await queue('k', 'a')).toBe(false);
      });

      it('sends a chat in order, waiting for a part that is retried', async () => {
        await queue('1', 'a');
        await queue('2', 'a');
        await queue('3', 'b');
        const rows = await store.transaction((tx) => tx.outbox.claim(NOW, later(60), 10));
        expect(rows.map(({ key }) => key)).toEqual(['1', '3']);
        const [one] = rows;
        if (one) await store.transaction((tx) => tx.outbox.retry(one.id, later(30), 'unreachable'));
        expect(await store.transaction((tx) => tx.outbox.claim(later(29), later(60), 10))).toEqual([]);
        const again = await store.transaction((tx) => tx.outbox.claim(later(31), later(90), 10));
        expect(again.map(({ key, attempts }) => [key, attempts])).toEqual([['1', 2]]);
      });

      it('withdraws what is unsent and unheld of a topic', async () => {
        await queue('1', 'a', 'duty');
        await queue('2', 'b', 'duty');
        await queue('3', 'c', 'other');
        await store.transaction((tx) => tx.outbox.claim(NOW, later(60), 1));
        expect(await store.transaction((tx) => tx.outbox.withdraw('duty', NOW))).toBe(1);
        const left = await store.transaction((tx) => tx.outbox.claim(NOW, later(60), 10));
        expect(left.map(({ key }) => key)).toEqual(['3']);
        expect(await store.transaction((tx) => tx.outbox.counts())).toMatchObject({ waiting: 2, sent: 0 });
      });

      it('tells what was sent to a chat after an id', async () => {
        for (const key of ['1', '2', '3']) await queue(key, 'a');
        for (let left = 3; left > 0; left -= 1) {
          const [row] = await store.transaction((tx) => tx.outbox.claim(NOW, later(60), 1));
          if (row) await store.transaction((tx) => tx.outbox.sent(row.id, row.key, NOW));
        }
        const all = await store.transaction((tx) => tx.outbox.sentAfter('web', 'a', 0, 10));
        expect(all.map(({ key }) => key)).toEqual(['1', '2', '3']);
        const rows = await store.transaction((tx) => tx.outbox.sentAfter('web', 'a', all[1]?.id ?? 0, 10));
        expect(rows.map(({ key }) => key)).toEqual(['3']);
        expect(await store.transaction((tx) => tx.outbox.sentAfter('web', 'b', 0, 10))).toEqual([]);
      });
    });

    describe('people', () => {
      it('uses a code as often as it may be used, and not when it expired', async () => {
        const code = {
          hash: 'h',
          agency: 'so-y-te',
          role: 'official',
          name: null,
          expiresAt: later(100),
          usesLeft: 2,
        } as const;
        await store.transaction((tx) => tx.people.addCode(code, 'admin', NOW));
        const use = (at: Date) => store.transaction((tx) => tx.people.useCode('h', at));
        expect(await use(later(101))).toBe(false);
        expect([await use(NOW), await use(NOW), await use(NOW)]).toEqual([true, true, false]);
      });

      it('keeps the name of who is invited until the code is used, ended or expired', async () => {
        const code = { agency: 'so-y-te', role: 'official', name: 'Hà', usesLeft: 1 } as const;
        const names = () =>
          store.transaction(async (tx) => {
            const found = await Promise.all(
              ['used', 'ended', 'old', 'good'].map((h) => tx.people.findCode(h)),
            );
            return found.map((one) => one?.name);
          });
        await store.transaction(async (tx) => {
          for (const hash of ['used', 'old', 'good'])
            await tx.people.addCode(
              { ...code, hash, expiresAt: later(hash === 'old' ? 5 : 100) },
              'admin',
              NOW,
            );
          await tx.people.addCode({ ...code, hash: 'ended', expiresAt: later(100) }, 'other', NOW);
        });
        expect(await names()).toEqual(['Hà', 'Hà', 'Hà', 'Hà']);
        await store.transaction(async (tx) => {
          await tx.people.useCode('used', NOW);
          await tx.people.endCodes('other');
          await tx.people.forgetCodes(later(5));
        });
        expect(await names()).toEqual([null, null, null, 'Hà']);
      });

      it('forgets name and chats when a person leaves', async () => {
        await store.transaction((tx) => tx.people.add(official('p'), 'web', 'c'));
        expect(await store.transaction((tx) => tx.people.find('web', 'c'))).toEqual(official('p'));
        await store.transaction((tx) => tx.people.remove('p', NOW));
        expect(await store.transaction((tx) => tx.people.find('web', 'c'))).toBeNull();
        expect(await store.transaction((tx) => tx.people.all())).toEqual([]);
      });

      it('forgets what a person who leaves said and was told, and lets what waits go its way', async () => {
        const told = (key: string, chat: string) => ({
          key,
          channel: 'web',
          chat,
          message: { text: key, choices: [] },
        });
        await store.transaction(async (tx) => {
          await tx.people.add(official('p'), 'web', 'c');
          for (const chat of ['c', 'd']) {
            await tx.inbox.receive({ ...said(chat, `${chat}1`), senderName: 'Kín' }, NOW);
            await tx.outbox.queue(told(`${chat}1`, chat), NOW);
            await tx.conversations.put('web', chat, { greeted: true, memory: null, memoryAt: null });
          }
          for (const row of await tx.inbox.claim(NOW, NOW, 10)) await tx.inbox.done(row, NOW);
          for (const row of await tx.outbox.claim(NOW, NOW, 10)) await tx.outbox.sent(row.id, row.key, NOW);
          await tx.inbox.receive({ ...said('c', 'c2'), senderName: 'Kín' }, NOW);
          await tx.outbox.queue(told('c2', 'c'), NOW);
          await tx.progress.saveDraft({ ...update, ...rest, id: 'd', waitingFor: 'confirm', shownAt: NOW });
        });
        await store.transaction((tx) => tx.people.remove('p', NOW));
        await store.transaction(async (tx) => {
          expect(await tx.outbox.sentAfter('web', 'c', 0, 10)).toEqual([]);
          expect((await tx.outbox.sentAfter('web', 'd', 0, 10)).map(({ key }) => key)).toEqual(['d1']);
          expect((await tx.conversations.get('web', 'c')).greeted).toBe(false);
          expect((await tx.conversations.get('web', 'd')).greeted).toBe(true);
          expect(await tx.progress.drafts('p')).toEqual([]);
          const [waiting] = await tx.inbox.claim(NOW, later(60), 10);
          expect(waiting?.message).toEqual(said('c', 'c2'));
          expect((await tx.outbox.claim(NOW, later(60), 10)).map(({ key }) => key)).toEqual(['c2']);
          expect(await tx.inbox.receive(said('c', 'c1'), NOW)).toBe(false);
        });
      });

      it('forgets what ended long ago, and not what waits', async () => {
        const told = (key: string) => ({
          key,
          channel: 'web',
          chat: 'c',
          message: { text: key, choices: [] },
        });
        await store.transaction(async (tx) => {
          await tx.inbox.receive(said('c', '1'), NOW);
          for (const row of await tx.inbox.claim(NOW, NOW, 10)) await tx.inbox.done(row, NOW);
          for (const key of ['1', '2']) await tx.outbox.queue(told(key), NOW);
          for (const row of await tx.outbox.claim(NOW, NOW, 10)) await tx.outbox.sent(row.id, row.key, NOW);
          await tx.conversations.offer(
            'web',
            'c',
            'g',
            [{ token: 't', label: 'a', action: { kind: 'say', text: 'a' } }],
            NOW,
          );
        });
        const forget = (before: Date) =>
          store.transaction(async (tx) => {
            for (const part of [tx.inbox, tx.outbox, tx.conversations]) await part.forget(before);
          });
        const left = () =>
          store.transaction(async (tx) => [
            (await tx.outbox.sentAfter('web', 'c', 0, 10)).map(({ key }) => key),
            (await tx.conversations.lastChoices('web', 'c')).length,
          ]);
        await forget(NOW);
        expect(await left()).toEqual([['1'], 1]);
        await forget(later(1));
        expect(await left()).toEqual([[], 0]);
        await store.transaction(async (tx) => {
          expect(await tx.inbox.receive(said('c', '1'), NOW)).toBe(false);
          expect(await tx.outbox.queue(told('1'), NOW)).toBe(false);
          expect((await tx.outbox.claim(NOW, later(60), 10)).map(({ key }) => key)).toEqual(['2']);
        });
      });
    });

    describe('conversations', () => {
      const offer = (group: string, ...labels: string[]) =>
        store.transaction((tx) =>
          tx.conversations.offer(
            'web',
            'c',
            group,
            labels.map((label) => ({ token: randomUUID(), label, action: { kind: 'say', text: label } })),
            NOW,
          ),
        );
      const last = () => store.transaction((tx) => tx.conversations.lastChoices('web', 'c'));

      it('gives the choices shown last in their order, also within one moment', async () => {
        await offer('one', 'a', 'b', 'c');
        await offer('two', 'd', 'e');
        expect((await last()).map(({ label }) => label)).toEqual(['d', 'e']);
      });

      it('knows that a sibling was taken', async () => {
        await offer('one', 'a', 'b');
        const [a, b] = await last();
        await store.transaction((tx) => tx.conversations.useChoice(a?.token ?? '', later(5)));
        const other = await store.transaction((tx) =>
          tx.conversations.findChoice('web', 'c', b?.token ?? ''),
        );
        expect(other).toMatchObject({ usedAt: null, groupUsedAt: later(5) });
        expect(
          await store.transaction((tx) => tx.conversations.findChoice('web', 'd', b?.token ?? '')),
        ).toBeNull();
      });
    });

    describe('progress', () => {
      it('numbers receipts by the year it is in Vietnam, without gap or double', async () => {
        const receipts: string[] = [];
        for (const at of ['2026-12-31T16:59:00Z', '2026-12-31T16:59:30Z', '2026-12-31T17:00:00Z'])
          receipts.push(
            await store.transaction((tx) => tx.progress.append({ ...update, ...rest, at: new Date(at) })),
          );
        expect(receipts).toEqual(['CN-2026-000001', 'CN-2026-000002', 'CN-2027-000001']);
      });

      it('lists updates newest first, by agency, task and limit', async () => {
        for (const [agency, task] of [
          ['x', '1'],
          ['y', '2'],
          ['x', '3'],
        ] as const)
          await store.transaction((tx) => tx.progress.append({ ...update, ...rest, agency, task, at: NOW }));
        const tasks = async (filter: object) =>
          (await store.transaction((tx) => tx.progress.updates(filter))).map(({ task }) => task);
        expect(await tasks({})).toEqual(['3', '2', '1']);
        expect(await tasks({ agencies: ['x'] })).toEqual(['3', '1']);
        expect(await tasks({ agencies: ['x'], limit: 1 })).toEqual(['3']);
        expect(await tasks({ task: '2' })).toEqual(['2']);
        const [stored] = await store.transaction((tx) => tx.progress.updates({ task: '2' }));
        expect(stored).toEqual({
          ...update,
          ...rest,
          agency: 'y',
          task: '2',
          receipt: 'CN-2026-000002',
          at: NOW,
        });
      });

      it('gives the card shown last at the end', async () => {
        const card = (id: string, shownAt: Date): Draft => ({
          ...{ ...update, ...rest, id, waitingFor: 'confirm', shownAt },
        });
        await store.transaction(async (tx) => {
          await tx.progress.saveDraft(card('a', NOW));
          await tx.progress.saveDraft(card('b', later(1)));
          await tx.progress.saveDraft(card('a', later(2)));
        });
        const waiting = await store.transaction((tx) => tx.progress.drafts('p'));
        expect(waiting.map(({ id, shownAt }) => [id, shownAt])).toEqual([
          ['b', later(1)],
          ['a', later(2)],
        ]);
      });

      it('closes a draft once', async () => {
        const draft: Draft = { ...update, ...rest, id: 'd', waitingFor: 'confirm', shownAt: NOW };
        await store.transaction((tx) => tx.progress.saveDraft(draft));
        await store.transaction((tx) => tx.progress.saveDraft({ ...draft, percent: 70 }));
        expect(
          (await store.transaction((tx) => tx.progress.drafts('p'))).map(({ percent }) => percent),
        ).toEqual([70]);
        const close = () => store.transaction((tx) => tx.progress.closeDraft('d', 'saved', NOW));
        expect([await close(), await close()]).toEqual([true, false]);
        expect(await store.transaction((tx) => tx.progress.drafts('p'))).toEqual([]);
      });
    });

    describe('people in several places', () => {
      beforeEach(() =>
        store.transaction(async (tx) => {
          await tx.people.add(official('p'), 'web', 'c');
          await tx.people.add({ ...official('q'), agencies: ['so-y-te', 'so-noi-vu'] }, 'web', 'd');
        }),
      );

      it('knows the agencies of each, the main one first, and who is of an agency', async () => {
        await store.transaction((tx) => tx.people.addAgency('p', 'so-xay-dung', 'official', later(1)));
        await store.transaction((tx) => tx.people.addAgency('p', 'so-xay-dung', 'leader', later(2)));
        const { of, p } = await store.transaction(async (tx) => ({
          p: await tx.people.get('p'),
          of: await tx.people.ofAgency('so-noi-vu'),
        }));
        expect(p).toMatchObject({ agencies: ['so-y-te', 'so-xay-dung'], leads: ['so-xay-dung'] });
        expect(of.map(({ id, agencies }) => [id, agencies])).toEqual([['q', ['so-y-te', 'so-noi-vu']]]);
      });

      it('links a second chat by a code, once and in time, and reaches the chat used last', async () => {
        await store.transaction(async (tx) => {
          await tx.people.addLinkCode('old', 'p', later(60));
          await tx.people.addLinkCode('new', 'p', later(60));
        });
        const use = (code: string, at = NOW) => store.transaction((tx) => tx.people.useLinkCode(code, at));
        expect([await use('old'), await use('new', later(61)), await use('new'), await use('new')]).toEqual([
          null,
          null,
          'p',
          null,
        ]);
        const chats = await store.transaction(async (tx) => {
          await tx.people.addChat('p', 'telegram', '7', later(5));
          const before = await tx.people.chats('p');
          await tx.people.touch('web', 'c', later(9));
          return [before, await tx.people.chats('p')].map((all) => all.map(({ chat }) => chat));
        });
        expect(chats).toEqual([
          ['7', 'c'],
          ['c', '7'],
        ]);
        expect((await store.transaction((tx) => tx.people.find('telegram', '7')))?.id).toBe('p');
      });

      it('changes role and consent of one, and takes a chat only from whom it belongs to', async () => {
        const seen = await store.transaction(async (tx) => {
          await tx.people.setRole('p', 'leader');
          await tx.people.setConsent('p', '2', later(3));
          await tx.people.addChat('p', 'telegram', '7', NOW);
          const taken = [
            await tx.people.removeChat('q', 'telegram', '7'),
            await tx.people.removeChat('p', 'telegram', '7'),
            await tx.people.removeChat('p', 'telegram', '7'),
          ];
          return { taken, all: [await tx.people.get('p'), await tx.people.get('q')] };
        });
        expect(seen.taken).toEqual([false, true, false]);
        expect(seen.all).toMatchObject([
          { role: 'leader', consentVersion: '2', consentAt: later(3) },
          { role: 'official', consentVersion: '1', consentAt: NOW },
        ]);
        expect(await store.transaction((tx) => tx.people.find('telegram', '7'))).toBeNull();
      });

      it('counts the messages of all chats of a person that still hold words', async () => {
        const message = { text: 'chào', choices: [] };
        const count = () => store.transaction((tx) => tx.people.messagesKept('p'));
        await store.transaction(async (tx) => {
          await tx.people.addChat('p', 'telegram', '7', NOW);
          for (const chat of ['c', 'd']) await tx.inbox.receive(said(chat, `n-${chat}`), NOW);
          await tx.outbox.queue({ key: 'n-7', channel: 'telegram', chat: '7', message }, NOW);
        });
        expect(await count()).toBe(2);
        await store.transaction(async (tx) => {
          for (const row of await tx.inbox.claim(NOW, NOW, 10)) await tx.inbox.done(row, NOW);
          await tx.inbox.forget(later(1));
        });
        expect(await count()).toBe(1);
      });

      it('hands a duty over for a time, only when accepted', async () => {
        const handover = { id: 'h', from: 'p', to: 'q', firstDay: '2026-12-10', lastDay: '2026-12-20' };
        await store.transaction((tx) => tx.handovers.ask({ ...handover, state: 'asked', askedAt: NOW }));
        const on = (day: string) =>
          store.transaction(async (tx) => (await tx.handovers.on(day)).map(({ id }) => id));
        expect(await on('2026-12-10')).toEqual([]);
        const move = () => store.transaction((tx) => tx.handovers.move('h', ['asked'], 'accepted', NOW));
        expect([await move(), await move()]).toEqual([true, false]);
        expect([await on('2026-12-09'), await on('2026-12-10'), await on('2026-12-20')]).toEqual([
          [],
          ['h'],
          ['h'],
        ]);
        expect(await on('2026-12-21')).toEqual([]);
        for (const person of ['p', 'q'])
          expect(await store.transaction((tx) => tx.handovers.of(person))).toMatchObject([handover]);
        const given = await store.transaction((tx) => tx.handovers.givenBy('p', '2026-12-20'));
        expect(given).toMatchObject([{ ...handover, state: 'accepted' }]);
      });

      it('forgets all of it with the person', async () => {
        await store.transaction(async (tx) => {
          await tx.people.addLinkCode('code', 'p', later(60));
          await tx.progress.setForm('p', { kind: 'withdraw', receipt: 'CN-2026-000001' }, NOW);
          await tx.people.remove('p', NOW);
        });
        const left = await store.transaction(async (tx) => [
          await tx.people.useLinkCode('code', NOW),
          await tx.progress.form('p'),
          (await tx.people.ofAgency('so-y-te')).map(({ id }) => id),
        ]);
        expect(left).toEqual([null, null, ['q']]);
      });
    });

    it('keeps every plan of a task; the newest holds', async () => {
      const plan = {
        agency: 'so-y-te',
        task: 'IV.4.a.1',
        leader: 'Nguyễn Văn A',
        finishDate: '2027-06-30',
        steps: [{ text: 'khảo sát', finishDate: null }],
        immediate: false,
        person: 'p',
        channel: 'web',
        words: ['một'],
        at: NOW,
      };
      const newer = { ...plan, leader: null, immediate: true, at: later(1) };
      await store.transaction(async (tx) => {
        await tx.plans.append(plan);
        await tx.plans.append({ ...plan, task: 'IV.4.a.2' });
        await tx.plans.append(newer);
      });
      expect(await store.transaction((tx) => tx.plans.current('so-y-te'))).toEqual([
        newer,
        { ...plan, task: 'IV.4.a.2' },
      ]);
      expect(await store.transaction((tx) => tx.plans.history('so-y-te', 'IV.4.a.1'))).toEqual([plan, newer]);
    });

    it('keeps what administrators confirm of successors, and settings of agencies', async () => {
      const successor = { agency: 'so-xay-dung', from: '2025-03-01', basis: 'NQ 1', confirmed: true };
      const { versions, all, setting } = await store.transaction(async (tx) => {
        const before = await tx.agencies.successionVersion();
        await tx.agencies.confirm('so-giao-thong-van-tai', [], 'p', NOW);
        await tx.agencies.confirm('so-giao-thong-van-tai', [successor], 'p', later(1));
        await tx.agencies.set('so-y-te', 'approval', 'on', 'p', NOW);
        await tx.agencies.set('so-y-te', 'approval', 'off', 'p', NOW);
        return {
          versions: [before, await tx.agencies.successionVersion()],
          all: await tx.agencies.successions(),
          setting: [
            await tx.agencies.setting('so-y-te', 'approval'),
            await tx.agencies.setting('so-y-te', 'x'),
          ],
        };
      });
      expect(all).toEqual([
        { agency: 'so-giao-thong-van-tai', successors: [successor], by: 'p', at: later(1) },
      ]);
      expect(versions[1]).toBeGreaterThan(versions[0] ?? 0);
      expect(setting).toEqual(['off', null]);
    });

    it('keeps a card for a leader apart from those its author still has', async () => {
      const card = {
        ...update,
        proposal: null,
        expectedDate: null,
        id: 'd',
        person: 'p',
        agency: 'so-y-te',
        words: ['một'],
        waitingFor: 'confirm',
        shownAt: NOW,
        attachments: [],
        corrects: null,
      } satisfies Draft;
      const seen = async () =>
        store.transaction(async (tx) => [
          (await tx.progress.drafts('p')).length,
          (await tx.progress.submitted('so-y-te')).length,
          (await tx.progress.forgotten(later(1))).length,
        ]);
      await store.transaction((tx) => tx.progress.saveDraft(card));
      expect(await seen()).toEqual([1, 0, 1]);
      await store.transaction((tx) => tx.progress.recalled('d', later(2)));
      expect(await seen()).toEqual([1, 0, 0]);
      await store.transaction((tx) => tx.progress.saveDraft({ ...card, waitingFor: 'approval' }));
      expect(await seen()).toEqual([0, 1, 0]);
      const againAfter = (seconds: number) =>
        store.transaction(async (tx) => (await tx.progress.forgotten(later(seconds))).length);
      expect([await againAfter(2), await againAfter(3)]).toEqual([0, 1]);
      expect(await store.transaction((tx) => tx.progress.closeDraft('d', 'saved', NOW))).toBe(true);
      expect(await seen()).toEqual([0, 0, 0]);
    });
  });
}
