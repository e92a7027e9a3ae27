import { writeDay } from '../core/clock.ts';
import type { Agency, Successor } from '../core/programme.ts';
import {
  eraChoices,
  inheritedLine,
  notNamedRows,
  sharedName,
  summaryRows,
  unitLine,
  withoutTasks,
} from './agency-lines.ts';
import {
  type Asked,
  type Body,
  body,
  cite,
  nowOf,
  responsible,
  saidName,
  sayChoice,
  speak,
  todayLines,
  verbatimChoices,
} from './compose.ts';
import { generalDuty, type Held, heldBy, holdsNothing, inheritedBy, namedAt } from './held.ts';
import { communeLines } from './place.ts';

/** An agency's bare name: what it is in the decision and today, in few lines, and what one may ask next. */
export function answerAgency(asked: Asked): Body {
  const { question, words, index } = asked;
  const [agency] = question.agencies;
  if (!agency) return body([words.clarify], { outcome: 'clarify' });
  const own = heldBy(asked, agency);
  const inherited = inheritedBy(asked, agency);
  const isNamed = !holdsNothing(own);
  const summary = isNamed
    ? summaryRows(asked, agency, own)
    : agency.id === asked.knowledge.communes
      ? communeLines(asked)
      : inherited.length > 0
        ? notNamedRows(asked, agency)
        : withoutTasks(asked, agency);
  const today = inherited.map((one) => inheritedLine(asked, agency, one));
  const held = [own, ...inherited];
  return body(
    [
      unitLine(asked, agency),
      ...(question.era === 'today' ? [...today, ...summary] : [...summary, ...today]),
      ...todayLines(asked, [agency.name], null),
    ],
    {
      outcome: (isNamed || inherited.length > 0) && question.unit === null ? 'answered' : 'not_in_programme',
      citations: cite(
        ...held.flatMap(itemsOf),
        ...(isNamed ? [] : namedAt(asked, agency.name)),
        ...generalDuty(asked),
      ),
      agencies: own.shares.flatMap(({ block }) =>
        responsible(
          asked,
          block.agencies.filter(({ name }) => index.agencyNamed(name) === agency),
          block.address,
        ),
      ),
      choices: nextChoices(asked, agency, isNamed, inherited.length > 0),
    },
  );
}

/** A word that may be a department or a matter: asked back. */
export function answerWhichAgency(asked: Asked): Body {
  const { question, words } = asked;
  const { guess } = question;
  if (!guess) return body([words.clarify], { outcome: 'clarify' });
  const { buttons, says } = words.agency;
  const word = question.core.replace(/[?.!]+$/u, '').trim();
  return body([words.agency.which(speak(asked, guess))], {
    outcome: 'clarify',
    choices: [
      sayChoice(speak(asked, guess), saidName(asked, guess)),
      sayChoice(buttons.text, says.text(word)),
    ],
  });
}

/** "Sở X nay là sở nào?": the answer first, then since when and on what basis. */
export function answerSuccession(asked: Asked): Body {
  const { question, words, index } = asked;
  const [agency, claimed] = question.agencies;
  if (!agency) return body([words.clarify], { outcome: 'clarify' });
  const own = heldBy(asked, agency);
  const inherited = inheritedBy(asked, agency);
  const before = index.predecessors(agency);
  const items = [own, ...inherited].flatMap(itemsOf);
  const successors = [...agency.successors, ...before.map(({ successor }) => successor)];
  const told = toldNow(asked, agency);
  const isRight =
    !question.yesNo ||
    claimed === undefined ||
    before.some(({ agency: former }) => former === claimed) ||
    agency.successors.some((one) => one.agency === claimed.id);
  const judged = claimed && question.yesNo && told;
  return body(
    [
      judged ? (isRight ? words.agency.rightNow : words.agency.wrongNow)(told) : told,
      ...(told ? [] : todayLines(asked, [agency.name], null)),
      successors.length === 0 && words.agency.unchanged(speak(asked, agency)),
      ...new Set(successors.map(({ basis }) => words.agency.basis(basis))),
    ],
    {
      outcome: isRight ? 'answered' : 'corrected',
      citations: cite(...items, ...(items.length > 0 ? [] : namedAt(asked, agency.name))),
      agencies: [{ name: agency.name, role: 'none', now: nowOf(asked, agency, null) }],
      choices: nextChoices(asked, agency, !holdsNothing(own), inherited.length > 0).filter(
        ({ label }) => label !== words.agency.buttons.succession,
      ),
    },
  );
}

/** Who holds its duties today, else whose it took over, with the day; null where neither is known. */
function toldNow(asked: Asked, agency: Agency): string | null {
  const { words, index } = asked;
  const name = speak(asked, agency);
  const now = nowOf(asked, agency, null);
  if (now) return dated(asked, words.agency.became(name, now), agency.successors);
  const before = index.predecessors(agency);
  if (before.length === 0) return null;
  return before
    .map(({ agency: former, successor }) =>
      dated(asked, words.agency.tookOver(name, sharedName(asked, former, successor)), [successor]),
    )
    .join(' ');
}

function dated(asked: Asked, text: string, successors: Successor[]): string {
  const { words } = asked;
  const [from] = successors.map((one) => one.from).sort();
  const since = from ? words.agency.since(text, writeDay(from)) : text;
  return `${successors.every((one) => one.confirmed) ? since : words.agency.unconfirmed(since)}.`;
}

function nextChoices(asked: Asked, agency: Agency, isNamed: boolean, inherits: boolean): Body['choices'] {
  const { buttons, says } = asked.words.agency;
  const name = saidName(asked, agency);
  if (!isNamed && !inherits)
    return verbatimChoices(
      asked,
      generalDuty(asked)
        .slice(0, 1)
        .map(({ address }) => address),
    );
  return [
    ...(isNamed && inherits
      ? eraChoices(asked, agency)
      : [sayChoice(buttons.tasks(speak(asked, agency)), says.tasks(name))]),
    sayChoice(buttons.partners, says.partners(name)),
    ...(agency.successors.length > 0 || inherits
      ? [sayChoice(buttons.succession, says.succession(name))]
      : []),
  ];
}

function itemsOf({ shares, charged, receives, partner }: Held) {
  return [...shares.map(({ block }) => block), ...charged, ...receives, ...partner];
}
