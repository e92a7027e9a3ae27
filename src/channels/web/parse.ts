import { z } from 'zod';
import type { IncomingMessage } from '../../core/message.ts';
import { cleanText } from '../../core/text.ts';

const posted = z.object({
  /** Made by the page, the same for every try of one message. */
  id: z.string().regex(/^[\w-]{8,64}$/),
  text: z.string().optional(),
  choice: z.string().min(1).max(64).optional(),
  file: z.object({ ref: z.string().regex(/^[\w-]{24}$/), name: z.string().min(1).max(200) }).optional(),
});

/** What the page posted, or null when it is not a message. */
export function parseWebMessage(body: unknown, chat: string): IncomingMessage | null {
  const parsed = posted.safeParse(body);
  if (!parsed.success) return null;
  const { id, text, choice, file } = parsed.data;
  if (choice !== undefined ? text !== undefined || file !== undefined : text === undefined && !file)
    return null;
  const said = cleanText(text ?? '');
  return {
    channel: 'web',
    deliveryId: `${chat}:${id}`,
    chat,
    group: false,
    body:
      choice !== undefined
        ? { kind: 'choice', token: choice }
        : file
          ? { kind: 'file', ...file, bytes: null, ...(said ? { caption: said } : {}) }
          : { kind: 'text', text: said },
  };
}
