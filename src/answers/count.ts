import type { NamedAgency } from '../core/programme.ts';
import { shorten } from '../core/text.ts';
import { sectionOf } from '../knowledge/programme-parts.ts';
import { answerTasks } from './agency-tasks.ts';
import {
  type Asked,
  type Body,
  body,
  cite,
  heads,
  namesOf,
  responsible,
  speakName,
  verbatimChoices,
} from './compose.ts';

/** How many fields, blocks, tasks, leads, … the programme has. */
export function answerCount(asked: Asked): Body {
  const { question, index, words, knowledge, context } = asked;
  const { programme } = knowledge;
  const agency =
    question.agencies[0] ?? (question.mine && context.agency ? index.agency(context.agency) : undefined);
  if (agency) return answerTasks(asked);
  const asks = (pattern: RegExp): boolean => pattern.test(question.plain) || pattern.test(question.raw);
  const fields = question.fields.flatMap((address) => index.field(address) ?? []);
  if (fields.length > 0) {
    const blocks = fields.flatMap((field) => field.blocks);
    return body(
      [
        ...fields.map((field) =>
          words.counts.fieldTasks(
            field.name,
            field.blocks.reduce((sum, one) => sum + one.tasks.length, 0),
          ),
        ),
        ...blocks.map((block) =>
          words.counts.row(
            namesOf(asked, block.agencies, heads(block).role),
            block.tasks.length,
            block.address,
          ),
        ),
      ],
      {
        citations: cite(...fields, ...blocks),
        agencies: blocks.flatMap((block) => responsible(asked, heads(block).named, block.address)),
        choices: verbatimChoices(
          asked,
          blocks.map(({ address }) => address),
        ),
      },
    );
  }
  const blocks = programme.fields.flatMap((field) => field.blocks);
  if (asks(/\b(co quan|don vi|so|agencies|departments)\b/)) {
    const leads = unique(blocks.flatMap((block) => block.agencies.filter(({ role }) => role === 'lead')));
    return body(
      [words.counts.lead(leads.length), ...leads.map(({ name }) => `• ${speakName(asked, name)}`)],
      {
        citations: cite(...blocks.filter((block) => heads(block).role === 'lead')),
        agencies: leads.map(({ name }) => ({ name, role: 'lead', now: null })),
      },
    );
  }
  const home = sectionOf(programme, programme.fields) ?? '';
  const counts: [RegExp, string][] = [
    [/\b(linh vuc|fields?|sectors?)\b/, words.counts.field(programme.fields.length, home)],
    [/\b(khoi|blocks?)\b/, words.counts.block(blocks.length, home)],
    [
      /\b(dinh huong|orientations?)\b/,
      words.counts.orientation(
        programme.orientations.reduce((sum, one) => sum + one.dashes.length, 0),
        sectionOf(programme, programme.orientations) ?? '',
      ),
    ],
    [
      /\b(dieu|articles?)\b/,
      words.counts.article(programme.articles.filter(({ address }) => /^QĐ\.\d+$/u.test(address)).length),
    ],
    [
      /\b(van ban|documents?)\b/,
      words.counts.document(programme.documents.filter(({ number }) => number !== '').length),
    ],
  ];
  const said = counts.find(([pattern]) => asks(pattern))?.[1];
  const total = blocks.reduce((sum, block) => sum + block.tasks.length, 0);
  const rows = programme.fields.map((field) =>
    words.counts.row(
      shorten(field.name, NAME_LENGTH),
      field.blocks.reduce((sum, one) => sum + one.tasks.length, 0),
      field.address,
    ),
  );
  const listed = said === undefined || asks(/\b(linh vuc|fields?|sectors?)\b/);
  return body([said ?? words.counts.task(total, home), ...(listed ? rows : [])], {
    citations: cite(...programme.fields),
  });
}

const NAME_LENGTH = 100;

function unique(named: NamedAgency[]): NamedAgency[] {
  return named.filter((one, index) => named.findIndex(({ name }) => name === one.name) === index);
}
