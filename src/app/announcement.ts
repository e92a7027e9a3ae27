import { isPostgres, placeOf } from '../store/store-error.ts';
import type { Config } from './config.ts';

/** What a start prints: where the chat is, what is on and off, and the first administrator's code where one is needed. */
export function announcement(config: Config, url: string, code: string | null): string {
  const { databaseUrl, publicUrl, telegram, zaloOa, zaloBot, model, embeddings } = config;
  const how = publicUrl ? 'webhook' : 'polling';
  const rows: [string, string][] = [
    ['store', isPostgres(databaseUrl) ? placeOf(databaseUrl) : databaseUrl],
    ['web', publicUrl ? `on, for people at ${publicUrl}` : 'on'],
    ['telegram', telegram ? `on (${how})` : 'off (TELEGRAM_TOKEN is not set)'],
    ['zalo-oa', zaloOa ? `on (webhook ${publicUrl}/channels/zalo-oa)` : 'off (ZALO_OA_ID is not set)'],
    ['zalo-bot', zaloBot ? `on (${how})` : 'off (ZALO_BOT_TOKEN is not set)'],
    [
      'model',
      model ? `${model.model} at ${new URL(model.url).host}` : 'off (answers come from the document alone)',
    ],
    ['embeddings', embeddings ? `on, once ${embeddings} is loaded` : 'off (search is by words)'],
  ];
  const invitation = code
    ? [
        '',
        'There is no administrator yet. Open the chat and send, within 7 days:',
        '',
        `  /thamgia ${code}`,
        '',
        'It works once; a new start prints a new one and ends this one.',
      ]
    : [];
  const lines = [
    `Đôn Đốc is at ${url}`,
    ...rows.map(([name, says]) => `  ${name.padEnd(11)} ${says}`),
    ...invitation,
  ];
  return `${lines.join('\n')}\n`;
}
