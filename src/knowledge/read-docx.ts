import { unzipSync } from 'fflate';
import { opensWithAgency } from './parse-agencies.ts';
import { readHeader } from './parse-table.ts';
import { createNumbering, type Numbering } from './read-docx-numbering.ts';
import { attribute, type Element, elementsOf, parseXml, textOf } from './read-xml.ts';

/** Larger than any decision; more is an attack on memory. */
const MAX_PART = 50_000_000;
/** Word has no wider tables. */
const MAX_SPAN = 63;
const PARTS = ['word/document.xml', 'word/numbering.xml', 'word/styles.xml'];

/** The lines of a Word document in order: paragraphs with their automatic numbers, and rows of tables between bars. */
export function readDocx(bytes: Uint8Array): string {
  const files = unzipSync(bytes, {
    filter: ({ name, originalSize }) => PARTS.includes(name) && originalSize <= MAX_PART,
  });
  const part = (name: string): Element => parseXml(new TextDecoder().decode(files[name] ?? new Uint8Array()));
  if (!files['word/document.xml']) throw new Error('no word/document.xml');
  const numbering = createNumbering(part('word/numbering.xml'), part('word/styles.xml'));
  const lines: string[] = [];
  readBlocks(part('word/document.xml'), numbering, lines);
  return lines.join('\n');
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
  const cells: string[][] = [];
  const rows: string[][] = [];
  for (const row of elementsOf(table, 'w:tr')) {
    const read = elementsOf(row, 'w:tc').map((cell) => {
      const inside: string[] = [];
      readBlocks(cell, numbering, inside);
      return { inside: inside.filter(Boolean), cell };
    });
    cells.push(read.flatMap(({ inside }) => inside));
    rows.push(spread(read, rows.at(-1) ?? []));
  }
  if (rows.slice(0, 3).some((row) => readHeader(row, null)))
    lines.push(...rows.map((row) => `| ${row.join(' | ')} |`));
  else lines.push(...cells.flat());
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
    const columns = Math.min(Number(span ? attribute(span, 'w:val') : 1), MAX_SPAN);
    for (let extra = columns; extra > 1; extra -= 1) row.push('');
  }
  return row;
}
