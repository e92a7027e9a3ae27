import { describe, expect, it } from 'vitest';
import { MOST_INVITATIONS, readInvitations } from '../../src/people/read-invitations.ts';

const AGENCIES: Record<string, string> = { 'Sở Y tế': 'so-y-te', 'Sở Nội vụ': 'so-noi-vu' };
const read = (text: string) => readInvitations(text, (name) => AGENCIES[name] ?? null);
const problems = (text: string) => read(text).faults.map(({ line, problem }) => [line, problem]);
const HEAD = 'họ tên,chức vụ,cơ quan,vai trò';

describe('a list of people to invite', () => {
  it.each([
    ['with diacritics and commas', `${HEAD}\nTrần Thị Hà,Phó Giám đốc,Sở Y tế,lãnh đạo`],
    [
      'without diacritics, semicolons, another order',
      'VAI TRO;Ho va ten;Co quan;Chuc vu\nLanh dao;Trần Thị Hà;Sở Y tế;Phó Giám đốc',
    ],
    [
      'from a table program',
      `\ufeffSTT;Họ tên;Chức vụ;Đơn vị;Vai trò;\r\n1;"Trần  Thị Hà";"Phó Giám đốc";Sở Y tế;Lãnh đạo;;\r\n;;;;;\r\n`,
    ],
    [
      'decomposed',
      `${HEAD}\nTrần Thị Hà,Phó Giám đốc,Sở Y tế,lãnh đạo`
        .normalize('NFD')
        .replace('Sở Y tế'.normalize('NFD'), 'Sở Y tế'),
    ],
  ])('is read %s', (_how, text) => {
    expect(read(text)).toMatchObject({
      invitations: [{ name: 'Trần Thị Hà', position: 'Phó Giám đốc', agency: 'so-y-te', role: 'leader' }],
      faults: [],
    });
  });

  it('takes a cell with the separator in quotation marks, and no role for the least', () => {
    const { invitations } = read(`${HEAD}\nLê An,"Phó phòng, phụ trách",Sở Nội vụ,`);
    expect(invitations).toEqual([
      { name: 'Lê An', position: 'Phó phòng, phụ trách', agency: 'so-noi-vu', role: 'official' },
    ]);
  });

  it('names every fault with its line, and then invites nobody', () => {
    const text = [
      HEAD,
      'Lê An,,Sở Y tế,cán bộ',
      ',,Sở Y tế,cán bộ',
      'Lê 2,,Sở Y tế,cán bộ',
      'Lê Bình,,Sở Nọ,vua',
      '"Lê\nCường",,Sở Y tế,cán bộ',
      'lê an,,Sở Y tế,quản trị',
      'Lê An,,Sở Nội vụ,cán bộ',
      'Lê Dung,Phó phòng, phụ trách,Sở Y tế,cán bộ',
    ].join('\n');
    expect(problems(text)).toEqual([
      [3, 'empty_name'],
      [4, 'bad_name'],
      [5, 'unknown_agency'],
      [5, 'unknown_role'],
      [8, 'doubled_name'],
      [10, 'too_many_columns'],
      [10, 'unknown_agency'],
      [10, 'unknown_role'],
    ]);
    expect(read(text).invitations).toEqual([]);
    expect(read(text).faults.find(({ problem }) => problem === 'doubled_name')?.value).toBe('2');
    expect(JSON.stringify(read(text).faults)).not.toContain('Lê');
  });

  it.each([
    ['', [[1, 'no_rows']]],
    [HEAD, [[1, 'no_rows']]],
    [
      'họ tên,cơ quan,vai trò,lương\nLê An,Sở Y tế,cán bộ,5',
      [
        [1, 'missing_column'],
        [1, 'unknown_column'],
      ],
    ],
    [`${HEAD},họ và tên\nLê An,,Sở Y tế,cán bộ,`, [[1, 'doubled_column']]],
    [`${HEAD}\n"Lê An,,Sở Y tế,cán bộ`, [[2, 'quotes']]],
    ['Lê An,Phó phòng,Sở Y tế,cán bộ', expect.arrayContaining([[1, 'missing_column']])],
  ])('%j', (text, expected) => expect(problems(text)).toEqual(expected));

  it('takes 5,000 and not one more', () => {
    const letters = (n: number): string =>
      n.toString(26).replace(/[0-9]/g, (d) => 'qrstuvwxyz'[Number(d)] ?? '');
    const list = (n: number): string =>
      [HEAD, ...Array.from({ length: n }, (_, at) => `Lê ${letters(at)} ${'abc'[at % 3]},,Sở Y tế,`)].join(
        '\n',
      );
    expect(read(list(MOST_INVITATIONS)).invitations).toHaveLength(MOST_INVITATIONS);
    expect(problems(list(MOST_INVITATIONS + 1))).toEqual([[MOST_INVITATIONS + 2, 'too_many_rows']]);
  });
});
