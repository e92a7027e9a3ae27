import type { Knex } from 'knex';
import { forbidChanges } from './append-only.ts';

/** Several agencies and chats of a person, hand-overs, plans, approval, withdrawals, files, confirmed successors. */
export async function plansAndHandovers(db: Knex): Promise<void> {
  await db.schema.createTable('memberships', (table) => {
    table.text('person').notNullable().references('people.id');
    table.text('agency').notNullable();
    table.integer('leads').notNullable();
    table.bigInteger('since').notNullable();
    table.primary(['person', 'agency']);
    table.index(['agency']);
  });
  const leads = db.raw("CASE WHEN role = 'leader' THEN 1 ELSE 0 END");
  await db('memberships').insert(db('people').select('id', 'agency', leads, 'consent_at'));
  await db.schema.createTable('link_codes', (table) => {
    table.text('hash').primary();
    table.text('person').notNullable();
    table.bigInteger('expires_at').notNullable();
    table.index(['person']);
  });
  await db.schema.createTable('handovers', (table) => {
    table.text('id').primary();
    table.text('from').notNullable();
    table.text('to').notNullable();
    table.text('first_day').notNullable();
    table.text('last_day').notNullable();
    table.text('state').notNullable();
    table.bigInteger('asked_at').notNullable();
    table.bigInteger('changed_at').notNullable();
    table.index(['state', 'last_day']);
  });
  await db.schema.createTable('plans', (table) => {
    table.increments('id');
    table.text('agency').notNullable();
    table.text('task').notNullable();
    table.text('leader');
    table.text('finish_date');
    table.text('steps').notNullable();
    table.integer('immediate').notNullable();
    table.text('person').notNullable();
    table.text('channel').notNullable();
    table.text('words').notNullable();
    table.bigInteger('at').notNullable();
    table.index(['agency', 'task', 'id']);
  });
  await db.schema.createTable('forms', (table) => {
    table.text('person').primary();
    table.text('form').notNullable();
    table.bigInteger('at').notNullable();
  });
  await db.schema.createTable('agency_settings', (table) => {
    table.text('agency').notNullable();
    table.text('name').notNullable();
    table.text('value').notNullable();
    table.text('by').notNullable();
    table.bigInteger('at').notNullable();
    table.primary(['agency', 'name']);
  });
  await db.schema.createTable('successions', (table) => {
    table.increments('id');
    table.text('agency').notNullable();
    table.text('successors').notNullable();
    table.text('by').notNullable();
    table.bigInteger('at').notNullable();
  });
  await db.schema.createTable('attachments', (table) => {
    table.text('id').primary();
    table.text('person').notNullable();
    table.text('name').notNullable();
    table.text('type').notNullable();
    table.bigInteger('bytes').notNullable();
    table.text('hash').notNullable();
    table.bigInteger('at').notNullable();
  });
  await db.schema.alterTable('inbox', (table) => {
    table.index(['channel', 'chat', 'received_at']);
  });
  await db.schema.alterTable('join_codes', (table) => {
    table.text('name');
  });
  await db.schema.alterTable('drafts', (table) => {
    table.text('agency');
    table.bigInteger('recalled_at');
    table.index(['state', 'agency']);
  });
  await db.schema.alterTable('updates', (table) => {
    table.text('corrects');
    table.text('withdraws');
    table.text('approved_by');
    table.text('attachments').notNullable().defaultTo('[]');
  });
  await forbidChanges(db, 'plans');
  await forbidChanges(db, 'successions');
}
