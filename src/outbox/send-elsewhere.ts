import type { Channel } from '../core/channel.ts';
import type { OutboxRow, Transaction } from '../core/store.ts';
import { enqueue } from './enqueue.ts';

/** Marks a message that goes another way, so that it goes no third one. */
const ELSEWHERE = '>';

/**
 * A message a platform did not take goes to another chat of the same person, once, with its choices; and the chat counts
 * as unreachable until it is used again. For a stranger there is no other way.
 */
export async function sendElsewhere(
  tx: Transaction,
  channels: Map<string, Channel>,
  row: OutboxRow,
  reason: string,
  now: Date,
): Promise<void> {
  // What is wrong with the message itself says nothing of the chat, and is wrong elsewhere too.
  if (reason === 'rejected') return;
  const person = await tx.people.find(row.channel, row.chat);
  if (!person) return;
  await tx.people.unreachable(row.channel, row.chat, reason, now);
  if (row.key.includes(ELSEWHERE)) return;
  const others = (await tx.people.chats(person.id)).filter(({ channel }) => channel !== row.channel);
  for (const { channel, chat } of others) {
    const limits = channels.get(channel);
    if (!limits) continue;
    const { maxTextLength, maxChoices } = limits;
    const target = { channel, chat, maxTextLength, maxChoices };
    const tokens = row.message.choices.map(({ token }) => token);
    await tx.conversations.moveChoices(tokens, channel, chat);
    return enqueue(tx, target, `${row.key}${ELSEWHERE}${channel}`, row.message, now, row.topic);
  }
}
