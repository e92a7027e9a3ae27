import type { PersonRole } from '../core/person.ts';
import { cleanText, fold } from '../core/text.ts';
import { type CsvRecord, readCsv } from './csv.ts';
import { cleanName } from './own-name.ts';

export const MOST_INVITATIONS = 5_000;

/** Somebody to be invited. */
export interface Invitation {
  name: string;
  /** For whoever hands the codes out; kept nowhere. */
  position: string;
  agency: string;
  role: PersonRole;
}

/** What is wrong with a line. `value` never comes from the column of names. */
export interface InvitationFault {
  line: number;
  problem:
    | 'quotes'
    | 'no_rows'
    | 'too_many_rows'
    | 'missing_column'
    | 'unknown_column'
    | 'doubled_column'
    | 'too_many_columns'
    | 'empty_name'
    | 'bad_name'
    | 'unknown_agency'
    | 'unknown_role'
    | 'doubled_name';
  value: string;
}

export interface Invitations {
  invitations: Invitation[];
  faults: InvitationFault[];
  delimiter: ',' | ';';
}

type Column = 'name' | 'position' | 'agency' | 'role' | 'number';

const COLUMNS = new Map<string, Column>([
  ...['ho ten', 'ho va ten', 'name', 'full name'].map((name) => [name, 'name'] as const),
  ...['chuc vu', 'chuc danh', 'position'].map((name) => [name, 'position'] as const),
  ...['co quan', 'don vi', 'agency'].map((name) => [name, 'agency'] as const),
  ...['vai tro', 'role'].map((name) => [name, 'role'] as const),
  // Lists are numbered; the number says nothing.
  ...['stt', 'tt', 'so tt'].map((name) => [name, 'number'] as const),
]);
const NEEDED = { name: 'họ tên', position: 'chức vụ', agency: 'cơ quan', role: 'vai trò' } as const;

const ROLES = new Map<string, PersonRole>([
  // Who is given no role gets the one that may least.
  ...['', 'can bo', 'chuyen vien', 'official'].map((name) => [name, 'official'] as const),
  ...['lanh dao', 'lanh dao don vi', 'leader'].map((name) => [name, 'leader'] as const),
  ...['dau moi', 'co quan dau moi', 'focal'].map((name) => [name, 'focal'] as const),
  ...['quan tri', 'quan tri he thong', 'admin'].map((name) => [name, 'admin'] as const),
]);

/**
 * Reads a list of people to invite: a header line, then one person a line. Every fault is found, not only the first; with
 * any fault nothing is to be done.
 */
export function readInvitations(text: string, findAgency: (name: string) => string | null): Invitations {
  const { records, broken, delimiter } = readCsv(text);
  const faults: InvitationFault[] = [];
  const invitations: Invitation[] = [];
  const [header, ...rows] = records;
  if (header) {
    const columns = header.cells.map((cell) => COLUMNS.get(plain(cell)));
    faults.push(...faultsOfHeader(header, columns));
    if (faults.length === 0) {
      const lines = new Map<string, number>();
      for (const row of rows.slice(0, MOST_INVITATIONS)) {
        const read = readRow(row, columns, findAgency, lines);
        faults.push(...read.faults);
        if (read.invitation) invitations.push(read.invitation);
      }
    }
  }
  const over = rows[MOST_INVITATIONS];
  if (over) faults.push({ line: over.line, problem: 'too_many_rows', value: String(MOST_INVITATIONS) });
  if (broken !== null) faults.push({ line: broken, problem: 'quotes', value: '' });
  if (rows.length === 0 && faults.length === 0) faults.push({ line: 1, problem: 'no_rows', value: '' });
  return { invitations: faults.length === 0 ? invitations : [], faults, delimiter };
}

function faultsOfHeader({ line, cells }: CsvRecord, columns: (Column | undefined)[]): InvitationFault[] {
  const missing = (Object.keys(NEEDED) as (keyof typeof NEEDED)[]).filter((name) => !columns.includes(name));
  const faults: InvitationFault[] = missing.map((name) => ({
    line,
    problem: 'missing_column',
    value: NEEDED[name],
  }));
  for (const [at, column] of columns.entries()) {
    const value = tidy(cells[at] ?? '');
    if (!column && value !== '') faults.push({ line, problem: 'unknown_column', value });
    if (column && columns.indexOf(column) < at) faults.push({ line, problem: 'doubled_column', value });
  }
  return faults;
}

function readRow(
  { line, cells }: CsvRecord,
  columns: (Column | undefined)[],
  findAgency: (name: string) => string | null,
  lines: Map<string, number>,
): { invitation: Invitation | null; faults: InvitationFault[] } {
  const faults: InvitationFault[] = [];
  const fault = (problem: InvitationFault['problem'], value = ''): void =>
    void faults.push({ line, problem, value });
  const cell = (column: Column): string => tidy(cells[columns.indexOf(column)] ?? '');
  // Table programs leave empty cells behind a line; a header without a name is none.
  if (cells.some((text, at) => columns[at] === undefined && text.trim() !== '')) fault('too_many_columns');
  const given = cell('name');
  const name = cleanName(given);
  if (given === '') fault('empty_name');
  else if (!name) fault('bad_name');
  const agency = findAgency(cell('agency'));
  if (!agency) fault('unknown_agency', cell('agency'));
  const role = ROLES.get(plain(cell('role')));
  if (!role) fault('unknown_role', cell('role'));
  if (name && agency) {
    const key = `${agency}\n${name.toLocaleLowerCase('vi')}`;
    const before = lines.get(key);
    if (before === undefined) lines.set(key, line);
    else fault('doubled_name', String(before));
  }
  const whole = name && agency && role && faults.length === 0;
  return { invitation: whole ? { name, position: cell('position'), agency, role } : null, faults };
}

function tidy(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ').trim();
}

function plain(text: string): string {
  return fold(tidy(text));
}
