import type { Knex } from 'knex';
import { forbidChanges } from './append-only.ts';

/** Times are epoch milliseconds, JSON is text. */
export async function first(db: Knex): Promise<void> {
  await db.schema.createTable('inbox', (table) => {
    table.increments('id');
    table.text('channel').notNullable();
    table.text('delivery_id').notNullable();
    table.text('chat').notNullable();
    table.text('message').notNullable();
    table.text('state').notNullable().defaultTo('waiting');
    table.integer('attempts').notNullable().defaultTo(0);
    table.bigInteger('next_at').notNullable();
    table.text('reason');
    table.bigInteger('received_at').notNullable();
    table.bigInteger('ended_at');
    table.unique(['channel', 'delivery_id']);
    table.index(['state', 'channel', 'chat', 'id']);
  });
  await db.schema.createTable('outbox', (table) => {
    table.increments('id');
    table.text('key').notNullable().unique();
    table.text('channel').notNullable();
    table.text('chat').notNullable();
    table.text('message').notNullable();
    table.text('topic');
    table.text('state').notNullable().defaultTo('waiting');
    table.integer('attempts').notNullable().defaultTo(0);
    table.bigInteger('next_at').notNullable();
    table.bigInteger('lease_until');
    table.text('platform_id');
    table.text('reason');
    table.bigInteger('queued_at').notNullable();
    table.bigInteger('ended_at');
    table.index(['state', 'channel', 'chat', 'id']);
    table.index(['topic']);
  });
  await db.schema.createTable('people', (table) => {
    table.text('id').primary();
    table.text('name').notNullable();
    table.text('agency').notNullable();
    table.text('role').notNullable();
    table.text('consent_version').notNullable();
    table.bigInteger('consent_at').notNullable();
    table.bigInteger('removed_at');
  });
  await db.schema.createTable('identities', (table) => {
    table.text('channel').notNullable();
    table.text('chat').notNullable();
    table.text('person').notNullable().references('people.id');
    table.bigInteger('used_at').notNullable();
    table.primary(['channel', 'chat']);
  });
  await db.schema.createTable('join_codes', (table) => {
    table.text('hash').primary();
    table.text('agency').notNullable();
    table.text('role').notNullable();
    table.bigInteger('expires_at').notNullable();
    table.integer('uses_left').notNullable();
    table.text('created_by').notNullable();
    table.bigInteger('created_at').notNullable();
  });
  await db.schema.createTable('conversations', (table) => {
    table.text('channel').notNullable();
    table.text('chat').notNullable();
    table.text('state').notNullable();
    table.primary(['channel', 'chat']);
  });
  await db.schema.createTable('choices', (table) => {
    table.increments('id');
    table.text('token').notNullable().unique();
    table.text('channel').notNullable();
    table.text('chat').notNullable();
    table.text('batch').notNullable();
    table.text('label').notNullable();
    table.text('action').notNullable();
    table.bigInteger('created_at').notNullable();
    table.bigInteger('used_at');
    table.index(['channel', 'chat', 'id']);
    table.index(['batch']);
  });
  await db.schema.createTable('drafts', (table) => {
    table.text('id').primary();
    table.text('person').notNullable();
    table.text('draft').notNullable();
    table.text('state').notNullable().defaultTo('waiting');
    table.bigInteger('created_at').notNullable();
    table.bigInteger('closed_at');
    table.index(['person', 'state']);
  });
  await db.schema.createTable('counters', (table) => {
    table.text('name').primary();
    table.integer('value').notNullable();
  });
  await db('counters').insert({ name: 'lock', value: 0 });
  await db.schema.createTable('updates', (table) => {
    table.increments('id');
    table.text('receipt').notNullable().unique();
    table.text('task').notNullable();
    table.text('agency').notNullable();
    table.text('person').notNullable();
    table.text('channel').notNullable();
    table.integer('percent');
    table.text('state');
    table.text('result');
    table.text('difficulty');
    table.text('proposal');
    table.text('expected_date');
    table.text('words').notNullable();
    table.bigInteger('at').notNullable();
    table.index(['agency', 'task', 'at']);
  });
  await db.schema.createTable('nudges', (table) => {
    table.text('key').primary();
    table.integer('year').notNullable();
    table.text('nudge').notNullable();
    table.bigInteger('at').notNullable();
    table.index(['year']);
  });
  await db.schema.createTable('duty_reports', (table) => {
    table.text('duty').notNullable();
    table.integer('year').notNullable();
    table.text('agency').notNullable();
    table.text('person').notNullable();
    table.bigInteger('at').notNullable();
    table.primary(['duty', 'year', 'agency']);
  });
  await db.schema.createTable('nudge_mutes', (table) => {
    table.text('person').notNullable();
    table.text('duty').notNullable();
    table.integer('year').notNullable();
    table.bigInteger('at').notNullable();
    table.primary(['person', 'duty', 'year']);
  });
  await db.schema.createTable('audit', (table) => {
    table.increments('id');
    table.bigInteger('at').notNullable();
    table.text('person');
    table.text('channel');
    table.text('action').notNullable();
    table.text('before').notNullable();
    table.text('after').notNullable();
  });
  for (const table of ['updates', 'audit']) await forbidChanges(db, table);
}
