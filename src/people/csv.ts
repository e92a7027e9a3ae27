/** One record of a CSV file, and the line it begins on. */
export interface CsvRecord {
  line: number;
  cells: string[];
}

export interface Csv {
  delimiter: ',' | ';';
  records: CsvRecord[];
  /** The line where quotes are not as they must be; what follows was not read. */
  broken: number | null;
}

/**
 * Reads CSV (RFC 4180) strictly: a quote stands only around a whole cell, doubled inside it. The delimiter is the one of
 * `,` and `;` that stands more often in the first line. Lines without content are left out.
 */
export function readCsv(text: string): Csv {
  const csv = text.replace(/^\ufeff/, '');
  const delimiter = delimiterOf(csv);
  const records: CsvRecord[] = [];
  let line = 1;
  for (let at = 0; at < csv.length; ) {
    const record: CsvRecord = { line, cells: [] };
    let ended = false;
    while (!ended) {
      const cell = readCell(csv, at, delimiter);
      if (!cell) return { delimiter, records, broken: line };
      record.cells.push(cell.text);
      line += cell.lines;
      ended = csv[cell.end] !== delimiter;
      at = cell.end + (csv.startsWith('\r\n', cell.end) ? 2 : 1);
    }
    line += 1;
    if (record.cells.some((cell) => cell.trim() !== '')) records.push(record);
  }
  return { delimiter, records, broken: null };
}

function delimiterOf(csv: string): ',' | ';' {
  const first = /^[^\r\n]*/.exec(csv)?.[0].replace(/"[^"]*"/g, '') ?? '';
  const count = (sign: string): number => first.split(sign).length;
  return count(';') > count(',') ? ';' : ',';
}

/** The cell that begins at `at`, where it ends, and how many line ends it holds; null where its quotes are wrong. */
function readCell(
  csv: string,
  at: number,
  delimiter: string,
): { text: string; end: number; lines: number } | null {
  if (csv[at] !== '"') {
    let end = at;
    while (end < csv.length && csv[end] !== delimiter && csv[end] !== '\n' && csv[end] !== '\r') end += 1;
    const text = csv.slice(at, end);
    return text.includes('"') ? null : { text, end, lines: 0 };
  }
  let close = csv.indexOf('"', at + 1);
  while (close >= 0 && csv[close + 1] === '"') close = csv.indexOf('"', close + 2);
  if (close < 0) return null;
  const after = csv[close + 1];
  if (after !== undefined && after !== delimiter && after !== '\n' && after !== '\r') return null;
  const text = csv.slice(at + 1, close).replaceAll('""', '"');
  return { text, end: close + 1, lines: text.match(/\r\n|\r|\n/g)?.length ?? 0 };
}

/** A table program takes a cell that begins so for a formula and runs it. */
const FORMULA = /^[=+\-@＝＋－＠\t\r\n]/;

/** Writes CSV that a table program can open without running anything. */
export function writeCsv(rows: string[][], delimiter: ',' | ';'): string {
  return rows.map((cells) => `${cells.map(writeCell).join(delimiter)}\r\n`).join('');
}

function writeCell(text: string): string {
  const harmless = FORMULA.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}
