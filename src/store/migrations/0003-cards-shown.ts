import type { Knex } from 'knex';

/** Cards are told apart by when they were shown last, which is what a word answers. */
export async function cardsShown(db: Knex): Promise<void> {
  await db.raw('alter table drafts rename column created_at to shown_at');
}
