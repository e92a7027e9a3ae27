import { copyFileSync, existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/connect.ts';
import { newFolder, runCommand, runProgram } from '../support/program.ts';

const UPDATES = 60;
const AS = ['chat', '--as', 'Sở Y tế', '--now', '2026-11-25', '--json', '--db'];
const receiptsIn = (text: string): string[] => [...new Set(text.match(/CN-2026-\d{6}/g))].toSorted();

/** Receipts of the updates in a store, first to last. */
async function stored(file: string, folder: string): Promise<string[]> {
  const { stdout, code } = await runCommand(['progress', '--json', '--db', file], { folder });
  expect(code).toBe(0);
  const rows = stdout.trim().split('\n').filter(Boolean);
  return rows.map((line) => JSON.parse(line).receipt).toSorted();
}

describe('a backup', () => {
  it('made while updates are written holds every acknowledged one, and starts', {
    timeout: 120_000,
  }, async () => {
    const folder = newFolder();
    const writer = runProgram({ folder, command: [...AS, 'dondoc.sqlite'] });
    const lines = Array.from({ length: UPDATES }, (_, index) => `IV.4.a.1 xong ${index + 1}%\nLưu\n`);
    writer.input(lines.join(''));
    const copies: string[] = [];
    for (const at of [1, 12, 24]) {
      await expect
        .poll(() => receiptsIn(writer.stdout()).length, { timeout: 60_000 })
        .toBeGreaterThanOrEqual(at);
      const acknowledged = receiptsIn(writer.stdout());
      if (at === 1) expect(acknowledged.length).toBeLessThan(UPDATES);
      const copy = `backup-${at}.sqlite`;
      const { code, stderr, stdout } = await runCommand(['backup', copy, '--db', 'dondoc.sqlite'], {
        folder,
      });
      expect(code, stderr).toBe(0);
      expect(stdout).toMatch(new RegExp(`^${copy}: \\d+ bytes, checked\n$`));
      const held = await stored(copy, folder);
      expect(held).toEqual(expect.arrayContaining(acknowledged));
      // Nothing half: the numbers run without a gap.
      expect(held.at(-1)).toBe(`CN-2026-${String(held.length).padStart(6, '0')}`);
      copies.push(copy);
    }
    expect((await writer.ended).code, writer.stderr()).toBe(0);
    expect(await stored('dondoc.sqlite', folder)).toHaveLength(UPDATES);

    const [last = ''] = copies.slice(-1);
    const restored = newFolder();
    mkdirSync(join(restored, 'data'));
    copyFileSync(join(folder, last), join(restored, 'data/dondoc.sqlite'));
    const held = await stored('data/dondoc.sqlite', restored);
    const program = runProgram({ folder: restored });
    expect((await fetch(`${await program.url()}/health`)).status).toBe(200);
    program.kill('SIGTERM');
    await program.ended;
    // Somebody else: the copy may hold a card of the writer that was not answered yet.
    const next = await runCommand([...AS, 'data/dondoc.sqlite', '--role', 'leader'], {
      folder: restored,
      input: 'IV.4.a.2 xong 5%\nLưu\n',
    });
    expect(receiptsIn(next.stdout)).toContain(`CN-2026-${String(held.length + 1).padStart(6, '0')}`);
  });

  it('is one file, for its own user alone, and leaves nothing beside it', async () => {
    const folder = newFolder();
    await (await openStore(join(folder, 'dondoc.sqlite'))).close();
    await runCommand(['backup', 'copy.sqlite', '--db', 'dondoc.sqlite'], { folder });
    expect(readdirSync(folder).toSorted()).toEqual(['copy.sqlite', 'dondoc.sqlite']);
    expect(statSync(join(folder, 'copy.sqlite')).mode & 0o077).toBe(0);
  });

  it('writes over nothing', async () => {
    const folder = newFolder();
    await (await openStore(join(folder, 'dondoc.sqlite'))).close();
    writeFileSync(join(folder, 'yesterday.sqlite'), 'yesterday');
    const { code, stderr } = await runCommand(['backup', 'yesterday.sqlite', '--db', 'dondoc.sqlite'], {
      folder,
    });
    expect(code).toBe(1);
    expect(stderr).toBe('dondoc backup: yesterday.sqlite is there already: name a new file\n');
    expect(statSync(join(folder, 'yesterday.sqlite')).size).toBe(9);
  });

  it('is not made of a store that is missing or damaged', async () => {
    const folder = newFolder();
    const missing = await runCommand(['backup', 'copy.sqlite'], { folder });
    expect([missing.code, missing.stderr]).toEqual([
      1,
      'dondoc backup: data/dondoc.sqlite: no store is there\n',
    ]);
    await (await openStore(join(folder, 'dondoc.sqlite'))).close();
    const file = await open(join(folder, 'dondoc.sqlite'), 'r+');
    await file.write(Buffer.alloc(8_192, 0xa5), 0, 8_192, 3 * 4_096);
    await file.close();
    const damaged = await runCommand(['backup', 'copy.sqlite', '--db', 'dondoc.sqlite'], { folder });
    expect(damaged.code).toBe(1);
    expect(damaged.stderr).toMatch(/damaged|not a SQLite database/);
    expect(existsSync(join(folder, 'copy.sqlite'))).toBe(false);
    expect(readdirSync(folder)).toEqual(['dondoc.sqlite']);
  });

  it('of PostgreSQL is left to its own tool', async () => {
    const { code, stderr } = await runCommand(['backup', 'copy.sqlite'], {
      env: { DATABASE_URL: 'postgres://dondoc:hidden@127.0.0.1/dondoc' },
    });
    expect([code, stderr]).toEqual([1, 'dondoc backup: PostgreSQL is backed up with pg_dump\n']);
  });
});
