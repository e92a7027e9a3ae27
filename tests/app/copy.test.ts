import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import knex from 'knex';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openStore } from '../../src/store/connect.ts';
import { newFolder, ROOT, runCommand } from '../support/program.ts';

/** The tables of a new store, but for those of the migrations. */
async function tablesOf(file: string): Promise<string[]> {
  const db = knex({ client: 'sqlite3', connection: { filename: file }, useNullAsDefault: true });
  onTestFinished(() => db.destroy());
  const names: string[] = await db('sqlite_master').where({ type: 'table' }).pluck('name');
  return names.filter((name) => !/^(sqlite|knex)_/.test(name)).toSorted();
}

describe('copy', () => {
  it('takes over every table, and counts on from there', async () => {
    const folder = newFolder();
    const talk = ['chat', '--as', 'Sở Y tế', '--now', '2026-11-25', '--json', '--db'];
    const input = 'IV.4.a.1 xong 60%\nLưu\n';
    await runCommand([...talk, 'old.sqlite'], { folder, input });
    const env = { DATABASE_URL: 'new.sqlite' };
    const { code, stdout, stderr } = await runCommand(['copy', '--from', 'old.sqlite', '--json'], {
      folder,
      env,
    });
    expect(code, stderr).toBe(0);
    const counts: Record<string, number> = JSON.parse(stdout);
    expect(Object.keys(counts).toSorted()).toEqual(await tablesOf(join(folder, 'old.sqlite')));
    expect(counts).toMatchObject({ people: 1, updates: 1, inbox: 2 });
    const next = await runCommand([...talk, 'new.sqlite'], { folder, input });
    expect(next.stdout).toContain('CN-2026-000002');
  });

  it('copies into nothing that holds something, and from nothing that is missing', async () => {
    const folder = newFolder();
    await runCommand(['chat', '--as', 'Sở Y tế', '--db', 'old.sqlite'], { folder, input: 'xin chào\n' });
    const into = (file: string, from: string) =>
      runCommand(['copy', '--from', from], { folder, env: { DATABASE_URL: file } });
    const full = await into('old.sqlite', 'old.sqlite');
    expect([full.code, full.stderr]).toEqual([
      1,
      'dondoc copy: old.sqlite is not empty: copy into a new database\n',
    ]);
    const missing = await into('new.sqlite', 'missing.sqlite');
    expect([missing.code, missing.stderr]).toEqual([1, 'dondoc copy: missing.sqlite: no store is there\n']);
    expect(existsSync(join(folder, 'new.sqlite'))).toBe(false);
  });
});

describe('the documents', () => {
  const read = (name: string): string => readFileSync(join(ROOT, 'docs', name), 'utf8');

  it('tell of every table what it keeps and how long', async () => {
    const file = join(newFolder(), 'dondoc.sqlite');
    await (await openStore(file)).close();
    const told = [...read('data-protection.md').matchAll(/^\|[^|]*\|([^|]*`[^|]*)\|/gm)].flatMap((row) =>
      [...(row[1] ?? '').matchAll(/`(\w+)`/g)].map((name) => name[1]),
    );
    // A count by year holds nothing about anybody.
    const tables = (await tablesOf(file)).filter((name) => name !== 'counters');
    expect(tables.filter((name) => !told.includes(name))).toEqual([]);
  });

  it('tell of every part that doctor looks at', async () => {
    const { stdout } = await runCommand(['doctor', '--json']);
    const parts = stdout
      .trim()
      .split('\n')
      .map((line) => String(JSON.parse(line).part));
    expect(parts.length).toBeGreaterThan(5);
    for (const part of parts) expect(read('operations.md')).toMatch(new RegExp(`^\\| ${part} +\\|`, 'm'));
  });
});
