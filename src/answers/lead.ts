import type { Block, Item } from '../core/programme.ts';
import type { Found } from '../knowledge/search.ts';
import { syllables } from '../knowledge/tokens.ts';
import {
  type Asked,
  type Body,
  body,
  cite,
  heads,
  namesOf,
  responsible,
  speak,
  speakName,
  todayLines,
  verbatimChoices,
} from './compose.ts';
import { answerContent } from './content.ts';
import { refuse, SUBJECT_KNOWN } from './refuse.ts';

/** Who leads a field, or what the question is about. */
export function answerLead(asked: Asked): Body {
  const { question } = asked;
  const blocks = question.wholeField ? fieldBlocks(asked) : [];
  const denied = deny(asked, blocks);
  if (denied) return denied;
  if (blocks.length > 0) return leadOfFields(asked);
  const directed = directorOf(asked);
  if (directed) return directed;
  return leadOfTopic(asked);
}

function fieldBlocks({ question, index }: Asked): Block[] {
  return question.fields.flatMap((address) => index.field(address)?.blocks ?? []);
}

function leadOfFields(asked: Asked): Body {
  const { question, index, words } = asked;
  const fields = question.fields.flatMap((address) => index.field(address) ?? []);
  const blocks = fields.flatMap((field) => field.blocks);
  return body(
    [
      ...fields.flatMap((field) => [
        words.fieldTitle(field.name, field.address),
        ...field.blocks.map((block) => blockRow(asked, block)),
      ]),
      ...todayOfBlocks(asked, blocks),
    ],
    {
      citations: cite(...blocks),
      agencies: blocks.flatMap((block) => responsible(asked, heads(block).named, block.address)),
      choices: verbatimChoices(
        asked,
        blocks.map(({ address }) => address),
      ),
    },
  );
}

function blockRow(asked: Asked, block: Block): string {
  const { role } = heads(block);
  return asked.words.blockRow(
    namesOf(asked, block.agencies, role),
    asked.words.roles[role],
    block.address,
    block.tasks.length,
  );
}

function todayOfBlocks(asked: Asked, blocks: Block[]): string[] {
  return [
    ...new Set(
      blocks.flatMap((block) =>
        todayLines(
          asked,
          heads(block).named.map(({ name }) => name),
          block.address,
        ),
      ),
    ),
  ];
}

/** "Who directs the hospitals?": the agency asked about carries out what another directs. */
function directorOf(asked: Asked): Body | null {
  const { question, index, words } = asked;
  if (!/\b(chi dao|direct|directs)\b/.test(question.raw)) return null;
  for (const agency of question.agencies) {
    const found = index
      .blocksOf(agency)
      .find(({ block, role }) => role === 'implement' && heads(block).role === 'direct');
    if (!found) continue;
    const { block } = found;
    return body(
      [
        words.leadOfTopic(namesOf(asked, block.agencies, 'direct'), words.roles.direct, block.address),
        ...todayOfBlocks(asked, [block]),
      ],
      {
        citations: cite(block),
        agencies: responsible(asked, heads(block).named, block.address),
        choices: verbatimChoices(asked, [block.address]),
      },
    );
  }
  return null;
}

/** How near a second task must be to be named beside the first. */
const ALSO = 0.72;

function leadOfTopic(asked: Asked): Body {
  const { question, search, index, words } = asked;
  const found = search.find(question.topic, { limit: 12 });
  const top = found[0];
  if (!top || top.coverage < SUBJECT_KNOWN) {
    const only = question.fields.length > 0 ? fieldBlocks(asked) : [];
    return only.length > 0 ? leadOfFields(asked) : refuse(asked);
  }
  const tasks = found.filter(
    ({ passage, score, coverage }) =>
      (passage.kind === 'task' || passage.kind === 'block') &&
      score >= top.score * ALSO &&
      coverage >= top.coverage - 0.25,
  );
  const blocks = unique(tasks.flatMap(({ passage }) => index.blockOf(passage.address) ?? []))
    .slice(0, 3)
    .sort((a, b) => Number(heads(a).role !== 'lead') - Number(heads(b).role !== 'lead'));
  if (blocks.length === 0) return leadOfOrientation(asked, top);
  const items = tasks.flatMap(({ passage }) =>
    passage.kind === 'task' ? (index.item(passage.address) ?? []) : [],
  );
  const byWord =
    /\b(chu tri|phu trach|chiu trach nhiem|dau moi|chi dao|giao|lead|leads|leading|responsible|in charge)\b/.test(
      question.raw,
    );
  const nearest = items[0];
  return body(
    [
      ...blocks.map((block) => {
        const { role } = heads(block);
        return words.leadOfTopic(namesOf(asked, block.agencies, role), words.roles[role], block.address);
      }),
      nearest &&
        top.passage.kind !== 'block' &&
        words.quote(nearest.address, tasks[0]?.sentence ?? nearest.text),
      ...todayOfBlocks(asked, blocks),
    ],
    {
      citations: byWord ? cite(...interleave(blocks, items)) : cite(...interleave(items, blocks)),
      agencies: blocks.flatMap((block) => responsible(asked, heads(block).named, block.address)),
      choices: verbatimChoices(asked, [
        ...items.slice(0, 2).map(({ address }) => address),
        ...blocks.map(({ address }) => address),
      ]),
    },
  );
}

/** First of the one, first of the other, then the rest of the first kind, then of the other. */
function interleave(first: Item[], second: Item[]): Item[] {
  return [...first.slice(0, 1), ...second.slice(0, 1), ...first.slice(1), ...second.slice(1)];
}

/** Section III sets directions and names nobody: say so, and who leads the field of that name. */
function leadOfOrientation(asked: Asked, top: Found): Body {
  const { index, words, knowledge } = asked;
  if (top.passage.kind !== 'orientation') return answerContent(asked);
  const number = top.passage.address.split('.')[1];
  const field = knowledge.programme.fields.find((one) => String(one.number) === number);
  const blocks = field?.blocks.filter((block) => heads(block).role !== 'coordinate') ?? [];
  return body(
    [
      words.onlyOrientation(top.passage.address),
      words.quote(top.passage.address, top.sentence),
      ...(field
        ? blocks.map((block) =>
            words.fieldOf(field.name, namesOf(asked, block.agencies, heads(block).role), block.address),
          )
        : []),
      ...todayOfBlocks(asked, blocks),
    ],
    {
      citations: cite(index.item(top.passage.address), ...blocks),
      choices: verbatimChoices(asked, [top.passage.address, ...blocks.map(({ address }) => address)]),
    },
  );
}

/** "Sở Y tế chủ trì logistics phải không?": yes or no, and who does. */
function deny(asked: Asked, ofField: Block[]): Body | null {
  const { question, index, words, search } = asked;
  const [claimed] = question.agencies;
  if (!claimed || question.agencies.length > 1 || !question.yesNo) return null;
  if (!/\b(chu tri|phu trach|chiu trach nhiem|lead|leads|responsible|in charge)\b/.test(question.raw))
    return null;
  if (/\b(ai|nao|gi|who|which|what)\b/.test(question.raw)) return null;
  const found = search.find(question.topic, { kinds: ['task', 'block', 'field'], limit: 3 });
  const blocks =
    ofField.length > 0
      ? ofField
      : unique(
          found
            .slice(0, 1)
            .flatMap(
              ({ passage }) => index.blockOf(passage.address) ?? index.field(passage.address)?.blocks ?? [],
            ),
        );
  if (blocks.length === 0 || (ofField.length === 0 && (found[0]?.coverage ?? 0) < SUBJECT_KNOWN)) return null;
  const mine = blocks.find((block) =>
    block.agencies.some(({ name, role }) => role === 'lead' && index.agencyNamed(name) === claimed),
  );
  const shown = mine ? [mine] : blocks.filter((block) => heads(block).role === 'lead');
  const what = (shown.length > 0 ? shown : blocks)
    .map((block) =>
      words.leadOfTopic(
        namesOf(asked, block.agencies, heads(block).role),
        words.roles[heads(block).role],
        block.address,
      ),
    )
    .join(' ');
  const cited = shown.length > 0 ? shown : blocks;
  return body(
    [
      mine ? words.isLead(what) : words.notLead(speak(asked, claimed), what),
      ...todayOfBlocks(asked, cited),
      ...todayLines(asked, [claimed.name], null),
    ],
    {
      outcome: mine ? 'answered' : 'corrected',
      citations: cite(...cited),
      agencies: cited.flatMap((block) => responsible(asked, heads(block).named, block.address)),
      choices: verbatimChoices(
        asked,
        cited.map(({ address }) => address),
      ),
    },
  );
}

function unique<T>(rows: T[]): T[] {
  return [...new Set(rows)];
}

/** Who is named to work with whom. */
export function answerCoordinate(asked: Asked): Body {
  const { question, search, index, words } = asked;
  const [owner] = question.agencies;
  const within = owner ? index.blocksOf(owner).map(({ block }) => block.address) : undefined;
  const fieldBlocksOf = question.fields.flatMap((address) => index.field(address)?.blocks ?? []);
  const narrow = question.subject.filter((word) => !/^(phoi|hop|voi|vs|cung)$/.test(word));
  if (narrow.length > 0 && !question.wholeField && !onlyField(asked, narrow)) {
    const hits = search.find(question.topic, {
      kinds: ['task'],
      limit: 4,
      ...(within?.length ? { within } : {}),
    });
    const named = hits.find(({ passage }) => tasksPartners(asked, passage.address).length > 0) ?? hits[0];
    const block = named ? index.blockOf(named.passage.address) : undefined;
    if (named && block && named.coverage >= SUBJECT_KNOWN - 0.15) {
      const partners = tasksPartners(asked, named.passage.address);
      return body(
        [
          words.coordinateOf(named.passage.address),
          words.quote(
            named.passage.address,
            partners.length > 0 ? clauseNaming(named.passage.text, partners[0] ?? '') : named.sentence,
          ),
          words.partners(
            partners.length > 0
              ? partners.map((name) => speakName(asked, name)).join('; ')
              : partnersOf(asked, block),
          ),
          ...todayOfBlocks(asked, [block]),
        ],
        {
          citations: cite(index.item(named.passage.address), block),
          agencies: responsible(asked, heads(block).named, block.address),
          choices: verbatimChoices(asked, [named.passage.address, block.address]),
        },
      );
    }
  }
  const blocks = (
    fieldBlocksOf.length > 0 ? fieldBlocksOf : owner ? index.blocksOf(owner).map(({ block }) => block) : []
  ).filter(
    (block) =>
      !owner ||
      fieldBlocksOf.length === 0 ||
      block.agencies.some(({ name }) => index.agencyNamed(name) === owner),
  );
  if (blocks.length === 0) return leadOfTopic(asked);
  return body(
    [
      ...blocks.flatMap((block) => [
        words.coordinateOf(block.address),
        words.quote(block.address, block.text),
        words.partners(partnersOf(asked, block)),
      ]),
      ...todayOfBlocks(asked, blocks),
    ],
    {
      citations: cite(...blocks),
      agencies: blocks.flatMap((block) => responsible(asked, block.agencies, block.address)),
      choices: verbatimChoices(
        asked,
        blocks.map(({ address }) => address),
      ),
    },
  );
}

function onlyField({ question, knowledge }: Asked, words: string[]): boolean {
  const names = new Set(
    knowledge.glossary.topics.flatMap((topic) => topic.words.flatMap((word) => syllables(word))),
  );
  return (
    question.fields.length > 0 &&
    words.every((word) => names.has(word) || /^(linh|vuc|trong|nganh)$/.test(word))
  );
}

function partnersOf(asked: Asked, block: Block): string {
  const role = heads(block).role === 'direct' ? 'implement' : 'coordinate';
  return namesOf(asked, block.agencies, role) || asked.words.coordinateUnnamed;
}

function tasksPartners({ index }: Asked, address: string): string[] {
  const task = index.blockOf(address)?.tasks.find((one) => one.address === address);
  return task?.agencies.map(({ name }) => name) ?? [];
}

function clauseNaming(text: string, name: string): string {
  return text.split(/(?<=[.;])\s+/u).find((clause) => clause.includes(name)) ?? text;
}
