import { z } from 'zod';
import type { IncomingMessage } from '../../core/message.ts';
import { cleanText } from '../../core/text.ts';

const message = z.looseObject({
  message_id: z.coerce.string().min(1),
  text: z.string().optional(),
  caption: z.string().optional(),
  /** The documentation names it `photo`, what arrives `photo_url`. */
  photo: z.string().optional(),
  photo_url: z.string().optional(),
  from: z.looseObject({
    id: z.coerce.string(),
    display_name: z.string().optional(),
    is_bot: z.boolean().optional(),
  }),
  chat: z.looseObject({ id: z.coerce.string().min(1), chat_type: z.string().optional() }),
});
const update = z.looseObject({ event_name: z.string(), message: message.optional() });
/** Documented wrapped, seen flat. */
const wrapped = z.looseObject({ result: update });

export type ZaloBotUpdate = z.infer<typeof update>;

/** The part of an update that we read, or null when it is not one. */
export function readZaloBotUpdate(body: unknown): ZaloBotUpdate | null {
  return wrapped.safeParse(body).data?.result ?? update.safeParse(body).data ?? null;
}

/** What a person said to the bot, or null when nobody spoke to it. */
export function parseZaloBotUpdate({
  event_name: event,
  message: said,
}: ZaloBotUpdate): IncomingMessage | null {
  const kind = /^message\.(\w+)\.received$/.exec(event)?.[1];
  if (!said || !kind || said.from.is_bot) return null;
  const senderName = cleanText(said.from.display_name ?? '');
  return {
    channel: 'zalo-bot',
    deliveryId: said.message_id,
    chat: said.chat.id,
    group: said.chat.chat_type?.toUpperCase() === 'GROUP',
    body: bodyOf(kind, said),
    ...(senderName ? { senderName } : {}),
  };
}

function bodyOf(kind: string, said: z.infer<typeof message>): IncomingMessage['body'] {
  if (kind === 'text' && said.text !== undefined) return { kind: 'text', text: cleanText(said.text) };
  const caption = cleanText(said.caption ?? said.text ?? '');
  const photo = said.photo_url ?? said.photo;
  if (photo)
    return { kind: 'file', ref: photo, name: 'anh.jpg', bytes: null, ...(caption ? { caption } : {}) };
  return { kind: 'unsupported', what: kind, ...(caption ? { caption } : {}) };
}
