import { isDeepStrictEqual } from 'node:util';
import { isInside } from '../../core/address.ts';
import { writeDay } from '../../core/clock.ts';
import type { ChoiceAction, ChoiceOffer, Reply } from '../../core/message.ts';
import type { Agency, Knowledge, Successor } from '../../core/programme.ts';
import { withSuccessions } from '../../knowledge/confirmed-successors.ts';
import { taskAddresses, taskHome } from '../../knowledge/programme-parts.ts';
import { tasksOf } from '../../progress/permission.ts';
import { effectsOf, formerHolders, passTo, type SuccessionEffect } from '../../progress/succession.ts';
import { readSuccession, type SaidSuccession } from '../../understand/succession.ts';
import { record } from '../record.ts';
import { agencyName, say, type Turn } from '../turn.ts';

const BASIS_LENGTH = 200;

/** `/kethua`: for administrators, who holds whose duties today; with names in it a proposal, which a button confirms. */
export async function successors(turn: Turn, rest: string): Promise<Reply[]> {
  const { person, words, parts } = turn;
  if (person?.role !== 'admin') return say(words.people.notAllowed);
  if (rest === '') return list(turn);
  const { knowledge } = parts;
  const tasks = taskAddresses(knowledge.programme);
  const said = readSuccession(rest, knowledge, turn.today, taskHome(tasks));
  const meant = whoPasses(turn, said, rest);
  if ('reply' in meant) return say(meant.reply);
  const { former, holder, passed } = meant;
  if (said.takesBack) return takeBack(turn, former);
  if (!holder && !said.passes) return propose(turn, former);
  const left = passed.length > 0 ? `${former.name} ${said.addresses.join(', ')}` : former.name;
  const proposed = former.successors.find((one) => one.agency !== null && !one.confirmed);
  const example = (to: string): string =>
    words.successors.example(left, to, said.from ? writeDay(said.from) : '01/03/2025');
  if (!holder)
    return say(
      words.successors.needsHolder(example(proposed ? nameOf(turn, proposed) : words.successors.gap)),
    );
  if (holder.id === former.id) return say(words.successors.same);
  const filed = former.successors.find(({ agency }) => agency === holder.id);
  const from = said.from ?? filed?.from;
  if (!from) return say(words.successors.needsDate(example(holder.name)));
  // It would hold at once.
  if (from > turn.today) return say(words.successors.future(writeDay(from)));
  const basis = said.basis?.slice(0, BASIS_LENGTH);
  if (!basis || !/\d/.test(basis)) return say(words.successors.needsBasis(example(holder.name)));
  const successor: Successor = { agency: holder.id, from, basis, confirmed: true };
  if (passed.length > 0)
    return [await proposal(turn, former, [passTo(former.successors, said.addresses, successor)])];
  // Who holds a share is not given the whole unasked.
  const share = former.successors.flatMap(({ agency, only }) => (agency === holder.id && only) || []);
  return [
    await proposal(turn, former, [
      ...(share.length > 0 ? [passTo(former.successors, share, successor)] : []),
      [successor],
    ]),
  ];
}

type Meant = { former: Agency; holder: Agency | null; passed: string[] } | { reply: string };

/** Whose duties pass, and which tasks: the agency named, or the one the decision gave the tasks to. */
function whoPasses({ parts, words }: Turn, said: SaidSuccession, rest: string): Meant {
  const { knowledge } = parts;
  const tasks = taskAddresses(knowledge.programme);
  const passed = tasks.filter((task) => said.addresses.some((at) => isInside(task, at)));
  const lost = said.addresses.find((at) => !tasks.some((task) => isInside(task, at)));
  if (lost) return { reply: words.successors.unknown(lost) };
  const owners = formerHolders(passed, knowledge);
  const { former, successor: holder } = said;
  if (passed.length === 0)
    return former ? { former, holder, passed } : { reply: words.successors.unknown(rest.slice(0, 80)) };
  if (former && owners.includes(former)) return { former, holder, passed };
  if (former && holder) return { reply: words.successors.notGiven(former.name, said.addresses.join(', ')) };
  const [only, ...others] = owners;
  // "IV.3.b.2 Sở Nội vụ": who is named beside a task that is not its own takes it over.
  if (only && others.length === 0) return { former: only, holder: holder ?? former, passed };
  const names = owners.map(({ name }) => name);
  return { reply: words.successors.whichFormer(said.addresses.join(', '), names) };
}

async function takeBack(turn: Turn, former: Agency): Promise<Reply[]> {
  const filed = filedOf(turn, former);
  if (isDeepStrictEqual(filed, former.successors))
    return say(turn.words.successors.nothingToTakeBack(former.name));
  return [await proposal(turn, former, [filed])];
}

function bareOf({ agencies }: Knowledge): Agency[] {
  return agencies.map((agency) => ({ ...agency, successors: [] }));
}

function filedOf({ parts }: Turn, { id }: Agency): Successor[] {
  return parts.filed.find((agency) => agency.id === id)?.successors ?? [];
}

function list(turn: Turn): Reply[] {
  const { words, parts } = turn;
  const { knowledge } = parts;
  const bare = { ...knowledge, agencies: bareOf(knowledge) };
  // Others can be named; these have duties here.
  const changed = knowledge.agencies.filter(
    ({ id, successors: held }) =>
      held.length > 0 && (id === knowledge.focalAgency || tasksOf(id, bare).length > 0),
  );
  const rows = changed.map(({ name, successors: held }) =>
    words.successors.row(
      name,
      held
        .map((one) => [nameOf(turn, one), one.only && `(${one.only.join(', ')})`].filter(Boolean).join(' '))
        .join('; '),
      stateOf(turn, held),
    ),
  );
  return [
    {
      text: [words.successors.title, ...rows, words.successors.how].join('\n'),
      choices: changed
        .filter(({ successors: held }) => held.some(({ agency }) => agency !== null))
        .map(({ name, short }) => ({ label: short, action: { kind: 'say', text: `/kethua ${name}` } })),
    },
  ];
}

/** The proposal on file, for a yes. */
async function propose(turn: Turn, former: Agency): Promise<Reply[]> {
  const { words } = turn;
  const held = former.successors.filter(({ agency }) => agency !== null);
  if (held.length === 0) return say(words.successors.unchanged(former.name));
  return [await proposal(turn, former, [held.map((one) => ({ ...one, confirmed: true }))])];
}

/** What would hold and what it would change, with a button that makes it so; one each where there are several ways. */
async function proposal(turn: Turn, former: Agency, ways: Successor[][]): Promise<Reply> {
  const { successors: texts } = turn.words;
  const after = await turn.tx.agencies.successionVersion();
  const option = (label: string, value: Successor[] | null): ChoiceOffer => ({
    label,
    action: { kind: 'succession', agency: former.id, successors: value, after },
  });
  const [first = []] = ways;
  const several = ways.length > 1;
  const rows = ways.flatMap((wanted, at) => [
    ...(several ? [texts.way(at + 1)] : []),
    ...effectRows(turn, former, wanted),
  ]);
  return {
    text: [texts.check(former.name), ...rows].join('\n'),
    choices: [
      ...(several
        ? ways.map((wanted, at) => option(texts.confirmWay(at + 1), wanted))
        : [option(texts.confirm, first)]),
      option(texts.keep, null),
    ],
  };
}

/** Who would hold what, and which agencies may report on more or less then. */
function effectRows(turn: Turn, former: Agency, wanted: Successor[]): string[] {
  const { words, parts } = turn;
  const { successors: texts } = words;
  const then = withSuccessions(parts.knowledge, [{ agency: former.id, successors: wanted }]);
  const effects = effectsOf(parts.knowledge, then);
  const holders = wanted.map((one) =>
    texts.holder(
      nameOf(turn, one),
      one.only ? texts.only(one.only.join(', ')) : one.except ? texts.rest : texts.all,
      writeDay(one.from),
      one.basis,
    ),
  );
  const lines = effects.flatMap(({ agency, gains, loses }) => [
    ...(gains.length > 0 ? [texts.gains(agencyName(turn, agency), gains)] : []),
    ...(loses.length > 0 ? [texts.loses(agencyName(turn, agency), loses)] : []),
  ]);
  return [...holders, ...(lines.length > 0 ? [texts.effects, ...lines] : [texts.sameTasks])];
}

function stateOf({ words }: Turn, held: Successor[]): string {
  const { states } = words.successors;
  if (held.every(({ confirmed }) => confirmed)) return states.confirmed;
  return held.some(({ confirmed }) => confirmed) ? states.partly : states.open;
}

/** The administrator's button: holds from now on, in every process; who gains tasks is told. */
export async function confirmSuccessors(
  turn: Turn,
  { agency, successors: wanted, after: shownAfter }: Extract<ChoiceAction, { kind: 'succession' }>,
): Promise<Reply[]> {
  const { person, words, parts, tx, now } = turn;
  const former = parts.knowledge.agencies.find(({ id }) => id === agency);
  if (person?.role !== 'admin' || !former) return say(words.conversation.choiceGone);
  if (wanted === null) return say(words.successors.kept);
  if ((await tx.agencies.successionVersion()) !== shownAfter) return say(words.conversation.choiceGone);
  await tx.agencies.confirm(agency, wanted, person.id, now);
  await record(turn, 'succession.confirmed', former.successors, { agency, successors: wanted });
  const after = withSuccessions(parts.knowledge, [{ agency, successors: wanted }]);
  await tellGaining(turn, former, wanted, effectsOf(parts.knowledge, after));
  const isTakenBack = JSON.stringify(wanted) === JSON.stringify(filedOf(turn, former));
  const { takenBack, confirmed } = words.successors;
  return say(isTakenBack ? takenBack(former.name) : confirmed(former.name));
}

async function tellGaining(
  turn: Turn,
  former: Agency,
  wanted: Successor[],
  effects: SuccessionEffect[],
): Promise<void> {
  const { successors: texts } = turn.parts.wording.vi;
  for (const { agency, gains } of effects) {
    const holder = wanted.find((one) => one.agency === agency);
    if (!holder || gains.length === 0) continue;
    const name = agencyName(turn, agency);
    const text = texts.told(name, gains, former.name, writeDay(holder.from), holder.basis);
    for (const { id } of await turn.tx.people.ofAgency(agency)) await turn.tell(id, { text, choices: [] });
  }
}

function nameOf(turn: Turn, { agency }: Successor): string {
  return agency ? agencyName(turn, agency) : turn.words.successors.nobody;
}
