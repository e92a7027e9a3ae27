import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { docx, paragraph } from '../knowledge/support-docx.ts';
import { newFolder, ROOT, runCommand, runProgram } from '../support/program.ts';

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

const DECISION = join(ROOT, 'tests/fixtures/quyet-dinh-hai-van.txt');

describe('ingest --out', () => {
  it('writes a folder that PROGRAMME names: questions, the health and the start speak of that decision', async () => {
    const folder = newFolder();
    const made = await runCommand(['ingest', DECISION, '--out', 'hai-van', '--now', '2026-11-24'], {
      folder,
    });
    expect([made.code, made.stdout]).toEqual([0, '']);
    expect(made.stderr).toContain(`PROGRAMME=${join(folder, 'hai-van')}`);
    expect(readdirSync(join(folder, 'hai-van')).sort()).toEqual(
      ['about', 'agencies', 'corrections', 'duties', 'glossary', 'phrasings', 'programme']
        .map((name) => `${name}.json`)
        .concat('source.txt'),
    );
    const options = { folder, env: { PROGRAMME: 'hai-van' } };
    const asked = await runCommand(['ask', '--json', 'ai chủ trì hạ tầng nghề cá?'], options);
    expect(
      (JSON.parse(asked.stdout) as { agencies: { name: string }[] }).agencies.map(({ name }) => name),
    ).toEqual(['Sở Xây dựng', 'Sở Công Thương']);
    const health = await runCommand(['health', '--now', '2026-11-24'], options);
    expect(health.stdout).toContain('II.4 (line 44): II.3 is missing before it\n');
    const program = runProgram(options);
    const page = await (await fetch(await program.url())).text();
    expect(page).toContain('Quyết định 218/QĐ-UBND');
    expect(page).not.toContain('3572');
    program.kill('SIGTERM');
    expect((await program.ended).code).toBe(0);
  });

  it('knows nothing of the places of another province, and its own province by name', async () => {
    const folder = newFolder();
    await runCommand(['ingest', DECISION, '--out', 'hai-van'], { folder });
    const options = { folder, env: { PROGRAMME: 'hai-van' } };
    const ask = async (text: string): Promise<string> => {
      const { code, stdout, stderr } = await runCommand(['ask', text], options);
      expect([code, stderr]).toEqual([0, '']);
      return stdout;
    };
    for (const text of ['Bỉm Sơn', 'bim son', 'thị xã Bỉm Sơn', 'Hải Vân', 'tỉnh Hải Vân', 'TP Hải Vân']) {
      const said = await ask(text);
      expect([text, said]).not.toEqual([text, '']);
      expect(said).not.toMatch(/Thanh H(?:óa|oá)|3572|\(trước|phường Bỉm Sơn/u);
    }
    for (const text of ['Sở Công Thương tỉnh Hải Vân', 'Sở Công Thương Hải Vân', 'so cong thuong hai van'])
      expect(await ask(text)).toContain('Sở Công Thương được giao 1 nhiệm vụ');
    expect(await ask('Sở Công Thương Thanh Hóa')).not.toContain('được giao');
  });

  it('takes places of its own that have no day on which the districts ended', async () => {
    const folder = newFolder();
    await runCommand(['ingest', DECISION, '--out', 'hai-van'], { folder });
    const names = { basis: 'made up', names: { xã: ['Bãi Trầm'] } };
    writeFileSync(
      join(folder, 'hai-van', 'places.json'),
      JSON.stringify({ districts: { basis: 'made up', names: { huyện: ['Bãi Trầm'] } }, communes: names }),
    );
    const { code, stdout } = await runCommand(['ask', 'Bãi Trầm'], {
      folder,
      env: { PROGRAMME: 'hai-van' },
    });
    expect(code).toBe(0);
    expect(stdout).toContain('không giao việc riêng cho huyện Bãi Trầm');
    expect(stdout).not.toContain('(trước )');
  });

  it('never writes into a folder that holds something', async () => {
    const folder = newFolder();
    mkdirSync(join(folder, 'mine'));
    writeFileSync(join(folder, 'mine', 'agencies.json'), 'kept');
    const { code, stderr } = await runCommand(['ingest', DECISION, '--out', 'mine'], { folder });
    expect(code).toBe(1);
    expect(stderr).toContain('--out mine: is not empty; nothing was written');
    expect(readdirSync(folder)).toEqual(['mine']);
    expect(readdirSync(join(folder, 'mine'))).toEqual(['agencies.json']);
    expect(readFileSync(join(folder, 'mine', 'agencies.json'), 'utf8')).toBe('kept');
  });
});

describe('health', () => {
  it('tells the faults of the decision in use, a finding a line, as JSON where asked', async () => {
    const { code, stdout } = await runCommand(['health', '--json', '--now', '2026-11-24']);
    expect(code).toBe(0);
    const [counts, ...findings] = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { kind?: string; at?: { address: string } });
    expect(counts).toEqual({ fields: 8, blocks: 13, tasks: 57, orientations: 38 });
    expect(findings.filter(({ kind }) => kind === 'skipped').map(({ at }) => at?.address)).toEqual(['V.3']);
  });
});

describe('PROGRAMME', () => {
  it('that is no folder: one sentence that says where it was looked for', async () => {
    const { code, stderr } = await runCommand(['ask', 'ai chủ trì y tế?'], {
      env: { PROGRAMME: 'khong-co' },
    });
    expect(code).toBe(1);
    expect(stderr).toMatch(/knowledge\/khong-co\/source\.txt: file: is missing\n$/);
  });
});
