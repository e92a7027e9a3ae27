import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { NamedAgency } from '../../src/core/programme.ts';
import { allItems, parseProgramme } from '../../src/knowledge/parse-programme.ts';

const HOME = join(import.meta.dirname, '../../knowledge/3572-qd-ubnd');
const source = readFileSync(join(HOME, 'source.txt'), 'utf8');
const programme = parseProgramme(source);
const blocks = programme.fields.flatMap((field) => field.blocks);
const tasks = blocks.flatMap((block) => block.tasks);

const named = (role: NamedAgency['role'], ...names: string[]): NamedAgency[] =>
  names.map((name) => ({ name, role }));

describe('the reader on the decision', () => {
  it('makes programme.json as it is kept', () => {
    expect(`${JSON.stringify(programme, null, 2)}\n`).toBe(
      readFileSync(join(HOME, 'programme.json'), 'utf8'),
    );
  });

  it('finds 8 fields, 13 blocks, 57 tasks and 38 orientation dashes', () => {
    expect(programme.fields).toHaveLength(8);
    expect(blocks).toHaveLength(13);
    expect(tasks).toHaveLength(57);
    expect(programme.orientations.flatMap((group) => group.dashes)).toHaveLength(38);
    expect(programme.orientations.map((group) => group.dashes.length)).toEqual([5, 5, 6, 5, 4, 5, 5, 3]);
  });

  it.each<[string, number, NamedAgency[]]>([
    ['IV.1.a', 6, named('lead', 'Sở Văn hóa, Thể thao và Du lịch')],
    [
      'IV.1.b',
      4,
      named(
        'coordinate',
        'Sở Giao thông vận tải',
        'Ban Quản lý KKT Nghi Sơn và các KCN',
        'UBND các huyện, thị xã, thành phố',
      ),
    ],
    ['IV.2.a', 4, named('lead', 'Sở Giao thông vận tải')],
    ['IV.2.b', 3, named('lead', 'Ban Quản lý KKT Nghi Sơn và các KCN')],
    [
      'IV.3.a',
      8,
      [...named('lead', 'Sở Giáo dục và Đào tạo'), ...named('coordinate', 'UBND các huyện, thị, thành phố')],
    ],
    ['IV.3.b', 2, named('lead', 'Sở Lao động - Thương binh và Xã hội')],
    ['IV.3.c', 3, named('implement', 'Các cơ sở giáo dục nghề nghiệp, giáo dục đại học trên địa bàn tỉnh')],
    ['IV.4.a', 8, named('lead', 'Sở Y tế')],
    [
      'IV.4.b',
      2,
      [
        ...named('direct', 'Sở Y tế'),
        ...named(
          'implement',
          'Bệnh viện đa khoa',
          'Trung tâm y tế các huyện, thị xã, thành phố',
          'các tổ chức cơ sở y tế trên địa bàn',
        ),
      ],
    ],
    ['IV.5', 5, named('lead', 'Sở Khoa học và Công nghệ')],
    ['IV.6', 5, named('lead', 'Sở Thông tin và Truyền thông')],
    ['IV.7', 5, named('lead', 'Sở Công Thương')],
    [
      'IV.8',
      2,
      [
        ...named('direct', 'Ngân hàng Nhà nước Việt Nam chi nhánh Thanh Hóa'),
        ...named('implement', 'chi nhánh các tổ chức tín dụng trên địa bàn tỉnh'),
      ],
    ],
  ])('%s: %i tasks and its agencies', (address, count, agencies) => {
    const block = blocks.find((one) => one.address === address);
    expect(block?.tasks).toHaveLength(count);
    expect(block?.agencies).toEqual(agencies);
  });

  it('keeps what a dash says of itself: role, partners, date, periodic report', () => {
    const task = (address: string) => tasks.find((one) => one.address === address);
    expect(task('IV.1.a.3')?.role).toBe('lead');
    expect(task('IV.3.a.2')?.role).toBe('coordinate');
    expect(task('IV.6.2')?.agencies.map(({ name }) => name)).toEqual([
      'Sở Xây dựng',
      'UBND các huyện, thị xã, thành phố',
    ]);
    expect(task('IV.2.a.2')?.deadline).toBe('trước năm 2030');
    expect(tasks.filter((one) => one.deadline)).toHaveLength(1);
    expect(tasks.filter((one) => one.periodicReport).map((one) => one.address)).toEqual([
      'IV.1.a.1',
      'IV.4.a.1',
      'IV.5.1',
    ]);
  });

  it('gives every item the words of its line', () => {
    const lines = source.normalize('NFC').split('\n');
    for (const item of allItems(programme)) expect(lines[item.line - 1]).toContain(item.text);
  });

  it('reads number, date, issuer, signatory, articles and recipients', () => {
    expect(programme).toMatchObject({
      number: '3572/QĐ-UBND',
      date: '2024-08-30',
      kind: 'QUYẾT ĐỊNH',
      issuer: 'ỦY BAN NHÂN DÂN TỈNH THANH HÓA',
      signatory: { line: 31, name: 'Nguyễn Văn Thi', position: 'PHÓ CHỦ TỊCH' },
    });
    expect(programme.articles.map(({ address }) => address)).toEqual(['QĐ.1', 'QĐ.2', 'QĐ.2.1']);
    expect(programme.recipients).toHaveLength(12);
    expect(programme.bases).toHaveLength(3);
    expect(programme.organisation.map(({ address }) => address)).toEqual(['V.1', 'V.1.1', 'V.1.2', 'V.3']);
  });

  it('reads the objectives with their figures and periods', () => {
    const figures = programme.figures.filter(({ address }) => address === 'II.2.1');
    expect(figures.map(({ value, period }) => [value, period])).toEqual([
      ['8,9%/năm', 'giai đoạn 2021 - 2025'],
      ['8,5%/năm', 'giai đoạn 2026 - 2030'],
      ['33,3%', 'vào năm 2030'],
    ]);
  });

  it.each([
    ['531/QĐ-TTg', 'Quyết định', '2021-04-01', 'Thủ tướng Chính phủ', 'QĐ.CC.2'],
    ['3675/TTr-SKHĐT', 'Tờ trình', '2024-06-06', 'Sở Kế hoạch và Đầu tư', 'QĐ.CC.3'],
    ['144/KH-UBND', 'Kế hoạch', '2020-06-30', 'UBND tỉnh', 'IV.0'],
    ['4437/QĐ-UBND', 'Quyết định', '2014-12-11', 'Chủ tịch UBND tỉnh', 'IV.0'],
    ['11-CTr/TU', 'Chương trình hành động', '2021-02-28', 'Ban Chấp hành Đảng bộ tỉnh', 'IV.0'],
    ['58-NQ/TW', 'Nghị quyết', '2020-08-05', 'Bộ Chính trị', 'IV.0'],
    ['17/NQ-HĐND', 'Nghị quyết', '2021-07-17', 'HĐND tỉnh', 'IV.0'],
    ['2999/QĐ-UBND', 'Quyết định', '2021-08-09', 'UBND tỉnh', 'IV.0'],
    ['13/NQ-CP', 'Nghị quyết', '2021-02-03', 'Chính phủ', 'IV.0'],
    ['72/KH-UBND', 'Kế hoạch', '2023-03-26', 'UBND tỉnh', 'IV.0'],
    ['2004/UBND-THKH', 'Công văn', '2024-02-09', 'UBND tỉnh', 'IV.1.a.3'],
    ['73/QĐ-TTg', 'Quyết định', '2023-02-10', 'Thủ tướng Chính phủ', 'IV.3.b.1'],
    ['136/KH-UBND', 'Kế hoạch', '2022-05-16', 'UBND tỉnh', 'IV.3.b.1'],
    ['2239/QĐ-TTg', 'Quyết định', '2021-12-30', 'Thủ tướng Chính phủ', 'IV.3.b.1'],
    ['02/2022/NQ-HĐND', 'Nghị quyết', '2022-12-11', 'HĐND tỉnh', 'IV.4.a.4'],
    ['27-KH/TU', 'Kế hoạch hành động', '2021-08-13', 'Ban Chấp hành Đảng bộ tỉnh', 'IV.5.1'],
    ['06-NQ/TU', 'Nghị quyết', '2021-11-10', 'Ban Thường vụ Tỉnh ủy', 'IV.6.1'],
    ['176/QĐ-UBND', 'Quyết định', '2022-01-10', 'UBND tỉnh', 'IV.6.1'],
    ['210/KH-UBND', 'Kế hoạch', '2020-10-02', 'UBND tỉnh', 'IV.7.2'],
  ])('reads the cited %s', (number, kind, date, issuer, address) => {
    const found = programme.documents.filter((document) => document.number === number);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ kind, date, issuer });
    expect(found[0]?.citedAt).toContain(address);
  });

  it('finds every number in the source that looks like a document', () => {
    const numbers = new Set(
      source.normalize('NFC').match(/\d+(?:\/\d{4})?[-/](?:QĐ|NQ|KH|CTr|TTr|UBND)[-/]\p{L}+/gu),
    );
    numbers.delete('3572/QĐ-UBND');
    expect(new Set(programme.documents.map(({ number }) => number).filter(Boolean))).toEqual(numbers);
  });

  it('cites a title whole: with its closing quotation mark, and the second document it carries out', () => {
    const title = (number: string) => programme.documents.find((one) => one.number === number)?.title;
    expect(title('11-CTr/TU')).toMatch(/“về xây dựng .* 2045”$/);
    expect(title('2999/QĐ-UBND')).toMatch(/của Chính phủ và Chương trình hành động .* của Bộ Chính trị$/);
    expect(title('06-NQ/TU')).toBe('về chuyển đổi số tỉnh Thanh Hóa đến năm 2025, định hướng đến năm 2030');
  });

  it('finds the documents named by a title and a period alone', () => {
    const unnumbered = programme.documents.filter(({ number, kind }) => number === '' && kind !== 'Luật');
    expect(unnumbered.map(({ citedAt, periodEnd }) => `${citedAt} ${periodEnd}`)).toEqual([
      'III.8.2 2025',
      'III.8.2 2025',
      'IV.1.a.1 2025',
      'IV.2.a.1 2030',
      'IV.4.a.1 2025',
      'IV.6.3 2025',
    ]);
  });

  it('finds the figures hidden in prose, no more', () => {
    expect(programme.figures.map(({ address, value }) => `${address} ${value}`)).toEqual([
      'II.2.1 8,9%/năm',
      'II.2.1 8,5%/năm',
      'II.2.1 33,3%',
      'III.1.1 03 sản phẩm du lịch',
      'III.2.2 10 ha',
      'III.2.2 20 ha',
      'III.4.5 13 bệnh viện',
      'III.4.5 03 Bệnh viện đa khoa',
      'III.4.5 03 Bệnh viện đa khoa khu vực',
      'III.5.3 05 trụ cột tăng trưởng',
      'III.6.2 100%',
      'III.6.4 02 đô thị thông minh',
      'III.6.4 04 đô thị thông minh',
      'IV.1.a.3 03 loại hình du lịch',
    ]);
  });
});

describe('the reader on anything else', () => {
  it.each([
    '',
    'abc',
    'I. MỤC TIÊU\n- a\n- b',
    'IV. GIẢI PHÁP\n1. X\na) Sở Y tế chủ trì:\n- một\n+ hai',
    '\u0000\n\n-',
    'Điều 1. \nĐiều 1. ',
  ])('does not throw on %j', (text) => {
    expect(parseProgramme(text).number).toBe('');
  });
});
