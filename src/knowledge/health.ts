import type { Day } from '../core/clock.ts';
import {
  type FigureFault,
  HEALTH_PARTS,
  type HealthFact,
  type HealthFinding,
  type HealthReport,
  type HeldSince,
} from '../core/health.ts';
import type { Agency, CitedDocument, Correction, Figure, Item, Programme } from '../core/programme.ts';
import { bareNumbers } from './bare-numbers.ts';
import { suspectedTyping } from './health-typing.ts';
import { numbering } from './numbering.ts';
import { allItems } from './parse-programme.ts';
import { lastDayOf, periodsIn } from './period-end.ts';

export interface Examined {
  programme: Programme;
  /** Findings that depend on the day, such as periods that have ended, are those of this day. */
  today: Day;
  /** Agencies with who holds their duties today. */
  agencies: Agency[];
  corrections: Correction[];
}

/** What a reader of the document should know about it. Pure. */
export function examineDocument(examined: Examined): HealthReport {
  const { programme } = examined;
  const blocks = programme.fields.flatMap((field) => field.blocks);
  const tasks = blocks.flatMap((block) => block.tasks);
  const items = allItems(programme);
  const findings: HealthFinding[] = [
    ...absent(programme, tasks.length),
    ...numbering(items),
    ...typing(items, examined.corrections),
    ...ended(programme, items, examined.today),
    ...tasks.filter((task) => !task.deadline).map((task) => at(task, { kind: 'no_date', part: 'dates' })),
    ...blocks
      .filter((block) => block.tasks.length === 0)
      .map((block) => at(block, { kind: 'no_task', part: 'leads' })),
    ...blocks
      .filter((block) => !block.agencies.some(({ role }) => role === 'lead'))
      .map((block) =>
        at(block, { kind: 'no_lead', part: 'leads', named: block.agencies.map(({ name }) => name) }),
      ),
    ...figures(programme),
    ...programme.documents
      .filter((document) => document.number !== '' && !document.date)
      .map((document) =>
        citing(document, items, { kind: 'undated_document', part: 'documents', number: document.number }),
      ),
    ...reorganised(items, examined),
  ];
  return {
    counts: {
      fields: programme.fields.length,
      blocks: blocks.length,
      tasks: tasks.length,
      orientations: programme.orientations.flatMap((group) => group.dashes).length,
    },
    findings: findings.sort((a, b) => HEALTH_PARTS.indexOf(a.part) - HEALTH_PARTS.indexOf(b.part)),
  };
}

/** A fact with its place. */
function at({ address, line }: Pick<Item, 'address' | 'line'>, fact: HealthFact): HealthFinding {
  return { ...fact, at: { address, line } };
}

function absent(programme: Programme, tasks: number): HealthFinding[] {
  const parts = [
    ['number', programme.number === ''],
    ['date', programme.date === ''],
    ['signatory', programme.signatory.name === ''],
    ['recipients', programme.recipients.length === 0],
    ['tasks', tasks === 0],
  ] as const;
  return parts.flatMap(([what, missing]) =>
    missing ? [{ kind: 'absent' as const, part: 'frame' as const, what, at: null }] : [],
  );
}

/** Suspected errors, and those somebody has already put right in corrections.json. */
function typing(items: Item[], corrections: Correction[]): HealthFinding[] {
  const suspected = suspectedTyping(items).map(({ item, wrong, right }) => {
    const mended = corrections.find(
      (row) => row.line === item.line && row.wrong.toLowerCase().includes(wrong.toLowerCase()),
    );
    return mended
      ? { item, wrong: mended.wrong, right: mended.right, mended: true }
      : { item, wrong, right, mended: false };
  });
  const others = corrections.flatMap((row) => {
    const item = items.find(({ line, text }) => line === row.line && text.includes(row.wrong));
    const known = suspected.some((one) => one.item.line === row.line && one.wrong === row.wrong);
    return item && !known ? [{ item, wrong: row.wrong, right: row.right, mended: true }] : [];
  });
  return [...suspected, ...others]
    .sort((a, b) => a.item.line - b.item.line)
    .map(({ item, wrong, right, mended }) =>
      at(item, { kind: 'typing', part: 'typing', wrong, right, mended }),
    );
}

function ended(programme: Programme, items: Item[], today: Day): HealthFinding[] {
  const year = Number(today.slice(0, 4));
  const documents = programme.documents.flatMap((document) => {
    const { kind, number, title, periodEnd } = document;
    if (periodEnd === null || periodEnd >= year) return [];
    const name = number ? `${kind} ${number}` : (title ?? kind);
    return [citing(document, items, { kind: 'document_ended', part: 'periods', name, year: periodEnd })];
  });
  const tasks = programme.fields.flatMap((field) => field.blocks.flatMap((block) => block.tasks));
  const deadlines = tasks.flatMap((task) => {
    const last = task.deadline ? lastDayOf(task.deadline) : null;
    const passed: HealthFact = { kind: 'deadline_passed', part: 'periods', deadline: task.deadline ?? '' };
    return last !== null && last < today ? [at(task, passed)] : [];
  });
  const titles = programme.documents.flatMap(({ title }) => (title ? [title] : []));
  const stated = [
    ...programme.objectives,
    ...programme.orientations.flatMap((group) => group.dashes),
    ...tasks,
  ].flatMap((item) => {
    const deadline = tasks.find((task) => task === item)?.deadline ?? '';
    const over = periodsIn(item.text, titles).filter((period) => {
      const last = lastDayOf(period);
      return last !== null && last < today && !deadline.includes(period);
    });
    return [...new Set(over)].map((period) => at(item, { kind: 'period_ended', part: 'periods', period }));
  });
  return [...documents, ...stated, ...deadlines];
}

/** Numbers outside the objectives, where nobody looks for them, and why each may be misread. */
function figures(programme: Programme): HealthFinding[] {
  const objectives = new Set(programme.objectives.map(({ address }) => address));
  const items = [
    ...programme.orientations.flatMap((group) => group.dashes),
    ...programme.fields.flatMap((field) => field.blocks.flatMap((block) => block.tasks)),
  ];
  const bare = items.flatMap(({ address, line, text }) =>
    bareNumbers(text).map((value) => ({ address, line, value, period: null, faults: ['no_unit' as const] })),
  );
  const stated = programme.figures
    .filter(({ address }) => !objectives.has(address))
    .map((figure) => ({ ...figure, faults: faultsOf(figure, programme.figures) }));
  return [...stated, ...bare]
    .sort((a, b) => a.line - b.line)
    .map(({ address, line, value, period, faults }) =>
      at({ address, line }, { kind: 'figure', part: 'figures', value, period, faults }),
    );
}

/** "Khoảng", "ít nhất", "1% – 3%" leave open which number is meant; so does the same number twice in one clause. */
function faultsOf(figure: Figure, all: Figure[]): FigureFault[] {
  const from = Math.max(0, figure.clause.indexOf(figure.value));
  const before = figure.clause.slice(0, from);
  const after = figure.clause.slice(from + figure.value.length);
  const vague =
    /(?:khoảng|gần|xấp xỉ|hơn|trên|dưới|từ|ít nhất|tối thiểu|tối đa|[-–])(?: khoảng)?\s*$/u.test(before) ||
    /^\s*(?:[-–]\s*\d|(?:\p{L}+ ){0,3}trở lên)/u.test(after);
  const number = `${/[\d.,]+/u.exec(figure.value)?.[0] ?? ''} `;
  const repeated = all.some(
    (other) => other !== figure && other.clause === figure.clause && other.value.startsWith(number),
  );
  return [
    ...(figure.period === null ? (['no_period'] as const) : []),
    ...(vague || repeated ? (['several_readings'] as const) : []),
  ];
}

function citing(document: CitedDocument, items: Item[], fact: HealthFact): HealthFinding {
  const item = items.find(({ address }) => address === document.citedAt[0]);
  return item ? at(item, fact) : { ...fact, at: null };
}

/** Agencies the text names that have since given their duties to others, at their first mention. */
function reorganised(items: Item[], { agencies, programme }: Examined): HealthFinding[] {
  const names = new Map(agencies.map(({ id, name }) => [id, name]));
  return agencies.flatMap(({ name, aliases, successors }) => {
    const since: HeldSince[] = successors
      .filter(({ from }) => programme.date === '' || programme.date < from)
      .map(({ agency, from, confirmed }) => ({
        holder: agency === null ? null : (names.get(agency) ?? agency),
        from,
        confirmed,
      }));
    if (since.length === 0) return [];
    // Short forms are left out: "cấp huyện" or "Sở GT" says little about who is meant.
    const written = [name, ...aliases.filter((alias) => alias.length > 15)];
    const item = items.find(({ text }) => written.some((one) => text.includes(one)));
    return item ? [at(item, { kind: 'reorganised', part: 'agencies', name, since })] : [];
  });
}
