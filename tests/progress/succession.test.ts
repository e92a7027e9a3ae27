import { describe, expect, it } from 'vitest';
import type { Successor } from '../../src/core/programme.ts';
import { withSuccessions } from '../../src/knowledge/confirmed-successors.ts';
import { takesOver } from '../../src/knowledge/succession.ts';
import { tasksOf } from '../../src/progress/permission.ts';
import { effectsOf, formerHolders, passTo } from '../../src/progress/succession.ts';
import { knowledge } from '../support/talk.ts';

const holder = { agency: 'so-noi-vu', from: '2025-03-01', basis: 'NQ 1', confirmed: true };

const moved = (successors: Successor[]) =>
  successors.map((one) => ['b.1', 'b.2', 'c.1', 'V.1'].filter((address) => takesOver(one, address)));

describe('one task given to another agency', () => {
  const old = { agency: 'so-xay-dung', from: '2025-03-01', basis: 'NQ 0', confirmed: false };

  it('leaves the rest with whoever held it, also what is no task', () => {
    expect(moved(passTo([old], ['b.2'], holder))).toEqual([['b.1', 'c.1', 'V.1'], ['b.2']]);
    expect(moved(passTo([{ ...old, only: ['b'] }], ['b.2'], holder))).toEqual([['b.1'], ['b.2']]);
    expect(passTo([{ ...old, only: ['b.2'] }], ['b.2'], holder)).toEqual([{ ...holder, only: ['b.2'] }]);
    expect(passTo([], ['b.2'], holder)).toEqual([{ ...holder, only: ['b.2'] }]);
  });

  it('passes on again, out of a block that passed before', () => {
    const block = passTo([old], ['b'], holder);
    expect(moved(passTo(block, ['b.2'], { ...holder, agency: 'so-y-te' }))).toEqual([
      ['c.1', 'V.1'],
      ['b.1'],
      ['b.2'],
    ]);
  });

  it('moves exactly that task', () => {
    const [former] = formerHolders(['IV.4.a.8'], knowledge);
    expect(former?.id).toBe('so-y-te');
    const successors = passTo(former?.successors ?? [], ['IV.4.a.8'], holder);
    const after = withSuccessions(knowledge, [{ agency: 'so-y-te', successors }]);
    expect(effectsOf(knowledge, after)).toEqual([
      { agency: 'so-y-te', gains: [], loses: ['IV.4.a.8'] },
      { agency: 'so-noi-vu', gains: ['IV.4.a.8'], loses: [] },
    ]);
    expect(tasksOf('so-y-te', knowledge)).toContain('IV.4.a.8');
  });

  it('is the decision’s own agency also where others hold it today, and every one of them', () => {
    const names = (...tasks: string[]) => formerHolders(tasks, knowledge).map(({ id }) => id);
    expect(names('IV.3.b.2')).toEqual(['so-lao-dong-thuong-binh-xa-hoi']);
    expect(names('IV.1.b.2')).toEqual([
      ...['so-giao-thong-van-tai', 'ban-quan-ly-kkt-nghi-son', 'ubnd-huyen'],
    ]);
    expect(names('IV.1.b.2', 'IV.3.b.2')).toEqual([]);
    expect(names('IV.9.9')).toEqual([]);
  });
});
