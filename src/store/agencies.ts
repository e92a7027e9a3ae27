import type { Knex } from 'knex';
import type { Successor } from '../core/programme.ts';
import type { Agencies } from '../core/store.ts';

interface SuccessionRow {
  agency: string;
  successors: string;
  by: string;
  at: number | string;
}

export function agenciesOf(trx: Knex.Transaction): Agencies {
  return {
    setting: async (agency, name) => {
      const row: { value: string } | undefined = await trx('agency_settings')
        .where({ agency, name })
        .first('value');
      return row?.value ?? null;
    },
    set: async (agency, name, value, by, at) => {
      await trx('agency_settings')
        .insert({ agency, name, value, by, at: at.getTime() })
        .onConflict(['agency', 'name'])
        .merge();
    },
    successions: async () => {
      const newest = trx('successions').groupBy('agency').max('id');
      const rows: SuccessionRow[] = await trx<SuccessionRow>('successions')
        .whereIn('id', newest)
        .orderBy('agency');
      return rows.map(({ agency, successors, by, at }) => ({
        agency,
        successors: JSON.parse(successors) as Successor[],
        by,
        at: new Date(Number(at)),
      }));
    },
    confirm: async (agency, successors, by, at) => {
      await trx('successions').insert({
        agency,
        successors: JSON.stringify(successors),
        by,
        at: at.getTime(),
      });
    },
    successionVersion: async () => Number((await trx('successions').max({ id: 'id' }).first())?.id ?? 0),
  };
}
