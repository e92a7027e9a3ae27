import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parseProgramme } from '../../src/knowledge/parse-programme.ts';
import { DocumentError, readDocument } from '../../src/knowledge/read-document.ts';
import { cell, docx, paragraph, table } from './support-docx.ts';

const folder = mkdtempSync(join(tmpdir(), 'document-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: Uint8Array | string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const owners = (text: string): string[] =>
  parseProgramme(text).fields.flatMap((field) =>
    field.blocks.flatMap((block) =>
      block.tasks.map((task) => `${task.text} = ${block.agencies.map(({ name }) => name).join('; ') || '-'}`),
    ),
  );

describe('a text file', () => {
  it('reads text that is not composed, with a byte order mark, CR LF and hard spaces as the plain one', async () => {
    const plain = 'I. NHIỆM VỤ\n1. Sở Y tế:\n- Tiêm chủng mở rộng.\n';
    const odd = `\ufeff${plain.normalize('NFD').replace(/\n/g, '\r\n').replace('Sở Y'.normalize('NFD'), 'Sở\u00a0Y'.normalize('NFD'))}`;
    expect(odd).not.toBe(plain);
    expect(await readDocument(file('odd.txt', odd))).toBe(plain);
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(plain, 'utf16le')]);
    expect(await readDocument(file('utf16.txt', utf16))).toBe(plain);
  });

  it.each<[string, string, Uint8Array | string, RegExp]>([
    ['an empty file', 'empty.txt', '', /empty\.txt holds no text$/],
    ['a blank file', 'blank.txt', ' \r\n\u00a0\n', /blank\.txt holds no text$/],
    [
      'a binary file',
      'binary.txt',
      new Uint8Array([0, 1, 2, 3, 65]),
      /binary\.txt is binary data, not text$/,
    ],
    [
      'an image',
      'image.txt',
      new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xff]),
      /image\.txt is not text in UTF-8$/,
    ],
    ['a PDF', 'scan.pdf', '%PDF-1.7', /scan\.pdf is a PDF: save it as \.docx or \.txt$/],
    ['an old Word file', 'old.doc', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), /old Word format/],
    ['a broken Word file', 'broken.docx', 'PK\u0003\u0004 nothing', /broken\.docx is not a Word document/],
    ['a text called Word', 'text.docx', 'Điều 1.', /text\.docx is not a Word document/],
    ['a Word file without text', 'blank.docx', docx([paragraph(' ')]), /blank\.docx holds no text$/],
  ])('%s: one sentence that names it', async (_what, name, content, message) => {
    const error: unknown = await readDocument(file(name, content)).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(DocumentError);
    expect((error as DocumentError).message).toMatch(message);
    expect((error as DocumentError).message).not.toContain('\n');
  });

  it('a file that is not there, and a folder', async () => {
    await expect(readDocument(join(folder, 'none.txt'))).rejects.toThrow(/none\.txt does not exist$/);
    await expect(readDocument(folder)).rejects.toThrow(/is a folder$/);
  });
});

describe('a Word file', () => {
  it('shows the automatic numbers, level by level, beginning again where Word does', async () => {
    const levels = [
      { format: 'upperRoman', text: '%1.' },
      { format: 'decimal', text: '%2.' },
      { format: 'lowerLetter', text: '%3)' },
      { format: 'bullet', text: '' },
    ];
    const at = (level: number) => ({ id: 1, level });
    const path = file(
      'numbers.docx',
      docx(
        [
          paragraph('NHIỆM VỤ', at(0)),
          paragraph('Sở Y tế:', at(1)),
          paragraph('Tiêm chủng & khám <sớm>.', at(2)),
          paragraph('Kiểm tra.', at(2)),
          paragraph('Sở Nội vụ:', at(1)),
          paragraph('Đào tạo.', at(2)),
          paragraph('NHIỆM VỤ KHÁC', at(0)),
          paragraph('Công an tỉnh:', at(1)),
          paragraph('Tuần tra.', at(3)),
          paragraph('PHỤ LỤC', { id: 2, level: 0 }),
        ],
        levels,
      ),
    );
    const text = await readDocument(path);
    expect(text.split('\n')).toEqual([
      'I. NHIỆM VỤ',
      '1. Sở Y tế:',
      'a) Tiêm chủng & khám <sớm>.',
      'b) Kiểm tra.',
      '2. Sở Nội vụ:',
      'a) Đào tạo.',
      'II. NHIỆM VỤ KHÁC',
      '1. Công an tỉnh:',
      '+ Tuần tra.',
      'I. PHỤ LỤC',
    ]);
    expect(owners(text)).toEqual([
      'Tiêm chủng & khám <sớm>. = Sở Y tế',
      'Kiểm tra. = Sở Y tế',
      'Đào tạo. = Sở Nội vụ',
      'Tuần tra. = Công an tỉnh',
    ]);
  });

  it('reads tables in their place: the letterhead as lines, tasks as rows, a cell over several rows in each', async () => {
    const path = file(
      'tables.docx',
      docx([
        table([
          [cell('ỦY BAN NHÂN DÂN\nTỈNH SÔNG LAM'), cell('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')],
          [cell('Số: 12/KH-UBND'), cell('Sông Lam, ngày 05 tháng 3 năm 2026')],
        ]),
        paragraph('KẾ HOẠCH'),
        paragraph('Chuyển đổi số năm 2026'),
        paragraph('I. NHIỆM VỤ'),
        table([
          ['TT', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Thời gian'].map((text) => cell(text)),
          [cell('1'), cell('Lập\nkế hoạch'), cell('Sở Y tế\nSở Nội vụ', 'restart'), cell('6/2026')],
          [cell('2'), cell('Kiểm tra'), cell('', 'continue'), cell('12/2026')],
          [cell('3'), cell('Tổng kết'), cell(''), cell('')],
        ]),
        table([
          [cell('Nơi nhận:\n- Như trên;\n- Lưu: VT.'), cell('TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nTrần Văn An')],
        ]),
      ]),
    );
    const text = await readDocument(path);
    expect(owners(text)).toEqual([
      'Lập kế hoạch = Sở Y tế; Sở Nội vụ',
      'Kiểm tra = Sở Y tế; Sở Nội vụ',
      'Tổng kết = -',
    ]);
    expect(parseProgramme(text)).toMatchObject({
      number: '12/KH-UBND',
      date: '2026-03-05',
      kind: 'KẾ HOẠCH',
      issuer: 'ỦY BAN NHÂN DÂN TỈNH SÔNG LAM',
      title: 'Chuyển đổi số năm 2026',
      recipients: [{ text: 'Như trên;' }, { text: 'Lưu: VT.' }],
      signatory: { authority: 'TM. ỦY BAN NHÂN DÂN', position: 'CHỦ TỊCH', name: 'Trần Văn An' },
    });
  });

  it('reads what was inserted and not what was deleted, once where Word keeps it twice', async () => {
    const body =
      '<w:p><w:ins><w:r><w:t>Sở Y tế:</w:t></w:r></w:ins><w:del><w:r><w:delText>Sở cũ</w:delText></w:r></w:del></w:p>' +
      '<mc:AlternateContent><mc:Choice><w:p><w:r><w:t>Một</w:t></w:r></w:p></mc:Choice><mc:Fallback><w:p><w:r><w:t>Một</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent>' +
      '<w:sdt><w:sdtContent><w:p><w:r><w:t>Hai</w:t><w:br/><w:t>Ba</w:t></w:r></w:p></w:sdtContent></w:sdt>';
    expect((await readDocument(file('marks.docx', docx([body])))).split('\n')).toEqual([
      'Sở Y tế:',
      'Một',
      'Hai',
      'Ba',
    ]);
  });
});
