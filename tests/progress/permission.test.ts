import { describe, expect, it } from 'vitest';
import { mayReport, tasksOf } from '../../src/progress/permission.ts';
import { knowledge } from '../support/talk.ts';

describe('who may report on a task', () => {
  it.each<[string, string[], string[]]>([
    // One block of 2024 passed to two departments, task by task.
    ['so-giao-duc-dao-tao', ['IV.3.a.1', 'IV.3.b.1'], ['IV.3.b.2', 'IV.3.c.1']],
    ['so-noi-vu', ['IV.3.b.2'], ['IV.3.b.1', 'IV.3.a.1']],
    ['so-lao-dong-thuong-binh-xa-hoi', ['IV.3.b.1', 'IV.3.b.2'], []],
    ['so-xay-dung', ['IV.2.a.1', 'IV.1.b.4'], ['IV.6.2']],
    ['so-khoa-hoc-cong-nghe', ['IV.5.1', 'IV.6.2'], ['IV.7.1']],
    ['so-tai-chinh', [], ['IV.7.1']],
  ])('%s', (agency, may, mayNot) => {
    for (const task of may) expect([task, mayReport(agency, task, knowledge)]).toEqual([task, true]);
    for (const task of mayNot) expect([task, mayReport(agency, task, knowledge)]).toEqual([task, false]);
  });

  it('gives the tasks in the order of the programme, each once', () => {
    const tasks = tasksOf('so-giao-duc-dao-tao', knowledge);
    expect(tasks).toHaveLength(9);
    expect(tasks.at(-1)).toBe('IV.3.b.1');
  });
});
