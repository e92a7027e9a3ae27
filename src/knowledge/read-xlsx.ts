import { unzipSync } from 'fflate';
import { attribute, type Element, elementsOf, parseXml } from './read-xml.ts';

/** More than any plan holds; more is an attack on memory. */
const MAX_PART = 20_000_000;
const MAX_ROWS = 2_000;
const MAX_COLUMNS = 60;
const PARTS = /^xl\/(?:worksheets\/sheet\d+|sharedStrings|styles)\.xml$/;
/** Number formats that are dates by themselves. */
const DATE_FORMATS = new Set([14, 15, 16, 17, 22, 27, 30, 36, 50, 57]);
const DAY_MS = 86_400_000;
/** Day 0 of a sheet's dates: its 1900 has a 29 February that never was. */
const EPOCH = Date.UTC(1899, 11, 30);

/**
 * The rows of all sheets of an Excel file, each cell as a person reads it, dates as dd/MM/yyyy; what is merged stands in
 * every cell of its range. Throws where it is no such file.
 */
export function readXlsx(bytes: Uint8Array): string[][] {
  const files = unzipSync(bytes, {
    filter: ({ name, originalSize }) => PARTS.test(name) && originalSize <= MAX_PART,
  });
  const part = (name: string): Element => parseXml(new TextDecoder().decode(files[name] ?? new Uint8Array()));
  const sheets = Object.keys(files)
    .filter((name) => name.includes('worksheets'))
    .sort((a, b) => Number(/\d+/.exec(a)?.[0]) - Number(/\d+/.exec(b)?.[0]));
  if (sheets.length === 0) throw new Error('no sheet');
  const strings = elementsOf(part('xl/sharedStrings.xml'), 'si').map(written);
  const dates = dateStyles(part('xl/styles.xml'));
  return sheets.flatMap((name) => rowsOf(part(name), strings, dates));
}

function rowsOf(sheet: Element, strings: string[], dates: Set<number>): string[][] {
  const rows: string[][] = [];
  for (const row of elementsOf(sheet, 'row').slice(0, MAX_ROWS)) {
    const at = Number(attribute(row, 'r') ?? rows.length + 1) - 1;
    if (!(at >= rows.length && at < MAX_ROWS)) continue;
    while (rows.length < at) rows.push([]);
    const cells: string[] = [];
    for (const cell of elementsOf(row, 'c')) {
      const column = columnOf(attribute(cell, 'r') ?? '') ?? cells.length;
      if (column >= MAX_COLUMNS) continue;
      while (cells.length < column) cells.push('');
      cells[column] = cellText(cell, strings, dates);
    }
    rows.push(cells);
  }
  for (const merged of elementsOf(sheet, 'mergeCell')) spread(rows, attribute(merged, 'ref') ?? '');
  return rows;
}

function cellText(cell: Element, strings: string[], dates: Set<number>): string {
  const kind = attribute(cell, 't');
  if (kind === 'inlineStr') return written(cell);
  const value = elementsOf(cell, 'v').map(raw).join('').trim();
  if (kind === 's') return strings[Number(value)] ?? '';
  const isNumber = kind === undefined || kind === 'n';
  if (isNumber && dates.has(Number(attribute(cell, 's') ?? -1)) && Number(value) > 0)
    return writeDate(Number(value));
  return value;
}

function writeDate(serial: number): string {
  const date = new Date(EPOCH + Math.floor(serial) * DAY_MS);
  if (Number.isNaN(date.getTime())) return String(serial);
  const [year, month, day] = date.toISOString().slice(0, 10).split('-');
  return `${day}/${month}/${year}`;
}

/** The cell styles whose numbers are dates. */
function dateStyles(styles: Element): Set<number> {
  const custom = new Map(
    elementsOf(styles, 'numFmt').map((format) => [
      Number(attribute(format, 'numFmtId')),
      attribute(format, 'formatCode') ?? '',
    ]),
  );
  const [cells] = elementsOf(styles, 'cellXfs');
  const formats = cells ? elementsOf(cells, 'xf').map((xf) => Number(attribute(xf, 'numFmtId') ?? 0)) : [];
  const isDate = (id: number): boolean =>
    DATE_FORMATS.has(id) || /[dy]/i.test((custom.get(id) ?? '').replace(/"[^"]*"|\[[^\]]*\]/g, ''));
  return new Set(formats.flatMap((id, index) => (isDate(id) ? [index] : [])));
}

/** Puts what the first cell of a range says into all of it. */
function spread(rows: string[][], ref: string): void {
  const [, left, top, right, bottom] = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(ref) ?? [];
  const [from, to] = [columnOf(left ?? ''), columnOf(right ?? '')];
  if (from === null || to === null) return;
  const value = rows[Number(top) - 1]?.[from] ?? '';
  for (let row = Number(top) - 1; row < Math.min(Number(bottom), rows.length); row += 1) {
    const cells = rows[row] ?? [];
    for (let column = from; column <= Math.min(to, MAX_COLUMNS - 1); column += 1) {
      while (cells.length <= column) cells.push('');
      cells[column] ||= value;
    }
  }
}

/** "AB12" stands in column 27. */
function columnOf(ref: string): number | null {
  const letters = /^[A-Z]{1,3}/.exec(ref)?.[0];
  if (!letters) return null;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function written(element: Element): string {
  return elementsOf(element, 't').map(raw).join('').replace(/\s+/g, ' ').trim();
}

function raw(element: Element): string {
  return element.children.map((child) => (typeof child === 'string' ? child : raw(child))).join('');
}
