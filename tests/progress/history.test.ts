import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProgressUpdate } from '../../src/core/progress.ts';
import { contradictions } from '../../src/progress/contradictions.ts';
import { newDraft } from '../../src/progress/draft.ts';
import { replay, standing } from '../../src/progress/history.ts';
import { lastYear } from '../../src/progress/programme-end.ts';
import { parseUpdate } from '../../src/understand/update/parse-update.ts';
import { knowledge } from '../support/talk.ts';

const TODAY = '2026-11-25';
const at = (day: string): Date => new Date(`${day}T09:00:00+07:00`);

function update(receipt: string, said: Partial<ProgressUpdate> = {}): ProgressUpdate {
  return {
    receipt,
    task: 'IV.4.a.3',
    person: 'p',
    agency: 'so-y-te',
    channel: 'web',
    words: [],
    at: at('2026-11-01'),
    percent: null,
    state: null,
    result: null,
    difficulty: null,
    proposal: null,
    expectedDate: null,
    corrects: null,
    withdraws: null,
    approvedBy: null,
    attachments: [],
    ...said,
  };
}

describe('what stands of an agency’s updates', () => {
  it('is without what was withdrawn and the withdrawals', () => {
    const all = [update('1'), update('2', { withdraws: '1' }), update('3')];
    expect(standing(all).map(({ receipt }) => receipt)).toEqual(['3']);
  });

  it('replays to the state of each task: a share and a day hold until another is said', () => {
    const [task] = replay([
      update('1', { percent: 60, state: 'in_progress', difficulty: 'thiếu vốn', expectedDate: '2027-06-30' }),
      update('2', { state: 'nothing_new' }),
      update('3', { percent: 70, state: 'in_progress', result: 'đã trình' }),
      update('4', { percent: 90, state: 'in_progress' }),
      update('5', { withdraws: '4' }),
    ]);
    expect(task).toMatchObject({
      percent: 70,
      state: 'in_progress',
      result: 'đã trình',
      difficulty: null,
      expectedDate: '2027-06-30',
      reported: { receipt: '3' },
    });
  });

  it('is the same however withdrawn updates are mixed in', () => {
    const rows = fc.array(
      fc.record({
        task: fc.constantFrom('a', 'b'),
        percent: fc.integer({ min: 0, max: 100 }),
        drop: fc.boolean(),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(rows, (all) => {
        const kept = all.flatMap(({ task, percent, drop }, n) =>
          drop ? [] : [update(`${n}`, { task, percent })],
        );
        const mixed = all.flatMap(({ task, percent, drop }, n) => [
          update(`${n}`, { task, percent }),
          ...(drop ? [update(`w${n}`, { task, withdraws: `${n}` })] : []),
        ]);
        expect(replay(mixed)).toEqual(replay(kept));
      }),
    );
  });
});

describe('a card that contradicts itself or what is known', () => {
  const known = { updates: [], plan: null, today: TODAY, end: 2030 };

  function card(words: string, more: Parameters<typeof contradictions>[1] = known) {
    const parsed = parseUpdate(words, {
      today: TODAY,
      documents: knowledge.programme.documents,
      taskAddresses: ['IV.4.a.3'],
      ownTasks: ['IV.4.a.3'],
      findTask: () => [],
    });
    const draft = { ...newDraft(parsed, words, 'p', at(TODAY), 'd'), agency: 'so-y-te' };
    return contradictions(draft, more).map(({ kind }) => kind);
  }

  it('is done, but with a share below 100', () => {
    expect(card('IV.4.a.3 đã hoàn thành, đạt 80%')).toEqual(['done_but_percent']);
    expect(card('IV.4.a.3 xong rồi, 80%')).toEqual(['done_but_percent']);
    for (const fine of ['IV.4.a.3 đã hoàn thành 80%', 'IV.4.a.3 xong 80%', 'IV.4.a.3 đã hoàn thành, 100%'])
      expect(card(fine), fine).toEqual([]);
  });

  it('falls behind, or comes earlier than what was said', () => {
    const before = update('1', { percent: 70, expectedDate: '2027-09-30' });
    const updates = [before];
    expect(card('IV.4.a.3 đạt 60%, dự kiến xong 30/6/2027', { ...known, updates })).toEqual([
      'lower_than_before',
      'earlier_than_before',
    ]);
    const withdrawn = [update('2', { withdraws: '1' }), before];
    expect(card('IV.4.a.3 đạt 60%', { ...known, updates: withdrawn })).toEqual([]);
    const done = [update('1', { state: 'done' })];
    expect(card('IV.4.a.3 đạt 60%', { ...known, updates: done })).toEqual(['done_before']);
  });

  it('goes beyond the plan, the programme or today', () => {
    const plan = {
      ...{
        task: 'IV.4.a.3',
        agency: 'so-y-te',
        person: 'p',
        channel: 'web',
        words: [],
        at: at('2026-10-01'),
      },
      ...{ leader: null, finishDate: '2027-03-31', steps: [], immediate: false },
    };
    expect(card('IV.4.a.3 đạt 60%, dự kiến xong 30/6/2027', { ...known, plan })).toEqual(['later_than_plan']);
    expect(card('IV.4.a.3 đạt 60%, dự kiến xong 30/6/2031')).toEqual(['beyond_programme']);
    expect(card('IV.4.a.3 đạt 60%, dự kiến xong 30/6/2026')).toEqual(['day_passed']);
  });

  it('gives another figure than another agency did lately', () => {
    const other = update('1', { agency: 'so-noi-vu', percent: 40 });
    expect(card('IV.4.a.3 đạt 60%', { ...known, updates: [other] })).toEqual(['other_agency']);
    const old = { ...other, at: at('2025-11-01') };
    expect(card('IV.4.a.3 đạt 60%', { ...known, updates: [old] })).toEqual([]);
  });

  it('knows the last year of the programme from its title', () => {
    expect(lastYear(knowledge.programme)).toBe(2030);
    expect(lastYear({ title: 'Về việc giao nhiệm vụ' })).toBeNull();
  });
});
