import type { Block, Task } from '../core/programme.ts';
import { type Asked, askedAt, heads, namesOf, todayText } from './compose.ts';

/** The blocks of the addresses a question names ("ai chủ trì mục IV.2.a.3"). */
export function blocksAt({ question, index }: Asked): Block[] {
  return [
    ...new Set(
      question.addresses.flatMap((address) => index.blockOf(address) ?? index.field(address)?.blocks ?? []),
    ),
  ];
}

/** The blocks of the fields a question names. */
export function fieldBlocks({ question, index }: Asked): Block[] {
  return question.fields.flatMap((address) => index.field(address)?.blocks ?? []);
}

/** One block in a list: who answers for it, where, how many tasks. */
export function blockRow(asked: Asked, block: Block): string {
  const { role } = heads(block);
  const { words } = asked;
  const row = role === 'lead' ? words.blockRow : words.blockRowWithoutLead;
  return row(namesOf(asked, block.agencies, role), words.roles[role], block.address, block.tasks.length);
}

/** Who answers for one block, or that the text names no lead for it; a dash of its may say "Chủ trì" itself. */
export function headSentence(asked: Asked, block: Block, task?: Task): string {
  const { role } = heads(block);
  const { words } = asked;
  if (task?.role === 'lead' && role === 'implement')
    return words.leadOfTopic(namesOf(asked, block.agencies, role), words.roles.lead, task.address);
  const sentence = role === 'lead' ? words.leadOfTopic : words.withoutLead;
  return sentence(namesOf(asked, block.agencies, role), words.roles[role], block.address);
}

/** Today's holders of the agencies that answer for these blocks, and of others the answer names. */
export function todayOfBlocks(asked: Asked, blocks: Block[], others: string[] = []): string[] {
  return todayText(asked, [
    ...blocks.flatMap((block) =>
      heads(block).named.map(({ name }) => ({ name, address: askedAt(asked, block.address) })),
    ),
    ...others.map((name) => ({ name, address: null })),
  ]);
}
