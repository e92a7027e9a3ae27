import { describe, expect, it } from 'vitest';
import { takesOver } from '../../src/core/succession.ts';
import { passedOn, withSuccessions } from '../../src/knowledge/succession.ts';
import { mayReport, tasksOf } from '../../src/progress/permission.ts';
import { knowledge } from '../support/talk.ts';

const word = (agency: string | null, rest: object = {}) => ({
  agency,
  from: '2025-03-01',
  basis: 'Nghị quyết 52/NQ-HĐND',
  confirmed: true,
  ...rest,
});
const of = (id: string, known = knowledge) => known.agencies.find((agency) => agency.id === id);

describe('what administrators confirmed, laid over what is known', () => {
  it('puts the newest word on an agency in place of its successors and leaves all else', () => {
    const before = structuredClone(knowledge.agencies);
    const after = withSuccessions(knowledge, [
      { agency: 'so-giao-thong-van-tai', successors: [word('so-noi-vu')] },
      { agency: 'so-giao-thong-van-tai', successors: [word('so-xay-dung')] },
    ]);
    expect(of('so-giao-thong-van-tai', after)).toEqual({
      ...of('so-giao-thong-van-tai'),
      successors: [word('so-xay-dung')],
    });
    const others = (agencies: typeof before) => agencies.filter(({ id }) => id !== 'so-giao-thong-van-tai');
    expect(others(after.agencies)).toEqual(others(before));
    expect(after.programme).toBe(knowledge.programme);
    expect(knowledge.agencies).toEqual(before);
  });

  it('goes back to the file where the word was taken back, or names what is no longer known', () => {
    for (const successors of [null, [word('so-da-xoa')]])
      expect(withSuccessions(knowledge, [{ agency: 'so-giao-thong-van-tai', successors }])).toBe(knowledge);
    expect(withSuccessions(knowledge, [{ agency: 'so-da-xoa', successors: [word('so-xay-dung')] }])).toBe(
      knowledge,
    );
  });

  it('moves the right to report, task by task', () => {
    const former = 'so-lao-dong-thuong-binh-xa-hoi';
    const successors = passedOn(of(former)?.successors ?? [], ['IV.3.b.2'], word('so-tai-chinh'));
    const after = withSuccessions(knowledge, [{ agency: former, successors }]);
    expect(mayReport('so-tai-chinh', 'IV.3.b.2', after)).toBe(true);
    expect(mayReport('so-noi-vu', 'IV.3.b.2', after)).toBe(false);
    expect(tasksOf(former, after)).toEqual(['IV.3.b.1']);
    expect(mayReport('so-giao-duc-dao-tao', 'IV.3.b.1', after)).toBe(true);
  });
});

describe('one task that passes to another', () => {
  it('is taken from whoever had everything, and only that', () => {
    const [all, one] = passedOn([word('so-xay-dung')], ['IV.1.b.2'], word('so-noi-vu'));
    expect(['IV.1.b', 'IV.1.b.1', 'IV.1.b.2', 'V.1'].map((at) => takesOver(all ?? {}, at))).toEqual([
      ...[true, true, false, true],
    ]);
    expect(['IV.1.b', 'IV.1.b.1', 'IV.1.b.2'].map((at) => takesOver(one ?? {}, at))).toEqual([
      ...[true, false, true],
    ]);
  });

  it('is taken from whoever had it alone, and keeps the note of the same holder', () => {
    const file = of('so-lao-dong-thuong-binh-xa-hoi')?.successors ?? [];
    const after = passedOn(file, ['IV.3.b.2'], word('so-noi-vu'));
    expect(after).toEqual([file[0], word('so-noi-vu', { only: ['IV.3.b.2'], note: 'việc làm' })]);
  });

  it('passes again to a third, whole blocks too', () => {
    const block = passedOn([word('so-xay-dung')], ['IV.1.b'], word('so-noi-vu'));
    const [all, some, last] = passedOn(block, ['IV.1.b.3'], word('so-y-te'));
    const holds = [all, some, last].map((one) =>
      ['IV.1.b.2', 'IV.1.b.3', 'IV.2.a.1'].map((at) => takesOver(one ?? {}, at)),
    );
    expect(holds).toEqual([
      [false, false, true],
      [true, false, false],
      [false, true, false],
    ]);
  });
});
