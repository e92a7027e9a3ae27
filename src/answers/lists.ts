import type { Agency, CitedDocument, Figure, Item } from '../core/programme.ts';
import { fold } from '../core/text.ts';
import { inheritedLine, namedOrNot } from './agency-lines.ts';
import {
  type Asked,
  type Body,
  body,
  cite,
  responsible,
  speak,
  taskRow,
  todayLines,
  verbatimChoices,
} from './compose.ts';
import { yearOf } from './dates.ts';
import { inheritedBy, owned } from './held.ts';

/** Every figure the programme sets; of the fields a question names, where it names any. */
export function answerTargets(asked: Asked): Body {
  const { question, knowledge, words, index } = asked;
  const numbers = question.fields.map((field) => field.split('.')[1]);
  const all = knowledge.programme.figures.filter(({ address }) => /^(II|III|IV)\./.test(address));
  const ofFields = all.filter(
    ({ address }) => numbers.includes(address.split('.')[1]) && !/^II\./.test(address),
  );
  const figures = unique(ofFields.length > 0 ? ofFields : all, ({ clause }) => clause);
  return body([words.targetsTitle(figures.length), ...figures.map((figure) => figureRow(asked, figure))], {
    citations: cite(...unique(figures, ({ address }) => address).map(({ address }) => index.item(address))),
    choices: verbatimChoices(asked, ['II.2.1']),
  });
}

function figureRow({ words }: Asked, { address, clause }: Figure): string {
  return words.taskRow(address, clause);
}

/** The documents the programme cites, or those whose period has ended. */
export function answerDocuments(asked: Asked): Body {
  const { question, knowledge, words, index } = asked;
  const year = yearOf(asked.context.now);
  const numbered = knowledge.programme.documents.filter(({ number }) => number !== '');
  const ended = ENDED.test(question.raw);
  const shown = ended
    ? knowledge.programme.documents.filter(({ periodEnd }) => periodEnd !== null && periodEnd < year)
    : numbered;
  return body(
    [
      ended ? words.documentsEnded(shown.length, year) : words.documentsTitle(shown.length),
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
  const { short, long } = found;
  const near = asked.search.find(long[0] ?? '', { limit: 2 }).filter(({ known }) => known);
  return body(
    [
      words.abbreviation(short, long),
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
  const { question, words } = asked;
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
      choices: agencies.slice(0, 3).map((agency) => ({
        label: words.tasksButton(agency.name),
        action: { kind: 'say', text: `nhiệm vụ của ${agency.name}` },
      })),
    },
  );
}

const MOST = 4;

function comparedRows(asked: Asked, agency: Agency): string[] {
  const { words } = asked;
  const rows = owned(asked, agency);
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
  const address = asked.question.section ?? 'I';
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
  return address === 'V' ? programme.organisation : programme.purposes;
}

function unique<T>(rows: T[], key: (row: T) => string): T[] {
  return [...new Map(rows.map((row) => [key(row), row])).values()];
}
