import type { Block, Item } from '../core/programme.ts';
import { shorten } from '../core/text.ts';
import { blockRow } from './blocks.ts';
import { type Asked, type Body, body, cite, corrected, verbatimChoices } from './compose.ts';

const ROW = 110;
const ROWS = 14;

/** "Tóm tắt mục IV.5", "tóm tắt quyết định": what stands there, a line an item, nothing added. */
export function answerSummary(asked: Asked): Body {
  const { question, index, knowledge, words } = asked;
  const { programme } = knowledge;
  const address = question.part ?? (question.fields.length === 1 ? question.fields[0] : undefined);
  if (!address) return wholeOutline(asked);
  const head = index.item(address);
  const items = under(asked, address);
  if (!head && items.length === 0) return body([words.noPart(address)], { outcome: 'not_in_programme' });
  const blocks = blocksUnder(asked, address);
  const rows = items.map((item) => words.taskRow(item.address, shorten(corrected(asked, item), ROW)));
  const group = programme.orientations.find((one) => one.address === address);
  const title = group?.name ?? index.field(address)?.name ?? (items.length > 0 ? (head?.text ?? '') : '');
  return body(
    [
      words.summaryTitle(address, title.replace(/[:.]\s*$/u, '')),
      ...blocks.map((block) => blockRow(asked, block)),
      ...(items.length > 0 ? rows.slice(0, ROWS) : [head ? `“${head.text}”` : null]),
      rows.length > ROWS && words.moreTasks(rows.length - ROWS),
    ],
    {
      citations: cite(...items.slice(0, 1), head, ...blocks, ...items.slice(1)),
      choices: verbatimChoices(asked, [address, ...items.slice(0, 2).map((item) => item.address)]),
    },
  );
}

/** What an address holds, in the order of the text. */
export function under({ knowledge, index }: Asked, address: string): Item[] {
  const { programme } = knowledge;
  switch (address) {
    case 'I':
      return programme.purposes;
    case 'II':
      return programme.objectives.filter(({ text }) => !/:\s*$/.test(text));
    case 'III':
      return programme.orientations;
    case 'IV':
      return programme.fields;
    case 'V':
      return programme.organisation.filter(({ text }) => !/:\s*$/.test(text));
    case 'NN':
      return programme.recipients;
    case 'QĐ.CC':
      return programme.bases;
    default: {
      const block = index.blocks.find((one) => one.address === address);
      if (block) return block.tasks;
      const field = index.field(address);
      if (field) return field.blocks.flatMap((one) => one.tasks);
      const group = programme.orientations.find((one) => one.address === address);
      if (group) return group.dashes;
      return [...programme.organisation, ...programme.objectives, ...programme.articles].filter((item) =>
        item.address.startsWith(`${address}.`),
      );
    }
  }
}

function blocksUnder({ index }: Asked, address: string): Block[] {
  return index.field(address)?.blocks ?? index.blocks.filter((block) => block.address === address);
}

/** The decision on one screen: its sections, what each holds, the general objective and the yearly dates. */
function wholeOutline(asked: Asked): Body {
  const { knowledge, words, index } = asked;
  const { programme } = knowledge;
  const blocks = programme.fields.flatMap((field) => field.blocks);
  const [aim] = programme.objectives;
  return body(
    [
      words.outline.title(programme.title),
      words.outline.purposes(programme.purposes.length),
      aim && words.outline.aims(shorten(corrected(asked, aim), ROW * 2)),
      words.outline.directions(
        programme.orientations.length,
        programme.orientations.reduce((sum, { dashes }) => sum + dashes.length, 0),
      ),
      words.outline.tasks(
        programme.fields.length,
        blocks.length,
        blocks.reduce((sum, { tasks }) => sum + tasks.length, 0),
      ),
      words.outline.organisation,
    ],
    {
      citations: cite(index.item('QĐ.1'), aim, ...programme.sections),
      choices: ['II', 'III', 'IV', 'V'].map((section) => ({
        label: words.outline.button(section),
        action: { kind: 'say', text: words.outline.ask(section) },
      })),
    },
  );
}
