import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Evaluation } from '../../../src/app/eval/evaluate.ts';
import { newFolder, runCommand } from '../../support/program.ts';

const ROWS = [
  {
    id: 'q1',
    group: 'lead',
    text: 'Cơ quan nào chủ trì lĩnh vực y tế?',
    evidence: 'Sở Y tế chủ trì, phối hợp với các ngành, đơn vị liên quan:',
    expect: { agency: ['Sở Y tế'], must_include: ['Sở Y tế'] },
  },
  { id: 'q2', group: 'refuse', text: 'mai có mưa không', evidence: '', expect: { outcome: 'corrected' } },
  {
    id: 'q3',
    group: 'lead',
    text: 'Which agency leads health?',
    evidence: 'Sở Y tế chủ trì',
    expect: { agency: ['Sở Y tế'] },
  },
  {
    id: 'q4',
    group: 'update',
    text: 'IV.4.a.1 xong 60%',
    evidence: '',
    expect: { agency: ['Sở Y tế'], slots: { task: 'IV.4.a.1', percent: 60 } },
  },
  {
    id: 'q5',
    group: 'question',
    text: 'han cua IV.7.2 la ngay nao',
    evidence: '',
    expect: { update: false },
  },
];

function fileNamed(name: string): string {
  const file = join(newFolder(), name);
  writeFileSync(file, ROWS.map((row) => JSON.stringify(row)).join('\n'));
  return file;
}

describe('eval', () => {
  it('prints a table by group and spelling, then the misses', async () => {
    const { code, stdout } = await runCommand(['eval', '--file', fileNamed('mine.jsonl')]);
    expect(code).toBe(0);
    const lines = stdout.trimEnd().split('\n');
    const misses = lines.findIndex((line) => line.startsWith('ms '));
    expect(Math.max(...lines.slice(0, misses).map((line) => line.length))).toBeLessThanOrEqual(120);
    const words = lines.map((line) => line.trimEnd().split(/\s+/).join(' '));
    expect(words).toContain('lead written 1/1 1/1 1/1 1/1 1/1 0/1 0/1 0/1');
    expect(words).toContain('lead english 1/1 1/1 1/1 0/1 0/1 0/1');
    expect(words).toContain('update bare 1/1 1/1 1/1');
    expect(lines.slice(misses + 1)).toEqual([
      expect.stringMatching(/^written q2 declined: mai có mưa không → out_/),
    ]);
  });

  it('prints all of it as one object with --json', async () => {
    const { stdout } = await runCommand(['eval', '--json', '--file', fileNamed('mine.jsonl')]);
    const { spellings, misses } = JSON.parse(stdout) as Evaluation;
    expect(spellings.typo.rows).toBe(4);
    expect(spellings.typo.groups.question).toEqual({ apart: { got: 1, of: 1 } });
    expect(spellings.written.total).toMatchObject({ hit1: { got: 1, of: 1 }, refused: { got: 0, of: 1 } });
    expect(misses).toMatchObject([{ id: 'q2', spelling: 'written', measures: ['declined'] }]);
  });

  it('keeps the misses of a held file to itself', async () => {
    const file = fileNamed('questions-held.jsonl');
    const plain = await runCommand(['eval', '--file', file]);
    const json = await runCommand(['eval', '--json', '--file', file]);
    expect(plain.stdout).toContain('declined');
    expect(`${plain.stdout}${json.stdout}`).not.toContain('mưa');
  });

  it('says which line is no row', async () => {
    const file = join(newFolder(), 'rows.jsonl');
    writeFileSync(file, '{"id":"q1"}\n');
    const { code, stderr } = await runCommand(['eval', '--file', file]);
    expect(code).toBe(1);
    expect(stderr).toContain('rows.jsonl: line 1: group is not as a question file has it');
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});
