import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Agency } from '../../src/core/programme.ts';
import type { QueueReply, Store } from '../../src/core/store.ts';
import { createCalendar } from '../../src/nudges/calendar.ts';
import { plannedNudges } from '../../src/nudges/due-nudges.ts';
import { recordDutyReport } from '../../src/nudges/report.ts';
import { runNudgeRound } from '../../src/nudges/round.ts';
import { focalAgencies, type NudgeParts } from '../../src/nudges/state.ts';
import { openStore } from '../../src/store/connect.ts';
import { knowledge } from '../support/talk.ts';
import { at, CONSOLIDATION, person, REPORT } from './support.ts';

const agencies: Agency[] = ['so-y-te', 'so-ke-hoach-dau-tu', 'so-tai-chinh'].map((id) => ({
  id,
  name: id === 'so-y-te' ? 'Sở Y tế' : id,
  english: id,
  short: id,
  aliases: [],
  generalDuty: true,
  group: false,
  successors:
    id === 'so-ke-hoach-dau-tu'
      ? [
          { agency: 'so-tai-chinh', from: '2025-03-01', basis: 'test', confirmed: false },
          { agency: 'so-y-te', from: '2025-03-01', basis: 'test', confirmed: false, only: ['IV.2'] },
        ]
      : [],
}));
const parts: NudgeParts = {
  knowledge: {
    about: knowledge.about,
    agencies,
    duties: [REPORT, CONSOLIDATION],
    focalAgency: 'so-ke-hoach-dau-tu',
  },
  calendar: createCalendar([]),
};
const queueReply: QueueReply = async (tx, target, key, reply, topic) => {
  const message = { text: reply.text, choices: reply.choices.map(({ label }) => ({ token: label, label })) };
  await tx.outbox.queue({ key, ...target, message, ...(topic ? { topic } : {}) }, at('2026-12-11'));
};

let store: Store;
beforeEach(async () => {
  store = await openStore(':memory:');
});
afterEach(() => store.close());

const join = (id: string, agency: string): Promise<void> =>
  store.transaction((tx) => tx.people.add(person(id, agency), 'terminal', `chat-${id}`));
const round = (now: Date) => store.transaction((tx) => runNudgeRound(tx, parts, now, queueReply));
const texts = async (): Promise<string[]> => {
  const rows = await store.transaction((tx) => tx.outbox.claim(at('2027-01-01'), at('2027-01-02'), 100));
  return rows.map((row) => row.message.text);
};

describe('a nudge round', () => {
  it('queues one message with all an official needs, once', async () => {
    await join('p', 'so-y-te');
    expect(await round(at('2026-12-11'))).toHaveLength(1);
    expect(await round(at('2026-12-11', '10:00'))).toEqual([]);
    const [text = '', ...more] = await texts();
    expect(more).toEqual([]);
    for (const part of [
      'Sở Y tế',
      '14/12/2026',
      'Chủ tịch UBND tỉnh',
      'V.1.2',
      'tự động',
      '1 ngày làm việc',
    ]) {
      expect(text).toContain(part);
    }
    expect(text).not.toContain('gửi muộn');
  });

  it('says so when it is late', async () => {
    await join('p', 'so-y-te');
    await round(at('2026-12-09'));
    expect((await texts())[0]).toMatch(/07\/12\/2026, nay gửi muộn/);
  });

  it('puts two duties of one person into one message, the one due first on top', async () => {
    await join('f', 'so-tai-chinh');
    expect(await round(at('2026-12-14'))).toHaveLength(2);
    const [text = '', ...more] = await texts();
    expect(more).toEqual([]);
    expect(text.indexOf('14/12/2026')).toBeLessThan(text.indexOf('24/12/2026'));
    expect(text).toContain('V.3');
  });

  it('withdraws what is unsent when the report comes, and plans no more', async () => {
    await join('p', 'so-y-te');
    await round(at('2026-12-11'));
    const said = {
      duty: 'report',
      year: 2026,
      agency: 'so-y-te',
      person: 'p',
      now: at('2026-12-11', '09:01'),
    };
    await store.transaction((tx) => recordDutyReport(tx, said));
    await store.transaction((tx) => recordDutyReport(tx, said));
    expect(await texts()).toEqual([]);
    expect(await round(at('2026-12-14'))).toEqual([]);
  });

  it('leaves nothing behind when its transaction fails', async () => {
    await join('p', 'so-y-te');
    const fails: QueueReply = () => Promise.reject(new Error('killed'));
    await expect(
      store.transaction((tx) => runNudgeRound(tx, parts, at('2026-12-11'), fails)),
    ).rejects.toThrow('killed');
    expect(await round(at('2026-12-11', '09:01'))).toHaveLength(1);
  });

  it('previews who would be nudged when, and why not', async () => {
    await join('p', 'so-y-te');
    await round(at('2026-12-11'));
    const rows = await store.transaction((tx) =>
      plannedNudges(tx, parts, at('2026-12-12'), '2026-11-01', '2026-12-31'),
    );
    expect(rows.map(({ nudge, channel, whyNot }) => [nudge.plannedFor, channel, whyNot])).toEqual([
      ['2026-11-23', 'terminal', 'day_passed'],
      ['2026-12-07', 'terminal', 'day_passed'],
      ['2026-12-11', 'terminal', 'already_sent'],
      ['2026-12-14', 'terminal', null],
    ]);
    expect(rows.at(-1)?.why).toBe('V.1.2: the last working day, 14/12/2026');
  });
});

describe('the focal agency', () => {
  it('is followed to its successors for the whole of its duties', () => {
    expect(focalAgencies(parts.knowledge)).toEqual(['so-ke-hoach-dau-tu', 'so-tai-chinh']);
  });
});
