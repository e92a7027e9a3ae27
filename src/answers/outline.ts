import { isUnder } from '../core/address.ts';
import type { ChoiceOffer } from '../core/message.ts';
import { type Block, type Duty, type Item, writeBefore } from '../core/programme.ts';
import { shorten } from '../core/text.ts';
import { kindOfSection, sectionOf } from '../knowledge/programme-parts.ts';
import { blockRow } from './blocks.ts';
import {
  type Asked,
  type Body,
  body,
  cite,
  corrected,
  sayChoice,
  speakField,
  verbatimChoices,
} from './compose.ts';

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
  const field = group ?? index.field(address);
  const title = field ? speakField(asked, field) : items.length > 0 ? (head?.text ?? '') : '';
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
  if (address === 'NN') return programme.recipients;
  if (address === 'QĐ.CC') return programme.bases;
  const kind = kindOfSection(programme, address);
  if (kind) return programme[kind].filter(({ text }) => kind === 'fields' || !/:\s*$/.test(text));
  const block = index.blocks.find((one) => one.address === address);
  if (block) return block.tasks;
  const field = index.field(address);
  if (field) return field.blocks.flatMap((one) => one.tasks);
  const group = programme.orientations.find((one) => one.address === address);
  if (group) return group.dashes;
  const { fields, organisation, objectives, purposes, articles, sections } = programme;
  return [...sections, ...purposes, ...objectives, ...fields, ...organisation, ...articles].filter((item) =>
    isUnder(item.address, address),
  );
}

function blocksUnder({ index }: Asked, address: string): Block[] {
  return index.field(address)?.blocks ?? index.blocks.filter((block) => block.address === address);
}

/** The decision on one screen: its sections and what each holds. */
function wholeOutline(asked: Asked): Body {
  const { knowledge, words, question } = asked;
  const { programme, about } = knowledge;
  const subject = about.subject[question.language];
  // A document without a title has its name for a subject.
  const title = subject === about.name[question.language] ? programme.title : subject;
  const { sections, articles, purposes, objectives } = programme;
  const parts = sections.length > 0 ? sections : articles;
  if (parts.length === 0) return body([words.notStated], { outcome: 'not_in_programme' });
  return body(
    [
      words.outline.title(title, parts.length),
      ...parts.slice(0, ROWS).map((section) => outlineRow(asked, section)),
      parts.length > ROWS && words.moreTasks(parts.length - ROWS),
    ],
    {
      citations: cite(articles[0], objectives[0], ...sections),
      choices: parts
        .filter(({ address }) => sectionOf(programme, purposes) !== address)
        .map(({ address }) => summaryChoice(asked, address)),
    },
  );
}

/** A section in one line: its heading, and how much of what it holds. */
function outlineRow(asked: Asked, section: Item): string {
  const { knowledge, words } = asked;
  const { programme, duties } = knowledge;
  const { outline } = words;
  const { address } = section;
  const blocks = programme.fields.flatMap((field) => field.blocks);
  const [aim] = programme.objectives;
  switch (kindOfSection(programme, address)) {
    case 'purposes':
      return outline.purposes(address, programme.purposes.length);
    case 'objectives':
      return outline.aims(address, aim ? shorten(corrected(asked, aim), ROW * 2) : '');
    case 'orientations':
      return outline.directions(
        address,
        programme.orientations.length,
        programme.orientations.reduce((sum, { dashes }) => sum + dashes.length, 0),
      );
    case 'fields':
      return outline.tasks(
        address,
        programme.fields.length,
        blocks.length,
        blocks.reduce((sum, { tasks }) => sum + tasks.length, 0),
      );
    case 'organisation': {
      const before = (who: Duty['who']): string | null => {
        const duty = duties.find((one) => one.who === who);
        return duty ? writeBefore(duty) : null;
      };
      return outline.organisation(address, before('every_agency'), before('focal_agency'));
    }
    default:
      return outline.section(address, shorten(section.text, ROW));
  }
}

/** A button that sums up a section. */
export function summaryChoice({ words }: Asked, address: string): ChoiceOffer {
  return sayChoice(words.outline.button(address), words.outline.ask(address));
}
