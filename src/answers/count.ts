import { isUnder } from '../core/address.ts';
import type { Agency, Item, NamedAgency } from '../core/programme.ts';
import { shorten } from '../core/text.ts';
import { kindOfSection, sectionOf } from '../knowledge/programme-parts.ts';
import { inheritedLine } from './agency-lines.ts';
import { answerTasks } from './agency-tasks.ts';
import {
  type Asked,
  type Body,
  body,
  cite,
  heads,
  namesOf,
  responsible,
  speak,
  speakField,
  speakName,
  tasksChoice,
  todayLines,
  verbatimChoices,
} from './compose.ts';
import { inheritedBy, owned } from './held.ts';
import { under } from './outline.ts';

/** How many fields, blocks, tasks, leads, dashes, … there are: of an agency, of a part, or in all. */
export function answerCount(asked: Asked): Body {
  const { question, index, context } = asked;
  const agency =
    question.agencies[0] ?? (question.mine && context.agency ? index.agency(context.agency) : undefined);
  if (agency) return countOfAgency(asked, agency);
  if (question.part) return countOfPart(asked, question.part);
  if (question.fields.length > 0) return countOfFields(asked);
  return countOfAll(asked);
}

/** "Sở Y tế chủ trì mấy nhiệm vụ": the number, where, and a button for the list. */
function countOfAgency(asked: Asked, agency: Agency): Body {
  const { question, words } = asked;
  const asksLead = /\b(chu tri|lead|leads)\b/.test(question.raw);
  const asksPartner = /\b(phoi hop|coordinat\w+)\b/.test(question.raw);
  const rows = owned(asked, agency).filter(
    ({ role }) => (!asksLead || role === 'lead') && (!asksPartner || role === 'coordinate'),
  );
  const count = rows.reduce((sum, { block }) => sum + block.tasks.length, 0);
  if (count === 0 || question.subject.length > SUBJECT_OF_COUNT) return answerTasks(asked);
  const name = speak(asked, agency);
  const [role] = new Set(rows.map((row) => row.role));
  const single = asksLead || asksPartner;
  const blocks = rows.map(({ block }) => block);
  return body(
    [
      single && role
        ? words.counts.roleTasks(name, words.roles[role], count)
        : words.counts.agencyTasks(name, count),
      ...rows.map((row) =>
        words.comparedRow(row.block.address, words.roles[row.role], row.block.tasks.length),
      ),
      ...(single || question.era === 'decision' ? [] : inheritedBy(asked, agency)).map((one) =>
        inheritedLine(asked, agency, one),
      ),
      ...todayLines(asked, [agency.name], null),
    ],
    {
      citations: cite(
        ...blocks.flatMap((block) => block.tasks.slice(0, 1)).slice(0, 1),
        ...blocks,
        ...blocks.flatMap((block) => block.tasks),
      ),
      agencies: blocks.flatMap((block) =>
        responsible(
          asked,
          block.agencies.filter((one) => asked.index.agencyNamed(one.name) === agency),
          block.address,
        ),
      ),
      choices: [
        tasksChoice(asked, agency),
        ...verbatimChoices(
          asked,
          blocks.map(({ address }) => address),
        ),
      ],
    },
  );
}

/** More words of a subject ask for the tasks on that matter, not for a number. */
const SUBJECT_OF_COUNT = 3;

/** "Mục III có mấy gạch", "IV.1.b có mấy nhiệm vụ", "nơi nhận có mấy dòng". */
function countOfPart(asked: Asked, part: string): Body {
  const { words, knowledge, index } = asked;
  const { programme } = knowledge;
  const items = under(asked, part);
  const head = index.item(part);
  const cited = cite(head, ...items);
  const choices = verbatimChoices(asked, /^(NN|QĐ)/u.test(part) ? [] : [part]);
  const list = (sentence: string): Body =>
    body([sentence, ...items.map(({ text }) => `• ${text.replace(/[;.]$/u, '')}`)], { citations: cited });
  if (part === 'NN') return list(words.counts.recipients(items.length));
  if (part === 'QĐ.CC') return list(words.counts.bases(items.length));
  if (!head && items.length === 0) return body([words.noPart(part)], { outcome: 'not_in_programme' });
  const blocks = programme.fields.flatMap((field) => field.blocks);
  const dashes = programme.orientations.reduce((sum, group) => sum + group.dashes.length, 0);
  const kind = kindOfSection(programme, part);
  const home = programme.sections.find(({ address }) => isUnder(part, address))?.address;
  const inside = home ? kindOfSection(programme, home) : null;
  const sentence =
    kind === 'orientations'
      ? words.counts.orientations(part, programme.orientations.length, dashes)
      : kind === 'fields'
        ? words.counts.measures(part, programme.fields.length, blocks.length, tasksIn(blocks))
        : kind === 'organisation' || kind === 'objectives'
          ? clauseCount(asked, part, programme[kind])
          : inside === 'orientations' || inside === 'fields' || inside === 'organisation'
            ? words.counts.dashes(part, items.length)
            : words.counts.items(part, items.length);
  const field = index.field(part);
  const block = index.blocks.filter(({ address }) => address === part);
  const groups = kind === 'orientations' ? programme.orientations : [];
  const rows = [
    ...groups.map((group) => words.counts.row(speakField(asked, group), group.dashes.length, group.address)),
    ...(field?.blocks ?? block).map((one) => blockLine(asked, one)),
  ];
  return body([sentence, ...rows], {
    citations: cited,
    choices,
  });
}

/** The clauses by their numbers: 1 and 3 where the text has no 2. */
function clauseCount(asked: Asked, part: string, items: Item[]): string {
  const depth = part.split('.').length;
  const clauses = items.filter(({ address }) => address.split('.').length === depth + 1);
  const numbers = clauses.map(({ address }) => address.split('.')[depth]).join(', ');
  return asked.words.counts.clauses(part, clauses.length, numbers, items.length - clauses.length);
}

function countOfFields(asked: Asked): Body {
  const { question, index, words } = asked;
  const fields = question.fields.flatMap((address) => index.field(address) ?? []);
  const blocks = fields.flatMap((field) => field.blocks);
  return body(
    [
      ...fields.map((field) => words.counts.fieldTasks(speakField(asked, field), tasksIn(field.blocks))),
      ...blocks.map((block) => blockLine(asked, block)),
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

function blockLine(asked: Asked, block: Parameters<typeof heads>[0]): string {
  const names = namesOf(asked, block.agencies, heads(block).role);
  return asked.words.counts.row(names, block.tasks.length, block.address);
}

function countOfAll(asked: Asked): Body {
  const { question, words, knowledge, index } = asked;
  const { programme } = knowledge;
  const asks = (pattern: RegExp): boolean => pattern.test(question.plain) || pattern.test(question.raw);
  const blocks = programme.fields.flatMap((field) => field.blocks);
  if (asks(/\b(muc lon|phan lon|may muc|bao nhieu muc|may phan|sections?)\b/)) {
    const rows = programme.sections.map(({ address, text }) => `• ${address}. ${text}`);
    return body([words.counts.sections(programme.sections.length), ...rows], {
      citations: cite(...programme.sections),
    });
  }
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
  const articles = programme.articles.filter(({ address }) => /^QĐ\.\d+$/u.test(address));
  const numbered = programme.documents.filter(({ number }) => number !== '');
  const orientations = programme.orientations.reduce((sum, one) => sum + one.dashes.length, 0);
  const home = sectionOf(programme, programme.fields) ?? '';
  const directions = sectionOf(programme, programme.orientations) ?? '';
  const counts: [RegExp, string, (Item | undefined)[]][] = [
    [/\b(linh vuc|fields?|sectors?)\b/, words.counts.field(programme.fields.length, home), programme.fields],
    [/\b(khoi|blocks?)\b/, words.counts.block(blocks.length, home), blocks],
    [
      /\b(dinh huong|orientations?)\b/,
      words.counts.orientation(orientations, directions),
      programme.orientations,
    ],
    [/\b(dieu|articles?)\b/, words.counts.article(articles.length), articles],
    [
      /\b(van ban|documents?)\b/,
      words.counts.document(numbered.length),
      numbered.map(({ citedAt }) => index.item(citedAt[0] ?? '')),
    ],
  ];
  const said = counts.find(([pattern]) => asks(pattern));
  const rows = programme.fields.map((field) =>
    words.counts.row(shorten(speakField(asked, field), NAME_LENGTH), tasksIn(field.blocks), field.address),
  );
  const listed = said === undefined || asks(/\b(linh vuc|fields?|sectors?)\b/);
  return body([said?.[1] ?? words.counts.task(tasksIn(blocks), home), ...(listed ? rows : [])], {
    citations: cite(...(said?.[2] ?? programme.fields)),
  });
}

const NAME_LENGTH = 100;

export function tasksIn(blocks: { tasks: unknown[] }[]): number {
  return blocks.reduce((sum, { tasks }) => sum + tasks.length, 0);
}

function unique(named: NamedAgency[]): NamedAgency[] {
  return named.filter((one, index) => named.findIndex(({ name }) => name === one.name) === index);
}
