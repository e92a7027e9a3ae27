import { isInside, isUnder } from '../core/address.ts';
import type { Agency, Block, Item, Task } from '../core/programme.ts';
import { clauses } from '../knowledge/clauses.ts';
import { generalDuty } from '../knowledge/programme-parts.ts';
import { LEADS } from '../understand/intent.ts';
import { blockRow, blocksAt, fieldBlocks, headSentence, todayOfBlocks } from './blocks.ts';
import {
  type Asked,
  type Body,
  body,
  cite,
  heads,
  namesOf,
  readAsNotes,
  responsible,
  speak,
  speakField,
  todayLines,
  verbatimChoices,
} from './compose.ts';
import { answerContent } from './content.ts';
import { refuse } from './refuse.ts';
import { taskOfOthers } from './task-of-others.ts';
import { answerWhetherLead } from './whether-lead.ts';

/** Who leads a field, or what the question is about. */
export function answerLead(asked: Asked): Body {
  const { question, knowledge } = asked;
  const blocks = question.wholeField ? fieldBlocks(asked) : [];
  const focal = knowledge.duties.find(({ who }) => who === 'focal_agency');
  if (focal && asksFocal(asked)) return leadOfOrganisation(asked, focal.address);
  const addressed = blocksAt(asked);
  if (addressed.length > 0 && !WITHOUT_LEAD.test(question.raw)) return leadOfBlocks(asked, addressed);
  if (WITHOUT_LEAD.test(question.raw)) return blocksWithoutLead(asked);
  const direction = knowledge.programme.orientations
    .flatMap(({ dashes }) => dashes)
    .find(({ address }) => address === question.addresses[0]);
  if (direction) return leadOfOrientation(asked, direction.address, clauses(direction.text)[0] ?? '');
  const denied = answerWhetherLead(asked, blocks);
  if (denied) return denied;
  const [presumed, second] = question.agencies;
  const others = presumed && !second && !question.yesNo ? taskOfOthers(asked, presumed) : null;
  if (others) return others;
  if (blocks.length > 0) return leadOfFields(asked);
  const directed = directedBy(asked) ?? directorOf(asked);
  if (directed) return directed;
  return leadOfTopic(asked);
}

function leadOfBlocks(asked: Asked, blocks: Block[]): Body {
  const items = asked.question.addresses.flatMap((address) => asked.index.item(address) ?? []);
  return body([...blocks.map((block) => headSentence(asked, block)), ...todayOfBlocks(asked, blocks)], {
    citations: cite(...blocks, ...items),
    agencies: blocks.flatMap((block) => responsible(asked, heads(block).named, block.address)),
    choices: verbatimChoices(
      asked,
      items.map(({ address }) => address),
    ),
  });
}

const WITHOUT_LEAD =
  /\b(khong|ko|k|kg|chua) (thay |co |ghi |neu |giao |dc |duoc )*(ten |ro )*(co quan |don vi |so |ai |cq )?(nao )?(chu tri|dung dau)\b|\b(no|without (a|any)) lead\b/;

/** The blocks whose heading gives no lead; of the ones the question names, where it names any. */
function blocksWithoutLead(asked: Asked): Body {
  const { question, index, words } = asked;
  const without = index.blocks.filter((block) => heads(block).role !== 'lead');
  const named = without.filter(
    ({ address }) =>
      question.addresses.includes(address) || question.fields.some((field) => isUnder(address, field)),
  );
  const shown = named.length > 0 ? named : without;
  return body([words.blocksWithoutLead(shown.length), ...shown.map((block) => blockRow(asked, block))], {
    citations: cite(...shown),
    agencies: shown.flatMap((block) => responsible(asked, heads(block).named, block.address)),
    choices: verbatimChoices(
      asked,
      shown.map(({ address }) => address),
    ),
  });
}

const FOCAL = /\b(dau moi|giam sat|focal|coordinat(?:ing|es?|or)|oversees?|theo doi|don doc|monitors?)\b/;
const FOCAL_WORDS = new Set(
  'dau moi theo doi don doc huong dan tong hop giam sat thuc hien trien khai chuong trinh hanh dong cthd toan bo chung bao cao ket qua focal monitors monitor follows follow oversees coordinates coordinate coordinator whole overall entire implementation action service sector khu vuc dich vu'.split(
    ' ',
  ),
);

/** "Cơ quan nào là đầu mối?" with no narrower matter. */
function asksFocal({ question }: Asked): boolean {
  return (
    FOCAL.test(question.raw) &&
    question.fields.length === 0 &&
    question.subject.every((word) => FOCAL_WORDS.has(word))
  );
}

function leadOfFields(asked: Asked): Body {
  const { question, index, words } = asked;
  const fields = question.fields.flatMap((address) => index.field(address) ?? []);
  const blocks = fields.flatMap((field) => field.blocks);
  return body(
    [
      ...fields.flatMap((field) => [
        words.fieldTitle(speakField(asked, field), field.address),
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

/** "Sở Y tế chỉ đạo những đơn vị nào?": those that carry out what it directs. */
function directedBy(asked: Asked): Body | null {
  const { question, index, words } = asked;
  const [agency] = question.agencies;
  if (
    !agency ||
    !/\b(chi dao|directs?)\b.*\b(don vi|co quan|ai|nhung ai|benh vien|to chuc|so|units?|agencies|whom)\b/.test(
      question.raw,
    )
  )
    return null;
  const blocks = index.blocksOf(agency).flatMap(({ block, role }) => (role === 'direct' ? [block] : []));
  if (blocks.length === 0) return null;
  return body(
    blocks.map((block) =>
      words.directs(speak(asked, agency), namesOf(asked, block.agencies, 'implement'), block.address),
    ),
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
/** How much more of the question a direction must hold than any task, to be the one meant. */
const NEARER = 0.2;
/** Who asks whom a matter is given to is shown the heading that names them first, else the task itself. */
const CHARGED = /\b(giao|viec cua|trach nhiem)\b/;

/** Who answers for one matter: the block its task stands in, or the item of the closing section that charges somebody. */
export function leadOfTopic(asked: Asked): Body {
  const { question, search, index, words } = asked;
  const found = search.find(question.topic, { kinds: ['task', 'block', 'organisation'], limit: 12 });
  const top = found[0];
  const [direction] = search.find(question.topic, { kinds: ['orientation', 'objective'], limit: 1 });
  if (direction?.known && (!top?.known || direction.coverage > top.coverage + NEARER))
    return direction.passage.kind === 'orientation'
      ? leadOfOrientation(asked, direction.passage.address, direction.sentence)
      : answerContent(asked);
  if (!top?.known) return fieldBlocks(asked).length > 0 ? leadOfFields(asked) : refuse(asked);
  if (top.passage.kind === 'organisation')
    return leadOfOrganisation(asked, top.passage.address, top.sentence);
  const near = found.filter(
    ({ passage, score, coverage }) =>
      passage.kind !== 'organisation' && score >= top.score * ALSO && coverage >= top.coverage - 0.25,
  );
  const blocks = unique(near.flatMap(({ passage }) => index.blockOf(passage.address) ?? []))
    .slice(0, 3)
    .sort((a, b) => Number(heads(a).role !== 'lead') - Number(heads(b).role !== 'lead'));
  const tasks = near.filter(({ passage }) => passage.kind === 'task');
  const items = tasks.flatMap(({ passage }) => index.item(passage.address) ?? []);
  const nearest = (block: Block): Task | undefined =>
    block.tasks.find(({ address }) => items.some((item) => item.address === address));
  return body(
    [
      ...blocks.map((block) => headSentence(asked, block, nearest(block))),
      tasks[0] && top.passage.kind === 'task' && words.quote(tasks[0].passage.address, tasks[0].sentence),
      ...(tasks[0] && top.passage.kind === 'task'
        ? readAsNotes(asked, tasks[0].passage.line, tasks[0].sentence)
        : []),
      ...todayOfBlocks(asked, blocks),
    ],
    {
      citations:
        LEADS.test(question.raw) || CHARGED.test(question.raw)
          ? cite(...interleave(blocks, items))
          : cite(...interleave(items, blocks)),
      agencies: blocks.flatMap((block) => responsible(asked, heads(block).named, block.address)),
      choices: verbatimChoices(asked, [
        ...items.slice(0, 2).map(({ address }) => address),
        ...blocks.map(({ address }) => address),
      ]),
    },
  );
}

/** The closing section charges the focal agency, or every agency. */
function leadOfOrganisation(asked: Asked, address: string, sentence?: string): Body {
  const { index, words, knowledge } = asked;
  const item = index.item(address);
  const duty = knowledge.duties.find((one) => isInside(address, one.address));
  const focal = duty?.who === 'focal_agency' ? index.agency(knowledge.focalAgency) : undefined;
  const everybodys = generalDuty(knowledge);
  const general = !focal && everybodys.some((one) => one.address === address);
  const claim = focal ? claimedFocal(asked, focal) : null;
  const named = focal && words.focalAgency(speak(asked, focal), address);
  return body(
    [
      claim === false && words.notSo,
      named ? (claim ? words.right(named) : named) : general && words.everyAgency(address),
      words.quote(address, sentence ?? clauses(item?.text ?? '')[0] ?? ''),
      ...(focal ? todayLines(asked, [focal.name], address) : []),
    ],
    {
      outcome: claim === false ? 'corrected' : 'answered',
      citations: cite(item, ...(general ? everybodys.slice(0, 1) : [])),
      agencies: focal ? responsible(asked, [{ name: focal.name, role: 'lead' }], address) : [],
      choices: verbatimChoices(asked, [address]),
    },
  );
}

/** "Sở Y tế là đầu mối à": whether it is; null where none is claimed, or whoever holds the focal agency's duties today. */
function claimedFocal({ question, index }: Asked, focal: Agency): boolean | null {
  const [claimed] = question.agencies;
  if (!question.yesNo || question.agencies.length !== 1 || !claimed) return null;
  if (claimed === focal) return true;
  return index.predecessors(claimed).some(({ agency }) => agency === focal) ? null : false;
}

/** First of the one, first of the other, then the rest of the first kind, then of the other. */
function interleave(first: Item[], second: Item[]): Item[] {
  return [...first.slice(0, 1), ...second.slice(0, 1), ...first.slice(1), ...second.slice(1)];
}

/** Directions name nobody: say so, and who leads the field of that name. */
function leadOfOrientation(asked: Asked, address: string, sentence: string): Body {
  const { index, words, knowledge } = asked;
  const { fields, orientations } = knowledge.programme;
  const group = orientations.find((one) => isUnder(address, one.address));
  const field = fields.find(({ number }) => number !== 0 && number === group?.number);
  const blocks = field?.blocks.filter((block) => heads(block).role !== 'coordinate') ?? [];
  return body(
    [
      words.onlyOrientation(address),
      words.quote(address, sentence),
      ...(field
        ? blocks.map((block) =>
            words.fieldOf(
              speakField(asked, field),
              namesOf(asked, block.agencies, heads(block).role),
              words.roles[heads(block).role],
              block.address,
            ),
          )
        : []),
      ...todayOfBlocks(asked, blocks),
    ],
    {
      citations: cite(index.item(address), ...blocks),
      choices: verbatimChoices(asked, [address, ...blocks.map((block) => block.address)]),
    },
  );
}

function unique<T>(rows: T[]): T[] {
  return [...new Set(rows)];
}
