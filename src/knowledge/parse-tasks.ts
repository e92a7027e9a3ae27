import type { Block, Field, NamedAgency, Task } from '../core/programme.ts';
import { isGoverning } from './agency-name.ts';
import type { Addresses } from './parse-addresses.ts';
import { type Assignment, readAssignment, taskAgencies, taskRole } from './parse-agencies.ts';
import type { Outline } from './parse-outline.ts';

/** The address of what stands under no heading and no number: the words a document closes with. */
export const CLOSE = 'K';
const NOBODY: Charged = { above: [], firm: false };
/** A heading of this length that ends like a sentence is a task with parts. */
const SENTENCE = 80;

/** The fields of a section that gives tasks, with their blocks and tasks. `charged` is who the section itself charges. */
export function readFields(
  section: Outline,
  children: Outline[],
  home: string,
  charged: Charged,
  addresses: Addresses,
): Field[] {
  const fields: Field[] = [];
  const isField = (node: Outline): boolean =>
    node.mark === 'group' ||
    ((node.mark === 'number' || (node.mark === 'paren' && !children.some(({ mark }) => mark === 'number'))) &&
      children.some((one) => one.mark === node.mark && one.children.length > 0));
  let loose: Outline[] = [];
  const close = (): void => {
    const first = loose[0];
    if (!first) return;
    const text = section.text || first.text;
    const line = section.text ? section.line : first.line;
    // The section itself stands for its items without a number, first or behind the numbered ones.
    const own = home || CLOSE;
    const address = fields.some((field) => field.address === own) ? addresses.take(own) : own;
    const behind = fields.length > 0;
    const field: Field = { address, line, text, number: 0, name: fieldName(text), blocks: [] };
    fields.push(field);
    readHeading(
      { ...section, mark: 'root', text: '', line, children: loose },
      {
        ...(behind ? NOBODY : charged),
        field,
        address: behind ? address : home,
        addresses,
        title: text,
        behind,
      },
    );
    loose = [];
  };
  for (const child of children) {
    if (!isField(child)) {
      loose.push(child);
      continue;
    }
    close();
    const address = addresses.under(home, child.label);
    const field: Field = {
      address,
      line: child.line,
      text: child.text,
      number: Number.parseInt(child.label.split('.').at(-1) ?? '', 10) || 0,
      name: fieldName(child.text),
      blocks: [],
    };
    fields.push(field);
    readHeading(child, { ...charged, field, address, addresses, title: child.text });
  }
  close();
  return fields;
}

export interface Charged {
  /** Who the words above charge. */
  above: NamedAgency[];
  /** True where a heading does, not an opening sentence that speaks to everybody. */
  firm: boolean;
}

interface Reading extends Charged {
  field: Field;
  address: string;
  addresses: Addresses;
  title: string;
  /** True where numbered items stand before: what has no number is counted apart, `C.I.+1`. */
  behind?: boolean;
}

/** A heading with what stands under it: its own block, and one for each line under it that charges somebody else. */
function readHeading(node: Outline, reading: Reading): void {
  const { field, address, addresses } = reading;
  const own = overriding(readAssignment(node.text), reading);
  const agencies = node.row?.agencies.length ? node.row.agencies : (own?.agencies ?? reading.above);
  const inner = { above: agencies, firm: reading.firm || agencies !== reading.above };
  const letter = node.mark === 'letter' ? node.label : null;
  const leaf = node.children.length === 0;
  let block: Block | null = null;
  const opened = (): Block => {
    block ??= openBlock(
      field,
      address || CLOSE,
      node.line,
      headingText(node.text || reading.title, own),
      letter,
      agencies,
    );
    return block;
  };
  if (own?.task)
    opened().tasks.push(taskOf(endOf(node, own.task), addresses.under(address, leaf ? '1' : '0')));
  else if (node.text !== '' && leaf && own) opened();
  else if (node.text !== '' && leaf) opened().tasks.push(taskOf(node, addresses.under(address, '1')));
  else if (isSentence(node.text)) opened().tasks.push(taskOf(node, addresses.under(address, '0')));
  const only = node.children.filter(({ mark }) => mark === 'heading').length === 1;
  let ordinal = 0;
  for (const child of node.children.flatMap(splitCharges)) {
    // "5. Về y tế" / "Sở Y tế chủ trì:": the heading of agencies stands for the number above it.
    const shared = only && block === null && child.mark === 'heading' && child === node.children[0];
    if (child.label === '' && !shared) ordinal += 1;
    const at = shared
      ? address
      : addresses.under(address, child.label || `${reading.behind ? '+' : ''}${ordinal}`);
    if (isTask(child, inner)) {
      const tasks = [child, ...child.children].map((part, index) =>
        taskOf(part, index === 0 ? at : addresses.take(`${at}+${index}`)),
      );
      opened().tasks.push(...tasks);
    } else if (child.row && (child.mark === 'row' || child.children.length === 0)) {
      readRowBlock(child, at, reading, agencies);
    } else {
      readHeading(child, { ...reading, ...inner, address: at, title: child.text, behind: false });
    }
  }
}

/** Where a sentence charges somebody and, behind a semicolon, the committee charges others. */
const CHARGES_OTHERS =
  /;\s+(?=(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân|Chủ tịch UBND)[^,;:.]{0,20} (?:yêu cầu|giao|đề nghị) )/u;

/** One line for each of those it charges: "Sở … xây dựng khung; UBND tỉnh yêu cầu các sở gửi dự thảo trước ngày …". */
function splitCharges(node: Outline): Outline[] {
  const at = node.children.length === 0 && !node.row ? CHARGES_OTHERS.exec(node.text) : null;
  if (!at) return [node];
  const from = at.index + at[0].length;
  const [head, rest] = [node.text.slice(0, at.index + 1), node.text.slice(from)];
  const joined = node.joined?.findLast((one) => one.from <= from);
  return readAssignment(head) && readAssignment(rest)
    ? [
        { ...node, text: head },
        { ...node, text: rest, line: joined?.line ?? node.line, joined: [] },
      ]
    : [node];
}

/** True for a line that charges nobody but those above it, alone or with plain parts ("gồm: + …"). */
function isTask(node: Outline, above: Charged): boolean {
  if (node.mark === 'heading' || node.row?.agencies.length || overriding(readAssignment(node.text), above))
    return false;
  if (node.children.length === 0) return true;
  return (
    (node.mark === 'dash' || node.mark === 'plus' || node.mark === 'row') &&
    node.children.every((part) => part.children.length === 0 && isTask(part, above))
  );
}

/** A row of a table with the rows that go on with it: a block of its own, since each row names its own agencies. */
function readRowBlock(node: Outline, address: string, reading: Reading, above: NamedAgency[]): void {
  const agencies = node.row?.agencies.length ? node.row.agencies : above;
  const block = openBlock(reading.field, address, node.line, node.text, null, agencies);
  const numbered = node.children.some(({ label }) => label !== '');
  const first = taskOf(node, reading.addresses.under(address, numbered ? '0' : '1'));
  block.tasks.push(first);
  for (const part of node.children) {
    // A row without a number and a lead goes on with the row above it, as where a page ends.
    if (part.row?.agencies.some(({ role }) => role === 'lead'))
      readRowBlock(part, reading.addresses.under(address, part.row.label || '1'), reading, agencies);
    else block.tasks.push(taskOf(part, reading.addresses.take(`${first.address}+${block.tasks.length}`)));
  }
}

/** Inside what a department is charged with, "Chỉ đạo …", "Đề nghị …" is its work, not another owner. */
function overriding(found: Assignment | null, { above, firm }: Charged): Assignment | null {
  if (found?.form !== 'asked' || !firm) return found;
  const owners = above.filter(({ role }) => role !== 'coordinate');
  return owners.every(({ name }) => isGoverning(name)) ? found : null;
}

function openBlock(
  field: Field,
  address: string,
  line: number,
  text: string,
  letter: string | null,
  agencies: NamedAgency[],
): Block {
  const block: Block = { address, line, text, letter, agencies, tasks: [] };
  field.blocks.push(block);
  return block;
}

/** The task a line ends with, where it begins. */
function endOf(node: Outline, text: string): Outline {
  const from = node.text.length - text.length;
  const joint = node.joined?.findLast((one) => one.from <= from);
  return { ...node, text, line: joint?.line ?? node.line };
}

/** The words of a line that name the agencies, without the task behind the colon. */
function headingText(text: string, own: Assignment | null): string {
  return own?.task && own.task !== text ? text.slice(0, text.length - own.task.length).trim() : text;
}

function taskOf(node: Outline, address: string): Task {
  const role = taskRole(node.text);
  const deadline = node.row?.deadline || deadlineOf(node.text);
  return {
    address,
    line: node.line,
    text: node.text,
    ...(role ? { role } : {}),
    agencies: taskAgencies(node.text),
    ...(deadline ? { deadline } : {}),
    periodicReport: /định kỳ[^.;]*báo cáo/u.test(node.text),
  };
}

function deadlineOf(text: string): string | undefined {
  const day = String.raw`(?:ngày \d{1,2}(?:[/.-]\d{1,2}(?:[/.-]\d{4})?| tháng \d{1,2}(?: năm \d{4})?)|tháng \d{1,2}(?:[/.-]\d{4}| năm \d{4})?|[Qq]u[ýí] [IV\d]+(?:\s*[/-]\s*\d{4}| năm \d{4})?|năm \d{4}|\d{1,2}/\d{1,2}/\d{4}|\d{1,2}/\d{4})`;
  const found = new RegExp(
    `(?:trước|chậm nhất|(?<!tổ chức )vào(?= tháng| quý)|hoàn thành(?: và đưa vào sử dụng| đi vào sử dụng)?(?: trong| vào)|xong(?: trước)?|đưa vào sử dụng trong|thời hạn|trong)(?: vào| là| trước| trong| đến| hoàn thành)*:? ${day}`,
    'u',
  ).exec(text);
  return found && !(/^trong/u.test(found[0]) && /^trong năm/u.test(found[0])) ? found[0] : undefined;
}

function isSentence(text: string): boolean {
  return text.length >= SENTENCE && /[.;]$/u.test(text);
}

/** What a field is about, without "Đối với lĩnh vực". */
export function fieldName(heading: string): string {
  const name = heading
    .replace(/^(?:Đối với|Về|Trong)\s+/u, '')
    .replace(/^(?:lĩnh vực|dịch vụ|ngành)\s+(?:dịch vụ\s+)?/u, '')
    .replace(/[:.;\s]+$/u, '');
  return name || heading;
}
