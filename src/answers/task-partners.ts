import { todayOfBlocks } from './blocks.ts';
import {
  type Asked,
  type Body,
  body,
  cite,
  heads,
  responsible,
  speakName,
  verbatimChoices,
} from './compose.ts';

/** "Mục IV.6.2 phối hợp với ai?": those the task itself names, before those its heading names; null where it names nobody. */
export function partnersAt(asked: Asked): Body | null {
  const { question, index, words } = asked;
  const [address = ''] = question.addresses;
  const block = index.blockOf(address);
  const task = block?.tasks.find((one) => one.address === address);
  const names = task?.agencies.map(({ name }) => name) ?? [];
  if (!block || !task || names.length === 0 || question.addresses.length > 1) return null;
  const clause = task.text.split(/(?<=[.;])\s+/u).find((part) => part.includes(names[0] ?? '')) ?? task.text;
  return body(
    [
      words.coordinateOf(address),
      words.quote(address, clause),
      words.partners(names.map((name) => speakName(asked, name)).join('; ')),
      ...todayOfBlocks(asked, [block]),
    ],
    {
      citations: cite(task, block),
      agencies: responsible(asked, heads(block).named, block.address),
      choices: verbatimChoices(asked, [address, block.address]),
    },
  );
}
