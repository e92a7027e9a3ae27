import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Agency } from '../../src/core/programme.ts';
import { documentHealth } from '../../src/knowledge/health.ts';
import { parseProgramme } from '../../src/knowledge/parse-programme.ts';

const HOME = join(import.meta.dirname, '../../knowledge/3572-qd-ubnd');
const { agencies } = JSON.parse(readFileSync(join(HOME, 'agencies.json'), 'utf8')) as { agencies: Agency[] };
const decision = parseProgramme(readFileSync(join(HOME, 'source.txt'), 'utf8'));
const on = (today: string): string[] => documentHealth({ programme: decision, today, agencies });

describe('the health of the decision', () => {
  const health = on('2026-11-24');
  const about = (words: RegExp): string[] => health.filter((line) => words.test(line));

  it('counts, then says one finding a line with address and line', () => {
    expect(health[0]).toBe('8 fields, 13 blocks, 57 tasks, 38 orientation dashes');
    for (const line of health.slice(1)) expect(line).toMatch(/^\S+ \(line \d+\): \S/u);
  });

  it('finds the number that is missing, and no other', () => {
    expect(about(/is missing|used twice/)).toEqual(['V.3 (line 179): V.2 is missing before it']);
  });

  it('suspects the typing errors of the source', () => {
    const suspected = about(/typing error/).map((line) => /“(.*?)”/u.exec(line)?.[1]);
    for (const wrong of [
      'hung tâm',
      'thể mạnh',
      'nhu',
      'chương hình',
      'đua',
      'với với',
      'đi đối với',
      'đơn vị liên',
    ])
      expect(suspected).toContain(wrong);
    expect(new Set(suspected).size).toBe(8);
  });

  it('names the four blocks nobody leads and the 56 tasks without a date', () => {
    expect(about(/no agency leads/).map((line) => line.split(' ')[0])).toEqual([
      'IV.1.b',
      'IV.3.c',
      'IV.4.b',
      'IV.8',
    ]);
    expect(about(/no finish date/)).toHaveLength(56);
  });

  it('says which cited periods have ended by the day it is asked', () => {
    const periods = (today: string) => on(today).filter((line) => line.includes('the period of the cited'));
    expect(periods('2024-09-01').map((line) => line.split(' ')[0])).toEqual(['IV.0', 'IV.0']);
    expect(periods('2026-01-01')).toHaveLength(11);
  });

  it('shows figures in prose and agencies that have since been reorganised', () => {
    expect(about(/a figure stands in prose/)).toHaveLength(11);
    expect(about(/has been reorganised/)).toContain(
      'IV.1.b (line 105): Sở Giao thông vận tải has been reorganised (Sở Xây dựng since 2025-03-01, unconfirmed)',
    );
  });
});

describe('the health of another text', () => {
  const health = (...lines: string[]): string[] =>
    documentHealth({ programme: parseProgramme(lines.join('\n')), today: '2026-11-24', agencies });

  it('says what is absent', () => {
    expect(health('Chào các bạn.')).toEqual([
      '0 fields, 0 blocks, 0 tasks, 0 orientation dashes',
      'no number found',
      'no date found',
      'no signatory found',
      'no recipients found',
      'no tasks found',
    ]);
  });

  it('finds letters and sections skipped, a number twice, a heading without a task', () => {
    const found = health(
      'I. NHIỆM VỤ',
      '1. Sở Y tế:',
      'a) Một.',
      'c) Ba.',
      '1. Sở Nội vụ:',
      '- Hai.',
      '2. Sở Tài chính:',
      'III. NHIỆM VỤ KHÁC',
      '- Bốn.',
    );
    expect(found).toContain('I.1.c (line 4): I.1.b is missing before it');
    expect(found).toContain('I.1~2 (line 5): the number 1 is used twice');
    expect(found).toContain('I.2 (line 7): the heading has no task under it');
    expect(found).toContain('III (line 8): II is missing before it');
  });

  it('does not mind numbers that run on from one group of a table to the next', () => {
    const found = health(
      'PHỤ LỤC I',
      '| TT | Nhiệm vụ | Cơ quan chủ trì |',
      '| I | Một |  |',
      '| 1 | Lập kế hoạch | Sở Y tế |',
      '| 2 | Kiểm tra | Sở Y tế |',
      '| II | Hai |  |',
      '| 3 | Tổng kết | Sở Y tế |',
    );
    expect(found.filter((line) => line.includes('missing'))).toEqual([]);
  });
});
