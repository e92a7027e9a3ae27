import { randomUUID } from 'node:crypto';
import knex from 'knex';
import { describe, it } from 'vitest';
import { openStore } from '../../src/store/connect.ts';
import { describeStore } from '../conformance/store.suite.ts';

const url = process.env.TEST_POSTGRES_URL;

if (url) {
  describeStore('Postgres', async () => {
    const schema = `t_${randomUUID().replaceAll('-', '')}`;
    const db = knex({ client: 'pg', connection: url });
    await db.raw(`CREATE SCHEMA ${schema}`);
    await db.destroy();
    const own = new URL(url);
    own.searchParams.set('options', `-c search_path=${schema}`);
    return openStore(own.toString());
  });
} else {
  describe('the store on Postgres', () => {
    it.skip('not run: TEST_POSTGRES_URL names no server', () => {});
  });
}
