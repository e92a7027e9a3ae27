import type { Agency, Block, Item, Task } from '../core/programme.ts';
import { syllables } from '../knowledge/syllables.ts';
import { inheritedHead, namedOrNot } from './agency-lines.ts';
import { blocksAt, headSentence, todayOfBlocks } from './blocks.ts';
import {
  type Asked,
  type Body,
  body,
  cite,
  clauseRow,
  heads,
  namesOf,
  responsible,
  speak,
  speakName,
  taskRow,
  todayLines,
  verbatimChoices,
} from './compose.ts';
import { type Held, heldBy, holdsNothing, inheritedBy, type Share } from './held.ts';
import { leadOfTopic } from './lead.ts';
import { taskOfOthers } from './task-of-others.ts';

/** The owner is named: less of the matter must be said to find its task. */
const NEAR_ENOUGH = 0.45;

/** Who is named to work with whom. */
export function answerCoordinate(asked: Asked): Body {
  const { question, context, search, index } = asked;
  const addressed = blocksAt(asked);
  const [task = ''] = question.addresses;
  const home = index.blockOf(task);
  if (home && question.addresses.length === 1 && partnersOfTask(asked, task).length > 0)
    return partnersOf(asked, home, task, '');
  if (addressed.length > 0) return partnersOfBlocks(asked, addressed);
  const mine = question.mine && context.agency ? index.agency(context.agency) : undefined;
  const owner = question.agencies[0] ?? mine;
  const within = owner ? index.blocksOf(owner).map(({ block }) => block.address) : undefined;
  const blocks = question.fields.flatMap((address) => index.field(address)?.blocks ?? []);
  const others = question.agencies[0] && !question.yesNo ? taskOfOthers(asked, question.agencies[0]) : null;
  if (others) return others;
  const narrow = question.restSubject.filter((word) => !ABOUT_PARTNERS.has(word));
  if (narrow.length > 0 && !question.wholeField && !onlyField(asked, narrow)) {
    const hits = search.find(question.topic, {
      kinds: ['task'],
      limit: 4,
      ...(within?.length ? { within } : {}),
    });
    const named = hits.find(({ passage }) => partnersOfTask(asked, passage.address).length > 0) ?? hits[0];
    const block = named ? index.blockOf(named.passage.address) : undefined;
    if (named && block && (named.known || named.coverage >= NEAR_ENOUGH))
      return partnersOf(asked, block, named.passage.address, named.sentence);
  }
  if (owner && blocks.length === 0) return partnersOfAgency(asked, owner);
  const ofOwner = blocks.filter(
    (block) => !owner || block.agencies.some(({ name }) => index.agencyNamed(name) === owner),
  );
  return ofOwner.length === 0 ? leadOfTopic(asked) : partnersOfBlocks(asked, ofOwner);
}

/** Words of such a question that are no matter of their own. */
const ABOUT_PARTNERS = new Set(
  'phoi hop chi dao voi vs cung viec nhiem vu lam nhung cac chu tri duoc neu ten hien nay gio lien quan'.split(
    ' ',
  ),
);

/** Who is named to work on one task: those the task names, else those of its heading. */
function partnersOf(asked: Asked, block: Block, address: string, sentence: string): Body {
  const { index, words } = asked;
  const item = index.item(address);
  const clause = partnersOfTask(asked, address).length > 0 ? partnerClause(item?.text ?? '') : sentence;
  return body(
    [
      taskSentence(asked, block, address) ?? blockSentence(asked, block),
      words.quote(address, clause),
      ...todayOfBlocks(asked, [block]),
    ],
    {
      citations: cite(item, block),
      agencies: responsible(asked, heads(block).named, block.address),
      choices: verbatimChoices(asked, [address, block.address]),
    },
  );
}

function partnersOfBlocks(asked: Asked, blocks: Block[]): Body {
  return body([...blocks.flatMap((block) => blockLines(asked, block)), ...todayOfBlocks(asked, blocks)], {
    citations: cite(...blocks),
    agencies: blocks.flatMap((block) => responsible(asked, block.agencies, block.address)),
    choices: verbatimChoices(
      asked,
      blocks.map(({ address }) => address),
    ),
  });
}

/**
 * With whom an agency works in its own blocks and tasks, and in whose tasks it is named as a partner; then the same of
 * what passed to it since, apart.
 */
function partnersOfAgency(asked: Asked, agency: Agency): Body {
  const { question } = asked;
  const own = heldBy(asked, agency);
  const inherited = question.era === 'decision' ? [] : inheritedBy(asked, agency);
  const name = speak(asked, agency);
  const shown = [...(question.era === 'today' && inherited.length > 0 ? [] : [own]), ...inherited];
  const first = shown[0] === own ? partnerLines(asked, own, name) : [];
  const later = inherited.flatMap((one) => {
    const lines = partnerLines(asked, one, speak(asked, one.former));
    return lines.length > 0 ? [`\n${inheritedHead(asked, agency, one)}:`, ...lines] : [];
  });
  const citations = cite(...shown.flatMap(partnerItems));
  const [, other] = question.agencies;
  return body(
    [
      question.yesNo && other && togetherLine(asked, agency, other),
      ...(first.length + later.length === 0 ? noPartnerLines(asked, agency, own) : first),
      ...later,
      ...todayLines(asked, [agency.name], null),
    ],
    {
      outcome: first.length + later.length > 0 ? 'answered' : 'not_in_programme',
      citations,
      agencies: shown
        .flatMap((one) => one.shares)
        .flatMap(({ block }) => responsible(asked, block.agencies, block.address)),
      choices: verbatimChoices(
        asked,
        citations.map(({ address }) => address),
      ),
    },
  );
}

/** What shows with whom: the blocks, the tasks that name partners, and others' that name the agency. */
function partnerItems({ shares, partner }: Held): Item[] {
  return [
    ...shares.map(({ block }) => block),
    ...shares.flatMap(({ tasks }) => tasks.filter(namesPartners)),
    ...partner,
  ];
}

function noPartnerLines(asked: Asked, agency: Agency, own: Held): string[] {
  return [
    ...(holdsNothing(own) ? [namedOrNot(asked, agency)] : []),
    asked.words.agency.noPartnership(speak(asked, agency)),
  ];
}

/** "Có phối hợp với … không?": where the two are named together. */
function togetherLine(asked: Asked, one: Agency, other: Agency): string {
  const { index, words } = asked;
  const at = index.blocks.flatMap((block) => {
    const names = (named: { name: string }[]): (Agency | undefined)[] =>
      named.map(({ name }) => index.agencyNamed(name));
    const inBlock = names(block.agencies);
    if (inBlock.includes(one) && inBlock.includes(other)) return [block.address];
    return block.tasks
      .filter(({ agencies }) => {
        const all = [...inBlock, ...names(agencies)];
        return all.includes(one) && all.includes(other);
      })
      .map(({ address }) => address);
  });
  return at.length > 0
    ? words.agency.together(speak(asked, one), speak(asked, other), at)
    : words.agency.notTogether(speak(asked, one), speak(asked, other));
}

function partnerLines(asked: Asked, { shares, partner }: Held, name: string): string[] {
  const { words, question } = asked;
  // "Sở Y tế chỉ đạo những ai?": whom it directs comes first.
  const rank = ({ role }: Share): number => Number(role !== 'direct' && /\bchi dao\b/.test(question.raw));
  const inTasks = shares.flatMap(({ tasks }) => tasks.filter(namesPartners));
  const ofOthers = partner.map((item) => partnerRow(asked, item));
  return [
    ...shares.toSorted((a, b) => rank(a) - rank(b)).flatMap(({ block }) => blockLines(asked, block)),
    ...(inTasks.length > 0
      ? [words.agency.inTasks, ...inTasks.map((task) => clauseRow(asked, task, /phối hợp với/iu))]
      : []),
    ...(ofOthers.length > 0 ? [words.agency.partnerOf(name), ...ofOthers] : []),
  ];
}

/** Another's block or task that names the agency: who leads it, and what it is. */
function partnerRow(asked: Asked, item: Block | Task): string {
  const block = asked.index.blockOf(item.address);
  if (!block || block === item) return `• ${block ? blockSentence(asked, block) : taskRow(asked, item)}`;
  return `• ${taskSentence(asked, block, item.address) ?? ''} “${partnerClause(item.text)}”`;
}

/** Who works with whom in a block; in English the Vietnamese words stay in sight. */
function blockLines(asked: Asked, block: Block): string[] {
  const sentence = blockSentence(asked, block);
  return asked.question.language === 'en'
    ? [sentence, asked.words.quote(block.address, block.text)]
    : [sentence];
}

/** "Sở A chủ trì, phối hợp với … (mục IV.3.a)." */
function blockSentence(asked: Asked, block: Block): string {
  const { words } = asked;
  const { role } = heads(block);
  const names = namesOf(asked, block.agencies, role);
  if (role === 'direct')
    return words.agency.directs(names, namesOf(asked, block.agencies, 'implement'), block.address);
  const partners = joined(asked, [
    ...(role === 'lead'
      ? block.agencies.filter((one) => one.role === 'coordinate').map(({ name }) => name)
      : []),
    ...related(asked, block.text),
  ]);
  if (partners === '') return `${headSentence(asked, block)} ${words.agency.noPartners(block.address)}`;
  return role === 'lead'
    ? words.agency.leadWith(names, partners, block.address)
    : words.agency.coordinateWith(names, partners, block.address);
}

/** The same of one task, where it names its own partners. */
function taskSentence(asked: Asked, block: Block, address: string): string | null {
  const partners = partnersOfTask(asked, address);
  const task = block.tasks.find((one) => one.address === address);
  if (!task || partners.length === 0) return null;
  return asked.words.agency.coordinateWith(
    namesOf(asked, block.agencies, heads(block).role),
    joined(asked, [...partners, ...related(asked, partnerClause(task.text))]),
    address,
  );
}

/** "Các đơn vị có liên quan": partners the text does not name, in its own words. */
function related({ words }: Asked, text: string): string[] {
  const found = /các (?:(?:sở|ban|bộ|ngành|cơ quan), )*(?:đơn vị|ngành)(?: có)? liên quan/u.exec(text);
  return found ? [words.agency.related(found[0])] : [];
}

function joined(asked: Asked, names: string[]): string {
  const spoken = names.map((name) => speakName(asked, name));
  const last = spoken.pop() ?? '';
  return spoken.length > 0 ? `${spoken.join(', ')}${asked.words.agency.and}${last}` : last;
}

function onlyField({ question, knowledge }: Asked, words: string[]): boolean {
  const names = new Set(
    knowledge.glossary.topics.flatMap((topic) => topic.words.flatMap((word) => syllables(word))),
  );
  return (
    question.fields.length > 0 &&
    words.every((word) => names.has(word) || /^(linh|vuc|trong|nganh|mang|phan|chu|tri)$/.test(word))
  );
}

function partnersOfTask({ index }: Asked, address: string): string[] {
  const task = index.blockOf(address)?.tasks.find((one) => one.address === address);
  return task?.agencies.map(({ name }) => name) ?? [];
}

function namesPartners({ text }: Item): boolean {
  return /phối hợp với/iu.test(text);
}

/** The clause of a task that says with whom. */
function partnerClause(text: string): string {
  return text.split(/(?<=[.;])\s+/u).find((clause) => /phối hợp với/iu.test(clause)) ?? text;
}
