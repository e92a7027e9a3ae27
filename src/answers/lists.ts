import { isInside, isUnder } from '../core/address.ts';
import type { Agency, CitedDocument, Figure, Item, Programme } from '../core/programme.ts';
import { fold } from '../core/text.ts';
import { clauses } from '../knowledge/clauses.ts';
import { orientationOf } from '../knowledge/programme-parts.ts';
import { inheritedLine, namedOrNot } from './agency-lines.ts';
import {
  type Asked,
  type Body,
  body,
  cite,
  corrected,
  responsible,
  speak,
  taskRow,
  tasksChoice,
  todayLines,
  verbatimChoices,
} from './compose.ts';
import { yearOf } from './dates.ts';
import { inheritedBy, owned } from './held.ts';
import { issuersIn } from './issuers.ts';
import { holds } from './mention.ts';
import { refuse } from './refuse.ts';

/** Where the fields and agencies a question names stand: a field's tasks and directions, an agency's blocks. */
function homesOf({ question, knowledge, index }: Asked): string[] {
  return [
    ...question.fields.flatMap((field) => [
      field,
      orientationOf(knowledge.programme, field)?.address ?? field,
    ]),
    ...question.agencies.flatMap((agency) => index.blocksOf(agency).map(({ block }) => block.address)),
  ];
}

/** Every figure the programme sets; of the fields a question names, where it names any. */
export function answerTargets(asked: Asked): Body {
  const { question, knowledge, words, index } = asked;
  const { programme } = knowledge;
  const set = new Set(settingItems(programme).map(({ address }) => address));
  const all = programme.figures.filter(({ address }) => set.has(address));
  const homes = homesOf(asked);
  const ofFields = all.filter(({ address }) => homes.some((home) => isUnder(address, home)));
  const years: string[] = question.raw.match(/\b20\d\d\b/g) ?? [];
  if (years.length > 0) return answerYear(asked, years, ofFields.length > 0 ? homes : []);
  const figures = unique(ofFields.length > 0 ? ofFields : all, ({ clause }) => clause);
  return body([words.targetsTitle(figures.length), ...figures.map((figure) => figureRow(asked, figure))], {
    citations: cite(...unique(figures, ({ address }) => address).map(({ address }) => index.item(address))),
    choices: verbatimChoices(
      asked,
      figures.slice(0, 1).map(({ address }) => address),
    ),
  });
}

/** What is to be reached by a year, clause by clause: its own words name the year, not a document it cites. */
function answerYear(asked: Asked, years: string[], homes: string[]): Body {
  const { knowledge, words } = asked;
  const { programme } = knowledge;
  const items = settingItems(programme).filter(
    ({ address }) => homes.length === 0 || homes.some((home) => isUnder(address, home)),
  );
  const titles = programme.documents.flatMap(({ title }) => title ?? []);
  const said = items.flatMap((item) => {
    const text = corrected(asked, item);
    const bare = titles.reduce((rest, title) => rest.replaceAll(title, ' '.repeat(title.length)), text);
    return clauses(text)
      .filter((clause) => {
        const at = text.indexOf(clause);
        const own = bare.slice(at, at + clause.length).replace(/\/20\d\d/g, '');
        return years.some((year) => own.includes(year));
      })
      .map((clause) => ({ item, clause: clause.replace(/[;.]$/u, '') }));
  });
  if (said.length === 0) return refuse(asked, words.notStated);
  return body(
    [words.byYear(years.join(', ')), ...said.map(({ item, clause }) => words.taskRow(item.address, clause))],
    {
      citations: cite(...new Set(said.map(({ item }) => item))),
      choices: verbatimChoices(asked, [...new Set(said.map(({ item }) => item.address))]),
    },
  );
}

/** Objectives, directions and tasks: what sets a target, unlike what is cited or how it is organised. */
function settingItems({ objectives, orientations, fields }: Programme): Item[] {
  return [
    ...objectives,
    ...orientations.flatMap((group) => group.dashes),
    ...fields.flatMap((field) => field.blocks.flatMap((block) => block.tasks)),
  ];
}

function figureRow({ words }: Asked, { address, clause }: Figure): string {
  return words.taskRow(address, clause);
}

/** The documents the programme cites, or those whose period has ended. */
export function answerDocuments(asked: Asked): Body {
  const { question, knowledge, words, index } = asked;
  const year = yearOf(asked.context.now);
  const homes = homesOf(asked);
  const within = knowledge.programme.documents.filter(({ citedAt }) =>
    citedAt.some((address) => homes.some((home) => isInside(address, home))),
  );
  const cited = within.length > 0 ? within : knowledge.programme.documents;
  const numbered = cited.filter(({ number }) => number !== '');
  const ended = ENDED.test(question.raw);
  const issuers = issuersIn(question.raw);
  const shown = ended
    ? cited.filter(({ periodEnd }) => periodEnd !== null && periodEnd < year)
    : issuers.length > 0
      ? numbered.filter((document) => issuers.some((issuer) => issuer.test(document.issuer ?? '')))
      : numbered;
  return body(
    [
      ended
        ? words.documentsEnded(shown.length, year)
        : cited === within
          ? words.documentsWithin(shown.length)
          : words.documentsTitle(shown.length),
      ...shown.map((document) => documentRow(asked, document)),
    ],
    { citations: cite(...shown.flatMap(({ citedAt }) => index.item(citedAt[0] ?? ''))) },
  );
}

const ENDED =
  /\b(het (giai doan|hieu luc|han|thoi ky|thoi han)|qua han|da (het|qua)|ket thuc|expired|ended|out of date)\b/;

function documentRow({ words }: Asked, { kind, number, title, citedAt, periodEnd }: CitedDocument): string {
  const name = number === '' && title?.startsWith(kind) ? '' : [kind, number].filter(Boolean).join(' ');
  return words.documentRow(name, title, citedAt[0] ?? '', periodEnd);
}

/** What an abbreviation stands for. */
export function answerAbbreviation(asked: Asked): Body {
  const { words, question } = asked;
  const found = abbreviationIn(asked);
  if (!found) return body([words.notStated], { outcome: 'not_in_programme' });
  const { short, long, means } = found;
  const near = asked.search
    .find(long[0] ?? '', { limit: 4 })
    .filter(({ passage }) => holds(asked, passage, short) || holds(asked, passage, long[0] ?? ''))
    .sort((a, b) => Number(b.passage.text.includes(short)) - Number(a.passage.text.includes(short)))
    .slice(0, 2);
  return body(
    [
      words.abbreviation(short, means ? [means] : long),
      ...near.map(({ passage, sentence }) => words.quote(passage.address, sentence)),
    ],
    {
      citations: cite(...near.map(({ passage }) => asked.index.item(passage.address))),
      choices:
        question.fields.length > 0
          ? []
          : verbatimChoices(
              asked,
              near.map(({ passage }) => passage.address),
            ),
    },
  );
}

function abbreviationIn({ question, knowledge }: Asked) {
  return knowledge.glossary.abbreviations.find(({ short }) => fold(short) === question.abbreviation);
}

/** Two or more agencies side by side: how many tasks, where, in which role. */
export function answerCompare(asked: Asked): Body {
  const { question } = asked;
  const agencies = question.agencies.slice(0, MOST);
  const blocks = agencies.flatMap((agency) => owned(asked, agency).map(({ block }) => block));
  return body(
    [
      ...agencies.flatMap((agency) => comparedRows(asked, agency)),
      ...todayLines(
        asked,
        agencies.map(({ name }) => name),
        null,
      ),
    ],
    {
      citations: cite(...blocks),
      agencies: blocks.flatMap((block) =>
        responsible(
          asked,
          block.agencies.filter(({ name }) =>
            agencies.some((agency) => asked.index.agencyNamed(name) === agency),
          ),
          block.address,
        ),
      ),
      choices: agencies.slice(0, 3).map((agency) => tasksChoice(asked, agency)),
    },
  );
}

const MOST = 4;

function comparedRows(asked: Asked, agency: Agency): string[] {
  const { words, question } = asked;
  const all = owned(asked, agency);
  // "So sánh … về logistics": the blocks of that field, where there are any.
  const inField = all.filter(({ block }) => question.fields.some((field) => isInside(block.address, field)));
  const rows = inField.length > 0 ? inField : all;
  const count = rows.reduce((sum, { block }) => sum + block.tasks.length, 0);
  return [
    ...(count === 0 ? [namedOrNot(asked, agency)] : [words.counts.agencyTasks(speak(asked, agency), count)]),
    ...rows.map(({ block, role }) => words.comparedRow(block.address, words.roles[role], block.tasks.length)),
    ...inheritedBy(asked, agency).map((one) => inheritedLine(asked, agency, one)),
  ];
}

/** A whole part of the programme: purposes, directions of a field, tasks of a field, how it is organised. */
export function answerSection(asked: Asked): Body {
  const { index, words } = asked;
  const address = asked.question.section ?? '';
  const head = index.item(address);
  const items = itemsOf(asked, address);
  return body(
    [head && words.sectionTitle(address, head.text), ...items.map((item) => taskRow(asked, item))],
    {
      citations: cite(...items.slice(0, 1), head, ...items.slice(1)),
      choices: verbatimChoices(asked, [address]),
    },
  );
}

function itemsOf({ knowledge, index }: Asked, address: string): Item[] {
  const { programme } = knowledge;
  const group = programme.orientations.find((one) => one.address === address);
  if (group) return group.dashes;
  const field = index.field(address);
  if (field) return field.blocks.flatMap((block) => block.tasks);
  return [...programme.purposes, ...programme.organisation].filter((item) => isUnder(item.address, address));
}

function unique<T>(rows: T[], key: (row: T) => string): T[] {
  return [...new Map(rows.map((row) => [key(row), row])).values()];
}
