import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from '../../core/message.ts';
import { cleanText } from '../../core/text.ts';

/** Makes messages of lines. The random part keeps deliveries of two runs over one store apart. */
export function createLineParser(chat: string): (text: string) => IncomingMessage {
  const run = randomUUID();
  let count = 0;
  return (text) => {
    count += 1;
    return {
      channel: 'terminal',
      deliveryId: `${run}:${count}`,
      chat,
      group: false,
      body: { kind: 'text', text: cleanText(text) },
    };
  };
}
