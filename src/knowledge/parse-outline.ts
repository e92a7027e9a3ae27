import { isAgencyHeading, opensWithAgency, readAssignment } from './parse-agencies.ts';
import { type Row, readRow } from './parse-table.ts';
import type { Mark, SourceLine } from './read-lines.ts';

/** A line with the lines under it. */
export interface Outline {
  mark: Mark | 'root' | 'heading' | 'group';
  label: string;
  line: number;
  text: string;
  children: Outline[];
  /** Where in the text further lines of the source begin. */
  joined?: { from: number; line: number }[];
  /** Of a table row: what its other cells say. */
  row?: Row;
}

/** From the widest to the narrowest: a line closes every line above it that is not wider. */
const RANKS: Record<Outline['mark'], number> = {
  root: -1,
  title: 0,
  break: 0,
  part: 0,
  division: 0.5,
  article: 1,
  section: 2,
  group: 2.5,
  number: 3,
  heading: 3.9,
  letter: 4,
  paren: 4.5,
  star: 4.7,
  dash: 5,
  plus: 6,
  row: 7,
  plain: 8,
};
const CONTAINERS = new Set<Outline['mark']>(['root', 'part', 'division', 'article', 'section', 'group']);
/** Words a document closes with, after its last task. */
const CLOSING =
  /^(?:Trong quá trình|Trên đây là|Nhận được|(?:Chỉ thị|Quyết định|Kế hoạch|Nghị quyết|Chương trình|Công văn) này|(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân|Chủ tịch UBND)[^,:;.]{0,40} (?:yêu cầu|đề nghị)|(?:Yêu cầu|Đề nghị) (?:các|[Tt]hủ trưởng|Giám đốc các)|Căn cứ)/u;

interface Open {
  node: Outline;
  rank: number;
}

/** The lines as a tree: parts, sections, numbers, letters, dashes, and what stands plainly under them. */
export function readOutline(lines: SourceLine[]): Outline {
  const root: Outline = { mark: 'root', label: '', line: lines[0]?.line ?? 1, text: '', children: [] };
  const open: Open[] = [{ node: root, rank: -1 }];
  for (const [index, line] of lines.entries()) {
    if (line.mark === 'break') open.length = 1;
    else if (line.mark === 'title') addTitle(line, open);
    else if (line.mark === 'row') addRow(line, open);
    else if (line.mark === 'plain') addPlain(line, lines.slice(index + 1), open);
    else push(nodeOf(line), rankOf(line), open);
  }
  return root;
}

/** True for a node that holds sections or items, not a task. */
export function isContainer(node: Outline): boolean {
  return CONTAINERS.has(node.mark);
}

function nodeOf(line: SourceLine, mark: Outline['mark'] = line.mark): Outline {
  const { label, text, joined } = line;
  return { mark, label, line: line.line, text, children: [], ...(joined ? { joined } : {}) };
}

function rankOf(line: SourceLine): number {
  const depth = line.mark === 'number' ? line.label.split('.').length - 1 : 0;
  return RANKS[line.mark] + depth / 10;
}

function push(node: Outline, rank: number, open: Open[]): void {
  while ((open.at(-1)?.rank ?? -1) >= rank) open.pop();
  open.at(-1)?.node.children.push(node);
  open.push({ node, rank });
}

/** A line in capitals names the part just opened, else begins something new. */
function addTitle(line: SourceLine, open: Open[]): void {
  const top = open.at(-1)?.node;
  if (top && top.text === '' && (top.mark === 'part' || top.mark === 'division')) {
    top.text = line.text;
    top.line = line.line;
  } else if (readAssignment(line.text)) {
    push(nodeOf(line, 'heading'), RANKS.section, open);
  } else if (!top || !isContainer(top) || top.children.length > 0 || top.mark === 'root') {
    open.length = 1;
  }
}

function addRow(line: SourceLine, open: Open[]): void {
  const row = readRow(line.cells ?? [], line.columns ?? []);
  const text = row.task || (line.cells?.find((cell) => cell !== '' && cell !== row.label) ?? '');
  if (text === '') return;
  const group = /^[IVX]+$|^[A-HĐ]$/u.test(row.label);
  const node: Outline = {
    mark: group ? 'group' : 'row',
    label: row.label,
    line: line.line,
    text,
    children: [],
    row,
  };
  // "1" over "1.1", "1.2"; a row without a number goes on with the row above it.
  const depth =
    row.label === '' || row.label === '-'
      ? 5
      : row.label.split('.').length - 1 + (/^[a-zđ]$/u.test(row.label) ? 2 : 0);
  const wider = /^[A-HĐ]$/u.test(row.label) ? -0.1 : 0;
  push(node, group ? RANKS.group + wider : RANKS.row + depth / 10, open);
}

function addPlain(line: SourceLine, after: SourceLine[], open: Open[]): void {
  const top = open.at(-1);
  if (!top) return;
  const next = after[0];
  if (isHeading(line, next, top)) {
    const fresh =
      top.node.children.length === 0 && (top.node.mark === 'letter' || top.node.mark === 'number');
    const below = next && next.mark !== 'plain' && next.mark !== 'row' ? rankOf(next) - 0.05 : RANKS.heading;
    const rank = fresh ? top.rank + 0.02 : Math.max(Math.min(RANKS.heading, below), 1.5);
    push(nodeOf(line, 'heading'), rank, open);
  } else {
    homeOf(line, after, open)?.children.push(nodeOf(line));
  }
}

/** Agencies on a line of their own, or a short title over items. */
function isHeading(line: SourceLine, next: SourceLine | undefined, top: Open): boolean {
  const { text } = line;
  if (isAgencyHeading(text)) return /:$/u.test(text) || (next !== undefined && next.mark !== 'article');
  const inItems = top.rank >= RANKS.letter;
  const overItems = next?.mark === 'dash' || next?.mark === 'plus' || next?.mark === 'letter';
  return (
    inItems &&
    overItems &&
    text.length <= 100 &&
    !/[.;,]$/u.test(text) &&
    !opensWithAgency(text) &&
    /^\p{Lu}/u.test(text)
  );
}

/** Where a paragraph belongs: under the item just opened, among its dashes, or, closing the document, under none. */
function homeOf(line: SourceLine, after: SourceLine[], open: Open[]): Outline | undefined {
  // What stands under a table is not in it.
  while (open.at(-1)?.node.mark === 'row' || open.at(-1)?.node.mark === 'group') open.pop();
  const home = open.findLast(({ node }) => node.mark !== 'dash' && node.mark !== 'plus')?.node;
  if (!home || isContainer(home)) return home;
  const last = home.children.at(-1);
  const marked = last !== undefined && last.mark !== 'plain';
  const next = after.find(({ mark }) => mark !== 'plain');
  const goesOn =
    next !== undefined && (next.mark === 'dash' || next.mark === 'plus') && after.indexOf(next) < 2;
  const formula = CLOSING.test(line.text) && (last !== undefined || /[.;]$/u.test(home.text));
  if (!formula && (!marked || goesOn)) return home;
  // What stands behind the items of a heading is nobody's of that heading.
  while (!isContainer(open.at(-1)?.node ?? home)) open.pop();
  return open.at(-1)?.node;
}
