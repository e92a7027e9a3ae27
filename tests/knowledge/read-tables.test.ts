import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { dateShown } from '../../src/knowledge/cell-date.ts';
import { readTables } from '../../src/knowledge/read-tables.ts';
import { xlsx, xlsxParts } from '../support/write-xlsx.ts';
import { cell, docx, paragraph, table } from './support-docx.ts';

describe('the tables of an Excel file', () => {
  const tablesOf = (bytes: Uint8Array): string[][][] => {
    const read = readTables(bytes);
    return typeof read === 'string' ? [[[read]]] : read.tables;
  };
  const ofSheet = (xml: string): string[][] =>
    tablesOf(zipSync({ ...xlsxParts([]), 'xl/worksheets/sheet1.xml': strToU8(xml) }))[0] ?? [];

  it('dates as they show: a day, a month somebody typed, a year; the serial of no date stays a number', () => {
    const date = '2027-06-01';
    expect(
      tablesOf(
        xlsx([{ rows: [[{ date }, { date, as: 'month' }, { date, as: 'year' }, { date, as: 'number' }]] }]),
      ),
    ).toEqual([[['01/06/2027', '06/2027', '2027', '46539']]]);
  });

  it('dates counted from 1904, and around the 29 February 1900 that never was', () => {
    expect(tablesOf(xlsx([{ rows: [[{ date: '2027-06-30' }]] }], { is1904: true }))).toEqual([
      [['30/06/2027']],
    ]);
    const row = (serial: number): string => `<row><c s="1"><v>${serial}</v></c></row>`;
    expect(
      ofSheet(`<sheetData>${row(1)}${row(59)}${row(61)}${row(46_568.75)}${row(-5)}</sheetData>`),
    ).toEqual([['01/01/1900'], ['28/02/1900'], ['01/03/1900'], ['30/06/2027'], ['-5']]);
  });

  it.each([
    [14, undefined, 'day'],
    [17, undefined, 'month'],
    [0, undefined, null],
    [20, undefined, null],
    [164, '[$-42A]dd/mm/yyyy;@', 'day'],
    [164, '"ngày" d "tháng" m', 'day'],
    [164, 'mm/yyyy', 'month'],
    [164, 'yyyy', 'year'],
    [164, 'hh:mm', null],
    [164, 'mm:ss', null],
    [164, '#,##0 "đ/ngày d"', null],
    [164, 'General', null],
    [164, '[Red]0.00', null],
  ])('number format %s %s shows %s', (id, code, shown) => {
    expect(dateShown(id, code)).toBe(shown);
  });

  it('merged cells downwards in each row, sideways in the first column, empty rows as one', () => {
    expect(
      tablesOf(
        xlsx([
          {
            rows: [['a', 'b', 'c'], [null, 'd'], [], [], ['e', null, 'f']],
            merged: ['A1:A2', 'B1:C1', 'C2:C900'],
          },
        ]),
      ),
    ).toEqual([[['a', 'b', 'c'], ['a', 'd'], [], ['e', '', 'f']]]);
  });

  it('what a formula gives, faults left out, line breaks kept, text as it was written', () => {
    expect(
      ofSheet(
        `<sheetData><row r="7"><c r="A7" t="str"><f>B1</f><v>kết quả</v></c><c r="B7" t="e"><v>#REF!</v></c><c r="C7"><f>1/10+2/10</f><v>0.30000000000000004</v></c><c r="D7" t="inlineStr"><is><r><t>a &amp; b_x000D_&#10;</t></r><rPh><t>no</t></rPh><r><t>c</t></r></is></c><c r="E7" t="d"><v>2027-06-30T00:00:00</v></c></row></sheetData>`,
      ),
    ).toEqual([['kết quả', '', '0.3', 'a & b\nc', '30/06/2027']]);
  });

  it('names with a prefix, cells without a place', () => {
    expect(
      ofSheet(
        '<x:worksheet xmlns:x="u"><x:sheetData><x:row><x:c t="str"><x:v>a</x:v></x:c><x:c><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>',
      ),
    ).toEqual([['a', '2']]);
  });

  it('marks typed apart come as one letter', () => {
    expect(tablesOf(xlsx([{ rows: [['Nhiệm vụ'.normalize('NFD')]] }]))).toEqual([[['Nhiệm vụ']]]);
  });
});

describe('the tables of a Word file', () => {
  it('apart from the paragraphs, with lines kept, merged cells in each row, wide ones in the first column', () => {
    const wide = `<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${paragraph('rộng')}</w:tc>`;
    expect(
      readTables(
        docx([
          paragraph('trước'),
          table([
            [cell('a', 'restart'), cell('một\nhai'), cell('c')],
            [cell('', 'continue'), wide],
          ]),
          paragraph('sau'),
        ]),
      ),
    ).toEqual({
      tables: [
        [
          ['a', 'một\nhai', 'c'],
          ['a', 'rộng', ''],
        ],
      ],
      paragraphs: ['trước', 'sau'],
    });
  });
});
