import { isInside } from '../core/address.ts';
import type { ResponsibleAgency } from '../core/answer.ts';
import type { Agency, Item } from '../core/programme.ts';
import { syllables } from '../knowledge/syllables.ts';
import {
  eraChoices,
  inheritedLine,
  inheritedRows,
  notNamedRows,
  ownRows,
  unitLine,
  withoutTasks,
} from './agency-lines.ts';
import {
  type Asked,
  type Body,
  body,
  cite,
  heads,
  responsible,
  sayChoice,
  speak,
  todayLines,
  verbatimChoices,
} from './compose.ts';
import {
  addressesOf,
  countTasks,
  generalDuty,
  type Held,
  heldBy,
  holdsNothing,
  inheritedBy,
  namedAt,
  type Share,
  shareAddresses,
} from './held.ts';
import { communeLines } from './place.ts';
import { taskOfOthers } from './task-of-others.ts';

/** The tasks of the agency the question names, or of the asker's own. */
export function answerTasks(asked: Asked): Body {
  const { question, context, index, words } = asked;
  const own = context.agency ? index.agency(context.agency) : undefined;
  const agency = question.agencies[0] ?? own;
  if (!agency) {
    return body([words.joinToSee], {
      outcome: 'clarify',
      choices: words.examples.slice(1, 2).map((text) => sayChoice(text, text)),
    });
  }
  return taskOnTopic(asked, agency) ?? taskOfOthers(asked, agency) ?? allTasks(asked, agency);
}

/** "Nhiệm vụ của Sở Y tế về chuyển đổi số": only what is near the matter. */
function taskOnTopic(asked: Asked, agency: Agency): Body | null {
  const { question, search, index, words } = asked;
  const ownName = new Set([agency.name, ...agency.aliases].flatMap(syllables));
  const subject = question.subject.filter((word) => !ownName.has(word));
  if (subject.length < 2 || question.wholeField) return null;
  const within = [heldBy(asked, agency), ...inheritedBy(asked, agency)].flatMap(({ shares, charged }) => [
    ...shareAddresses(shares),
    ...charged.map(({ address }) => address),
  ]);
  if (within.length === 0) return null;
  const found = search.find(question.topic, { kinds: ['task', 'organisation'], within, limit: 3 });
  const top = found[0];
  if (!top?.known) return null;
  const near = found.filter(({ score, known }) => known && score >= top.score * 0.8);
  const block = index.blockOf(top.passage.address);
  return body(
    [
      words.topicTask(speak(asked, agency)),
      ...near.map(({ passage, sentence }) => words.quote(passage.address, sentence)),
      ...todayLines(
        asked,
        [agency.name, ...(block ? heads(block).named.map(({ name }) => name) : [])],
        block ? top.passage.address : null,
      ),
    ],
    {
      citations: cite(...near.map(({ passage }) => index.item(passage.address)), block),
      agencies: block
        ? responsible(
            asked,
            block.agencies.filter(({ name }) => index.agencyNamed(name) === agency),
            top.passage.address,
          )
        : [],
      choices: verbatimChoices(
        asked,
        near.map(({ passage }) => passage.address),
      ),
    },
  );
}

/** What the decision gives an agency, then what it holds today by succession: each alone where only it was asked for. */
function allTasks(asked: Asked, agency: Agency): Body {
  const { question, words } = asked;
  const allOwn = heldBy(asked, agency);
  const allInherited = inheritedBy(asked, agency);
  // "Nhiệm vụ của … về logistics": the blocks of that field, where there are any.
  const inField = ({ block }: Share): boolean =>
    question.fields.some((field) => isInside(block.address, field));
  const narrowed = [allOwn, ...allInherited].flatMap(({ shares }) => shares).some(inField);
  const narrow = <T extends Held>(held: T): T =>
    narrowed
      ? { ...held, shares: held.shares.filter(inField), partner: [], charged: [], receives: [] }
      : held;
  const own = narrow(allOwn);
  const inherited = allInherited.map(narrow).filter((one) => !holdsNothing(one));
  const isNamed = !holdsNothing(own);
  if (!isNamed && inherited.length === 0) return withoutAnyTask(asked, agency);
  const then = question.era !== 'today' || inherited.length === 0;
  const now = question.era !== 'decision';
  const name = speak(asked, agency);
  const today = todayLines(asked, [agency.name], null);
  const lines = [
    unitLine(asked, agency),
    ...(question.era === 'today' ? today : []),
    ...(then ? (isNamed ? ownRows(asked, agency, own) : notNamedRows(asked, agency)) : []),
    ...(now ? inherited.flatMap((one) => inheritedRows(asked, agency, one)) : []),
    ...(now || isNamed ? [] : inherited.map((one) => inheritedLine(asked, agency, one))),
    !then && isNamed && words.agency.alsoInDecision(name, countTasks(own.shares), addressesOf(asked, own)),
    ...(question.era === 'today' ? [] : today),
  ];
  const shown = [...(then ? [own] : []), ...(now || !isNamed ? inherited : []), ...(then ? [] : [own])];
  const [first, ...rest] = shown.flatMap(citationsOf);
  return body(lines, {
    citations: cite(
      first,
      ...nearest(asked, shown),
      ...rest,
      ...(agency.generalDuty ? generalDuty(asked) : []),
    ),
    agencies: [
      ...own.shares.flatMap((share) => named(asked, share, agency)),
      ...(now
        ? inherited.flatMap((one) => one.shares.flatMap((share) => named(asked, share, one.former)))
        : []),
    ],
    choices: [
      ...(isNamed && inherited.length > 0 ? eraChoices(asked, agency) : []),
      ...verbatimChoices(
        asked,
        shown.flatMap((one) => addressesOf(asked, one)),
      ),
    ],
  });
}

/** Of a matter that is not surely among them: the task it is likeliest to be. */
function nearest({ question, search, index }: Asked, shown: Held[]): Item[] {
  const within = shown.flatMap(({ shares }) => shareAddresses(shares));
  if (question.restSubject.length < 2 || question.wholeField || within.length === 0) return [];
  const found = search.find(question.topic, { kinds: ['task'], within, limit: 1 });
  return found.flatMap(({ passage }) => index.item(passage.address) ?? []);
}

/** Its part in the whole is asked, tasks or none. */
const ROLE_ASKED = /\b(vai tro|vai gi|trach nhiem|xuat hien|role|responsib\w+)\b/;

function withoutAnyTask(asked: Asked, agency: Agency): Body {
  const lines = agency.id === asked.knowledge.communes ? communeLines(asked) : withoutTasks(asked, agency);
  const general = generalDuty(asked);
  const named = namedAt(asked, agency.name);
  return body([unitLine(asked, agency), ...lines, ...todayLines(asked, [agency.name], null)], {
    outcome: ROLE_ASKED.test(asked.question.raw) && named.length > 0 ? 'answered' : 'not_in_programme',
    citations: cite(...named, ...general),
    choices: verbatimChoices(
      asked,
      general.slice(0, 1).map(({ address }) => address),
    ),
  });
}

/** The agency as responsible for what it holds, with who holds that today. */
function named(asked: Asked, { block, tasks }: Share, agency: Agency): ResponsibleAgency[] {
  return responsible(
    asked,
    block.agencies.filter(({ name }) => asked.index.agencyNamed(name) === agency),
    tasks.length < block.tasks.length ? (tasks[0]?.address ?? block.address) : block.address,
  );
}

/** What proves it: a leading agency by its tasks, one that is only named by where it is named. */
function citationsOf({ shares, charged, receives, partner }: Held): Item[] {
  const tasks = shares.flatMap((share) => share.tasks);
  const leading = shares.some(({ role }) => role !== 'coordinate');
  const [first, ...rest] = leading ? [...tasks, ...charged] : [...charged, ...partner, ...tasks];
  return [...(first ? [first] : []), ...shares.map(({ block }) => block), ...rest, ...receives, ...partner];
}
