import { TooLarge } from './file-limits.ts';
import { DOCX_PARTS, type DocxContent, readDocxTables } from './read-docx-tables.ts';
import { readXlsx, XLSX_PARTS } from './read-xlsx.ts';
import { unzipParts } from './unzip-parts.ts';

const PARTS = new RegExp(`${XLSX_PARTS.source}|${DOCX_PARTS.source}`, 'i');

/** The tables of an Excel or Word file, told by its content; or why there are none to read. Never throws. */
export function readTables(bytes: Uint8Array): DocxContent | 'unreadable' | 'too_large' {
  try {
    const parts = unzipParts(bytes, PARTS);
    if (parts.has('word/document.xml')) return readDocxTables(parts);
    const isBook = [...parts.keys()].some((name) => /worksheets/i.test(name));
    return isBook ? { tables: readXlsx(parts), paragraphs: [] } : 'unreadable';
  } catch (error) {
    return error instanceof TooLarge ? 'too_large' : 'unreadable';
  }
}
