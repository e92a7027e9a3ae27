import { SendError } from '../../core/errors.ts';
import type { OutgoingMessage } from '../../core/message.ts';
import type { TelegramApi } from './api.ts';

export const telegramTextLimit = 4096;
const tokenBytesLimit = 64;

/** Sends plain text, no parse mode: every character arrives as it was written. One choice a row. */
export async function sendTelegramMessage(
  api: TelegramApi,
  chat: string,
  message: OutgoingMessage,
): Promise<string> {
  for (const choice of message.choices) {
    if (Buffer.byteLength(choice.token) > tokenBytesLimit) {
      throw new SendError('rejected', `Telegram: a choice token is longer than ${tokenBytesLimit} bytes`);
    }
  }
  const rows = message.choices.map((choice) => [{ text: choice.label, callback_data: choice.token }]);
  return api.sendMessage({
    chat_id: chat,
    text: message.text,
    link_preview_options: { is_disabled: true },
    ...(rows.length > 0 ? { reply_markup: { inline_keyboard: rows } } : {}),
  });
}
