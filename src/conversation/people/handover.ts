import { type Day, dayOf, writeDay } from '../../core/clock.ts';
import type { ChoiceOffer, Reply } from '../../core/message.ts';
import type { Handover, Person } from '../../core/person.ts';
import { fold } from '../../core/text.ts';
import { findColleagues } from '../../people/colleague.ts';
import { type Absence, readAbsence } from '../../understand/absence.ts';
import { record } from '../record.ts';
import { agencyName, say, type Turn } from '../turn.ts';
import { showCard } from '../updates/card.ts';

const CHOICES = 8;

/** "Nghỉ từ 10/12 đến 20/12, giao chị Hà": asks once more, then the colleague; null when nobody says to be away. */
export async function handOverInWords(turn: Turn, text: string): Promise<Reply[] | null> {
  if (turn.message.group || !turn.person) return null;
  if (BACK.test(fold(text))) return takeBack(turn);
  const absence = readAbsence(text, turn.today);
  return absence && planHandover(turn, absence);
}

const BACK =
  /^(?:(?:em|toi|minh|anh|chi|da|nay) )*(?:da )?(?:di lam (?:lai|tro lai)|het nghi|ve co quan|nhan lai viec)(?: roi| a| tu hom nay)*[.! ]*$|^i(?: a)?m back[.! ]*$/;

/** `/nghi`: whom the person has handed over to, or how it is done. */
export async function handovers(turn: Turn, rest: string): Promise<Reply[]> {
  const { person, words } = turn;
  if (!person) return say(words.conversation.joinHow);
  const absence = rest ? readAbsence(`nghỉ ${rest}`, turn.today) : null;
  if (absence) return planHandover(turn, absence);
  const given = await turn.tx.handovers.givenBy(person.id, turn.today);
  if (given.length === 0) return say(words.handover.how);
  const lines = [];
  for (const one of given)
    lines.push(
      words.handover.standing(
        await nameOf(turn, one.to),
        writeDay(one.firstDay),
        writeDay(one.lastDay),
        one.state === 'accepted',
      ),
    );
  return [
    {
      text: [words.handover.list, ...lines].join('\n'),
      choices: given.map(({ id }) => ({
        label: words.handover.end,
        action: { kind: 'handover_end', handover: id },
      })),
    },
  ];
}

async function planHandover(turn: Turn, { firstDay, lastDay, colleague }: Absence): Promise<Reply[]> {
  const { person, words, today } = turn;
  if (!person) return [];
  if (!firstDay || !lastDay) return say(words.handover.how);
  if (lastDay < today) return say(words.handover.passed);
  const others = await colleagues(turn, person);
  if (others.length === 0) return say(words.handover.alone(agencyName(turn, person.agency)));
  const found = colleague ? namedFirst(colleague, others) : others;
  if (found.length === 0) return say(words.handover.nobody(colleague ?? '', agencyName(turn, person.agency)));
  const [from, to] = [writeDay(firstDay), writeDay(lastDay)];
  const option = (label: string, one: Person): ChoiceOffer => ({
    label,
    action: { kind: 'handover_ask', to: one.id, firstDay, lastDay },
  });
  const [only] = found;
  if (colleague && only && found.length === 1)
    return [
      {
        text: words.handover.confirm(shown(turn, only), from, to),
        choices: [option(words.handover.send, only)],
      },
    ];
  return [
    {
      text: words.handover.whom(from, to),
      choices: found.slice(0, CHOICES).map((one) => option(shown(turn, one), one)),
    },
  ];
}

/** Whom the name means; what follows a name ("An lo hộ") is left off word by word. */
function namedFirst(name: string, others: Person[]): Person[] {
  const words = name.split(/\s+/);
  for (let count = words.length; count > 0; count -= 1) {
    const found = findColleagues(words.slice(0, count).join(' '), others);
    if (found.length > 0) return found;
  }
  return [];
}

async function colleagues(turn: Turn, person: Person): Promise<Person[]> {
  const all = new Map<string, Person>();
  for (const agency of person.agencies)
    for (const one of await turn.tx.people.ofAgency(agency)) if (one.id !== person.id) all.set(one.id, one);
  return [...all.values()];
}

/** The button that has the colleague asked. */
export async function askColleague(turn: Turn, to: string, firstDay: Day, lastDay: Day): Promise<Reply[]> {
  const { person, words, tx, now, today, parts } = turn;
  const colleague = person && (await colleagues(turn, person)).find(({ id }) => id === to);
  if (!person || !colleague || lastDay < today) return say(words.conversation.choiceGone);
  const handover: Handover = {
    ...{ id: parts.newId(), from: person.id, to, firstDay, lastDay },
    ...{ state: 'asked', askedAt: now },
  };
  const { handover: vi } = parts.wording.vi;
  const isTold = await turn.tell(to, {
    text: vi.request(shown(turn, person), writeDay(firstDay), writeDay(lastDay)),
    choices: [
      { label: vi.accept, action: { kind: 'handover_answer', handover: handover.id, agree: true } },
      { label: vi.decline, action: { kind: 'handover_answer', handover: handover.id, agree: false } },
    ],
  });
  if (!isTold) return say(words.handover.notReached(shown(turn, colleague)));
  await tx.handovers.ask(handover);
  await record(turn, 'handover.asked', null, { id: handover.id, to, firstDay, lastDay });
  return say(words.handover.asked(shown(turn, colleague)));
}

/** The colleague's yes or no; only the colleague's, and once. */
export async function answerHandover(turn: Turn, id: string, agree: boolean): Promise<Reply[]> {
  const { person, words, tx, now, parts } = turn;
  const handover = await tx.handovers.get(id);
  if (!person || handover?.to !== person.id) return say(words.conversation.choiceGone);
  const state = agree ? 'accepted' : 'declined';
  if (!(await tx.handovers.move(id, ['asked'], state, now))) return say(words.conversation.choiceGone);
  await record(turn, `handover.${state}`, { state: 'asked' }, { id, state });
  const { from, firstDay, lastDay } = handover;
  const [first, last] = [writeDay(firstDay), writeDay(lastDay)];
  const { handover: vi } = parts.wording.vi;
  const text = agree ? vi.accepted(shown(turn, person), first, last) : vi.declined(shown(turn, person));
  await turn.tell(from, { text, choices: [] });
  if (!agree) return say(words.handover.thanksAnyway);
  for (const draft of await tx.progress.drafts(from)) await tx.progress.recalled(draft.id, null);
  const name = await nameOf(turn, from);
  const thanks = say(words.handover.thanks(name, first, last));
  return firstDay <= turn.today ? [...thanks, ...(await waitingCards(turn, from, name))] : thanks;
}

async function waitingCards(turn: Turn, from: string, name: string): Promise<Reply[]> {
  const drafts = (await turn.tx.progress.drafts(from)).filter(({ task }) => task !== null);
  const cards: Reply[] = [];
  for (const draft of drafts) cards.push(await showCard(turn, draft));
  return cards.length > 0 ? [...say(turn.words.handover.cards(name)), ...cards] : [];
}

async function takeBack(turn: Turn): Promise<Reply[] | null> {
  const { person, tx, today } = turn;
  if (!person) return null;
  const given = await tx.handovers.givenBy(person.id, today);
  const replies: Reply[] = [];
  for (const { id } of given) replies.push(...(await endHandover(turn, id)));
  return replies.length > 0 ? replies : say(turn.words.handover.none);
}

/** Ends a hand-over before its time; only by who gave it. */
export async function endHandover(turn: Turn, id: string): Promise<Reply[]> {
  const { person, words, tx, now, parts } = turn;
  const handover = await tx.handovers.get(id);
  if (!person || handover?.from !== person.id) return say(words.conversation.choiceGone);
  if (!(await tx.handovers.move(id, ['asked', 'accepted'], 'ended', now)))
    return say(words.conversation.choiceGone);
  await record(turn, 'handover.ended', { state: handover.state }, { id, day: dayOf(now) });
  await turn.tell(handover.to, {
    text: parts.wording.vi.handover.endedForYou(shown(turn, person)),
    choices: [],
  });
  return say(words.handover.ended(await nameOf(turn, handover.to)));
}

/** People whose duties this person holds today, besides the own. */
export async function standsInFor(turn: Turn): Promise<string[]> {
  const { person, tx, today } = turn;
  if (!person) return [];
  return (await tx.handovers.on(today)).filter(({ to }) => to === person.id).map(({ from }) => from);
}

async function nameOf(turn: Turn, id: string): Promise<string> {
  const person = await turn.tx.people.get(id);
  return person ? shown(turn, person) : turn.words.handover.unnamed;
}

function shown({ words }: Turn, { name }: Person): string {
  return name || words.handover.unnamed;
}
