import type { Knex } from 'knex';
import type { PlanStep, TaskPlan } from '../core/progress.ts';
import type { Plans } from '../core/store.ts';

interface Row {
  agency: string;
  task: string;
  leader: string | null;
  finish_date: string | null;
  steps: string;
  immediate: number;
  person: string;
  channel: string;
  words: string;
  at: number | string;
}

export function plansOf(trx: Knex.Transaction): Plans {
  return {
    append: async ({ finishDate, steps, immediate, words, at, ...rest }) => {
      await trx('plans').insert({
        ...rest,
        finish_date: finishDate,
        steps: JSON.stringify(steps),
        immediate: immediate ? 1 : 0,
        words: JSON.stringify(words),
        at: at.getTime(),
      });
    },
    current: async (agency) => {
      const newest = trx('plans').where({ agency }).groupBy('task').max('id');
      const rows: Row[] = await trx<Row>('plans').whereIn('id', newest).orderBy('task');
      return rows.map(read);
    },
    history: async (agency, task) => {
      const rows: Row[] = await trx<Row>('plans').where({ agency, task }).orderBy('id');
      return rows.map(read);
    },
  };
}

function read(row: Row): TaskPlan {
  const { agency, task, leader, person, channel } = row;
  return {
    agency,
    task,
    leader,
    finishDate: row.finish_date,
    steps: JSON.parse(row.steps) as PlanStep[],
    immediate: Number(row.immediate) === 1,
    person,
    channel,
    words: JSON.parse(row.words) as string[],
    at: new Date(Number(row.at)),
  };
}
