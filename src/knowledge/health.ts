import type { Day } from '../core/clock.ts';
import type { Agency, CitedDocument, Item, Programme, Task } from '../core/programme.ts';
import { suspectedTyping } from './health-typing.ts';
import { allItems } from './parse-programme.ts';

export interface Examined {
  programme: Programme;
  /** Findings that depend on the day, such as periods that have ended, are those of this day. */
  today: Day;
  /** Agencies with who holds their duties today. */
  agencies: Agency[];
}

/**
 * What a reader of the document should know about it: a summary, then one English sentence a finding, opened by the
 * address and line it concerns where it concerns one.
 */
export function documentHealth({ programme, today, agencies }: Examined): string[] {
  const blocks = programme.fields.flatMap((field) => field.blocks);
  const tasks = blocks.flatMap((block) => block.tasks);
  const dashes = programme.orientations.flatMap((group) => group.dashes);
  const items = allItems(programme);
  return [
    `${programme.fields.length} fields, ${blocks.length} blocks, ${tasks.length} tasks, ${dashes.length} orientation dashes`,
    ...missing(programme, tasks),
    ...numbering(items),
    ...suspectedTyping(items).map(({ item, wrong, reason }) =>
      at(item, `“${wrong}” may be a typing error: ${reason}`),
    ),
    ...blocks
      .filter((block) => block.tasks.length === 0)
      .map((block) => at(block, `the heading has no task under it`)),
    ...blocks
      .filter((block) => !block.agencies.some(({ role }) => role === 'lead'))
      .map((block) => at(block, block.agencies.length > 0 ? 'no agency leads' : 'no agency is named')),
    ...tasks.filter((task) => !task.deadline).map((task) => at(task, 'no finish date')),
    ...ended(programme.documents, items, today),
    ...programme.documents
      .filter((document) => document.number !== '' && !document.date)
      .map((document) => citing(document, items, `${document.number} is cited without a date`)),
    ...programme.figures
      .filter(({ address }) => !programme.objectives.some((item) => item.address === address))
      .map((figure) =>
        at(figure, `a figure stands in prose: ${figure.value}${figure.period ? ` (${figure.period})` : ''}`),
      ),
    ...reorganised(items, agencies, programme.date),
  ];
}

function at({ address, line }: Pick<Item, 'address' | 'line'>, finding: string): string {
  return `${address} (line ${line}): ${finding}`;
}

function missing(programme: Programme, tasks: Task[]): string[] {
  const parts: [string, boolean][] = [
    ['number', programme.number === ''],
    ['date', programme.date === ''],
    ['signatory', programme.signatory.name === ''],
    ['recipients', programme.recipients.length === 0],
    ['tasks', tasks.length === 0],
  ];
  return parts.filter(([, absent]) => absent).map(([name]) => `no ${name} found`);
}

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII', 'XIII', 'XIV', 'XV'];
/** Letters as documents number by them. */
const LETTERS = 'abcdđeghiklmnopqrstuvxy';

/** Numbers and letters that are skipped between neighbours or used twice. */
function numbering(items: Item[]): string[] {
  const last = new Map<string, number>();
  // A table's numbers run on from one group of rows to the next.
  const running = new Map<string, number>();
  return items.flatMap((item) => {
    const [, parent = '', label = ''] = /^(.*?\.?)([^.]+)$/u.exec(item.address) ?? [];
    if (label.includes('~')) return [at(item, `the number ${label.replace(/~.*$/u, '')} is used twice`)];
    const found = positionOf(label);
    if (!found) return [];
    const siblings = `${parent}${found.kind}`;
    const cousins = `${parent.replace(/[^.]+\.$/u, '')}${found.kind}`;
    const before = last.get(siblings) ?? -1;
    const goesOn = before < 0 && running.get(cousins) === found.position - 1;
    last.set(siblings, Math.max(before, found.position));
    running.set(cousins, found.position);
    const skipped = goesOn ? [] : found.names.slice(before + 1, found.position).map((name) => parent + name);
    if (skipped.length === 0) return [];
    const names = skipped.length > 2 ? `${skipped[0]} to ${skipped.at(-1)}` : skipped.join(', ');
    return [at(item, `${names} ${skipped.length > 1 ? 'are' : 'is'} missing before it`)];
  });
}

function positionOf(label: string): { kind: string; position: number; names: string[] } | null {
  if (ROMAN.includes(label)) return { kind: 'roman', position: ROMAN.indexOf(label), names: ROMAN };
  if (LETTERS.includes(label) && label.length === 1)
    return { kind: 'letter', position: LETTERS.indexOf(label), names: [...LETTERS] };
  const number = /^[1-9]\d?$/u.test(label) ? Number(label) : 0;
  if (number === 0) return null;
  return {
    kind: 'number',
    position: number - 1,
    names: Array.from({ length: number }, (_, index) => String(index + 1)),
  };
}

function citing(document: CitedDocument, items: Item[], finding: string): string {
  const item = items.find(({ address }) => address === document.citedAt[0]);
  return item ? at(item, finding) : finding;
}

function ended(documents: CitedDocument[], items: Item[], today: Day): string[] {
  const year = Number(today.slice(0, 4));
  return documents
    .filter(({ periodEnd }) => periodEnd !== null && periodEnd < year)
    .map((document) => {
      const name = document.number
        ? `${document.kind} ${document.number}`
        : (document.title ?? document.kind);
      return citing(document, items, `the period of the cited ${name} ended in ${document.periodEnd}`);
    });
}

/** Agencies the text names that have since given their duties to others, at their first mention. */
function reorganised(items: Item[], agencies: Agency[], date: Day): string[] {
  const names = new Map(agencies.map(({ id, name }) => [id, name]));
  return agencies.flatMap(({ name, aliases, successors }) => {
    const since = successors.filter(({ from }) => date === '' || date < from);
    if (since.length === 0) return [];
    // Short forms are left out: "cấp huyện" or "Sở GT" says little about who is meant.
    const written = [name, ...aliases.filter((alias) => alias.length > 15)];
    const item = items.find(({ text }) => written.some((one) => text.includes(one)));
    if (!item) return [];
    const today = since
      .map(({ agency, from, confirmed }) => {
        const holder = agency === null ? 'no known successor' : (names.get(agency) ?? agency);
        return `${holder} since ${from}${confirmed ? '' : ', unconfirmed'}`;
      })
      .join('; ');
    return [at(item, `${name} has been reorganised (${today})`)];
  });
}
