import { z } from 'zod';
import type { IncomingMessage } from '../../core/message.ts';
import { cleanText } from '../../core/text.ts';

const party = z.looseObject({ id: z.coerce.string().min(1) });
const attachment = z.looseObject({
  type: z.string().optional(),
  payload: z
    .looseObject({
      url: z.string().optional(),
      name: z.string().optional(),
      size: z.coerce.number().optional(),
    })
    .optional(),
});
const event = z.looseObject({
  event_name: z.string().min(1),
  /** Milliseconds, as a text. */
  timestamp: z.coerce.string().min(1),
  sender: party.optional(),
  follower: party.optional(),
  message: z
    .looseObject({
      msg_id: z.coerce.string().optional(),
      text: z.string().optional(),
      attachments: z.array(attachment).optional(),
    })
    .optional(),
});

export type ZaloOaEvent = z.infer<typeof event>;

/** The part of an event that we read, or null when it is not one. */
export function readZaloOaEvent(body: unknown): ZaloOaEvent | null {
  return event.safeParse(body).data ?? null;
}

/** What a button sends back, apart from what people type. */
const PRESSED = /^#chon:([\w-]{8,})$/;

/** The payload of a button that carries this token. */
export function payloadOf(token: string): string {
  return `#chon:${token}`;
}

/**
 * What a person said to the account, or null where nobody spoke to it: echoes of our own messages (`oa_send_*`),
 * receipts, news of groups. Following is the first word of a chat, unfollowing its end.
 */
export function parseZaloOaEvent(one: ZaloOaEvent): IncomingMessage | null {
  const { event_name: name, timestamp, sender, follower, message } = one;
  const from = { channel: 'zalo-oa', group: false } as const;
  if (name === 'follow' && follower)
    return {
      ...from,
      deliveryId: `follow:${follower.id}:${timestamp}`,
      chat: follower.id,
      body: { kind: 'text', text: '/start' },
    };
  if (name === 'unfollow' && follower)
    return {
      ...from,
      deliveryId: `unfollow:${follower.id}:${timestamp}`,
      chat: follower.id,
      body: { kind: 'left' },
    };
  const kind = /^user_send_(?!group_)(\w+)$/.exec(name)?.[1];
  if (!kind || !sender || !message?.msg_id) return null;
  return { ...from, deliveryId: message.msg_id, chat: sender.id, body: bodyOf(kind, message) };
}

function bodyOf(kind: string, message: NonNullable<ZaloOaEvent['message']>): IncomingMessage['body'] {
  const text = cleanText(message.text ?? '');
  const token = PRESSED.exec(text)?.[1];
  if (kind === 'text' && token) return { kind: 'choice', token };
  if (kind === 'text') return { kind: 'text', text };
  const { url, name, size } = message.attachments?.[0]?.payload ?? {};
  const caption = text ? { caption: text } : {};
  if ((kind === 'image' || kind === 'file') && url)
    return {
      ...{ kind: 'file', ref: url, bytes: size ?? null },
      name: name ?? (kind === 'image' ? 'anh.jpg' : 'tep'),
      ...caption,
    };
  return { kind: 'unsupported', what: kind, ...caption };
}
