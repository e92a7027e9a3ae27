import { z } from 'zod';
import type { IncomingMessage } from '../../core/message.ts';
import { cleanText } from '../../core/text.ts';

const user = z.object({
  id: z.number(),
  is_bot: z.boolean().optional(),
  first_name: z.string().optional(),
  last_name: z.string().optional(),
});
const chat = z.object({ id: z.number(), type: z.string() });
const message = z.looseObject({
  chat,
  from: user.optional(),
  text: z.string().optional(),
  caption: z.string().optional(),
  reply_to_message: z.object({ from: user.optional() }).optional(),
});
const update = z.object({
  update_id: z.number().int(),
  message: message.optional(),
  callback_query: z
    .object({
      id: z.string(),
      from: user,
      data: z.string().optional(),
      message: z.object({ chat }).optional(),
    })
    .optional(),
});

const document = z.object({
  file_id: z.string(),
  file_name: z.string().optional(),
  file_size: z.number().optional(),
});
const photo = z.array(z.object({ file_id: z.string(), width: z.number(), file_size: z.number().optional() }));

export type TelegramUpdate = z.infer<typeof update>;
type TelegramMessage = z.infer<typeof message>;

export interface TelegramBot {
  id: number;
  username: string;
}

// Anything else (joined, pinned, title changed…) is news of the chat, not something a person says.
const unreadable = [
  ...['photo', 'voice', 'audio', 'video', 'video_note', 'document', 'sticker', 'animation'],
  ...['location', 'venue', 'contact', 'poll', 'dice', 'story', 'game', 'paid_media', 'checklist'],
];

/** The part of an update that we read, or null when it is not one. */
export function readTelegramUpdate(body: unknown): TelegramUpdate | null {
  const parsed = update.safeParse(body);
  return parsed.success ? parsed.data : null;
}

/** True when only the bot's own name tells whether the update is for it. */
export function isSaidInGroup(update: TelegramUpdate): boolean {
  return update.message !== undefined && update.message.chat.type !== 'private';
}

/** What a person said to the bot, or null when nobody spoke to it. `bot` may be null for private chats. */
export function parseTelegramUpdate(update: TelegramUpdate, bot: TelegramBot | null): IncomingMessage | null {
  const query = update.callback_query;
  if (query) {
    if (query.data === undefined || !query.message || query.from.is_bot) return null;
    return envelope(update, query.message.chat, query.from, { kind: 'choice', token: query.data });
  }
  const said = update.message;
  if (!said?.from || said.from.is_bot || !['private', 'group', 'supergroup'].includes(said.chat.type))
    return null;
  if (said.chat.type !== 'private' && !isAddressed(said, bot)) return null;
  const body = readBodyOf(said, bot);
  return body && envelope(update, said.chat, said.from, body);
}

function readBodyOf(said: TelegramMessage, bot: TelegramBot | null): IncomingMessage['body'] | null {
  if (said.text !== undefined) return { kind: 'text', text: withoutBotName(said.text, bot) };
  const caption = said.caption === undefined ? '' : withoutBotName(said.caption, bot);
  const file = readFileOf(said);
  if (file) return { kind: 'file', ...file, ...(caption ? { caption } : {}) };
  const what = unreadable.find((name) => said[name] !== undefined);
  if (!what) return null;
  return caption ? { kind: 'unsupported', what, caption } : { kind: 'unsupported', what };
}

/** A document, or the largest size of a photo. */
function readFileOf(said: TelegramMessage): { ref: string; name: string; bytes: number | null } | null {
  const file = document.safeParse(said.document).data;
  if (file) return { ref: file.file_id, name: file.file_name ?? 'tep', bytes: file.file_size ?? null };
  const [largest] = photo.safeParse(said.photo).data?.toSorted((a, b) => b.width - a.width) ?? [];
  return largest ? { ref: largest.file_id, name: 'anh.jpg', bytes: largest.file_size ?? null } : null;
}

function isAddressed(said: TelegramMessage, bot: TelegramBot | null): boolean {
  const text = said.text ?? said.caption ?? '';
  const command = /^\/\w+(?:@(\w+))?/.exec(text);
  if (command) return command[1] === undefined || isName(command[1], bot);
  if (bot && said.reply_to_message?.from?.id === bot.id) return true;
  return [...text.matchAll(/@(\w+)/g)].some((mention) => isName(mention[1], bot));
}

function isName(name: string | undefined, bot: TelegramBot | null): boolean {
  return bot !== null && name?.toLowerCase() === bot.username.toLowerCase();
}

function withoutBotName(text: string, bot: TelegramBot | null): string {
  // Telegram's own menus write `/command@Bot` in a private chat too, where we need not know our name.
  const command = text.replace(/^(\/\w+)@\w+/, '$1');
  return cleanText(command.replace(/\s*@(\w+)/g, (found, name: string) => (isName(name, bot) ? '' : found)));
}

function envelope(
  update: TelegramUpdate,
  to: z.infer<typeof chat>,
  from: z.infer<typeof user>,
  body: IncomingMessage['body'],
): IncomingMessage {
  const senderName = cleanText([from.first_name, from.last_name].filter(Boolean).join(' '));
  return {
    channel: 'telegram',
    deliveryId: String(update.update_id),
    chat: String(to.id),
    group: to.type !== 'private',
    body,
    ...(senderName ? { senderName } : {}),
  };
}
