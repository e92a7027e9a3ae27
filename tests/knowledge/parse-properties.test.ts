import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { examineDocument } from '../../src/knowledge/health.ts';
import { allItems, parseProgramme } from '../../src/knowledge/parse-programme.ts';

const OPENINGS = [
  '',
  'I. ',
  'II. ',
  'V. ',
  'A. ',
  '1. ',
  '2. ',
  '2. ',
  '1.1. ',
  'a) ',
  'b) ',
  'đ) ',
  '- ',
  '+ ',
  '* ',
  '(1) ',
  'Điều 1. ',
  'Điều 2. ',
  'Chương I ',
  'PHỤ LỤC ',
  '| 1 | ',
  '1\t',
  'Nơi nhận: ',
  'TM. ',
  'Cơ quan chủ trì: ',
];
const PIECES = [
  'Sở Y tế',
  'Sở Y tế:',
  'Công an tỉnh',
  'UBND các xã',
  'chủ trì',
  ', phối hợp với ',
  'Giao ',
  'Chỉ đạo ',
  'NHIỆM VỤ',
  'GIẢI PHÁP',
  'TỔ CHỨC THỰC HIỆN',
  'MỤC TIÊU',
  'ĐỊNH HƯỚNG',
  'thực hiện kế hoạch',
  ' trước ngày 15/12/2026',
  '; ',
  '. ',
  ':',
  ' | ',
  '\t',
  'TT',
  'Nhiệm vụ',
  'Quyết định số 12/QĐ-UBND ngày 01/02/2024 của UBND tỉnh',
  '8,5%/năm',
  'giai đoạn 2021',
  '- 2030',
  'CHỦ TỊCH',
  'Trần Văn An',
];
const structured = fc
  .array(
    fc
      .tuple(fc.constantFrom(...OPENINGS), fc.array(fc.constantFrom(...PIECES), { maxLength: 4 }))
      .map(([opening, pieces]) => opening + pieces.join('')),
    { maxLength: 40 },
  )
  .map((lines) => lines.join('\n'));
const anyText = fc.oneof(
  structured,
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
);

const squash = (text: string): string => text.replace(/[\s|*\u0000-\u001f\u00a0]+/gu, ' ').trim();

describe('any text', () => {
  it('is read without a crash, its health too', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const programme = parseProgramme(text);
        const report = examineDocument({ programme, today: '2026-11-24', agencies: [], corrections: [] });
        expect(report.counts.fields).toBe(programme.fields.length);
      }),
      { numRuns: 500 },
    );
  });

  it('gives every item words that begin on its line', () => {
    fc.assert(
      fc.property(structured, (text) => {
        const lines = text.normalize('NFC').split('\n');
        for (const item of allItems(parseProgramme(text))) {
          const from = squash(lines.slice(item.line - 1).join(' '));
          const own = squash(lines[item.line - 1] ?? '');
          const place = from.indexOf(squash(item.text));
          expect(place, `${item.address} “${item.text}”`).toBeGreaterThanOrEqual(0);
          expect(place, `${item.address} “${item.text}”`).toBeLessThan(Math.max(own.length, 1));
        }
      }),
      {
        numRuns: 500,
        examples: [
          ['I. A\nđ) |\nthực hiện kế hoạch'],
          ['- 2030Sở Y tế\n:\nSở Y tế'],
          [' trước ngày 15/12/2026\n:\nCơ quan chủ trì: Sở Y tế'],
          ['1.1. Sở Y tế: | \nchủ trì'],
        ],
      },
    );
  });

  it('gives every item an address of its own, but where a heading is two things at once', () => {
    fc.assert(
      fc.property(structured, (text) => {
        const programme = parseProgramme(text);
        const headings = new Set(programme.fields.map(({ address }) => address));
        const addresses = allItems(programme)
          .map(({ address }) => address)
          .filter((address) => !headings.has(address));
        expect(new Set(addresses).size).toBe(addresses.length);
      }),
      { numRuns: 500 },
    );
  });
});

describe('any document of headings and dashes', () => {
  const AGENCIES = ['Sở Y tế', 'Sở Nội vụ', 'Công an tỉnh', 'Ban Dân tộc tỉnh', 'UBND các xã, phường'];
  const TASKS = [
    'Xây dựng kế hoạch',
    'Kiểm tra việc chấp hành',
    'Tổng hợp, báo cáo UBND tỉnh',
    'Phối hợp với Sở Tài chính bố trí vốn',
    'Chỉ đạo Chi cục Kiểm lâm trực',
  ];
  const FORMS: ((name: string) => string)[] = [
    (name) => `${name}:`,
    (name) => name,
    (name) => `${name} chủ trì, phối hợp với các đơn vị liên quan:`,
    (name) => `Giao ${name}:`,
    (name) => `${name} có trách nhiệm:`,
    (name) => `Trách nhiệm của ${name}`,
  ];
  const heading = fc.record({
    owner: fc.option(fc.constantFrom(...AGENCIES)),
    form: fc.constantFrom(...FORMS),
    tasks: fc.array(fc.constantFrom(...TASKS), { minLength: 1, maxLength: 4 }),
    letters: fc.boolean(),
  });

  it('charges the agency of the nearest heading above, and nobody where it names none', () => {
    fc.assert(
      fc.property(fc.array(heading, { minLength: 1, maxLength: 8 }), (headings) => {
        const lines = ['I. NHIỆM VỤ, GIẢI PHÁP'];
        const expected: [number, string][] = [];
        for (const [index, { owner, form, tasks, letters }] of headings.entries()) {
          lines.push(`${index + 1}. ${owner ? form(owner) : 'Về công tác chung'}`);
          for (const [at, task] of tasks.entries()) {
            lines.push(`${letters ? `${'abcd'.charAt(at)})` : '-'} ${task}.`);
            expected.push([lines.length, owner ?? '']);
          }
        }
        const found = parseProgramme(lines.join('\n')).fields.flatMap((field) =>
          field.blocks.flatMap((block) =>
            block.tasks.map((task): [number, string] => [
              task.line,
              block.agencies.map(({ name }) => name).join('+'),
            ]),
          ),
        );
        expect(found.sort(([a], [b]) => a - b)).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });
});
