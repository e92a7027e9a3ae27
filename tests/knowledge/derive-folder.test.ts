import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createAssistant } from '../../src/answers/answer.ts';
import type { Knowledge } from '../../src/core/programme.ts';
import { deriveFolder } from '../../src/knowledge/derive-folder.ts';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';
import { readDocument } from '../../src/knowledge/read-document.ts';
import { cell, docx, paragraph, table } from './support-docx.ts';

const FOLDER = join(import.meta.dirname, '../../knowledge');
const common = loadKnowledge(FOLDER);

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'programme-'));
  folders.push(folder);
  return folder;
}

function load(source: string): Knowledge {
  const folder = newFolder();
  for (const [name, content] of Object.entries(deriveFolder(source, common)))
    writeFileSync(join(folder, name), content);
  return loadKnowledge(FOLDER, folder);
}

const asker = (knowledge: Knowledge) => {
  const { ask } = createAssistant(knowledge);
  return (text: string) =>
    ask(text, { now: new Date('2026-11-24T09:00:00+07:00'), agency: null, memory: null });
};

describe('a decision of another province, as plain text', () => {
  const knowledge = load(
    readFileSync(join(import.meta.dirname, '../fixtures/quyet-dinh-hai-van.txt'), 'utf8'),
  );
  const ask = asker(knowledge);

  it('is called by its own name, and its examples are its own', () => {
    expect(knowledge.about).toMatchObject({
      name: { vi: 'Quyết định 218/QĐ-UBND', en: 'Decision 218/QĐ-UBND' },
      issuer: { vi: 'Ủy ban nhân dân tỉnh Hải Vân' },
      task: 'II.1.a.1',
      places: ['Hải Vân'],
    });
    expect(ask('Xin chào').text).toContain('Quyết định 218/QĐ-UBND');
    for (const example of knowledge.about.examples.vi) expect(ask(example).outcome).toBe('answered');
  });

  it('has the agencies it names without successors, and knows those it does not name', () => {
    // First those it names, in their order; then those it does not.
    expect(knowledge.agencies.slice(0, 8).map(({ name }) => name)).toEqual([
      'Sở Xây dựng',
      'Sở Tài chính',
      'UBND các xã ven biển',
      'Sở Công Thương',
      'Công ty Điện lực Hải Vân',
      'Sở Nông nghiệp và Môi trường',
      'Sở Khoa học và Công nghệ',
      'UBND tỉnh',
    ]);
    expect(knowledge.agencies.every(({ successors }) => successors.length === 0)).toBe(true);
    expect([knowledge.focalAgency, knowledge.issuer]).toEqual(['so-nong-nghiep-moi-truong', 'ubnd-tinh']);
    const all = knowledge.agencies.flatMap(({ name, aliases }) => [name, ...aliases]).join(' ');
    expect(all).not.toMatch(/Thanh Hóa|Nghi Sơn|Sầm Sơn|Hòa Bình/u);
  });

  it('has the duties its text dates: “trước” is strict, “chậm nhất” is not', () => {
    expect(
      knowledge.duties.map(({ address, who, before, recipients }) => [address, who, before, recipients]),
    ).toEqual([
      ['III.1', 'every_agency', { month: 12, day: 5 }, ['UBND tỉnh', 'Sở Nông nghiệp và Môi trường']],
      ['III.2', 'focal_agency', { month: 12, day: 21 }, ['UBND tỉnh']],
    ]);
  });

  it('corrects only what the text itself bears out', () => {
    expect(knowledge.corrections).toEqual([{ line: 47, wrong: 'với với', right: 'với' }]);
  });

  it.each<[string, string, RegExp]>([
    ['ai chủ trì hạ tầng nghề cá?', 'II.1.a', /Sở Xây dựng chủ trì/],
    ['đưa điện ra đảo Hòn Mực khi nào xong?', 'II.1.b.1', /quý III năm 2026/],
    ['Hạn báo cáo là ngày nào?', 'III.1', /trước ngày 5\/12.*04\/12\/2026/],
    ['cơ quan nào là đầu mối?', 'III.2', /Sở Nông nghiệp và Môi trường là cơ quan đầu mối/],
    ['sản lượng nuôi biển đến 2030 là bao nhiêu?', 'I.1', /18\.500 tấn/],
    ['kinh phí khu hậu cần nghề cá bao nhiêu?', 'II.1.a.2', /120 tỷ đồng/],
    ['nguyên văn II.2.a gạch 3', 'II.2.a.3', /45\/KH-UBND/],
    ['2a gạch 1 hạn khi nào', 'II.2.a.1', /không ghi thời hạn.*mục III\.1/],
    ['ai ký quyết định?', 'QĐ', /Trần Thị Hải Yến/],
    ['quyết định này về việc gì?', 'QĐ.1', /nuôi biển tỉnh Hải Vân/],
    ['thời kỳ của chương trình là giai đoạn nào?', 'QĐ.1', /2026 - 2030/],
    ['Sở Y tế có nhiệm vụ gì?', 'III.1', /không nêu tên Sở Y tế/],
  ])('%s', (question, address, says) => {
    const answer = ask(question);
    expect(answer.text.replaceAll('\n', ' ')).toMatch(says);
    expect(answer.citations[0]?.address).toBe(address);
  });

  it.each([
    'ai chủ trì logistics?',
    'hạn báo cáo 15/12 phải không',
    'Sở Kế hoạch và Đầu tư làm đầu mối à?',
    '3572',
  ])('never answers from another programme: %s', (question) => {
    const answer = ask(question);
    expect(answer.text).not.toMatch(/3572|Thanh Hóa|IV\.|V\.1|logistics và vận tải/);
  });
});

describe('a plan of another province, as a Word file', () => {
  const blocks = [
    paragraph('ỦY BAN NHÂN DÂN'),
    paragraph('TỈNH SÔNG LAM'),
    paragraph('Số: 31/KH-UBND'),
    paragraph('Sông Lam, ngày 09 tháng 02 năm 2026'),
    paragraph('KẾ HOẠCH'),
    paragraph('Phát triển thư viện cơ sở năm 2026'),
    paragraph('I. MỤC ĐÍCH, YÊU CẦU'),
    paragraph('1. Đưa sách đến thôn, bản.'),
    paragraph('II. NHIỆM VỤ'),
    table([
      [cell('TT'), cell('Nhiệm vụ'), cell('Cơ quan chủ trì'), cell('Cơ quan phối hợp'), cell('Thời gian')],
      [
        cell('1'),
        cell('Mua 120 tủ sách cho nhà văn hóa thôn'),
        cell('Sở Văn hóa, Thể thao và Du lịch'),
        cell('Sở Tài chính'),
        cell('6/2026'),
      ],
      [
        cell('2'),
        cell('Tập huấn thủ thư xã'),
        cell('Thư viện tỉnh'),
        cell('UBND các xã'),
        cell('Quý III/2026'),
      ],
    ]),
    paragraph('III. TỔ CHỨC THỰC HIỆN'),
    paragraph(
      '1. UBND các xã báo cáo định kỳ hằng quý trước ngày 20 của tháng cuối quý về Sở Văn hóa, Thể thao và Du lịch.',
    ),
  ];

  it('loads, answers by its rows, and asks for its quarterly report', async () => {
    const file = join(newFolder(), 'ke-hoach.docx');
    writeFileSync(file, docx(blocks));
    const knowledge = load(await readDocument(file));
    const ask = asker(knowledge);
    expect(knowledge.about.name.vi).toBe('Kế hoạch 31/KH-UBND');
    expect(ask('ai lo tập huấn thủ thư?').agencies).toMatchObject([{ name: 'Thư viện tỉnh', role: 'lead' }]);
    expect(ask('khi nào mua tủ sách cho thôn?').text).toMatch(/6\/2026/);
    expect(ask('mục đích yêu cầu là gì').citations[0]?.address).toBe('I.1');
    expect(knowledge.duties.map(({ id, before }) => [id, before])).toEqual(
      [3, 6, 9, 12].map((month, at) => [`bao-cao-quy-${at + 1}`, { month, day: 20 }]),
    );
    expect(ask('hạn báo cáo quý').text).toMatch(
      /trước ngày 20\/12[\s\S]*Báo cáo quý II .*: trước ngày 20\/6/,
    );
    expect(knowledge.duties[0]?.recipients).toEqual(['Sở Văn hóa, Thể thao và Du lịch']);
  });
});

describe('a text that is no decision at all', () => {
  it('loads all the same, and says that it does not state what is asked', () => {
    const knowledge = load('Biên bản họp tổ dân phố. Mọi người nhất trí dọn vệ sinh ngõ vào sáng chủ nhật.');
    const ask = asker(knowledge);
    expect(knowledge.about.name.vi).toBe('Văn bản');
    expect(ask('ai ký văn bản?').outcome).toBe('not_in_programme');
    expect(ask('hạn báo cáo là ngày nào?').outcome).toBe('not_in_programme');
    expect(ask('văn bản này về việc gì?').text).not.toBe('');
  });
});
