import { cleanText } from '../core/text.ts';
import { LIMITS, TooLarge } from './file-limits.ts';
import { createNumbering, type Numbering } from './read-docx-numbering.ts';
import { attribute, type Element, elementsOf, parseXml, textOf } from './read-xml.ts';

/** The parts of a Word document that are read. */
export const DOCX_PARTS = /^word\/(?:document|numbering|styles)\.xml$/;

/** What a document holds, the tables apart from the paragraphs outside them. */
export interface DocxContent {
  tables: string[][][];
  paragraphs: string[];
}

/** Every table of an unpacked Word document row by row, whatever it is for, and every paragraph outside of tables. */
export function readDocxTables(parts: Map<string, Uint8Array>): DocxContent {
  const part = (name: string): Element =>
    parseXml(new TextDecoder().decode(parts.get(name) ?? new Uint8Array()), LIMITS);
  const [body] = elementsOf(part('word/document.xml'), 'w:body');
  if (!body) throw new Error('no document');
  const numbering = createNumbering(part('word/numbering.xml'), part('word/styles.xml'));
  const content: DocxContent = { tables: [], paragraphs: [] };
  readInto(body, numbering, content, content.paragraphs);
  if (content.tables.flat().length > LIMITS.rows) throw new TooLarge();
  return content;
}

/** Paragraphs go to `lines`, tables (those inside a cell too) to the content. */
function readInto(parent: Element, numbering: Numbering, content: DocxContent, lines: string[]): void {
  for (const child of parent.children) {
    if (typeof child === 'string' || child.name === 'mc:Fallback') continue;
    if (child.name === 'w:p') {
      const text = cleanText(numbering.labelOf(child) + textOf(child).slice(0, LIMITS.cellLength));
      if (text !== '') lines.push(text);
    } else if (child.name === 'w:tbl') readTable(child, numbering, content);
    else readInto(child, numbering, content, lines);
  }
}

function readTable(table: Element, numbering: Numbering, content: DocxContent): void {
  const rows: string[][] = [];
  content.tables.push(rows);
  for (const row of elementsOf(table, 'w:tr')) {
    const above = rows.at(-1) ?? [];
    const cells: string[] = [];
    for (const cell of elementsOf(row, 'w:tc')) {
      const lines: string[] = [];
      readInto(cell, numbering, content, lines);
      const [properties] = elementsOf(cell, 'w:tcPr');
      const merge = properties && elementsOf(properties, 'w:vMerge')[0];
      const goesOn = merge !== undefined && attribute(merge, 'w:val') !== 'restart';
      cells.push(goesOn ? (above[cells.length] ?? '') : lines.join('\n').slice(0, LIMITS.cellLength));
      const span = properties && elementsOf(properties, 'w:gridSpan')[0];
      const columns = Math.min(Number(span ? attribute(span, 'w:val') : 1), LIMITS.columns + 1);
      for (let extra = columns; extra > 1; extra -= 1) cells.push('');
    }
    if (cells.length > LIMITS.columns) throw new TooLarge();
    rows.push(cells.some((text) => text !== '') ? cells : []);
  }
}
