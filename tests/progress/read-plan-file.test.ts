import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createParts } from '../../src/app/build-app.ts';
import { taskAddresses } from '../../src/knowledge/programme-parts.ts';
import { tasksOf } from '../../src/progress/permission.ts';
import { readPlanFile } from '../../src/progress/read-plan-file.ts';
import { cell, docx, paragraph, table } from '../knowledge/support-docx.ts';
import { knowledge } from '../support/talk.ts';
import { type Cell, xlsx } from '../support/write-xlsx.ts';

const { findTask } = createParts(knowledge);
const context = {
  today: '2026-11-25',
  documents: knowledge.programme.documents,
  taskAddresses: taskAddresses(knowledge.programme),
  ownTasks: tasksOf('so-y-te', knowledge),
  findTask,
};
const readSheet = (rows: Cell[][], merged: string[] = []) =>
  readPlanFile(xlsx([{ rows, merged }]), 'xlsx', context);
const LAO_KHOA = {
  task: 'IV.4.a.3',
  leader: 'PGĐ Nguyễn Văn Bình',
  finishDate: '2027-06-30',
  steps: [],
  immediate: false,
};

describe('an agency’s plan in a spreadsheet', () => {
  it('by addresses, with dates as Excel keeps them', () => {
    const { plans, unmatched } = readSheet([
      ['STT', 'Nhiệm vụ', 'Lãnh đạo phụ trách', 'Thời gian hoàn thành'],
      [1, 'IV.4.a.3', 'PGĐ Nguyễn Văn Bình', { date: '2027-06-30' }],
      [2, 'IV.4.a.8', 'Lê Thị Mai', 'quý III/2027'],
    ]);
    expect(plans).toEqual([
      LAO_KHOA,
      { ...LAO_KHOA, task: 'IV.4.a.8', leader: 'Lê Thị Mai', finishDate: '2027-09-30' },
    ]);
    expect(unmatched).toEqual([]);
  });

  it('by the words of the tasks, under a title, with other headers in another order', () => {
    const { plans } = readSheet([
      ['SỞ Y TẾ'],
      ['KẾ HOẠCH THỰC HIỆN QUYẾT ĐỊNH 3572/QĐ-UBND'],
      [],
      ['TT', 'Thời hạn', 'Nội dung nhiệm vụ', 'Lãnh đạo trực tiếp chỉ đạo', 'Ghi chú'],
      [
        1,
        '30/6/2027',
        'Trình phê duyệt Đề án thành lập bệnh viện Lão khoa tỉnh',
        'PGĐ Nguyễn Văn Bình',
        null,
      ],
      [
        2,
        null,
        'Triển khai hồ sơ bệnh án điện tử, chữ ký số, kê đơn thuốc điện tử',
        'Lê Thị Mai',
        'triển khai ngay, không cần chương trình riêng',
      ],
    ]);
    expect(plans).toEqual([
      LAO_KHOA,
      { ...LAO_KHOA, task: 'IV.4.a.8', leader: 'Lê Thị Mai', finishDate: null, immediate: true },
    ]);
  });

  it('with several rows for a task, merged or empty: they are its steps', () => {
    const steps = [
      { text: 'Khảo sát nhu cầu', finishDate: '2027-03-31' },
      { text: 'Trình đề án', finishDate: '2027-06-30' },
    ];
    const header = ['Nhiệm vụ', 'Việc cụ thể', 'Lãnh đạo phụ trách', 'Hoàn thành'];
    const first = ['IV.4.a.3', 'Khảo sát nhu cầu', 'PGĐ Nguyễn Văn Bình', '31/3/2027'];
    const merged = readSheet(
      [header, first, [null, 'Trình đề án', null, { date: '2027-06-30' }]],
      ['A2:A3', 'C2:C3'],
    );
    const empty = readSheet([header, first, ['', 'Trình đề án', '', '30/6/2027']]);
    for (const { plans } of [merged, empty]) expect(plans).toEqual([{ ...LAO_KHOA, steps }]);
  });

  it('on a second sheet, without marks, in English', () => {
    const { plans } = readPlanFile(
      xlsx([
        { rows: [['Ghi chu chung']] },
        {
          rows: [
            ['nhiem vu', 'nguoi phu trach', 'thoi han'],
            ['IV.4.a.3', 'PGĐ Nguyễn Văn Bình', '30.6.2027'],
          ],
        },
      ]),
      'xlsx',
      context,
    );
    expect(plans).toEqual([LAO_KHOA]);
    expect(
      readSheet([
        ['Task', 'Leader in charge', 'Deadline'],
        ['IV.4.a.3', 'PGĐ Nguyễn Văn Bình', '30/06/2027'],
      ]).plans,
    ).toEqual([LAO_KHOA]);
  });

  it('never guesses: another agency’s task, and what is none, are listed', () => {
    const { plans, unmatched } = readSheet([
      ['Nhiệm vụ', 'Lãnh đạo', 'Thời gian'],
      ['IV.2.a.3', 'A', '30/6/2027'],
      ['Mua sắm xe ô tô công', 'B', '30/6/2027'],
      ['IV.4.a.3', 'PGĐ Nguyễn Văn Bình', 'thường xuyên'],
    ]);
    expect(plans).toEqual([{ ...LAO_KHOA, finishDate: null }]);
    expect(unmatched).toEqual(['IV.2.a.3', 'Mua sắm xe ô tô công']);
  });
});

describe('an agency’s plan in a Word file', () => {
  it('in a table with a task over several rows', () => {
    const file = docx([
      paragraph('KẾ HOẠCH'),
      table([
        [cell('Nhiệm vụ'), cell('Việc cụ thể'), cell('Lãnh đạo phụ trách'), cell('Thời gian hoàn thành')],
        [cell('IV.4.a.3', 'restart'), cell('Khảo sát'), cell('PGĐ Nguyễn Văn Bình'), cell('31/3/2027')],
        [cell('', 'continue'), cell('Trình đề án'), cell(''), cell('30/6/2027')],
      ]),
    ]);
    expect(readPlanFile(file, 'docx', context).plans).toEqual([
      {
        ...LAO_KHOA,
        steps: [
          { text: 'Khảo sát', finishDate: '2027-03-31' },
          { text: 'Trình đề án', finishDate: '2027-06-30' },
        ],
      },
    ]);
  });

  it('in paragraphs that name their tasks', () => {
    const file = docx([
      paragraph('Kế hoạch của Sở Y tế năm 2027'),
      paragraph('IV.4.a.3: PGĐ Nguyễn Văn Bình phụ trách, xong 30/6/2027'),
      paragraph('IV.4.a.8: triển khai ngay, không cần chương trình riêng'),
    ]);
    expect(readPlanFile(file, 'docx', context).plans).toMatchObject([
      LAO_KHOA,
      { task: 'IV.4.a.8', immediate: true },
    ]);
  });
});

describe('a file that is no plan', () => {
  it('is said to be none, whatever its bytes', () => {
    const whole = xlsx([
      {
        rows: [
          ['Nhiệm vụ', 'Thời hạn'],
          ['IV.4.a.3', '30/6/2027'],
        ],
      },
    ]);
    for (const bytes of [new Uint8Array(), whole.slice(0, whole.length / 2), docx([paragraph('xin chào')])])
      for (const type of ['xlsx', 'docx'] as const)
        expect(readPlanFile(bytes, type, context).plans).toEqual([]);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.nat(whole.length - 1), (noise, at) => {
        const broken = whole.slice();
        broken.set(noise.slice(0, whole.length - at), at);
        for (const type of ['xlsx', 'docx'] as const) readPlanFile(broken, type, context);
      }),
      { numRuns: 200 },
    );
  });
});
