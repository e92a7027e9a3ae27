import type { Knex } from 'knex';
import { DateTime } from 'luxon';
import { ZONE } from '../core/clock.ts';
import type { Attachment, Draft, Form, ProgressUpdate, TaskState } from '../core/progress.ts';
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
  corrects: string | null;
  withdraws: string | null;
  approved_by: string | null;
  attachments: string;
}

export function progressOf(trx: Knex.Transaction): Progress {
  return {
    saveDraft: async (draft) => {
      await trx('drafts')
        .insert({
          id: draft.id,
          person: draft.person,
          agency: draft.agency,
          state: draft.waitingFor === 'approval' ? 'submitted' : 'waiting',
          draft: JSON.stringify(draft),
          shown_at: draft.shownAt.getTime(),
        })
        .onConflict('id')
        .merge(['draft', 'person', 'agency', 'state', 'shown_at']);
    },
    drafts: async (person) => {
      const rows: { draft: string }[] = await trx('drafts')
        .where({ person, state: 'waiting' })
        .orderBy('shown_at')
        .orderBy('id')
        .select('draft');
      return rows.map((row) => readDraft(row.draft));
    },
    submitted: async (agency) => {
      const rows: { draft: string }[] = await trx('drafts')
        .where({ agency, state: 'submitted' })
        .orderBy('shown_at')
        .orderBy('id')
        .select('draft');
      return rows.map((row) => readDraft(row.draft));
    },
    forgotten: async (before) => {
      const rows: { id: string; draft: string }[] = await trx('drafts')
        .whereIn('state', ['waiting', 'submitted'])
        .where((due) =>
          due
            .whereNull('recalled_at')
            .orWhere((again) =>
              again.where({ state: 'submitted' }).where('recalled_at', '<', before.getTime()),
            ),
        )
        .where('shown_at', '<', before.getTime())
        .orderBy('shown_at')
        .select('id', 'draft');
      return rows.map((row) => readDraft(row.draft));
    },
    recalled: async (id, at) => {
      await trx('drafts')
        .where({ id })
        .update({ recalled_at: at?.getTime() ?? null });
    },
    form: async (person) => {
      const row: { form: string; at: number | string } | undefined = await trx('forms')
        .where({ person })
        .first('form', 'at');
      return row ? { form: JSON.parse(row.form) as Form, at: new Date(Number(row.at)) } : null;
    },
    setForm: async (person, form, at) => {
      if (!form) {
        await trx('forms').where({ person }).delete();
        return;
      }
      await trx('forms')
        .insert({ person, form: JSON.stringify(form), at: at.getTime() })
        .onConflict('person')
        .merge();
    },
    addAttachment: async (attachment) => {
      await trx('attachments').insert({ ...attachment, at: attachment.at.getTime() });
    },
    attachment: async (id) => {
      const row: (Omit<Attachment, 'at'> & { at: number | string }) | undefined = await trx('attachments')
        .where({ id })
        .first();
      return row ? { ...row, bytes: Number(row.bytes), at: new Date(Number(row.at)) } : null;
    },
    isFileUsed: async (id) => {
      const like = `%"${id}"%`;
      const update = await trx('updates').where('attachments', 'like', like).first('id');
      const card = await trx('drafts')
        .whereIn('state', ['waiting', 'submitted'])
        .where('draft', 'like', like)
        .first('id');
      return update !== undefined || card !== undefined;
    },
    agenciesOfFile: async (id) =>
      trx('updates').where('attachments', 'like', `%"${id}"%`).distinct('agency').pluck('agency'),
    find: async (receipt) => {
      const row: Row | undefined = await trx<Row>('updates').where({ receipt }).first();
      return row ? readUpdate(row) : null;
    },
    getDraft: async (id) => {
      const row: { draft: string } | undefined = await trx('drafts').where({ id }).first('draft');
      return row ? readDraft(row.draft) : null;
    },
    closeDraft: async (id, how, at) =>
      (await trx('drafts')
        .where({ id })
        .whereIn('state', ['waiting', 'submitted'])
        .update({ state: how, closed_at: at.getTime() })) > 0,
    append: async (update) => {
      const receipt = await nextReceipt(trx, update.at);
      const { expectedDate, approvedBy, words, attachments, at, ...rest } = update;
      await trx('updates').insert({
        ...rest,
        receipt,
        expected_date: expectedDate,
        approved_by: approvedBy,
        words: JSON.stringify(words),
        attachments: JSON.stringify(attachments),
        at: at.getTime(),
      });
      return receipt;
    },
    updates: async ({ agencies, person, task, since, limit }) => {
      const query = trx<Row>('updates').orderBy('id', 'desc');
      if (agencies) query.whereIn('agency', agencies);
      if (person) query.where({ person });
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
  const draft = JSON.parse(json) as Omit<Draft, 'shownAt'> & { shownAt?: string; createdAt: string };
  // What a version before this one wrote has none of these.
  return {
    ...draft,
    agency: draft.agency ?? null,
    attachments: draft.attachments ?? [],
    corrects: draft.corrects ?? null,
    shownAt: new Date(draft.shownAt ?? draft.createdAt),
  };
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
    corrects: row.corrects,
    withdraws: row.withdraws,
    approvedBy: row.approved_by,
    attachments: JSON.parse(row.attachments) as string[],
  };
}
