import type { ChoiceOffer } from '../core/message.ts';
import type { Agency } from '../core/programme.ts';
import { type Asked, sayChoice, speak, taskRow, todayText } from './compose.ts';
import {
  countTasks,
  generalDuty,
  type Held,
  type Inherited,
  namedAt,
  type Share,
  shareAddresses,
} from './held.ts';

/** How many tasks of one block are listed before "and more". */
const ROWS = 8;
/** How many places of one name are told. */
const PLACES = 4;

/** Everything the decision gives the agency by name, task by task. */
export function ownRows(asked: Asked, agency: Agency, { shares, charged, partner }: Held): string[] {
  const { words } = asked;
  const name = speak(asked, agency);
  const chargedRows = charged.map((item) => taskRow(asked, item));
  const count = countTasks(shares);
  const taskRows =
    count > 0 ? [words.tasksOf(name, count), ...shares.flatMap((one) => blockRows(asked, one))] : [];
  const leading = shares.some(({ role }) => role !== 'coordinate');
  const before = chargedRows.length > 0 && !leading ? [`${name}:`, ...chargedRows] : [];
  const rows = [...before, ...taskRows, ...(leading ? chargedRows : [])];
  const partnerRows = partner.map((item) => taskRow(asked, item));
  return [
    ...rows,
    ...(partnerRows.length > 0
      ? [rows.length > 0 ? words.alsoNamed : words.onlyNamed(name), ...partnerRows]
      : []),
    ...generalLine(asked, agency, charged.length),
  ];
}

/** What passed to the agency from another, task by task, apart from what stands above. */
export function inheritedRows(asked: Asked, agency: Agency, inherited: Inherited): string[] {
  const { shares, charged, partner } = inherited;
  return [
    `\n${inheritedHead(asked, agency, inherited)}:`,
    ...charged.map((item) => taskRow(asked, item)),
    ...shares.flatMap((share) => blockRows(asked, share)),
    ...partner.map((item) => taskRow(asked, item)),
  ];
}

/** The same in one line. */
export function inheritedLine(asked: Asked, agency: Agency, inherited: Inherited): string {
  const { words } = asked;
  const { shares, charged, partner, former, successor } = inherited;
  const at = [...charged, ...partner].map(({ address }) => address);
  const told = words.agency.heldAt(
    words.agency.inherited(speak(asked, agency), speak(asked, former)),
    [...shareAddresses(shares), ...at].join(', '),
  );
  const counted = shares.length > 0 ? `${told} – ${words.agency.tasks(countTasks(shares))}` : told;
  return `${successor.confirmed ? counted : words.agency.unconfirmed(counted)}.`;
}

export function inheritedHead(asked: Asked, agency: Agency, { former, successor }: Inherited): string {
  const { words } = asked;
  const told = words.agency.inherited(speak(asked, agency), speak(asked, former));
  const { only, note, confirmed } = successor;
  const shared = only
    ? `${told}, ${words.agency.only([only.join(', '), asked.question.language === 'vi' && note].filter(Boolean).join(': '))}`
    : told;
  return confirmed ? shared : words.agency.unconfirmed(shared);
}

/** Each block with its role and number of tasks, where else it is named, and what is everybody's. */
export function summaryRows(asked: Asked, agency: Agency, { shares, charged, partner }: Held): string[] {
  const { words } = asked;
  const name = speak(asked, agency);
  const list = (items: { address: string }[]): string => items.map(({ address }) => address).join(', ');
  return [
    shares.length > 0 && words.tasksOf(name, countTasks(shares)),
    ...shares.map(({ block, role, tasks }) =>
      words.agency.blockRow(block.address, words.roles[role], words.agency.tasks(tasks.length)),
    ),
    ...(charged.length > 0 && shares.length === 0 ? [`${name}:`] : []),
    ...charged.map((item) => taskRow(asked, item)),
    partner.length > 0 &&
      (shares.length + charged.length > 0
        ? words.agency.partnerAt(list(partner))
        : `${words.onlyNamed(name)} ${list(partner)}.`),
    ...generalLine(asked, agency, charged.length),
  ].filter((line) => line !== false);
}

/** The duties of all provincial agencies and districts, unless they stand there already. */
function generalLine(asked: Asked, agency: Agency, charged: number): string[] {
  const [head] = generalDuty(asked);
  return head && agency.generalDuty && charged === 0 ? [asked.words.agency.general(head.address)] : [];
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

/** That the decision does not name the agency, or where it does without giving it a task. */
export function namedOrNot(asked: Asked, agency: Agency): string {
  const { words } = asked;
  const at = [...new Set(namedAt(asked, agency.name).map(({ address }) => address))];
  const told = [...at.slice(0, PLACES), ...(at.length > PLACES ? ['…'] : [])].join(', ');
  const name = speak(asked, agency);
  return at.length > 0 ? words.agency.namedOnly(name, told) : words.agency.notNamed(name);
}

/** Agencies it succeeds that the decision names without giving them a task. */
function predecessorLines(asked: Asked, agency: Agency): string[] {
  const named = asked.index
    .predecessors(agency)
    .filter(({ agency: former }) => namedAt(asked, former.name).length > 0)
    .map(({ agency: former }) => former);
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
export function eraChoices({ question, words }: Asked, agency: Agency): ChoiceOffer[] {
  const { buttons, says } = words.agency;
  return [
    ...(question.era === 'decision' ? [] : [sayChoice(buttons.inDecision, says.inDecision(agency.name))]),
    ...(question.era === 'today' ? [] : [sayChoice(buttons.today, says.today(agency.name))]),
  ];
}

/** The addresses that show what it holds word for word. */
export function verbatimOf(held: Held[]): string[] {
  return held.flatMap(({ shares, charged, partner }) => [
    ...shareAddresses(shares),
    ...charged.map(({ address }) => address),
    ...(shares.length === 0 ? partner.map(({ address }) => address) : []),
  ]);
}

function blockRows(asked: Asked, { block, role, tasks }: Share): string[] {
  const { words } = asked;
  const rest = tasks.length - ROWS;
  return [
    words.blockTasks(words.roles[role], block.address),
    ...tasks.slice(0, ROWS).map((task) => taskRow(asked, task)),
    ...(rest > 0 ? [words.moreTasks(rest)] : []),
  ];
}
