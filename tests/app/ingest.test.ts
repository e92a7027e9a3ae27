import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { docx, paragraph } from '../knowledge/support-docx.ts';
import { newFolder, ROOT, runCommand } from '../support/program.ts';

const HOME = join(ROOT, 'knowledge/3572-qd-ubnd');

describe('ingest', () => {
  it('makes of the decision what is kept, and reports its health beside it', async () => {
    const { code, stdout, stderr } = await runCommand([
      'ingest',
      join(HOME, 'source.txt'),
      '--now',
      '2026-11-24',
    ]);
    expect(code).toBe(0);
    expect(stdout).toBe(readFileSync(join(HOME, 'programme.json'), 'utf8'));
    expect(stderr).toContain('V.3 (line 179): V.2 is missing before it\n');
    expect(stderr).toContain('IV.1.a.1 (line 99): the period of the cited Chương trình phát triển du lịch');
  });

  it('reads a Word file, as one line of JSON where asked', async () => {
    const path = join(newFolder(), 'plan.docx');
    writeFileSync(
      path,
      docx([paragraph('I. NHIỆM VỤ'), paragraph('1. Sở Y tế:'), paragraph('- Tiêm chủng.')]),
    );
    const { code, stdout } = await runCommand(['ingest', path, '--json']);
    expect(code).toBe(0);
    expect(stdout.trim().split('\n')).toHaveLength(1);
    const read = JSON.parse(stdout) as { fields: { blocks: { tasks: { text: string }[] }[] }[] };
    expect(read.fields[0]?.blocks[0]?.tasks[0]?.text).toBe('Tiêm chủng.');
  });

  it.each([
    ['no file', 'none.txt', null],
    ['an empty file', 'empty.txt', ''],
    ['a binary file', 'data.txt', '\u0000\u0001\u0002'],
    ['a Word file that is none', 'broken.docx', 'PK\u0003\u0004'],
  ])('%s: one sentence, exit code 1, nothing on standard output', async (_what, name, content) => {
    const path = join(newFolder(), name);
    if (content !== null) writeFileSync(path, content);
    const { code, stdout, stderr } = await runCommand(['ingest', path, '--json']);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toContain(name);
  });

  it('without a file: wrong words', async () => {
    expect((await runCommand(['ingest'])).code).toBe(2);
  });
});
