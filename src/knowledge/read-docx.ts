import { unzipSync } from 'fflate';
import { opensWithAgency } from './parse-agencies.ts';
import { readHeader } from './parse-table.ts';
import { createNumbering, type Numbering } from './read-docx-numbering.ts';
import { attribute, type Element, elementsOf, parseXml, textOf } from './read-xml.ts';

/** Larger than any decision; more is an attack on memory. */
const MAX_PART = 50_000_000;
const PARTS = ['word/document.xml', 'word/numbering.xml', 'word/styles.xml'];

/** The lines of a Word document in order: paragraphs with their automatic numbers, and rows of tables between bars. */
export function readDocx(bytes: Uint8Array): string {
  const { body, numbering } = open(bytes);
  const lines: string[] = [];
  readBlocks(body, numbering, lines);
  return lines.join('\n');
}

/** Every row of every table as its cells, and every paragraph outside one as a row of one cell, in order. */
export function readDocxRows(bytes: Uint8Array): string[][] {
  const { body, numbering } = open(bytes);
  const rows: string[][] = [];
  collectRows(body, numbering, rows);
  return rows;
}

function collectRows(parent: Element, numbering: Numbering, rows: string[][]): void {
  for (const child of parent.children) {
    if (typeof child === 'string' || child.name === 'mc:Fallback') continue;
    if (child.name === 'w:p') rows.push([readParagraph(child, numbering)]);
    else if (child.name === 'w:tbl') rows.push(...tableRows(child, numbering).map(({ row }) => row));
    else collectRows(child, numbering, rows);
  }
}

function open(bytes: Uint8Array): { body: Element; numbering: Numbering } {
  const files = unzipSync(bytes, {
    filter: ({ name, originalSize }) => PARTS.includes(name) && originalSize <= MAX_PART,
  });
  const part = (name: string): Element => parseXml(new TextDecoder().decode(files[name] ?? new Uint8Array()));
  if (!files['word/document.xml']) throw new Error('no word/document.xml');
  const numbering = createNumbering(part('word/numbering.xml'), part('word/styles.xml'));
  return { body: part('word/document.xml'), numbering };
}

/** Paragraphs and tables of a body or a cell; whatever wraps them is looked through. */
function readBlocks(parent: Element, numbering: Numbering, lines: string[]): void {
  for (const child of parent.children) {
    if (typeof child === 'string' || child.name === 'mc:Fallback') continue;
    if (child.name === 'w:p') lines.push(readParagraph(child, numbering));
    else if (child.name === 'w:tbl') readTable(child, numbering, lines);
    else readBlocks(child, numbering, lines);
  }
}

function readParagraph(paragraph: Element, numbering: Numbering): string {
  const text = textOf(paragraph).trim();
  return text === '' ? '' : `${numbering.labelOf(paragraph)}${text}`;
}

/** A table of tasks row by row; any other (letterhead, signature) is layout, and its cells are lines. */
function readTable(table: Element, numbering: Numbering, lines: string[]): void {
  const rows = tableRows(table, numbering);
  if (rows.slice(0, 3).some(({ row }) => readHeader(row, null)))
    lines.push(...rows.map(({ row }) => `| ${row.join(' | ')} |`));
  else lines.push(...rows.flatMap(({ inside }) => inside));
}

/** The rows of a table: by column, and the lines inside their cells. */
function tableRows(table: Element, numbering: Numbering): { row: string[]; inside: string[] }[] {
  const rows: { row: string[]; inside: string[] }[] = [];
  for (const row of elementsOf(table, 'w:tr')) {
    const read = elementsOf(row, 'w:tc').map((cell) => {
      const inside: string[] = [];
      readBlocks(cell, numbering, inside);
      return { inside: inside.filter(Boolean), cell };
    });
    rows.push({ row: spread(read, rows.at(-1)?.row ?? []), inside: read.flatMap(({ inside }) => inside) });
  }
  return rows;
}

/** A row's cells by column: a cell over several columns fills them, one over several rows repeats, numbers excepted. */
function spread(read: { inside: string[]; cell: Element }[], above: string[]): string[] {
  const row: string[] = [];
  for (const { inside, cell } of read) {
    const properties = elementsOf(cell, 'w:tcPr')[0];
    const merge = properties && elementsOf(properties, 'w:vMerge')[0];
    const goesOn = merge && attribute(merge, 'w:val') !== 'restart';
    // Agencies one below the other are a list; other paragraphs of a cell are one text.
    const listed =
      inside.length > 1 && inside.every((line) => opensWithAgency(line.replace(/^[-+•]\s*/u, '')));
    const text = inside
      .join(listed ? '; ' : ' ')
      .replace(/\s+/gu, ' ')
      .replaceAll('|', '/');
    row.push(goesOn && row.length > 0 ? (above[row.length] ?? '') : text);
    const span = properties && elementsOf(properties, 'w:gridSpan')[0];
    for (let extra = Number(span ? attribute(span, 'w:val') : 1); extra > 1; extra -= 1) row.push('');
  }
  return row;
}
