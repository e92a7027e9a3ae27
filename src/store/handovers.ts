import type { Knex } from 'knex';
import type { Handover } from '../core/person.ts';
import type { Handovers } from '../core/store.ts';

interface Row {
  id: string;
  from: string;
  to: string;
  first_day: string;
  last_day: string;
  state: Handover['state'];
  asked_at: number | string;
}

export function handoversOf(trx: Knex.Transaction): Handovers {
  const rows = () => trx<Row>('handovers').orderBy('asked_at').orderBy('id');
  return {
    ask: async ({ id, from, to, firstDay, lastDay, state, askedAt }) => {
      const at = askedAt.getTime();
      await trx('handovers').insert({
        id,
        from,
        to,
        first_day: firstDay,
        last_day: lastDay,
        state,
        asked_at: at,
        changed_at: at,
      });
    },
    get: async (id) => {
      const row = await rows().where({ id }).first();
      return row ? read(row) : null;
    },
    move: async (id, from, to, at) =>
      (await trx('handovers')
        .where({ id })
        .whereIn('state', from)
        .update({ state: to, changed_at: at.getTime() })) > 0,
    on: async (day) =>
      (
        await rows().where({ state: 'accepted' }).where('first_day', '<=', day).where('last_day', '>=', day)
      ).map(read),
    givenBy: async (person, day) =>
      (
        await rows()
          .where({ from: person })
          .whereIn('state', ['asked', 'accepted'])
          .where('last_day', '>=', day)
      ).map(read),
    of: async (person) => (await rows().where({ from: person }).orWhere({ to: person })).map(read),
  };
}

function read({ id, from, to, first_day, last_day, state, asked_at }: Row): Handover {
  return {
    id,
    from,
    to,
    firstDay: first_day,
    lastDay: last_day,
    state,
    askedAt: new Date(Number(asked_at)),
  };
}
