import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
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
      body: fileIn(text) ?? { kind: 'text', text: cleanText(text) },
    };
  };
}

/** `/tep PATH words…`: a file of this machine, with what is said of it. */
function fileIn(text: string): IncomingMessage['body'] | null {
  const [, path, caption = ''] = /^\/tep\s+("[^"]+"|\S+)\s*(.*)$/u.exec(text.trim()) ?? [];
  if (!path) return null;
  const ref = path.replace(/^"|"$/g, '');
  const said = cleanText(caption);
  return { kind: 'file', ref, name: basename(ref), bytes: null, ...(said ? { caption: said } : {}) };
}
