import { type Day, writeDay } from '../core/clock.ts';
import type { ChoiceAction, ChoiceOffer, Reply } from '../core/message.ts';
import type { Agency, Knowledge, Successor } from '../core/programme.ts';
import { fold } from '../core/text.ts';
import { withSuccessions } from '../knowledge/confirmed-successors.ts';
import { taskAddresses, taskHome } from '../knowledge/programme-parts.ts';
import { tasksOf } from '../progress/permission.ts';
import { effectsOf, formerHolder, type SuccessionEffect, withTask } from '../progress/succession.ts';
import { locateAddresses } from '../understand/address.ts';
import { locateAgencies } from '../understand/agencies.ts';
import { findDates } from '../understand/dates.ts';
import { record } from './record.ts';
import { agencyName, say, type Turn } from './turn.ts';

const BASIS_LENGTH = 200;

/** `/kethua`: for administrators, who holds whose duties today; with names in it a proposal, which a button confirms. */
export async function successors(turn: Turn, rest: string): Promise<Reply[]> {
  const { person, words, parts } = turn;
  if (person?.role !== 'admin') return say(words.people.notAllowed);
  if (rest === '') return list(turn);
  const { knowledge } = parts;
  const home = taskHome(taskAddresses(knowledge.programme));
  const task = locateAddresses(rest, home).find(({ address }) =>
    taskAddresses(knowledge.programme).includes(address),
  )?.address;
  const named = locateAgencies(rest, knowledge).map(({ agency }) => agency);
  const former = task ? formerHolder(task, knowledge) : (named[0] ?? null);
  const holder = task ? named[0] : named[1];
  if (!former) return say(words.successors.unknown(rest.slice(0, 80)));
  if (/^(?:bo|huy|rut)\b/.test(fold(rest))) return [await proposal(turn, former, filedOf(turn, former))];
  if (!holder) return propose(turn, former);
  if (holder.id === former.id) return say(words.successors.same);
  const example = words.successors.example(task ?? former.name, holder.name, '01/03/2025');
  const filed = former.successors.find(({ agency }) => agency === holder.id);
  const from = fromIn(rest, turn.today) ?? filed?.from;
  if (!from) return say(words.successors.needsDate(example));
  // It would hold at once.
  if (from > turn.today) return say(words.successors.future(writeDay(from)));
  const basis = basisIn(rest);
  if (!basis) return say(words.successors.needsBasis(example));
  const successor: Successor = { agency: holder.id, from, basis, confirmed: true };
  const own = tasksOf(former.id, { ...knowledge, agencies: bareOf(knowledge) });
  const wanted = task ? withTask(former, task, successor, own) : [successor];
  return [await proposal(turn, former, wanted)];
}

function bareOf({ agencies }: Knowledge): Agency[] {
  return agencies.map((agency) => ({ ...agency, successors: [] }));
}

function filedOf({ parts }: Turn, { id }: Agency): Successor[] {
  return parts.filed.find((agency) => agency.id === id)?.successors ?? [];
}

/** "Từ 01/03/2025": a day that is said, also one long past. */
function fromIn(text: string, today: Day): Day | null {
  const said = text.replace(/\b(?:theo|căn cứ)\b.*$/isu, '');
  return findDates(said, today, 'nearest')[0]?.day ?? null;
}

/** What stands behind "theo" or "căn cứ". */
function basisIn(text: string): string | null {
  const found = /(?<!\p{L})(?:theo|căn cứ|can cu)(?!\p{L})\s*:?\s*(.{4,})$/isu.exec(text);
  const basis = found?.[1]?.trim().slice(0, BASIS_LENGTH) ?? '';
  return /\d/.test(basis) ? basis : null;
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
      held.map((one) => nameOf(turn, one)).join('; '),
      held.every((one) => one.confirmed),
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
  return [
    await proposal(
      turn,
      former,
      held.map((one) => ({ ...one, confirmed: true })),
    ),
  ];
}

/** What would hold and what it would change, with a button that makes it so. */
async function proposal(turn: Turn, former: Agency, wanted: Successor[]): Promise<Reply> {
  const { words, parts } = turn;
  const { successors: texts } = words;
  const then = withSuccessions(parts.knowledge, [{ agency: former.id, successors: wanted }]);
  const effects = effectsOf(parts.knowledge, then);
  const holders = wanted.map((one) =>
    texts.holder(
      nameOf(turn, one),
      one.only ? texts.only(one.only.join(', ')) : texts.all,
      writeDay(one.from),
      one.basis,
    ),
  );
  const lines = effects.flatMap(({ agency, gains, loses }) => [
    ...(gains.length > 0 ? [texts.gains(agencyName(turn, agency), gains)] : []),
    ...(loses.length > 0 ? [texts.loses(agencyName(turn, agency), loses)] : []),
  ]);
  const after = await turn.tx.agencies.successionVersion();
  const option = (label: string, value: Successor[] | null): ChoiceOffer => ({
    label,
    action: { kind: 'succession', agency: former.id, successors: value, after },
  });
  return {
    text: [
      texts.check(former.name),
      ...holders,
      ...(lines.length > 0 ? [texts.effects, ...lines] : [texts.sameTasks]),
    ].join('\n'),
    choices: [option(texts.confirm, wanted), option(texts.keep, null)],
  };
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
