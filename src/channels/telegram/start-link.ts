/** The address that opens a chat with the bot and sends `/start CODE`; null where Telegram would not carry the code. */
export function startLink(bot: string, code: string): string | null {
  return /^[\w-]{1,64}$/.test(code) ? `https://t.me/${bot}?start=${code}` : null;
}
