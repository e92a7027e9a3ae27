import type { Knex } from 'knex';
import type { DutyReport } from '../core/nudge.ts';
import type { Nudges } from '../core/store.ts';

export function nudgesOf(trx: Knex.Transaction): Nudges {
  return {
    record: async (nudge, at) => {
      const inserted = await trx('nudges')
        .insert({ key: nudge.key, year: nudge.year, nudge: JSON.stringify(nudge), at: at.getTime() })
        .onConflict('key')
        .ignore()
        .returning('key');
      return inserted.length > 0;
    },
    recordedKeys: async (year) => {
      const keys: string[] = await trx('nudges').where({ year }).pluck('key');
      return new Set(keys);
    },
    report: async ({ duty, year, agency, person, at }) => {
      await trx('duty_reports')
        .insert({ duty, year, agency, person, at: at.getTime() })
        .onConflict(['duty', 'year', 'agency'])
        .ignore();
    },
    reports: async (year) => {
      const rows: (Omit<DutyReport, 'at'> & { at: number | string })[] = await trx('duty_reports').where({
        year,
      });
      return rows.map((row) => ({ ...row, at: new Date(Number(row.at)) }));
    },
    mute: async (person, duty, year, at) => {
      await trx('nudge_mutes')
        .insert({ person, duty, year, at: at.getTime() })
        .onConflict(['person', 'duty', 'year'])
        .ignore();
    },
    muted: async (year) => trx('nudge_mutes').where({ year }).select('person', 'duty'),
  };
}
