import { inspect } from 'node:util';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { parseTelegramUpdate, readTelegramUpdate } from '../../../src/channels/telegram/parse.ts';
import { openTelegram, said, type TelegramSetting } from './support.ts';

let setting: TelegramSetting;
beforeEach(async () => {
  setting = await openTelegram();
});
afterEach(() => setting.close());

const stop = AbortSignal.timeout(10_000);
const fetched = (ref: string) => setting.channel.fetchFile?.(ref, stop, 60_000);

function bodyOf(part: object): unknown {
  const { message } = said('') as { message: object };
  const update = readTelegramUpdate({ update_id: 1, message: { ...message, text: undefined, ...part } });
  return update && parseTelegramUpdate(update, null)?.body;
}

it('a document and the largest size of a photo are files, with what is said of them', () => {
  const document = {
    file_id: 'd1',
    file_name: 'Báo cáo.pdf',
    file_size: 1_000,
    mime_type: 'application/pdf',
  };
  expect(bodyOf({ document, caption: 'IV.4.a.3 xong 60%' })).toEqual({
    kind: 'file',
    ref: 'd1',
    name: 'Báo cáo.pdf',
    bytes: 1_000,
    caption: 'IV.4.a.3 xong 60%',
  });
  const photo = [
    { file_id: 's', width: 90, height: 60 },
    { file_id: 'l', width: 1_280, height: 853, file_size: 9 },
  ];
  expect(bodyOf({ photo })).toEqual({ kind: 'file', ref: 'l', name: 'anh.jpg', bytes: 9 });
});

it('a file is fetched whole', async () => {
  const bytes = crypto.getRandomValues(new Uint8Array(50_000));
  setting.stub.files.set('d1', bytes);
  expect(Buffer.from((await fetched('d1')) ?? []).equals(bytes)).toBe(true);
});

it('what cannot be fetched fails as it should, and shows no token', async () => {
  const failure = async (ref: string): Promise<unknown> => fetched(ref)?.catch((error: unknown) => error);
  const missing = await failure('nowhere');
  expect(missing).toMatchObject({ name: 'SendError', retryable: false });
  setting.stub.files.set('large', new Uint8Array(60_001));
  expect(await failure('large')).toMatchObject({ retryable: false });
  setting.stub.trouble('getFile', { kind: 'error', status: 429, description: 'Too Many Requests' }, 1);
  expect(await failure('d1')).toMatchObject({ retryable: true });
  await setting.stub.goAway();
  const away = await failure('d1');
  expect(away).toMatchObject({ code: 'unreachable', retryable: true });
  for (const error of [missing, away]) expect(inspect(error, { depth: 9 })).not.toContain(setting.stub.token);
});
