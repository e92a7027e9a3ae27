import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { createParts } from '../../../src/app/build-app.ts';
import { taskAddresses, tasksIn } from '../../../src/knowledge/programme-parts.ts';
import { tasksOf } from '../../../src/progress/permission.ts';
import { readPlanFile } from '../../../src/progress/plan-file/read-plan-file.ts';
import { cell, docx, paragraph, table } from '../../knowledge/support-docx.ts';
import { knowledge } from '../../support/talk.ts';
import { type Cell, xlsx, xlsxParts } from '../../support/write-xlsx.ts';

const { findTask } = createParts(knowledge);
const contextOf = (agency: string) => ({
  today: '2026-11-25',
  documents: knowledge.programme.documents,
  taskAddresses: taskAddresses(knowledge.programme),
  ownTasks: tasksOf(agency, knowledge),
  findTask,
});
const context = contextOf('so-y-te');
const readSheet = (rows: Cell[][], merged: string[] = []) => readPlanFile(xlsx([{ rows, merged }]), context);

const BINH = 'PGĐ Nguyễn Văn Bình';
const MAI = 'PGĐ Lê Thị Mai';
const LAO_KHOA_TEXT = 'Trình phê duyệt Đề án thành lập bệnh viện Lão khoa tỉnh';
const BENH_AN_TEXT = 'Triển khai hồ sơ bệnh án điện tử, chữ ký số, kê đơn thuốc điện tử';
const EMPTY = { leader: null, finishDate: null, steps: [], immediate: false };
const LAO_KHOA = { ...EMPTY, task: 'IV.4.a.3', leader: BINH, finishDate: '2027-06-30' };
const BENH_AN = { ...EMPTY, task: 'IV.4.a.8', leader: MAI, finishDate: '2027-09-30' };
const withLine = <T extends object>(plan: T, line: string): T & { line: string } => ({ ...plan, line });

describe('an agency’s plan in a spreadsheet', () => {
  it('a plain table by addresses, with dates as Excel keeps them', () => {
    expect(
      readSheet([
        ['STT', 'Nhiệm vụ', 'Lãnh đạo phụ trách', 'Thời gian hoàn thành'],
        [1, 'IV.4.a.3', BINH, { date: '2027-06-30' }],
        [2, 'mục IV.4.a, gạch 8', MAI, 'quý III/2027'],
      ]),
    ).toEqual({
      plans: [withLine(LAO_KHOA, 'IV.4.a.3'), withLine(BENH_AN, 'mục IV.4.a, gạch 8')],
      unmatched: [],
      problem: null,
    });
  });

  it('letterhead and titles above, other words in another order, tasks by their words', () => {
    const { plans, unmatched } = readSheet(
      [
        ['UBND TỈNH THANH HÓA', null, null, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
        ['SỞ Y TẾ', null, null, 'Độc lập - Tự do - Hạnh phúc'],
        [],
        ['KẾ HOẠCH NĂM 2028 THỰC HIỆN NHIỆM VỤ TẠI QUYẾT ĐỊNH 3572/QĐ-UBND'],
        ['(Kèm theo Quyết định số 12/QĐ-SYT ngày 5 tháng 01 năm 2027)'],
        [],
        [
          'TT',
          'Thời hạn',
          'Nội dung (nhiệm vụ, công việc)',
          'Đơn vị chủ trì',
          'Lãnh đạo trực tiếp chỉ đạo',
          'Ghi chú',
        ],
        ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)'],
        ['I', null, 'LĨNH VỰC Y TẾ'],
        [1, 'Quý II', LAO_KHOA_TEXT, 'Phòng Tổ chức', BINH],
        [2, null, BENH_AN_TEXT, 'Phòng Kế hoạch', MAI, 'Triển khai ngay, không cần chương trình riêng'],
        [],
        [null, null, 'Nơi nhận:', null, 'GIÁM ĐỐC'],
        [null, null, '- Như trên', null, 'Trần Văn Cường'],
      ],
      ['A4:F4'],
    );
    expect(plans).toEqual([
      withLine({ ...LAO_KHOA, finishDate: '2028-06-30' }, LAO_KHOA_TEXT),
      withLine({ ...BENH_AN, finishDate: null, immediate: true }, BENH_AN_TEXT),
    ]);
    expect(unmatched).toEqual([]);
  });

  it('a header of two lines, its cells merged, a task cell merged over its steps', () => {
    const { plans } = readSheet(
      [
        ['STT', 'Nhiệm vụ', 'Tổ chức thực hiện', null, 'Thời gian', null, 'Kế hoạch'],
        [null, null, 'Lãnh đạo', 'Phòng chủ trì', 'Bắt đầu', 'Kết thúc', 'Việc cụ thể'],
        [1, LAO_KHOA_TEXT, BINH, 'TCCB', '01/01/2027', { date: '2027-03-31' }, 'Khảo sát nhu cầu'],
        [null, null, null, 'KHTC', '01/04/2027', { date: '2027-06-30' }, 'Trình đề án'],
        [2, 'IV.4.a.8', MAI, 'CNTT', null, { date: '2027-09-30' }, null],
      ],
      ['A1:A2', 'B1:B2', 'C1:D1', 'E1:F1', 'A3:A4', 'B3:B4', 'C3:C4'],
    );
    expect(plans).toEqual([
      withLine(
        {
          ...LAO_KHOA,
          steps: [
            { text: 'Khảo sát nhu cầu', finishDate: '2027-03-31' },
            { text: 'Trình đề án', finishDate: '2027-06-30' },
          ],
        },
        LAO_KHOA_TEXT,
      ),
      withLine(BENH_AN, 'IV.4.a.8'),
    ]);
  });

  it('a line below the header that says how to fill it in', () => {
    expect(
      readSheet(
        [
          ['Nhiệm vụ', 'Lãnh đạo', 'Thời gian hoàn thành'],
          [null, null, '(ghi rõ tháng, năm)'],
          ['IV.4.a.3', BINH, { date: '2027-06-01', as: 'month' }],
        ],
        ['A1:A2', 'B1:B2'],
      ),
    ).toEqual({ plans: [withLine(LAO_KHOA, 'IV.4.a.3')], unmatched: [], problem: null });
  });

  it('steps below their task in its own column, by number, dash or nothing; the task keeps its own date', () => {
    const steps = [
      { text: 'Khảo sát nhu cầu', finishDate: '2027-03-31' },
      { text: 'Lấy ý kiến các đơn vị', finishDate: '2027-05-15' },
    ];
    const header = ['TT', 'Nội dung công việc', 'Lãnh đạo', 'Hoàn thành'];
    const own = [LAO_KHOA_TEXT, BINH, '30/6/2027'];
    const last = ['2', 'IV.4.a.8', MAI, 'trong quý III năm 2027'];
    const numbered = [
      ['1', ...own],
      ['1.1', 'Khảo sát nhu cầu', '', '31/3/2027'],
      ['1.2', 'Lấy ý kiến các đơn vị', '', '15/5/2027'],
      last,
    ];
    const dashed = [
      ['1', ...own],
      ['-', 'Khảo sát nhu cầu', '', '31/3/2027'],
      ['-', 'Lấy ý kiến các đơn vị', '', '15/5/2027'],
      last,
    ];
    const unmarked = [
      ['1', ...own],
      ['', 'Khảo sát nhu cầu', '', '31/3/2027'],
      ['', 'Lấy ý kiến các đơn vị', '', '15/5/2027'],
      last,
    ];
    for (const rows of [numbered, dashed, unmarked])
      expect(readSheet([header, ...rows])).toEqual({
        plans: [withLine({ ...LAO_KHOA, steps }, LAO_KHOA_TEXT), withLine(BENH_AN, 'IV.4.a.8')],
        unmatched: [],
        problem: null,
      });
  });

  it('a column of addresses that repeats, steps in their own column, an empty cell, "như trên"', () => {
    const { plans } = readSheet([
      ['Mục', 'Giải pháp', 'Người phụ trách', 'Hạn'],
      ['IV.4.a.3', 'Khảo sát', BINH, '31/3/2027'],
      ['IV.4.a.3', 'Trình đề án', 'nt', '30/6/2027'],
      [null, 'Công bố', null, 'hằng năm'],
      ['4.a.8', '- Mua phần mềm;\n- Tập huấn (xong trước 31/8/2027)', MAI, '30/9/2027'],
    ]);
    expect(plans).toEqual([
      withLine(
        {
          ...LAO_KHOA,
          steps: [
            { text: 'Khảo sát', finishDate: '2027-03-31' },
            { text: 'Trình đề án', finishDate: '2027-06-30' },
            { text: 'Công bố', finishDate: null },
          ],
        },
        'IV.4.a.3',
      ),
      withLine(
        {
          ...BENH_AN,
          steps: [
            { text: 'Mua phần mềm', finishDate: null },
            { text: 'Tập huấn', finishDate: '2027-08-31' },
          ],
        },
        '4.a.8',
      ),
    ]);
  });

  it('several sheets, hidden rows, without marks, in English, text kept in the cell', () => {
    const file = xlsx([
      { rows: [['Ghi chu chung']] },
      {
        rows: [
          ['tt', 'nhiem vu', 'nguoi phu trach', 'thoi han'],
          [1, 'IV.4.a.3', BINH, '30.6.2027'],
        ],
        hidden: [2],
      },
      {
        rows: [
          ['No.', 'Task', 'Leader in charge', 'Lead unit', 'Deadline'],
          [1, { inline: 'IV.4.a.8' }, { inline: MAI }, 'IT', { inline: 'Q3 2027' }],
        ],
      },
    ]);
    expect(readPlanFile(file, context).plans).toEqual([
      withLine(LAO_KHOA, 'IV.4.a.3'),
      withLine(BENH_AN, 'IV.4.a.8'),
    ]);
  });

  it('a further table below the first, with another header', () => {
    const { plans } = readSheet([
      ['STT', 'Nhiệm vụ', 'Lãnh đạo', 'Thời gian'],
      [1, 'IV.4.a.3', BINH, '30/6/2027'],
      [],
      ['STT', 'Thời gian', 'Nhiệm vụ', 'Lãnh đạo'],
      [1, '30/9/2027', 'IV.4.a.8', MAI],
    ]);
    expect(plans).toEqual([withLine(LAO_KHOA, 'IV.4.a.3'), withLine(BENH_AN, 'IV.4.a.8')]);
  });

  it('joins what two sheets say of one task', () => {
    const header = ['Nhiệm vụ', 'Việc cụ thể', 'Lãnh đạo', 'Thời gian'];
    const file = xlsx([
      { rows: [header, ['IV.4.a.3', 'Khảo sát', BINH, '31/3/2027']] },
      { rows: [header, ['IV.4.a.3', 'Trình đề án', null, '30/6/2027']] },
    ]);
    expect(readPlanFile(file, context).plans).toMatchObject([
      { ...LAO_KHOA, steps: [{ text: 'Khảo sát' }, { text: 'Trình đề án' }] },
    ]);
  });
});

describe('a task that is not certain', () => {
  const readTasks = (agency: string, texts: string[]) =>
    readPlanFile(
      xlsx([
        { rows: [['Nhiệm vụ', 'Lãnh đạo', 'Thời gian'], ...texts.map((text) => [text, BINH, '30/6/2027'])] },
      ]),
      contextOf(agency),
    );

  it('is listed: another agency’s, none, two at once, too few words', () => {
    const long = `Mua sắm xe ô tô công ${'phục vụ công tác '.repeat(10)}`;
    const { plans, unmatched } = readTasks('so-y-te', [
      'IV.2.a.3',
      long,
      'IV.4.a.3 và IV.4.a.8',
      'Y tế',
      'Nhiệm vụ 3: việc khác',
      'IV.4.a.8',
    ]);
    expect(plans.map(({ task }) => task)).toEqual(['IV.4.a.8']);
    expect(unmatched).toHaveLength(5);
    expect(unmatched[1]).toMatch(/^Mua sắm xe ô tô công.*…$/);
    expect(unmatched[1]?.length).toBeLessThanOrEqual(80);
  });

  it('is not taken from a lone number of the plan’s own numbering that the words speak against', () => {
    const header = ['STT', 'Nhiệm vụ', 'Lãnh đạo', 'Thời gian'];
    expect(readSheet([header, ['IV.4.a.8', LAO_KHOA_TEXT, BINH, '30/6/2027']]).unmatched).toEqual([
      LAO_KHOA_TEXT,
    ]);
    expect(readSheet([header, ['IV.4.a.8', BENH_AN_TEXT, MAI, '30/9/2027']]).plans).toMatchObject([BENH_AN]);
  });

  it('of two rows called differently neither is it, unless by its address', () => {
    const other = 'Kế hoạch triển khai thực hiện có hiệu quả Đề án bệnh viện Lão khoa';
    expect(readTasks('so-y-te', [other]).plans).toMatchObject([{ task: 'IV.4.a.3' }]);
    expect(readTasks('so-y-te', [LAO_KHOA_TEXT, other])).toMatchObject({
      plans: [],
      unmatched: [LAO_KHOA_TEXT, other],
    });
    expect(readTasks('so-y-te', [`${LAO_KHOA_TEXT} (IV.4.a.3)`, other])).toMatchObject({
      plans: [LAO_KHOA],
      unmatched: [other],
    });
  });

  it('is no other work of the same office that shares its words', () => {
    const others = [
      'Tuyên truyền về bệnh viện Lão khoa tỉnh cho nhân dân các huyện miền núi',
      'Tổ chức hội nghị tổng kết công tác y tế năm 2026',
      'Đào tạo bồi dưỡng cán bộ công chức ngành y tế',
      'Kiểm tra an toàn thực phẩm dịp Tết Nguyên đán',
      'Phát động phong trào thi đua trong ngành y tế',
      'Xây dựng kế hoạch cải cách hành chính của Sở Y tế',
      'Sửa chữa trụ sở làm việc của Sở Y tế',
      'Thực hiện chính sách dân số và kế hoạch hóa gia đình',
      'Hội nghị xúc tiến đầu tư vào lĩnh vực y tế',
      'Cải tạo bệnh viện đa khoa tỉnh',
    ];
    expect(readTasks('so-y-te', others)).toMatchObject({ plans: [], unmatched: others });
  });

  it('every task in the words of the decision is found by its own agency and by no other', () => {
    const all = tasksIn(knowledge.programme);
    const own = context.ownTasks;
    const texts = all.map(({ text }) => text);
    const { plans, unmatched } = readTasks('so-y-te', texts);
    expect(plans.map(({ task }) => task)).toEqual(own);
    expect(
      plans.every(({ task, line }) =>
        all.find(({ address }) => address === task)?.text.startsWith(line.slice(0, 40)),
      ),
    ).toBe(true);
    expect(plans.length + unmatched.length).toBe(all.length);
  });
});

describe('an agency’s plan in a Word file', () => {
  it('in a table with a task over several rows and several steps in a cell', () => {
    const file = docx([
      table([[cell('SỞ Y TẾ'), cell('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')]]),
      paragraph('KẾ HOẠCH NĂM 2027'),
      table([
        [cell('Nhiệm vụ'), cell('Việc cụ thể'), cell('Lãnh đạo phụ trách'), cell('Thời gian hoàn thành')],
        [cell('IV.4.a.3', 'restart'), cell('Khảo sát'), cell(BINH), cell('31/3/2027')],
        [cell('', 'continue'), cell('Trình đề án'), cell(''), cell('Tháng 6')],
        [cell(BENH_AN_TEXT), cell('Mua phần mềm\nTập huấn'), cell(MAI), cell('31/8/2027\n30/9/2027')],
      ]),
    ]);
    expect(readPlanFile(file, context).plans).toEqual([
      withLine(
        {
          ...LAO_KHOA,
          steps: [
            { text: 'Khảo sát', finishDate: '2027-03-31' },
            { text: 'Trình đề án', finishDate: '2027-06-30' },
          ],
        },
        'IV.4.a.3',
      ),
      withLine(
        {
          ...BENH_AN,
          steps: [
            { text: 'Mua phần mềm', finishDate: '2027-08-31' },
            { text: 'Tập huấn', finishDate: '2027-09-30' },
          ],
        },
        BENH_AN_TEXT,
      ),
    ]);
  });

  it('in a table without a leader or a date, inside a table for layout, rows numbered by Word', () => {
    const inner = table([
      [cell('STT'), cell('Nội dung nhiệm vụ'), cell('Giải pháp thực hiện')],
      [
        `<w:tc>${paragraph(' ', { id: 1, level: 0 })}</w:tc>`,
        cell('Mục IV, khoản 4, điểm a, gạch đầu dòng thứ 3'),
        cell('Khảo sát nhu cầu'),
      ],
    ]);
    const file = docx([table([[`<w:tc>${inner}</w:tc>`]])], [{ format: 'decimal', text: '%1.' }]);
    expect(readPlanFile(file, context).plans).toMatchObject([
      { ...EMPTY, task: 'IV.4.a.3', steps: [{ text: 'Khảo sát nhu cầu', finishDate: null }] },
    ]);
  });

  it('in paragraphs that name their tasks', () => {
    const file = docx([
      paragraph('Kế hoạch của Sở Y tế năm 2027'),
      paragraph('Căn cứ mục IV.4.a của Quyết định 3572/QĐ-UBND;'),
      paragraph(`IV.4.a.3. Thành lập bệnh viện Lão khoa: ${BINH} phụ trách, xong 30/6/2027`),
      paragraph('- Khảo sát nhu cầu (31/3/2027)'),
      paragraph('- Trình đề án'),
      paragraph('IV.4.a.8: triển khai ngay, không cần chương trình riêng'),
      paragraph('IV.2.a.3: Giám đốc phụ trách, xong 30/6/2027'),
      paragraph('Nơi nhận: như trên'),
    ]);
    const { plans, unmatched } = readPlanFile(file, context);
    expect(plans).toMatchObject([
      {
        ...LAO_KHOA,
        steps: [
          { text: 'Khảo sát nhu cầu', finishDate: '2027-03-31' },
          { text: 'Trình đề án', finishDate: null },
        ],
      },
      { ...EMPTY, task: 'IV.4.a.8', immediate: true },
    ]);
    expect(unmatched).toEqual(['IV.2.a.3: Giám đốc phụ trách, xong 30/6/2027']);
  });
});

describe('a file that cannot be read', () => {
  const rows = [
    ['Nhiệm vụ', 'Thời hạn'],
    ['IV.4.a.3', '30/6/2027'],
  ];
  const problemOf = (bytes: Uint8Array) => readPlanFile(bytes, context).problem;

  it('is no table of tasks', () => {
    expect(
      problemOf(
        xlsx([
          {
            rows: [
              ['a', 'b'],
              ['IV.4.a.3', '1'],
            ],
          },
        ]),
      ),
    ).toBe('not_a_table');
    expect(problemOf(docx([paragraph('xin chào')]))).toBe('not_a_table');
    expect(problemOf(docx([table([[cell('SỞ Y TẾ'), cell('Số: 12')]])]))).toBe('not_a_table');
  });

  it('is broken, renamed, behind a password', () => {
    const whole = xlsx([{ rows }]);
    const encrypted = whole.slice();
    for (let at = 0; at < encrypted.length - 4; at += 1)
      if (encrypted[at] === 0x50 && encrypted[at + 1] === 0x4b && encrypted[at + 2] === 1)
        encrypted[at + 8] = 1;
    const compound = new Uint8Array(2_000);
    compound.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    const text = new TextEncoder().encode('Nhiệm vụ;Thời hạn\nIV.4.a.3;30/6/2027');
    const other = zipSync({ 'a.txt': text });
    for (const bytes of [
      new Uint8Array(),
      whole.slice(0, whole.length / 2),
      encrypted,
      compound,
      text,
      other,
    ])
      expect(problemOf(bytes)).toBe('unreadable');
  });

  it('is too large: rows, columns, bytes', () => {
    const many = Array.from({ length: 2_001 }, () => ['IV.4.a.3', '30/6/2027']);
    const wide = [...Array.from({ length: 60 }, () => null), 'x'];
    expect(problemOf(xlsx([{ rows: [...rows, ...many] }]))).toBe('too_large');
    expect(problemOf(xlsx([{ rows: [...rows, wide] }]))).toBe('too_large');
    expect(problemOf(new Uint8Array(5 * 1024 * 1024 + 1))).toBe('too_large');
  });

  it('is a bomb: too much when unpacked, whatever its directory says, too deep, merged without end', () => {
    // A reader that is not linear in what it unpacks runs past the test's own limit of time.
    const bomb = zipSync({
      ...xlsxParts([{ rows }]),
      'xl/worksheets/sheet2.xml': new Uint8Array(60_000_000),
    });
    expect(problemOf(bomb)).toBe('too_large');
    const lying = bomb.slice();
    const view = new DataView(lying.buffer);
    for (let at = 0; at < lying.length - 46; at += 1)
      if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) === 60_000_000)
        view.setUint32(at + 24, 100, true);
    expect(problemOf(lying)).toBe('too_large');
    const sheet = (xml: string) =>
      zipSync({ ...xlsxParts([{ rows }]), 'xl/worksheets/sheet1.xml': new TextEncoder().encode(xml) });
    expect(problemOf(sheet('<a>'.repeat(300_000)))).toBe('too_large');
    for (const hostile of ['<!--', '<![CDATA[', '<a "', '<a', '</a', '&#', '<!-- >'])
      problemOf(sheet(hostile.repeat(500_000)));
    problemOf(
      sheet(
        `<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>${'<mergeCell ref="A1:A999999999"/>'.repeat(10_000)}`,
      ),
    );
    const wide = '<w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr></w:tc>';
    expect(problemOf(docx([table([[wide]])]))).toBe('too_large');
  });

  it('never throws, whatever its bytes', () => {
    const files = [
      xlsx([{ rows }]),
      docx([
        table([
          [cell('Nhiệm vụ'), cell('Thời hạn')],
          [cell('IV.4.a.3'), cell('30/6/2027')],
        ]),
      ]),
    ];
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(problemOf(bytes)).toBe('unreadable');
      }),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...files),
        fc.uint8Array({ maxLength: 40 }),
        fc.nat(),
        (file, noise, at) => {
          const broken = file.slice();
          const from = at % broken.length;
          broken.set(noise.slice(0, broken.length - from), from);
          readPlanFile(broken, context);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('never throws, whatever stands in its cells', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom(
        'Nhiệm vụ',
        'Lãnh đạo',
        'Thời hạn',
        'Việc cụ thể',
        'IV.4.a.3',
        '31/11/2027',
        '',
        '1.1',
        '-',
      ),
    );
    fc.assert(
      fc.property(fc.array(fc.array(text, { maxLength: 6 }), { maxLength: 8 }), (cells) => {
        const { plans } = readSheet([['Nhiệm vụ', 'Lãnh đạo', 'Thời hạn', 'Việc cụ thể'], ...cells]);
        for (const { task, finishDate } of plans) {
          expect(context.ownTasks).toContain(task);
          if (finishDate !== null) expect(finishDate).toMatch(/^\d{4}-\d\d-\d\d$/);
        }
      }),
      { numRuns: 100 },
    );
  });
});
