import { strToU8, type Zippable, zipSync } from 'fflate';

const XMLNS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const escapeXml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
/** How a date cell shows: a whole date, a month with its year, a year, or a plain number. */
const FORMATS = { day: 'dd/mm/yyyy', month: 'mmm\\-yy', year: 'yyyy', number: '0' };

/** A date cell, as Excel keeps it. */
export interface DateCell {
  /** `YYYY-MM-DD`. */
  date: string;
  as?: keyof typeof FORMATS;
}

/** A cell whose text stands in it, as other programs write it. */
export interface InlineCell {
  inline: string;
}

export type Cell = string | number | DateCell | InlineCell | null;

export interface Sheet {
  rows: Cell[][];
  merged?: string[];
  /** Numbers of rows that are hidden. */
  hidden?: number[];
}

/** The parts of an Excel file of these sheets; `merged` ranges hold their value in the first cell, as Excel writes them. */
export function xlsxParts(sheets: Sheet[], { is1904 = false } = {}): Zippable {
  const strings: string[] = [];
  const epoch = is1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  const cell = (value: Cell, ref: string): string => {
    if (value === null) return '';
    if (typeof value === 'number') return `<c r="${ref}"><v>${value}</v></c>`;
    if (typeof value === 'object' && 'inline' in value)
      return `<c r="${ref}" t="inlineStr"><is><t>${escapeXml(value.inline)}</t></is></c>`;
    if (typeof value === 'object') {
      const style = 1 + Object.keys(FORMATS).indexOf(value.as ?? 'day');
      return `<c r="${ref}" s="${style}"><v>${(Date.parse(value.date) - epoch) / 86_400_000}</v></c>`;
    }
    strings.push(value);
    return `<c r="${ref}" t="s"><v>${strings.length - 1}</v></c>`;
  };
  const files: Zippable = {};
  for (const [at, { rows, merged = [], hidden = [] }] of sheets.entries()) {
    const written = rows.map(
      (row, y) =>
        `<row r="${y + 1}"${hidden.includes(y + 1) ? ' hidden="1"' : ''}>${row.map((value, x) => cell(value, `${letters(x)}${y + 1}`)).join('')}</row>`,
    );
    const merges = merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
    files[`xl/worksheets/sheet${at + 1}.xml`] = strToU8(
      `<worksheet ${XMLNS}><sheetData>${written.join('')}</sheetData><mergeCells>${merges}</mergeCells></worksheet>`,
    );
  }
  const codes = Object.values(FORMATS);
  const formats = codes.map((code, at) => `<numFmt numFmtId="${164 + at}" formatCode="${code}"/>`);
  const styles = codes.map((_, at) => `<xf numFmtId="${164 + at}"/>`);
  return {
    '[Content_Types].xml': strToU8('<Types/>'),
    'xl/workbook.xml': strToU8(`<workbook ${XMLNS}>${is1904 ? '<workbookPr date1904="1"/>' : ''}</workbook>`),
    'xl/styles.xml': strToU8(
      `<styleSheet ${XMLNS}><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${styles.join('')}</cellXfs><numFmts>${formats.join('')}</numFmts></styleSheet>`,
    ),
    'xl/sharedStrings.xml': strToU8(
      `<sst ${XMLNS}>${strings.map((text) => `<si><r><t>${escapeXml(text.slice(0, 3))}</t></r><r><t xml:space="preserve">${escapeXml(text.slice(3))}</t></r></si>`).join('')}</sst>`,
    ),
    ...files,
  };
}

/** An Excel file of these sheets. */
export function xlsx(sheets: Sheet[], options?: { is1904?: boolean }): Uint8Array {
  return zipSync(xlsxParts(sheets, options));
}

/** A, B, … Z, AA, … */
function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : `${letters(Math.floor(column / 26) - 1)}${last}`;
}
