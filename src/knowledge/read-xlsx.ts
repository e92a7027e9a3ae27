import { cleanText } from '../core/text.ts';
import { type DateShown, dateShown, writeDate } from './cell-date.ts';
import { LIMITS, TooLarge } from './file-limits.ts';
import { attribute, type Element, elementsOf, parseXml } from './read-xml.ts';

/** The parts of an Excel file that are read. */
export const XLSX_PARTS = /^xl\/(?:worksheets\/[^/]+|sharedStrings|styles|workbook)\.xml$/i;

interface Book {
  strings: string[];
  /** By cell style. */
  dates: (DateShown | null)[];
  is1904: boolean;
}

/**
 * The rows of each sheet of an unpacked Excel file, hidden ones too: cells as a person reads them, dates as dd/MM/yyyy,
 * a cell merged downwards in each of its rows, one merged sideways in its first column. Empty rows between others are
 * one row without cells.
 */
export function readXlsx(parts: Map<string, Uint8Array>): string[][][] {
  const part = (name: string): Element => parsePart(parts.get(name));
  const sheets = [...parts.keys()]
    .filter((name) => /worksheets/i.test(name))
    .sort((a, b) => Number(/\d+/.exec(a)?.[0] ?? 0) - Number(/\d+/.exec(b)?.[0] ?? 0));
  const [properties] = elementsOf(part('xl/workbook.xml'), 'workbookPr');
  const book: Book = {
    strings: elementsOf(part('xl/sharedStrings.xml'), 'si').map(writtenIn),
    dates: dateStyles(part('xl/styles.xml')),
    is1904: /^(?:1|true)$/.test((properties && attribute(properties, 'date1904')) ?? ''),
  };
  const tables: string[][][] = [];
  let left = LIMITS.rows;
  for (const name of sheets) {
    const rows = readSheet(part(name), book, left);
    left -= rows.filter((row) => row.length > 0).length;
    tables.push(rows);
  }
  return tables;
}

/** Some programs write every name with a prefix: `<x:row>`. */
function parsePart(bytes: Uint8Array | undefined): Element {
  const xml = new TextDecoder().decode(bytes ?? new Uint8Array());
  const prefix = /<(\w{1,20}):(?:worksheet|sst|styleSheet|workbook)\b/.exec(xml.slice(0, 2_000))?.[1];
  return parseXml(prefix ? xml.replaceAll(`<${prefix}:`, '<').replaceAll(`</${prefix}:`, '</') : xml, LIMITS);
}

function readSheet(sheet: Element, book: Book, limit: number): string[][] {
  const byNumber = new Map<number, string[]>();
  let number = 0;
  for (const row of elementsOf(sheet, 'row')) {
    number = Number(attribute(row, 'r') ?? number + 1);
    const cells = readCells(row, book);
    if (cells.length > 0) byNumber.set(number, cells);
    if (byNumber.size > limit) throw new TooLarge();
  }
  fillDown(byNumber, elementsOf(sheet, 'mergeCell'));
  const rows: string[][] = [];
  let before = 0;
  for (const at of [...byNumber.keys()].sort((a, b) => a - b)) {
    if (rows.length > 0 && at > before + 1) rows.push([]);
    rows.push(byNumber.get(at) ?? []);
    before = at;
  }
  return rows;
}

function readCells(row: Element, book: Book): string[] {
  const cells: string[] = [];
  let next = 0;
  for (const cell of elementsOf(row, 'c')) {
    const column = columnOf(attribute(cell, 'r') ?? '') ?? next;
    next = column + 1;
    const text = cellText(cell, book);
    if (text === '') continue;
    if (column >= LIMITS.columns) throw new TooLarge();
    while (cells.length < column) cells.push('');
    cells[column] = text;
  }
  return cells;
}

function cellText(cell: Element, { strings, dates, is1904 }: Book): string {
  const type = attribute(cell, 't') ?? 'n';
  if (type === 'inlineStr') return writtenIn(cell);
  const value = elementsOf(cell, 'v').map(rawText).join('').trim();
  if (type === 's') return strings[Number(value)] ?? '';
  if (type === 'e' || value === '') return '';
  if (type === 'd') return value.replace(/^(\d{4})-(\d\d)-(\d\d).*$/s, '$3/$2/$1');
  if (type !== 'n') return tidy(value);
  const number = Number(value);
  if (!Number.isFinite(number)) return tidy(value);
  const shown = dates[Number(attribute(cell, 's') ?? 0)];
  // 0.1 + 0.2 is kept as 0.30000000000000004.
  return shown ? writeDate(number, shown, is1904) : String(Number(number.toPrecision(15)));
}

/** What of a date each cell style shows. */
function dateStyles(styles: Element): (DateShown | null)[] {
  const codes = new Map(
    elementsOf(styles, 'numFmt').map((format) => [
      Number(attribute(format, 'numFmtId')),
      attribute(format, 'formatCode') ?? '',
    ]),
  );
  const [cells] = elementsOf(styles, 'cellXfs');
  return (cells ? elementsOf(cells, 'xf') : []).map((style) => {
    const id = Number(attribute(style, 'numFmtId') ?? 0);
    return dateShown(id, codes.get(id));
  });
}

/** Writes what the first cell of a range says into the rows below it that are there. */
function fillDown(rows: Map<number, string[]>, merged: Element[]): void {
  // Ranges do not overlap; those that do would fill for hours.
  let left = LIMITS.rows * LIMITS.columns;
  for (const range of merged) {
    const [, letters = '', top, bottom] =
      /^\$?([A-Z]{1,3})\$?(\d+):\$?[A-Z]{1,3}\$?(\d+)$/.exec(attribute(range, 'ref') ?? '') ?? [];
    const column = columnOf(letters);
    const value = column === null ? undefined : rows.get(Number(top))?.[column];
    if (column === null || !value) continue;
    for (let at = Number(top) + 1; at <= Number(bottom) && left > 0; at += 1, left -= 1) {
      const cells = rows.get(at);
      if (!cells) continue;
      while (cells.length < column) cells.push('');
      cells[column] ||= value;
    }
  }
}

/** "AB12" stands in column 27. */
function columnOf(reference: string): number | null {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0];
  return letters ? [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1 : null;
}

/** The text of a string in all its runs; how it is pronounced is left out. */
function writtenIn(element: Element): string {
  return tidy(runsOf(element));
}

function runsOf(element: Element): string {
  if (element.name === 't') return rawText(element);
  return element.children
    .map((child) => (typeof child === 'string' || child.name === 'rPh' ? '' : runsOf(child)))
    .join('');
}

function rawText(element: Element): string {
  return element.children.filter((child) => typeof child === 'string').join('');
}

function tidy(text: string): string {
  return cleanText(text.slice(0, LIMITS.cellLength).replaceAll('_x000D_', ''))
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n\s*/gu, '\n');
}
