import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { healthSentences } from '../../src/app/commands/health.ts';
import type { HealthFinding } from '../../src/core/health.ts';
import { deriveAbout } from '../../src/knowledge/derive-about.ts';
import { examineDocument } from '../../src/knowledge/health.ts';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';
import { parseProgramme } from '../../src/knowledge/parse-programme.ts';

const knowledge = loadKnowledge(join(import.meta.dirname, '../../knowledge'));
const on = (today: string): HealthFinding[] => examineDocument({ ...knowledge, today }).findings;
const addresses = (findings: HealthFinding[]): (string | undefined)[] =>
  findings.map(({ at }) => at?.address);

describe('the health of the decision', () => {
  const findings = on('2026-11-24');
  const of = (kind: HealthFinding['kind']) => findings.filter((finding) => finding.kind === kind);

  it('is counts, then findings that each name address and line', () => {
    const sentences = healthSentences(
      examineDocument({ ...knowledge, today: '2026-11-24' }),
      knowledge.about,
    );
    expect(sentences[0]).toBe('8 fields, 13 blocks, 57 tasks, 38 orientation dashes');
    for (const sentence of sentences.slice(1)) expect(sentence).toMatch(/^\S+ \(line \d+\): \S/u);
  });

  it('finds the number that is missing, and no other', () => {
    expect([...of('skipped'), ...of('twice')]).toEqual([
      { kind: 'skipped', part: 'frame', names: ['V.2'], at: { address: 'V.3', line: 179 } },
    ]);
  });

  it('gives the right spelling of each typing error, as corrected or as guessed', () => {
    const typing = of('typing').map((one) =>
      one.kind === 'typing' ? [one.wrong, one.right, one.mended] : [],
    );
    for (const { wrong, right } of knowledge.corrections) expect(typing).toContainEqual([wrong, right, true]);
    expect(typing).toContainEqual(['đi đối với', 'đi đôi với', false]);
  });

  it('guesses them from the text alone where nobody has corrected it', () => {
    const guessed = examineDocument({ ...knowledge, corrections: [], today: '2026-11-24' }).findings.flatMap(
      (one) => (one.kind === 'typing' ? [`${one.wrong} → ${one.right}`] : []),
    );
    expect(new Set(guessed)).toEqual(
      new Set([
        'đi đối với → đi đôi với',
        'hung tâm → trung tâm',
        'thể mạnh → thế mạnh',
        'nhu → như',
        'chương hình → chương trình',
        'Chương hình → Chương trình',
        'đua → đưa',
        'với với → với',
        'đơn vị liên → đơn vị liên quan',
      ]),
    );
  });

  it('names the four blocks nobody leads and the 56 tasks without a date', () => {
    expect(addresses(of('no_lead'))).toEqual(['IV.1.b', 'IV.3.c', 'IV.4.b', 'IV.8']);
    expect(of('no_date')).toHaveLength(56);
    expect(addresses(of('no_date'))).not.toContain('IV.2.a.2');
  });

  it('says which periods have ended by the day it is asked, cited ones and its own', () => {
    const cited = (today: string) => on(today).filter(({ kind }) => kind === 'document_ended');
    expect(addresses(cited('2024-09-01'))).toEqual(['IV.0', 'IV.0']);
    expect(cited('2026-01-01')).toHaveLength(11);
    const own = (today: string) =>
      on(today).flatMap((one) => (one.kind === 'period_ended' ? [[one.at?.address, one.period]] : []));
    expect(own('2025-12-31')).toEqual([]);
    expect(own('2026-01-01')).toEqual([
      ['II.2.1', 'giai đoạn 2021 - 2025'],
      ['III.6.4', 'đến năm 2025'],
    ]);
    expect(on('2030-01-01').filter(({ kind }) => kind === 'deadline_passed')).toHaveLength(1);
    expect(on('2029-12-31').filter(({ kind }) => kind === 'deadline_passed')).toHaveLength(0);
  });

  it('shows the figures hidden in prose and why each may be misread', () => {
    const figures = of('figure').map((one) =>
      one.kind === 'figure' ? `${one.at?.address} ${one.value}: ${one.faults.join(', ')}` : '',
    );
    expect(figures).toHaveLength(11);
    expect(figures).toContain('III.2.2 20 ha: no_period, several_readings');
    expect(figures).toContain('III.4.5 13 bệnh viện: no_period');
    expect(figures).toContain('III.6.4 04 đô thị thông minh: several_readings');
  });

  it('shows agencies that have since been reorganised', () => {
    expect(of('reorganised')).toContainEqual({
      kind: 'reorganised',
      part: 'agencies',
      name: 'Sở Giao thông vận tải',
      since: [{ holder: 'Sở Xây dựng', from: '2025-03-01', confirmed: false }],
      at: { address: 'IV.1.b', line: 105 },
    });
  });
});

describe('the health of another text', () => {
  const examine = (...lines: string[]) =>
    examineDocument({
      programme: parseProgramme(lines.join('\n')),
      today: '2026-11-24',
      agencies: [],
      corrections: [],
    });
  const say = (...lines: string[]): string[] =>
    healthSentences(examine(...lines), deriveAbout(parseProgramme(lines.join('\n'))));

  it('says what is absent', () => {
    expect(say('Chào các bạn.')).toEqual([
      '0 fields, 0 blocks, 0 tasks, 0 orientation dashes',
      'no number found',
      'no date found',
      'no signatory found',
      'no recipients found',
      'no tasks found',
    ]);
  });

  it('finds letters and sections skipped, a number twice, a heading without a task', () => {
    const found = say(
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
    const found = say(
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

  it('spells an impossible syllable by its neighbour, and guesses nothing where the text bears nothing out', () => {
    const typing = examine(
      'I. NHIỆM VỤ',
      '1. Sở Tài chính:',
      '- Bố trí guồn lực; huy động nguồn lực xã hội.',
      '- Rà soát trưc liệu.',
    ).findings.flatMap((one) => (one.kind === 'typing' ? [[one.wrong, one.right]] : []));
    expect(typing).toEqual([
      ['guồn', 'nguồn'],
      ['trưc', null],
    ]);
  });

  it('finds a number without a unit, and dates that have passed', () => {
    const found = examine(
      'I. NHIỆM VỤ',
      '1. Sở Nội vụ:',
      '- Nâng chỉ số hài lòng đạt 85 vào năm 2027.',
      '- Tổng kết trước ngày 30/6/2026.',
      '- Sơ kết trong quý IV năm 2026.',
    ).findings;
    expect(found).toContainEqual({
      kind: 'figure',
      part: 'figures',
      value: '85',
      period: null,
      faults: ['no_unit'],
      at: { address: 'I.1.1', line: 3 },
    });
    expect(found.filter(({ kind }) => kind === 'deadline_passed').map(({ at }) => at?.address)).toEqual([
      'I.1.2',
    ]);
  });
});
