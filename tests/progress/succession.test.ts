import { describe, expect, it } from 'vitest';
import { withSuccessions } from '../../src/knowledge/confirmed-successors.ts';
import { tasksOf } from '../../src/progress/permission.ts';
import { effectsOf, formerHolders, withTask } from '../../src/progress/succession.ts';
import { knowledge } from '../support/talk.ts';

const holder = { agency: 'so-noi-vu', from: '2025-03-01', basis: 'NQ 1', confirmed: true };

describe('one task given to another agency', () => {
  it('leaves the rest with whoever held it', () => {
    const old = { agency: 'so-xay-dung', from: '2025-03-01', basis: 'NQ 0', confirmed: false };
    expect(withTask({ successors: [old] }, 'b', holder, ['a', 'b', 'c'])).toEqual([
      { ...old, only: ['a', 'c'] },
      { ...holder, only: ['b'] },
    ]);
    expect(withTask({ successors: [{ ...old, only: ['b'] }] }, 'b', holder, ['a', 'b'])).toEqual([
      { ...holder, only: ['b'] },
    ]);
    expect(withTask({ successors: [] }, 'b', holder, ['a', 'b'])).toEqual([{ ...holder, only: ['b'] }]);
  });

  it('moves exactly that task', () => {
    const [former] = formerHolders(['IV.4.a.8'], knowledge);
    expect(former?.id).toBe('so-y-te');
    const successors = withTask(
      former ?? { successors: [] },
      'IV.4.a.8',
      holder,
      tasksOf('so-y-te', knowledge),
    );
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
