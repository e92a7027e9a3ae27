import type { Knex } from 'knex';

/** Token pairs that renew themselves, sealed: Zalo's Official Account has one. Since when a chat takes nothing, and why. */
export async function channels(db: Knex): Promise<void> {
  await db.schema.createTable('channel_tokens', (table) => {
    table.text('channel').primary();
    table.text('sealed').notNullable();
    table.text('previous');
    table.bigInteger('expires_at').notNullable();
    table.integer('version').notNullable();
    table.bigInteger('lease_until');
    table.bigInteger('died_at');
    table.bigInteger('changed_at').notNullable();
  });
  await db.schema.alterTable('identities', (table) => {
    table.bigInteger('unreachable_since');
    table.text('unreachable_why');
  });
}
