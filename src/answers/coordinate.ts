import type { Block } from '../core/programme.ts';
import { syllables } from '../knowledge/syllables.ts';
import { blocksAt, todayOfBlocks } from './blocks.ts';
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
import { leadOfTopic } from './lead.ts';
import { partnersAt } from './task-partners.ts';

/** The owner is named: less of the matter must be said to find its task. */
const NEAR_ENOUGH = 0.45;

/** Who is named to work with whom. */
export function answerCoordinate(asked: Asked): Body {
  const { question, search, index, words } = asked;
  const addressed = blocksAt(asked);
  if (addressed.length > 0) return partnersAt(asked) ?? partnersOfBlocks(asked, addressed);
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
    if (named && block && (named.known || named.coverage >= NEAR_ENOUGH)) {
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
  return blocks.length === 0 ? leadOfTopic(asked) : partnersOfBlocks(asked, blocks);
}

function partnersOfBlocks(asked: Asked, blocks: Block[]): Body {
  const { words } = asked;
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
