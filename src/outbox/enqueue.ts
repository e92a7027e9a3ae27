import type { OutgoingMessage } from '../core/message.ts';
import type { Transaction } from '../core/store.ts';
import { splitText } from '../core/text.ts';

export interface Target {
  channel: string;
  chat: string;
  /** Longest text of one platform message, in UTF-16 units. */
  maxTextLength: number;
  /** Most buttons one platform message carries. */
  maxChoices: number;
}

/** Queues a reply: one row per platform message, so that a retry never repeats a part that arrived. */
export async function enqueue(
  tx: Transaction,
  target: Target,
  key: string,
  message: OutgoingMessage,
  at: Date,
  topic?: string,
): Promise<void> {
  const parts = splitText(withNumbers(message, target.maxChoices), target.maxTextLength);
  for (const [index, text] of parts.entries()) {
    const last = index === parts.length - 1;
    await tx.outbox.queue(
      {
        key: `${key}/${index + 1}`,
        channel: target.channel,
        chat: target.chat,
        message: { text, choices: last ? message.choices : [] },
        ...(topic ? { topic } : {}),
      },
      at,
    );
  }
}

/** Where a platform carries fewer buttons than there are choices, all are listed: a number answers as well. */
function withNumbers({ text, choices }: OutgoingMessage, maxChoices: number): string {
  if (choices.length <= maxChoices) return text;
  return [text, ...choices.map(({ label }, index) => `${index + 1}. ${label}`)].join('\n');
}
