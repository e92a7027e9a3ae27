import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCalendar } from '../../src/nudges/calendar.ts';
import { type DueInput, dueNudges } from '../../src/nudges/due-nudges.ts';
import { at, CONSOLIDATION, off, person, REPORT } from './support.ts';

const calendar = createCalendar([off('2026-11-24')]);
const base: DueInput = {
  duties: [REPORT],
  people: [{ person: person('p') }],
  focalAgency: ['so-ke-hoach-dau-tu', 'so-tai-chinh'],
  reports: [],
  updates: [],
  muted: [],
  recordedKeys: new Set(),
  calendar,
  now: at('2026-11-20'),
};
const steps = (input: Partial<DueInput>): number[] =>
  dueNudges({ ...base, ...input }).map((nudge) => nudge.step);
const sent = { duty: 'report', year: 2026, person: 'q', at: at('2026-12-01') };

describe('the nudges due', () => {
  it('keeps to office hours of working days', () => {
    expect(steps({ now: at('2026-11-20', '08:29') })).toEqual([]);
    expect(steps({ now: at('2026-11-20', '08:30') })).toEqual([15]);
    expect(steps({ now: at('2026-11-20', '16:59') })).toEqual([15]);
    expect(steps({ now: at('2026-11-20', '17:00') })).toEqual([]);
    expect(steps({ now: at('2026-11-21') })).toEqual([]);
    expect(steps({ now: at('2026-11-24') })).toEqual([]);
    expect(steps({ now: at('2026-11-19') })).toEqual([]);
    expect(steps({ now: at('2026-12-15') })).toEqual([]);
  });

  it('nudges a late starter once, of the step reached last, and says it is late', () => {
    expect(dueNudges({ ...base, now: at('2026-12-09') })).toMatchObject([
      { key: 'report:2026:5:p', step: 5, plannedFor: '2026-12-07', late: true, lastDay: '2026-12-14' },
    ]);
    expect(steps({ now: at('2026-12-09'), recordedKeys: new Set(['report:2026:5:p']) })).toEqual([]);
  });

  it('stops at the agency’s report or update, not at another’s', () => {
    expect(steps({ reports: [{ ...sent, agency: 'so-y-te' }] })).toEqual([]);
    expect(steps({ reports: [{ ...sent, agency: 'so-cong-thuong' }] })).toEqual([15]);
    expect(steps({ reports: [{ ...sent, year: 2025, agency: 'so-y-te' }] })).toEqual([15]);
    expect(steps({ updates: [{ agency: 'so-y-te', day: '2026-11-20' }] })).toEqual([]);
    expect(steps({ updates: [{ agency: 'so-y-te', day: '2026-11-19' }] })).toEqual([15]);
  });

  it('respects a mute on every step but the last working day', () => {
    const muted = [{ person: 'p', duty: 'report', year: 2026 }];
    expect(steps({ muted })).toEqual([]);
    expect(steps({ muted, now: at('2026-12-14') })).toEqual([0]);
  });

  it('asks the focal agency and its successors to consolidate, till one has; an update does not stand for it', () => {
    const input = {
      duties: [CONSOLIDATION],
      people: [{ person: person('p') }, { person: person('f', 'so-tai-chinh') }],
      updates: [{ agency: 'so-tai-chinh', day: '2026-12-20' }],
      now: at('2026-12-24'),
    };
    expect(dueNudges({ ...base, ...input }).map((nudge) => nudge.person)).toEqual(['f']);
    const done = [{ ...sent, duty: 'consolidation', agency: 'so-ke-hoach-dau-tu' }];
    expect(steps({ ...input, reports: done })).toEqual([]);
  });
});

/** Runs rounds at the given hours from 1/11 on, recording what is sent; the agency reports at one of them. */
function simulate(hours: number[], ladder: number[], reportAt: number): { step: number; hour: number }[] {
  const recordedKeys = new Set<string>();
  const log: { step: number; hour: number }[] = [];
  for (const hour of [...hours].sort((a, b) => a - b)) {
    const now = new Date(at('2026-11-01', '00:00').getTime() + hour * 3_600_000);
    const reports = hour >= reportAt ? [{ ...sent, agency: 'so-y-te' }] : [];
    for (const nudge of dueNudges({ ...base, duties: [{ ...REPORT, ladder }], recordedKeys, reports, now })) {
      expect(recordedKeys.has(nudge.key)).toBe(false);
      recordedKeys.add(nudge.key);
      log.push({ step: nudge.step, hour });
    }
  }
  return log;
}

describe('any pattern of restarts', () => {
  const HOURS = 60 * 24;
  const hours = fc.array(fc.integer({ min: 0, max: HOURS }), { maxLength: 80 });
  const ladder = fc.uniqueArray(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 6 });
  const everyHour = Array.from({ length: HOURS + 1 }, (_, hour) => hour);

  it('sends no step twice, keeps the order, and nothing after the report', () => {
    fc.assert(
      fc.property(hours, ladder, fc.integer({ min: 0, max: HOURS }), (ran, rungs, reportAt) => {
        const log = simulate(ran, rungs, reportAt);
        const order = log.map(({ step }) => step);
        expect(order).toEqual([...new Set(order)].sort((a, b) => b - a));
        expect(log.every(({ hour }) => hour < reportAt)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it('sends a part of what an unbroken run sends, and all of it when it ran on each step’s day', () => {
    fc.assert(
      fc.property(hours, ladder, (ran, rungs) => {
        const unbroken = simulate(everyHour, rungs, Number.POSITIVE_INFINITY);
        expect(unbroken.map(({ step }) => step)).toEqual([...rungs].sort((a, b) => b - a));
        const broken = simulate(ran, rungs, Number.POSITIVE_INFINITY).map(({ step }) => step);
        expect(rungs).toEqual(expect.arrayContaining(broken));
        const afternoons = unbroken.map(({ hour }) => hour + 4);
        expect(simulate([...ran, ...afternoons], rungs, Number.POSITIVE_INFINITY)).toHaveLength(rungs.length);
      }),
      { numRuns: 6 },
    );
  });
});
