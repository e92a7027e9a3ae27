import type { ChoiceOffer } from '../core/message.ts';
import type { Agency, Item, Successor } from '../core/programme.ts';
import {
  type Asked,
  clauseRow,
  heads,
  namesOf,
  saidName,
  sayChoice,
  speak,
  taskRow,
  todayText,
} from './compose.ts';
import {
  addressesOf,
  countTasks,
  generalDuty,
  type Held,
  type Inherited,
  namedAt,
  type Share,
} from './held.ts';

/** How many tasks of one block are listed before "and more". */
const ROWS = 8;
/** A name that stands in more places than these is told without them. */
const PLACES = 4;

/** Everything the decision gives the agency by name, task by task. */
export function ownRows(asked: Asked, agency: Agency, held: Held): string[] {
  const { words } = asked;
  const { shares, charged, partner } = held;
  const name = speak(asked, agency);
  const count = countTasks(shares);
  const tasks =
    count > 0 ? [words.tasksOf(name, count), ...shares.flatMap((one) => blockRows(asked, one))] : [];
  const general = chargedRows(asked, agency, held);
  const leading = shares.some(({ role }) => role !== 'coordinate');
  const rows = leading
    ? [...tasks, ...general]
    : [...(general.length > 0 ? [`${name}:`] : []), ...general, ...tasks];
  return [
    ...rows,
    ...(partner.length > 0 ? [rows.length > 0 ? words.alsoNamed : words.onlyNamed(name)] : []),
    ...partner.map((item) => partnerRow(asked, agency, item)),
    ...generalLine(asked, agency, charged),
  ];
}

/** Each block with its role and number of tasks, where else it is named, and what is everybody's. */
export function summaryRows(asked: Asked, agency: Agency, held: Held): string[] {
  const { words } = asked;
  const { shares, charged, partner } = held;
  const name = speak(asked, agency);
  const general = chargedRows(asked, agency, held);
  const at = partner.map(({ address }) => address);
  const alone = shares.length + general.length === 0;
  return [
    ...(shares.length > 0 ? [words.tasksOf(name, countTasks(shares))] : []),
    ...shares.map(({ block, role, tasks }) =>
      words.agency.blockRow(block.address, roleIn(asked, { block, role }), words.agency.tasks(tasks.length)),
    ),
    ...(shares.length === 0 && general.length > 0 ? [`${name}:`] : []),
    ...general,
    ...(at.length === 0
      ? []
      : [alone ? `${words.onlyNamed(name)} ${at.join(', ')}.` : words.agency.partnerAt(at)]),
    ...generalLine(asked, agency, charged),
  ];
}

/** What passed to the agency from another, task by task, apart from what stands above. */
export function inheritedRows(asked: Asked, agency: Agency, inherited: Inherited): string[] {
  const { shares, partner, former } = inherited;
  return [
    `\n${inheritedHead(asked, agency, inherited)}:`,
    ...chargedRows(asked, former, inherited),
    ...shares.flatMap((share) => blockRows(asked, share)),
    ...partner.map((item) => partnerRow(asked, former, item)),
  ];
}

/** The same in one line. */
export function inheritedLine(asked: Asked, agency: Agency, inherited: Inherited): string {
  const { words } = asked;
  const { shares, former, successor } = inherited;
  const told = words.agency.heldAt(
    words.agency.inherited(speak(asked, agency), speak(asked, former)),
    addressesOf(asked, inherited),
  );
  const whole = shares.every(({ block, tasks }) => tasks.length === block.tasks.length);
  const counted = shares.length > 0 && whole ? `${told} – ${words.agency.tasks(countTasks(shares))}` : told;
  return `${successor.confirmed ? counted : words.agency.unconfirmed(counted)}.`;
}

export function inheritedHead(asked: Asked, agency: Agency, { former, successor }: Inherited): string {
  const { words } = asked;
  const told = words.agency.inherited(speak(asked, agency), sharedName(asked, former, successor));
  return successor.confirmed ? told : words.agency.unconfirmed(told);
}

/** The former agency's name, with which of its tasks passed on, where not all did. */
export function sharedName(asked: Asked, former: Agency, { only, note }: Successor): string {
  const name = speak(asked, former);
  const share = [only?.join(', '), asked.question.language === 'vi' && note].filter(Boolean).join(': ');
  return only ? `${name} (${share})` : name;
}

/** An agency without tasks: whether it is named at all, what is everybody's, and who before it was named. */
export function withoutTasks(asked: Asked, agency: Agency): string[] {
  const { words } = asked;
  const [head, ...rows] = generalDuty(asked);
  return [
    namedOrNot(asked, agency),
    ...(head && agency.generalDuty
      ? [words.agency.onlyGeneral(head.address), ...rows.map((item) => taskRow(asked, item))]
      : head
        ? [words.agency.noGeneral(head.address)]
        : []),
    ...predecessorLines(asked, agency),
  ];
}

/** The same of one that holds another's tasks today. */
export function notNamedRows(asked: Asked, agency: Agency): string[] {
  return [namedOrNot(asked, agency), ...generalLine(asked, agency, [])];
}

/** That the decision does not name the agency, or where it does without giving it a task. */
export function namedOrNot(asked: Asked, agency: Agency): string {
  const { words } = asked;
  const at = namedAt(asked, agency.name).map(({ address }) => address);
  const name = speak(asked, agency);
  if (at.length === 0) return words.agency.notNamed(name);
  return words.agency.namedOnly(name, at.length > PLACES ? null : at);
}

/** Agencies it succeeds that the decision names without giving them a task. */
function predecessorLines(asked: Asked, agency: Agency): string[] {
  const named = asked.index
    .predecessors(agency)
    .map(({ agency: former }) => former)
    .filter(({ name }) => namedAt(asked, name).length > 0);
  return [
    ...named.map((former) => namedOrNot(asked, former)),
    ...todayText(
      asked,
      named.map(({ name }) => ({ name, address: null })),
    ),
  ];
}

/** "The decision does not name this university; it belongs to …" */
export function unitLine(asked: Asked, agency: Agency): string | null {
  const { unit } = asked.question;
  return unit === null ? null : asked.words.agency.unit(unit, speak(asked, agency));
}

/** Where an agency holds things in the decision and others today: each alone. */
export function eraChoices(asked: Asked, agency: Agency): ChoiceOffer[] {
  const { question, words } = asked;
  const { buttons, says } = words.agency;
  const name = saidName(asked, agency);
  return [
    ...(question.era === 'decision' ? [] : [sayChoice(buttons.inDecision, says.inDecision(name))]),
    ...(question.era === 'today' ? [] : [sayChoice(buttons.today, says.today(name))]),
  ];
}

/** The duties of all provincial agencies and districts, unless they stand there already. */
function generalLine(asked: Asked, agency: Agency, charged: Item[]): string[] {
  const [head] = generalDuty(asked);
  return head && agency.generalDuty && charged.length === 0 ? [asked.words.agency.general(head.address)] : [];
}

/** What section V charges it with, and that reports go to it: the clause that names it. */
function chargedRows(asked: Asked, agency: Agency, { charged, receives }: Held): string[] {
  return [
    ...charged.map((item) => taskRow(asked, item)),
    ...receives.map((item) => clauseRow(asked, item, agency.name)),
  ];
}

/** Another's block or task that names it: the clause that does. */
function partnerRow(asked: Asked, agency: Agency, item: Item): string {
  return item.text.includes(agency.name) ? clauseRow(asked, item, agency.name) : taskRow(asked, item);
}

/** Its role in a block, and who directs it there. */
function roleIn(asked: Asked, { block, role }: Pick<Share, 'block' | 'role'>): string {
  const { words } = asked;
  const head = heads(block);
  return role === 'implement' && head.role === 'direct'
    ? words.agency.directedBy(words.roles[role], namesOf(asked, head.named, 'direct'))
    : words.roles[role];
}

function blockRows(asked: Asked, { block, role, tasks }: Share): string[] {
  const { words } = asked;
  const rest = tasks.length - ROWS;
  return [
    words.blockTasks(roleIn(asked, { block, role }), block.address),
    ...tasks.slice(0, ROWS).map((task) => taskRow(asked, task)),
    ...(rest > 0 ? [words.moreTasks(rest)] : []),
  ];
}
