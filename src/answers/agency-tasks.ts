import type { Agency, Block, Item, Task } from '../core/programme.ts';
import { allItems } from '../knowledge/parse-programme.ts';
import { generalDuty } from '../knowledge/programme-parts.ts';
import { syllables } from '../knowledge/syllables.ts';
import { headSentence, todayOfBlocks } from './blocks.ts';
import {
  type Asked,
  type Body,
  body,
  cite,
  heads,
  responsible,
  speak,
  taskRow,
  todayLines,
  verbatimChoices,
} from './compose.ts';

/** How many tasks of one block are listed before "and more". */
const ROWS = 8;

/** The tasks of the agency the question names, or of the asker's own. */
export function answerTasks(asked: Asked): Body {
  const { question, context, index, words } = asked;
  const own = context.agency ? index.agency(context.agency) : undefined;
  const agency = question.agencies[0] ?? own;
  if (!agency) {
    return body([words.joinToSee], {
      outcome: 'clarify',
      choices: words.examples.slice(1, 2).map((text) => ({ label: text, action: { kind: 'say', text } })),
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
  const within = [
    ...owned(asked, agency).map(({ block }) => block.address),
    ...inheritedBy(asked, agency).flatMap((one) =>
      [...one.blocks.map(({ block }) => block), ...one.general].map(({ address }) => address),
    ),
    ...chargedItems(asked, agency).map(({ address }) => address),
  ];
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
        block?.address ?? null,
      ),
    ],
    {
      citations: cite(...near.map(({ passage }) => index.item(passage.address)), block),
      agencies: block
        ? responsible(
            asked,
            block.agencies.filter(({ name }) => index.agencyNamed(name) === agency),
            block.address,
          )
        : [],
      choices: verbatimChoices(
        asked,
        near.map(({ passage }) => passage.address),
      ),
    },
  );
}

/** "Sở VHTTDL có được giao việc về camera không?": no, and whose it is. */
function taskOfOthers(asked: Asked, agency: Agency): Body | null {
  const { question, search, index, words } = asked;
  if (!question.yesNo || question.wholeField || question.subject.length === 0) return null;
  const [top] = search.find(question.topic, { kinds: ['task'], limit: 1 });
  const block = top?.known ? index.blockOf(top.passage.address) : undefined;
  if (!top || !block || index.blocksOf(agency).some((one) => one.block === block)) return null;
  const held = index
    .predecessors(agency)
    .some((one) => index.blocksOf(one.agency).some((row) => row.block === block));
  if (held) return null;
  return body(
    [
      words.notTheirs(speak(asked, agency), headSentence(asked, block)),
      words.quote(top.passage.address, top.sentence),
      ...todayOfBlocks(asked, [block]),
    ],
    {
      outcome: 'corrected',
      citations: cite(index.item(top.passage.address), block),
      agencies: responsible(asked, heads(block).named, block.address),
      choices: verbatimChoices(asked, [top.passage.address]),
    },
  );
}

interface Owned {
  block: Block;
  role: 'lead' | 'coordinate' | 'direct' | 'implement' | 'none';
}

/** The blocks whose tasks are the agency's own: it leads, directs or carries them out, or shares them without a lead. */
export function owned({ index }: Asked, agency: Agency): Owned[] {
  return index
    .blocksOf(agency)
    .filter(({ block, role }) => role !== 'coordinate' || heads(block).role === 'coordinate')
    .sort((a, b) => Number(a.role === 'coordinate') - Number(b.role === 'coordinate'));
}

interface Inherited {
  former: Agency;
  confirmed: boolean;
  blocks: Owned[];
  /** What the closing section charges the former agency with. */
  general: Item[];
}

/** What agencies whose duties it holds today were given. */
function inheritedBy(asked: Asked, agency: Agency): Inherited[] {
  return asked.index
    .predecessors(agency)
    .map(({ agency: former, successor }) => ({
      former,
      confirmed: successor.confirmed,
      blocks: owned(asked, former).filter(
        ({ block }) => !successor.only || successor.only.includes(block.address),
      ),
      general: successor.only ? [] : chargedItems(asked, former),
    }))
    .filter(({ blocks, general }) => blocks.length + general.length > 0);
}

/** An agency without tasks may still be named, as who issues, signs or executes the decision. */
export function withoutTasks(asked: Asked, agency: Agency): string {
  const { knowledge, words } = asked;
  const isNamed = allItems(knowledge.programme).some(({ text }) => text.includes(agency.name));
  const general = generalDuty(knowledge)[0]?.address ?? null;
  return (isNamed ? words.noOwnTasks : words.notNamed)(speak(asked, agency), general);
}

function allTasks(asked: Asked, agency: Agency): Body {
  const { index, words, knowledge, question } = asked;
  const allOwn = owned(asked, agency);
  const allInherited = inheritedBy(asked, agency);
  // "Nhiệm vụ của … về logistics": the blocks of that field, where there are any.
  const inField = ({ block }: Owned): boolean =>
    question.fields.some((field) => block.address === field || block.address.startsWith(`${field}.`));
  const narrowed = [...allOwn, ...allInherited.flatMap(({ blocks }) => blocks)].some(inField);
  const own = narrowed ? allOwn.filter(inField) : allOwn;
  const inherited = allInherited
    .map((one) => (narrowed ? { ...one, blocks: one.blocks.filter(inField), general: [] } : one))
    .filter((one) => one.blocks.length + one.general.length > 0);
  const partners = narrowed ? [] : partnerItems(asked, agency, own);
  const general = generalItems(asked, agency);
  const named = own.length + partners.length + inherited.length + general.length > 0;
  const everybodys = generalDuty(knowledge);
  if (!named) {
    return body(
      [
        agency.id === knowledge.communes ? words.communes : withoutTasks(asked, agency),
        ...everybodys.slice(1).map((item) => taskRow(asked, item)),
        ...todayLines(asked, [agency.name], null),
      ],
      {
        outcome: 'not_in_programme',
        citations: cite(...everybodys),
        choices: verbatimChoices(
          asked,
          everybodys.slice(0, 1).map(({ address }) => address),
        ),
      },
    );
  }
  const leading = own.some(({ role }) => role !== 'coordinate');
  const count = own.reduce((sum, { block }) => sum + block.tasks.length, 0);
  const mainRows = [
    ...(count > 0 ? [words.tasksOf(speak(asked, agency), count)] : []),
    ...own.flatMap((row) => blockRows(asked, row)),
  ];
  const generalRows = general.map((item) => taskRow(asked, item));
  const rows = leading
    ? [...mainRows, ...generalRows]
    : [...(generalRows.length > 0 ? [`${speak(asked, agency)}:`, ...generalRows] : []), ...mainRows];
  const ownTasks = own.flatMap(({ block }) => block.tasks);
  const inheritedBlocks = inherited.flatMap(({ blocks }) => blocks);
  const ownItems: Item[] = leading ? [...ownTasks, ...general] : [...general, ...partners, ...ownTasks];
  return body(
    [
      ...rows,
      ...(partners.length > 0
        ? [
            rows.length > 0 ? words.alsoNamed : words.onlyNamed(speak(asked, agency)),
            ...partners.map((item) => taskRow(asked, item)),
          ]
        : []),
      ...inherited.flatMap((one) => [
        words.inherited(speak(asked, one.former), speak(asked, agency), one.confirmed),
        ...one.blocks.flatMap((row) => blockRows(asked, row)),
        ...one.general.map((item) => taskRow(asked, item)),
      ]),
      ...todayLines(asked, [agency.name], null),
    ],
    {
      citations: cite(
        ...ownItems.slice(0, 1),
        ...own.map(({ block }) => block),
        ...ownItems.slice(1),
        ...partners,
        ...inherited.flatMap((one) => one.general),
        ...inheritedBlocks.flatMap(({ block }) => [block, ...block.tasks]),
      ),
      agencies: [
        ...own.flatMap(({ block }) =>
          responsible(
            asked,
            block.agencies.filter(({ name }) => index.agencyNamed(name) === agency),
            block.address,
          ),
        ),
        ...inheritedBlocks.flatMap(({ block }) => responsible(asked, heads(block).named, block.address)),
      ],
      choices: verbatimChoices(
        asked,
        [...own, ...inheritedBlocks]
          .map(({ block }) => block.address)
          .concat(leading ? [] : general.map(({ address }) => address)),
      ),
    },
  );
}

function blockRows(asked: Asked, { block, role }: Owned): string[] {
  const { words } = asked;
  const rest = block.tasks.length - ROWS;
  return [
    words.blockTasks(words.roles[role], block.address),
    ...block.tasks.slice(0, ROWS).map((task) => taskRow(asked, task)),
    ...(rest > 0 ? [words.moreTasks(rest)] : []),
  ];
}

/** Where others' blocks or tasks name the agency as their partner. */
function partnerItems({ index }: Asked, agency: Agency, own: Owned[]): (Block | Task)[] {
  const blocks = index
    .blocksOf(agency)
    .map(({ block }) => block)
    .filter((block) => !own.some((row) => row.block === block));
  return [
    ...blocks,
    ...index.tasksNaming(agency).filter((task) => !own.some(({ block }) => block.tasks.includes(task))),
  ];
}

/** What the closing section charges the agency with: "Giao Sở …", or what stands under a heading that opens with it. */
function chargedItems({ knowledge }: Asked, agency: Agency): Item[] {
  if (agency.id === knowledge.issuer) return [];
  const items = knowledge.programme.organisation;
  const naming = items.filter(({ text }) => text.includes(agency.name));
  const charged = naming.filter(({ text }) => text.startsWith(`Giao ${agency.name}`));
  const opened = naming.filter(({ text }) => /:\s*$/.test(text));
  const under = items.filter(({ address }) => opened.some((head) => address.startsWith(`${head.address}.`)));
  return [...new Set([...charged, ...under])];
}

/** The same, and where that section names an agency it charges once more (whom the reports go to). */
function generalItems(asked: Asked, agency: Agency): Item[] {
  const own = chargedItems(asked, agency);
  const isCharged = own.some(({ text }) => text.startsWith(`Giao ${agency.name}`));
  const named = asked.knowledge.programme.organisation.filter(
    ({ text }) => text.includes(agency.name) && !/:\s*$/.test(text),
  );
  return [...new Set([...own, ...(isCharged ? named : [])])];
}
