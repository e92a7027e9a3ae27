import { cellAgencies, opensWithAgency } from './parse-agencies.ts';
import { isContainer, type Outline } from './parse-outline.ts';
import type { Row } from './parse-table.ts';

const PIECE = /[;.]\s+(?=(?:cơ quan|đơn vị|thời gian|thời hạn|phối hợp|chủ trì)[^:;]*:)/iu;
const NAMED =
  /^((?:cơ quan|đơn vị)(?:, (?:cơ quan|đơn vị))? |sở, ngành )?(chủ trì|phối hợp|thực hiện|đầu mối|tham mưu|thời gian|thời hạn)[^:]{0,40}:\s*(.+)$/iu;
const BRACKETED = /\s*\(([^()]*(?:chủ trì|thực hiện)[^()]*:[^()]*|[^():]{3,80} chủ trì)\)[.;]?\s*$/u;

/**
 * "Cơ quan chủ trì: …", "Đơn vị phối hợp: …", "Thời gian hoàn thành: …" on lines of their own, or in brackets at a
 * task's end, say who and when of that task: they become what a table's cells would be.
 */
export function attachAttributes(node: Outline): void {
  for (const child of node.children) attachAttributes(child);
  const bracketed = node.children.length === 0 && !node.row ? BRACKETED.exec(node.text)?.[1] : undefined;
  if (bracketed)
    node.row = readAttributes(bracketed.replace(/^(.*) chủ trì$/u, 'Chủ trì: $1')) ?? undefinedRow(node);
  const read = node.children.map((child) => (child.row ? null : readAttributes(child.text)));
  if (read.every((one) => one === null)) return;
  const runs = read.filter((one, index) => one !== null && !read[index - 1]).length;
  if (runs === 1 && !isContainer(node)) {
    node.row = merge(read);
    // Its date is the date of whatever stands under it.
    for (const [index, child] of node.children.entries())
      if (!read[index])
        child.row ??= { label: '', task: child.text, agencies: [], deadline: node.row.deadline };
  } else {
    let from = 0;
    for (const [index, one] of read.entries()) {
      if (!one || read[index + 1]) continue;
      const row = merge(read.slice(from, index + 1));
      for (const child of node.children.slice(from, index + 1)) child.row ??= { ...row, task: child.text };
      from = index + 1;
    }
  }
  node.children = node.children.filter((_, index) => !read[index]);
}

function undefinedRow(node: Outline): Row {
  return { label: '', task: node.text, agencies: [], deadline: '' };
}

function merge(read: (Row | null)[]): Row {
  const rows = read.filter((one) => one !== null);
  return {
    label: '',
    task: '',
    agencies: rows.flatMap(({ agencies }) => agencies),
    deadline: rows.find(({ deadline }) => deadline)?.deadline ?? '',
  };
}

function readAttributes(text: string): Row | null {
  const row: Row = { label: '', task: '', agencies: [], deadline: '' };
  for (const piece of text.split(PIECE)) {
    const [, prefix, what = '', value = ''] = NAMED.exec(piece.trim()) ?? [];
    if (!what) return null;
    if (/thời/iu.test(what)) row.deadline = /\d/u.test(value) ? value.replace(/[.;]+$/u, '') : '';
    else if (!prefix && !opensWithAgency(value)) return null;
    else row.agencies.push(...cellAgencies(value, /phối hợp/iu.test(what) ? 'coordinate' : 'lead'));
  }
  return row;
}
