import { describe, expect, it } from 'vitest';
import { type EvalRow, readRows } from '../../../src/app/eval/rows.ts';
import { scoreQuestion } from '../../../src/app/eval/score-question.ts';
import { spelled } from '../../../src/app/eval/spellings.ts';
import type { Answer } from '../../../src/core/answer.ts';

const HEADING = 'b) Sở Lao động - Thương binh và Xã hội chủ trì, phối hợp với các ngành, đơn vị liên quan:';

function row(expected: EvalRow['expect'], evidence: string | string[] = HEADING): EvalRow {
  return { id: 'r1', group: 'lead', text: 'ai chủ trì', evidence, expect: expected };
}

function answer(parts: Partial<Answer> & { quotes?: string[] }): Answer {
  const { quotes = [], ...rest } = parts;
  return {
    text: '',
    outcome: 'answered',
    intent: 'lead',
    language: 'vi',
    citations: quotes.map((quote, at) => ({ address: `IV.${at + 1}`, quote, line: at + 1 })),
    agencies: [],
    choices: [],
    memory: null,
    ...rest,
  };
}

const marksOf = (expected: EvalRow['expect'], given: Parameters<typeof answer>[0], evidence?: string) =>
  scoreQuestion(row(expected, evidence), answer(given), []).marks;

describe('the score of a question', () => {
  it('is a hit where the evidence stands in a passage, or a passage that is no scrap in the evidence', () => {
    expect(marksOf({}, { quotes: [HEADING.slice(3)] })).toMatchObject({ hit1: true, hit3: true });
    expect(marksOf({}, { quotes: [HEADING.slice(3, 60)] })).toMatchObject({ hit1: true });
    expect(marksOf({}, { quotes: ['Sở Lao động'] })).toMatchObject({ hit1: false, hit3: false });
    expect(marksOf({}, { quotes: ['khác', 'khác', HEADING] })).toMatchObject({ hit1: false, hit3: true });
    expect(marksOf({}, { quotes: ['khác', 'khác', 'khác', HEADING] })).toMatchObject({ hit3: false });
  });

  it('is none where the answer says that the programme does not say it, whatever it quotes as nearest', () => {
    const given = { quotes: [HEADING], outcome: 'not_in_programme' as const };
    expect(marksOf({}, given)).toMatchObject({ hit1: false, hit3: false, refused: true });
    expect(marksOf({ outcome: 'corrected' }, given)).toMatchObject({ hit1: false, declined: false });
    expect(marksOf({ outcome: 'not_in_programme' }, given)).toMatchObject({ hit1: true, declined: true });
    expect(marksOf({ slots: { answerable: false } }, given)).toMatchObject({ hit1: true, declined: true });
  });

  it('calls a true sentence denied a refusal too', () => {
    expect(marksOf({}, { outcome: 'corrected', quotes: [HEADING] })).toMatchObject({ refused: true });
  });

  it('calls wrong what answers a false premise without the sentence that says otherwise', () => {
    expect(marksOf({ outcome: 'corrected' }, { quotes: [HEADING] })).toMatchObject({
      declined: false,
      wrong: false,
    });
    expect(marksOf({ outcome: 'corrected' }, { quotes: ['khác'] })).toMatchObject({ wrong: true });
    expect(marksOf({ outcome: 'out_of_scope' }, { quotes: ['khác'] }, '')).toMatchObject({ wrong: true });
  });

  it('wants every agency named, and no other as leading', () => {
    const expected = { agency: ['Bệnh viện đa khoa, Trung tâm y tế'] };
    const agencies = (...names: [string, string][]) => ({
      agencies: names.map(([name, role]) => ({ name, role, now: null })),
    });
    const split = agencies(['Bệnh viện đa khoa', 'lead'], ['Trung tâm y tế', 'lead']);
    expect(marksOf(expected, split)).toMatchObject({ agencies: true, leads: false });
    expect(marksOf(expected, agencies(['Trung tâm y tế', 'lead']))).toMatchObject({ agencies: false });
    const another = agencies(
      ['Bệnh viện đa khoa', 'lead'],
      ['Trung tâm y tế', 'lead'],
      ['Sở Y tế huyện', 'lead'],
    );
    expect(marksOf(expected, another)).toMatchObject({ agencies: false, leads: true });
    expect(marksOf({}, split)).not.toHaveProperty('agencies');
  });

  it('looks for what must be there in the text and the first three quotes, dates in any form', () => {
    const expected = { must_include: ['ngày 05 tháng 8 năm 2020'] };
    expect(marksOf(expected, { text: 'Ban hành Ngày 5/8/2020.' })).toMatchObject({
      included: true,
      said: true,
    });
    expect(marksOf(expected, { quotes: ['', '', 'ngày 05/8/2020'] })).toMatchObject({
      included: true,
      said: false,
    });
    expect(marksOf(expected, { quotes: ['', '', '', 'ngày 05/8/2020'] })).toMatchObject({ included: false });
  });
});

describe('the rows of a question file', () => {
  it('are asked in Vietnamese three ways, in English as they are', () => {
    const rows = [
      { text: 'cơ quan nào chủ trì lĩnh vực y tế' },
      { text: 'Which agency leads health?' },
      { text: 'logistics', language: 'en' as const },
    ];
    const asked = (['written', 'bare', 'english'] as const).map((spelling) =>
      spelled(rows, spelling).map(({ text }) => text),
    );
    expect(asked).toEqual([
      ['cơ quan nào chủ trì lĩnh vực y tế'],
      ['co quan nao chu tri linh vuc y te'],
      ['Which agency leads health?', 'logistics'],
    ]);
    expect(spelled(rows, 'typo')).toHaveLength(1);
  });

  it('name the line that is none', () => {
    const good = '{"id":"1","group":"lead","text":"?","evidence":"","expect":{}}';
    expect(readRows(`${good}\n\n${good}\n`, 'a.jsonl')).toHaveLength(2);
    expect(() => readRows(`${good}\nno row`, 'a.jsonl')).toThrow('a.jsonl: line 2: the line is not');
    expect(() => readRows(good.replace('"expect":{}', '"expect":{"agency":1}'), 'a.jsonl')).toThrow(
      'a.jsonl: line 1: expect.agency is not',
    );
  });
});
