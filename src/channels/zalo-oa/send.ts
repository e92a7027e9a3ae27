import type { OutgoingMessage } from '../../core/message.ts';
import { shorten } from '../../core/text.ts';
import type { Quota, ZaloOaApi } from './api.ts';
import { payloadOf } from './parse.ts';

export const zaloOaTextLimit = 2000;
export const zaloOaMaxButtons = 5;
const TITLE_LENGTH = 100;

/** Sends plain text, composed; a choice is a button whose hidden word comes back as its token. */
export async function sendZaloOaMessage(
  api: ZaloOaApi,
  chat: string,
  { text, choices }: OutgoingMessage,
): Promise<{ id: string; quota: Quota | null }> {
  const buttons = choices.map(({ label, token }) => ({
    title: shorten(label.normalize('NFC'), TITLE_LENGTH),
    payload: payloadOf(token),
  }));
  return api.sendText(chat, text.normalize('NFC'), buttons);
}
