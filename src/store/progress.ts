import type { Knex } from 'knex';
import { DateTime } from 'luxon';
import { ZONE } from '../core/clock.ts';
import type { Draft, ProgressUpdate, TaskState } from '../core/progress.ts';
import type { Progress } from '../core/store.ts';

interface Row {
  receipt: string;
  task: string;
  agency: string;
  person: string;
  channel: string;
  percent: number | null;
  state: TaskState | null;
  result: string | null;
  difficulty: string | null;
  proposal: string | null;
  expected_date: string | null;
  words: string;
  at: number | string;
}

export function progressOf(trx: Knex.Transaction): Progress {
  return {
    saveDraft: async (draft) => {
      await trx('drafts')
        .insert({
          id: draft.id,
          person: draft.person,
          draft: JSON.stringify(draft),
          created_at: draft.createdAt.getTime(),
        })
        .onConflict('id')
        .merge(['draft']);
    },
    drafts: async (person) => {
      const rows: { draft: string }[] = await trx('drafts')
        .where({ person, state: 'waiting' })
        .orderBy('created_at')
        .orderBy('id')
        .select('draft');
      return rows.map((row) => readDraft(row.draft));
    },
    getDraft: async (id) => {
      const row: { draft: string } | undefined = await trx('drafts').where({ id }).first('draft');
      return row ? readDraft(row.draft) : null;
    },
    closeDraft: async (id, how, at) =>
      (await trx('drafts').where({ id, state: 'waiting' }).update({ state: how, closed_at: at.getTime() })) >
      0,
    append: async (update) => {
      const receipt = await nextReceipt(trx, update.at);
      const {
        task,
        agency,
        person,
        channel,
        percent,
        state,
        result,
        difficulty,
        proposal,
        expectedDate,
        words,
        at,
      } = update;
      await trx('updates').insert({
        receipt,
        task,
        agency,
        person,
        channel,
        percent,
        state,
        result,
        difficulty,
        proposal,
        expected_date: expectedDate,
        words: JSON.stringify(words),
        at: at.getTime(),
      });
      return receipt;
    },
    updates: async ({ agencies, task, since, limit }) => {
      const query = trx<Row>('updates').orderBy('id', 'desc');
      if (agencies) query.whereIn('agency', agencies);
      if (task) query.where({ task });
      if (since) query.where('at', '>=', since.getTime());
      if (limit) query.limit(limit);
      const rows: Row[] = await query;
      return rows.map(readUpdate);
    },
  };
}

/** `CN-2026-000001`: one counter a year, of the year it is in Vietnam. */
async function nextReceipt(trx: Knex.Transaction, at: Date): Promise<string> {
  const year = DateTime.fromJSDate(at, { zone: ZONE }).year;
  const name = `receipt-${year}`;
  await trx('counters').insert({ name, value: 0 }).onConflict('name').ignore();
  await trx('counters').where({ name }).increment('value', 1);
  const row = await trx('counters').where({ name }).first('value');
  return `CN-${year}-${String(row.value).padStart(6, '0')}`;
}

function readDraft(json: string): Draft {
  const draft = JSON.parse(json) as Omit<Draft, 'createdAt'> & { createdAt: string };
  return { ...draft, createdAt: new Date(draft.createdAt) };
}

function readUpdate(row: Row): ProgressUpdate {
  const { receipt, task, agency, person, channel, percent, state, result, difficulty, proposal } = row;
  return {
    receipt,
    task,
    agency,
    person,
    channel,
    percent,
    state,
    result,
    difficulty,
    proposal,
    expectedDate: row.expected_date,
    words: JSON.parse(row.words) as string[],
    at: new Date(Number(row.at)),
  };
}
