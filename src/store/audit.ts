import type { Knex } from 'knex';
import type { Audit } from '../core/store.ts';

export function auditOf(trx: Knex.Transaction): Audit {
  return {
    write: async ({ at, person, channel, action, before, after }) => {
      const json = (value: unknown): string => JSON.stringify(value ?? null);
      await trx('audit').insert({
        at: at.getTime(),
        person,
        channel,
        action,
        before: json(before),
        after: json(after),
      });
    },
    list: async (limit) => {
      const rows: { at: number | string; person: string | null; action: string; after: string }[] = await trx(
        'audit',
      )
        .orderBy('id', 'desc')
        .limit(limit);
      return rows.map((row) => ({
        at: new Date(Number(row.at)),
        person: row.person,
        action: row.action,
        after: JSON.parse(row.after) as unknown,
      }));
    },
  };
}
