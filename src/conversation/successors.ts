import { isDeepStrictEqual } from 'node:util';
import { isInside } from '../core/address.ts';
import { writeDay } from '../core/clock.ts';
import type { ChoiceAction, Reply } from '../core/message.ts';
import type { Agency, Successor } from '../core/programme.ts';
import { takesOver } from '../core/succession.ts';
import { taskAddresses, taskHome } from '../knowledge/programme-parts.ts';
import { passedOn, withSuccessions } from '../knowledge/succession.ts';
import { mayConfirmSuccessors } from '../people/rights.ts';
import { givenTo } from '../progress/permission.ts';
import { newlyConfirmed } from '../progress/rights-change.ts';
import { readSuccession, type SaidSuccession } from '../understand/succession.ts';
import { record } from './record.ts';
import {
  button,
  changeRows,
  commandOf,
  confirmedLine,
  holderOf,
  proposalRows,
  saysOf,
  stateOf,
  wordOn,
} from './successor-view.ts';
import { agencyName, say, type Turn } from './turn.ts';

const LABEL_LENGTH = 40;

/** `/kethua`: who holds whose duties today; for administrators to see, confirm, change and take back. */
export async function successors(turn: Turn, rest: string): Promise<Reply[]> {
  const { parts, person, words } = turn;
  if (!person || !mayConfirmSuccessors(person)) return say(words.people.notAllowed);
  if (!rest) return list(turn);
  const { knowledge } = parts;
  const tasks = taskAddresses(knowledge.programme);
  const said = readSuccession(rest, knowledge, turn.today, taskHome(tasks));
  const unknown = said.addresses.find((at) => !tasks.some((task) => isInside(task, at)));
  if (unknown) return say(words.successors.noSuchTask(unknown));
  const meant = whoPasses(turn, said);
  if (Array.isArray(meant)) return meant;
  const { former, successor } = meant;
  if (said.takesBack) return takeBack(turn, former, said.addresses);
  if (!said.passes && !successor) return show(turn, former);
  return pass(turn, former, { ...said, successor });
}

function list(turn: Turn): Reply[] {
  const { knowledge } = turn.parts;
  const listed = knowledge.agencies.filter(
    (agency) =>
      agency.successors.length > 0 &&
      (knowledge.source.includes(agency.name) || givenTo(agency, knowledge).length > 0),
  );
  const { successors: words } = turn.words;
  if (listed.length === 0) return say(words.how(examples(turn)));
  const rows = listed.map((agency) =>
    words.listRow(
      agency.name,
      agency.successors.map((one) => holderOf(turn, one)).join('; '),
      stateOf(turn, agency),
    ),
  );
  return [
    {
      text: [words.list, ...rows].join('\n'),
      choices: listed.map((agency) => ({
        label: agency.name.length <= LABEL_LENGTH ? agency.name : agency.short,
        action: { kind: 'say', text: saysOf(turn, agency) },
      })),
    },
  ];
}

type Said = Pick<SaidSuccession, 'successor' | 'from' | 'basis' | 'addresses'>;
type Passing = Pick<SaidSuccession, 'successor'> & { former: Agency };

/** Whose duties are meant: the agency named, or the one the tasks were given to. */
function whoPasses(turn: Turn, said: SaidSuccession): Passing | Reply[] {
  const { knowledge } = turn.parts;
  const { successors: words } = turn.words;
  const { addresses } = said;
  const tasks = taskAddresses(knowledge.programme);
  const holdsAll = (agency: Agency): boolean => {
    const given = givenTo(agency, knowledge);
    return addresses.every((at) => tasks.every((task) => !isInside(task, at) || given.includes(task)));
  };
  if (said.former && holdsAll(said.former)) return { former: said.former, successor: said.successor };
  const [address] = addresses;
  if (!address) return say(words.how(examples(turn)));
  // "IV.3.b.2 Sở Nội vụ": who is named beside a task that is not its own takes it over.
  if (said.former && (said.successor || said.takesBack))
    return say(words.notGiven(said.former.name, address));
  const owners = knowledge.agencies.filter(holdsAll);
  const passing = owners.filter((agency) => agency.successors.length > 0);
  const [former, ...others] = passing.length > 0 ? passing : owners;
  if (former && others.length === 0) return { former, successor: said.successor ?? said.former };
  const names = (passing.length > 0 ? passing : owners).map(({ name }) => name);
  const [name] = names;
  if (!name) return say(words.how(examples(turn)));
  return say(words.whichFormer(address, names, exampleFor(turn, `${name} ${address}`, said)));
}

/** What was said, or asks for the one or two things that are missing. */
async function pass(turn: Turn, former: Agency, said: Said): Promise<Reply[]> {
  const { successors: words } = turn.words;
  const { successor, from, basis, addresses } = said;
  if (givenTo(former, turn.parts.knowledge).length === 0 && former.successors.length === 0)
    return say(words.notInDecision(former.name));
  if (!successor || !from || !basis) {
    const missing = (['successor', 'from', 'basis'] as const).filter(
      (what) => ({ successor, from, basis })[what] === null,
    );
    const names = missing.map((what) => words.missing[what]);
    return say(words.ask(names, exampleFor(turn, leftSide(turn, former, addresses), said, former)));
  }
  if (successor.id === former.id && addresses.length === 0) return say(words.sameAgency(former.name));
  if (from > turn.today) return say(words.notYet(writeDay(from)));
  const to: Successor = { agency: successor.id, from, basis, confirmed: true };
  if (addresses.length > 0) return confirm(turn, former, passedOn(former.successors, addresses, to));
  return former.successors.some(({ only }) => only)
    ? [askWhichPart(turn, former, to)]
    : confirm(turn, former, [to]);
}

/** The agency alone, or the task alone where only this agency can be meant by it. */
function leftSide(turn: Turn, former: Agency, addresses: string[]): string {
  if (addresses.length === 0) return former.name;
  const owners = turn.parts.knowledge.agencies.filter((agency) =>
    givenTo(agency, turn.parts.knowledge).some((task) => addresses.some((at) => isInside(task, at))),
  );
  return [...(owners.length > 1 ? [former.name] : []), addresses.join(', ')].join(' ');
}

/** The command completed: what was said as said, the rest as the file proposes or as a gap to fill. */
function exampleFor(turn: Turn, left: string, said: Said, former?: Agency): string {
  const { successors: words } = turn.words;
  const proposed = former?.successors.find(
    (one) => one.agency !== null && said.addresses.every((at) => takesOver(one, at)),
  );
  const successor = said.successor?.name ?? (proposed?.agency ? agencyName(turn, proposed.agency) : null);
  return words.example(
    left,
    successor ?? words.sampleSuccessor,
    writeDay(said.from ?? proposed?.from ?? turn.today),
    said.basis ?? words.sampleBasis,
  );
}

function examples(turn: Turn): string[] {
  const { agencies } = turn.parts.knowledge;
  const { successors: words } = turn.words;
  const former = agencies.find(({ successors }) => successors.some(({ agency }) => agency !== null));
  const [one] = former?.successors ?? [];
  if (!former || !one?.agency) return [commandOf(turn)];
  const [task = ''] = givenTo(former, turn.parts.knowledge);
  const [to, from, basis] = [agencyName(turn, one.agency), writeDay(one.from), words.sampleBasis];
  return [former.name, ...(task ? [`${former.name} ${task}`] : [])].map((left) =>
    words.example(left, to, from, basis),
  );
}

/** One agency named for what the file divides: all of it, or its share. */
function askWhichPart(turn: Turn, former: Agency, to: Successor): Reply {
  const { successors: words } = turn.words;
  const share = former.successors.flatMap(({ agency, only }) => (agency === to.agency && only) || []);
  return {
    text: [
      words.isSplit(former.name, agencyName(turn, to.agency ?? '')),
      ...proposalRows(turn, former, former.successors),
    ].join('\n'),
    choices: [
      ...(share.length > 0
        ? [button(words.onlyShare(share.join(', ')), former, passedOn(former.successors, share, to))]
        : []),
      button(words.everything, former, [to]),
    ],
  };
}

/** What stands on an agency, or what the file proposes, and what confirming it would change. */
async function show(turn: Turn, agency: Agency, lead?: string): Promise<Reply[]> {
  const { successors: words } = turn.words;
  // What passed task by task is put right task by task.
  const addresses = agency.successors[0]?.only ?? [];
  const nothing = { successor: null, from: null, basis: null, addresses };
  const left = leftSide(turn, agency, addresses);
  const example = exampleFor(turn, left, nothing, agency);
  if (agency.successors.length === 0) return say(words.none(agency.name, example));
  const open = agency.successors.filter(({ confirmed }) => !confirmed);
  const all = agency.successors.map((one) => ({ ...one, confirmed: true }));
  const after = withSuccessions(turn.parts.knowledge, [{ agency: agency.id, successors: all }]);
  const said = await confirmedLine(turn, agency);
  const text = [
    ...(lead ? [lead] : []),
    words.proposal(agency.name, stateOf(turn, agency)),
    ...proposalRows(turn, agency, agency.successors),
    ...(said ? [said] : []),
    ...(open.length > 0 ? await changeRows(turn, after, words.wouldChange) : []),
    words.otherwise(example),
  ].join('\n');
  const one = (which: Successor): Successor[] =>
    agency.successors.map((each) => (each === which ? { ...each, confirmed: true } : each));
  return [
    {
      text,
      choices: [
        ...(open.length > 0 ? [button(words.confirm, agency, all)] : []),
        ...(open.length > 1
          ? open.map((each) => button(words.confirmOnly(holderOf(turn, each)), agency, one(each)))
          : []),
        ...(said ? [takeBackButton(turn, agency)] : []),
      ],
    },
  ];
}

function takeBackButton(turn: Turn, agency: Agency): Reply['choices'][number] {
  const what = turn.language === 'en' ? 'remove' : 'bỏ';
  const text = `${commandOf(turn)} ${what} ${agency.name}`;
  return { label: turn.words.successors.takeBack, action: { kind: 'say', text } };
}

/** The button under a proposal: an administrator's, and only while nothing else was said of the agency since. */
export async function confirmSuccession(
  turn: Turn,
  { agency: id, replaces, successors: word }: Extract<ChoiceAction, { kind: 'succession' }>,
): Promise<Reply[]> {
  const { parts, person, words } = turn;
  if (!person || !mayConfirmSuccessors(person)) return say(words.people.notAllowed);
  const agency = parts.knowledge.agencies.find((one) => one.id === id);
  if (!agency) return say(words.conversation.choiceGone);
  if (!isDeepStrictEqual(agency.successors, replaces)) return show(turn, agency, words.successors.movedOn);
  return confirm(turn, agency, word);
}

/** Writes the word down; lists, permissions and nudges follow from the next message on. */
async function confirm(turn: Turn, before: Agency, word: Successor[]): Promise<Reply[]> {
  const { parts, person, tx, now } = turn;
  const { successors: words } = turn.words;
  if (!person) return [];
  if (isDeepStrictEqual(before.successors, word)) return say(words.already(before.name));
  const { id } = before;
  await tx.agencies.confirm(id, word, person.id, now);
  await record(
    turn,
    'succession.confirmed',
    { agency: id, successors: before.successors },
    { agency: id, successors: word },
  );
  const told = await tellHeirs(turn, before, { ...before, successors: word });
  const after = withSuccessions(parts.knowledge, [{ agency: id, successors: word }]);
  const text = [
    words.done(before.name),
    ...proposalRows(turn, before, word),
    ...(await changeRows(turn, after, words.changed)),
    ...(told > 0 ? [words.told(told)] : []),
  ].join('\n');
  return [{ text, choices: [takeBackButton(turn, before)] }];
}

/** Each person of an agency that takes over hears of it once; how many could be told. */
async function tellHeirs(turn: Turn, before: Agency, after: Agency): Promise<number> {
  const { parts, person, tx } = turn;
  const lines = new Map<string, string[]>();
  for (const [holder, tasks] of newlyConfirmed(before, after, parts.knowledge)) {
    const by = after.successors.find(
      (one) => one.agency === holder && one.confirmed && tasks.some((task) => takesOver(one, task)),
    );
    if (!by) continue;
    const line = parts.wording.vi.successors.youGain(
      agencyName(turn, holder),
      before.name,
      tasks,
      writeDay(by.from),
      by.basis,
    );
    for (const { id } of await tx.people.ofAgency(holder))
      if (id !== person?.id) lines.set(id, [...(lines.get(id) ?? []), line]);
  }
  let told = 0;
  for (const [id, said] of lines) if (await turn.tell(id, { text: said.join('\n'), choices: [] })) told += 1;
  return told;
}

async function takeBack(turn: Turn, agency: Agency, addresses: string[]): Promise<Reply[]> {
  const { person, tx, now } = turn;
  const { successors: words } = turn.words;
  if (!person || !(await wordOn(turn, agency))) return say(words.nothingToTakeBack(agency.name));
  if (addresses.length > 0) return say(words.takeBackWhole(agency.name));
  await tx.agencies.confirm(agency.id, null, person.id, now);
  await record(
    turn,
    'succession.taken_back',
    { agency: agency.id, successors: agency.successors },
    { agency: agency.id, successors: null },
  );
  return [
    {
      text: words.takenBack(agency.name),
      choices: [{ label: words.see(agency.short), action: { kind: 'say', text: saysOf(turn, agency) } }],
    },
  ];
}
