import { writeDay } from '../core/clock.ts';
import type { Agency, Successor } from '../core/programme.ts';
import { eraChoices, inheritedLine, summaryRows, unitLine, withoutTasks } from './agency-lines.ts';
import {
  type Asked,
  type Body,
  body,
  cite,
  nowOf,
  responsible,
  sayChoice,
  speak,
  todayLines,
  verbatimChoices,
} from './compose.ts';
import { addressesOf, generalDuty, type Held, heldBy, inheritedBy, namedAt } from './held.ts';
import { communeLines } from './place.ts';

/** An agency's bare name: what it is in the decision and today, in few lines, and what one may ask next. */
export function answerAgency(asked: Asked): Body {
  const { question, words, index } = asked;
  const [agency] = question.agencies;
  if (!agency) return body([words.clarify], { outcome: 'clarify' });
  const own = heldBy(asked, agency);
  const inherited = inheritedBy(asked, agency);
  const isNamed = addressesOf(own).length > 0;
  const summary = isNamed
    ? summaryRows(asked, agency, own)
    : agency.id === 'ubnd-xa'
      ? communeLines(asked)
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
      outcome: isNamed || inherited.length > 0 ? 'answered' : 'not_in_programme',
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
    choices: [sayChoice(speak(asked, guess), guess.name), sayChoice(buttons.text, says.text(word))],
  });
}

/** "Sở X nay là sở nào?": the answer first, then since when and on what basis. */
export function answerSuccession(asked: Asked): Body {
  const { question, words, index } = asked;
  const [agency, claimed] = question.agencies;
  if (!agency) return body([words.clarify], { outcome: 'clarify' });
  const name = speak(asked, agency);
  const after = agency.successors.map((successor) => ({ successor, agency }));
  const before = index
    .predecessors(agency)
    .map(({ agency: former, successor }) => ({ successor, agency: former }));
  const became = nowOf(asked, agency, null);
  const told = became
    ? dated(asked, words.agency.became(name, became), agency.successors)
    : before.length > 0
      ? before
          .map(({ successor, agency: former }) =>
            dated(asked, words.agency.tookOver(name, shareOf(asked, former, successor)), [successor]),
          )
          .join(' ')
      : null;
  const isRight =
    claimed === undefined ||
    [...after, ...before].some(
      ({ successor, agency: former }) => former === claimed || successor.agency === claimed.id,
    );
  const said =
    told === null
      ? null
      : claimed && question.yesNo
        ? (isRight ? words.agency.rightNow : words.agency.wrongNow)(told)
        : told;
  const bases = [...new Set([...after, ...before].map(({ successor }) => successor.basis))];
  const held = [heldBy(asked, agency), ...inheritedBy(asked, agency)];
  return body(
    [
      said,
      ...(became ? [] : todayLines(asked, [agency.name], null)),
      told === null && agency.successors.length === 0 && words.agency.unchanged(name),
      ...bases.map((text) => words.agency.basis(text)),
    ],
    {
      outcome: isRight ? 'answered' : 'corrected',
      citations: cite(...held.flatMap(itemsOf), ...namedAt(asked, agency.name)),
      agencies: [{ name: agency.name, role: 'none', now: became }],
      choices: nextChoices(
        asked,
        agency,
        addressesOf(heldBy(asked, agency)).length > 0,
        inheritedBy(asked, agency).length > 0,
      ).filter(({ label }) => label !== words.agency.buttons.succession),
    },
  );
}

function dated(asked: Asked, text: string, successors: Successor[]): string {
  const { words } = asked;
  const [from] = successors.map((one) => one.from).sort();
  const since = from ? words.agency.since(text, writeDay(from)) : text;
  return `${successors.every((one) => one.confirmed) ? since : words.agency.unconfirmed(since)}.`;
}

function shareOf(asked: Asked, former: Agency, { only, note }: Successor): string {
  const name = speak(asked, former);
  const share = [only?.join(', '), asked.question.language === 'vi' && note].filter(Boolean).join(': ');
  return only ? `${name} (${share})` : name;
}

function nextChoices(asked: Asked, agency: Agency, isNamed: boolean, inherits: boolean): Body['choices'] {
  const { buttons, says } = asked.words.agency;
  const { name } = agency;
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

function itemsOf({ shares, charged, partner }: Held) {
  return [...shares.map(({ block }) => block), ...charged, ...partner];
}
