import { blockRow, todayOfBlocks } from './blocks.ts';
import { type Asked, type Body, body, cite, heads, responsible, sayChoice, speakField } from './compose.ts';
import { answerContent } from './content.ts';

/** "Du lịch", "y tế?": who answers for the field, how much it holds, and where to go on. */
export function answerField(asked: Asked): Body {
  const { question, index, knowledge, words } = asked;
  const [address] = question.fields;
  const field = address ? index.field(address) : undefined;
  if (!field) return answerContent(asked);
  const group = knowledge.programme.orientations.find(({ number }) => number === field.number);
  const tasks = field.blocks.flatMap((block) => block.tasks);
  return body(
    [
      words.fieldTitle(speakField(asked, field), field.address),
      ...field.blocks.map((block) => blockRow(asked, block)),
      group && words.fieldDirections(group.dashes.length, group.address),
      ...todayOfBlocks(asked, field.blocks),
    ],
    {
      citations: cite(...field.blocks, ...(group?.dashes ?? []), ...tasks),
      agencies: field.blocks.flatMap((block) => responsible(asked, heads(block).named, block.address)),
      choices: [
        sayChoice(words.outline.button(field.address), words.outline.ask(field.address)),
        ...(group ? [sayChoice(words.outline.button(group.address), words.outline.ask(group.address))] : []),
      ],
    },
  );
}
