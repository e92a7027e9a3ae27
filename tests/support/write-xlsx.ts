import { strToU8, zipSync } from 'fflate';

const XMLNS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const escapeXml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

/** A date cell, as Excel keeps it. */
export interface DateCell {
  /** `YYYY-MM-DD`. */
  date: string;
}

export type Cell = string | number | DateCell | null;

/** An Excel file of these sheets; `merged` ranges hold their value in the first cell, as Excel writes them. */
export function xlsx(sheets: { rows: Cell[][]; merged?: string[] }[]): Uint8Array {
  const strings: string[] = [];
  const cell = (value: Cell, ref: string): string => {
    if (value === null) return '';
    if (typeof value === 'number') return `<c r="${ref}"><v>${value}</v></c>`;
    if (typeof value === 'object') {
      const serial = (Date.parse(value.date) - Date.UTC(1899, 11, 30)) / 86_400_000;
      return `<c r="${ref}" s="1"><v>${serial}</v></c>`;
    }
    strings.push(value);
    return `<c r="${ref}" t="s"><v>${strings.length - 1}</v></c>`;
  };
  const files: Record<string, Uint8Array> = {};
  for (const [at, { rows, merged = [] }] of sheets.entries()) {
    const written = rows.map(
      (row, y) =>
        `<row r="${y + 1}">${row.map((value, x) => cell(value, `${String.fromCharCode(65 + x)}${y + 1}`)).join('')}</row>`,
    );
    const merges = merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
    files[`xl/worksheets/sheet${at + 1}.xml`] = strToU8(
      `<worksheet ${XMLNS}><sheetData>${written.join('')}</sheetData><mergeCells>${merges}</mergeCells></worksheet>`,
    );
  }
  return zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'xl/workbook.xml': strToU8(`<workbook ${XMLNS}/>`),
    'xl/styles.xml': strToU8(
      `<styleSheet ${XMLNS}><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts></styleSheet>`,
    ),
    'xl/sharedStrings.xml': strToU8(
      `<sst ${XMLNS}>${strings.map((text) => `<si><r><t>${escapeXml(text.slice(0, 3))}</t></r><r><t>${escapeXml(text.slice(3))}</t></r></si>`).join('')}</sst>`,
    ),
    ...files,
  });
}
