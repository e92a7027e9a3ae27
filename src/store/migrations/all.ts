import type { Knex } from 'knex';
import { first } from './0001-first.ts';
import { plansAndHandovers } from './0002-plans-and-handovers.ts';
import { cardsShown } from './0003-cards-shown.ts';
import { channels } from './0004-channels.ts';

const list: { name: string; up(db: Knex): Promise<void> }[] = [
  { name: '0001-first', up: first },
  { name: '0002-plans-and-handovers', up: plansAndHandovers },
  { name: '0003-cards-shown', up: cardsShown },
  { name: '0004-channels', up: channels },
];

/** The migrations in order; forward only. */
export const migrations: Knex.MigrationSource<(typeof list)[number]> = {
  getMigrations: async () => list,
  getMigrationName: (migration) => migration.name,
  getMigration: async (migration) => ({
    up: migration.up,
    down: async () => {
      throw new Error('migrations go forward only');
    },
  }),
};
