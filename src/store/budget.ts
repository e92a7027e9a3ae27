import type { Knex } from 'knex';
import type { Budget } from '../core/store.ts';

/** One counter a day, kept beside the receipt numbers: several processes spend from one purse. */
export function budgetOf(trx: Knex.Transaction): Budget {
  return {
    take: async (name, amount, limit) => {
      await trx('counters').insert({ name, value: 0 }).onConflict('name').ignore();
      const changed: number = await trx('counters')
        .where({ name })
        .where('value', '<=', limit - amount)
        .increment('value', amount);
      return changed > 0;
    },
    give: async (name, amount) => {
      await trx('counters').where({ name }).decrement('value', amount);
    },
  };
}
