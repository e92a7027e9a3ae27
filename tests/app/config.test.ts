import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readConfig, variables } from '../../src/app/config.ts';

it('names in .env.example every variable that is read and no other', () => {
  const example = readFileSync(join(import.meta.dirname, '../../.env.example'), 'utf8');
  const named = [...example.matchAll(/^([A-Z_]+)=/gm)].map((match) => match[1]);
  expect(named.toSorted()).toEqual(Object.keys(variables.shape).toSorted());
});

it('accepts .env.example as it stands', () => {
  const example = readFileSync(join(import.meta.dirname, '../../.env.example'), 'utf8');
  const env = Object.fromEntries(
    [...example.matchAll(/^([A-Z_]+)=(.*)$/gm)].map((match) => [match[1], match[2]]),
  );
  expect(readConfig(env).port).toBe(8080);
});

it('names the variable that cannot be used, never its value', () => {
  expect(() => readConfig({ PORT: 'eighty' })).toThrow(/^PORT must be /);
  expect(() => readConfig({ TELEGRAM_WEBHOOK_SECRET: 'short!' })).not.toThrow(/short!/);
});

it('serves guests unless told not to, and takes a contact of one line', () => {
  expect([readConfig({}).guests, readConfig({ GUESTS: 'off' }).guests]).toEqual([true, false]);
  expect(() => readConfig({ GUESTS: 'no' })).toThrow(/^GUESTS must be on or off/);
  expect(readConfig({ CONTACT: ' Phòng Tổng hợp ' }).contact).toBe('Phòng Tổng hợp');
  expect(() => readConfig({ CONTACT: 'a\nb' })).toThrow(/^CONTACT must be one line/);
});

it('asks for a webhook secret when Telegram is to push', () => {
  expect(() => readConfig({ TELEGRAM_TOKEN: '1:a', PUBLIC_URL: 'https://dondoc.example.vn' })).toThrow(
    /TELEGRAM_WEBHOOK_SECRET/,
  );
});

it('asks for all that the Zalo account needs, or none', () => {
  const whole = {
    ...{ ZALO_OA_ID: '1', ZALO_APP_ID: '2', ZALO_APP_SECRET: 'app-secret', ZALO_OA_SECRET_KEY: 'oa-secret' },
    ...{ ZALO_TOKEN_KEY: '0f'.repeat(32), PUBLIC_URL: 'https://dondoc.example.vn' },
  };
  expect(readConfig(whole).zaloOa).toMatchObject({ oaId: '1', key: Buffer.alloc(32, 0x0f) });
  for (const left of Object.keys(whole))
    expect(() => readConfig({ ...whole, [left]: '' })).toThrow(/belong together/);
  expect(readConfig({ PUBLIC_URL: 'https://dondoc.example.vn' }).zaloOa).toBeUndefined();
  expect(() => readConfig({ ...whole, ZALO_TOKEN_KEY: 'short-one' })).toThrow(/^ZALO_TOKEN_KEY must be 64/);
  const bot = { ZALO_BOT_TOKEN: '1:a', PUBLIC_URL: 'https://dondoc.example.vn' };
  expect(() => readConfig(bot)).toThrow(/ZALO_BOT_WEBHOOK_SECRET/);
});

it('takes an empty value for the default', () => {
  const empty = Object.fromEntries(Object.keys(variables.shape).map((name) => [name, ' ']));
  expect(readConfig(empty)).toEqual(readConfig({}));
});

it('cuts the slash off the public address, to which paths are added', () => {
  expect(readConfig({ PUBLIC_URL: 'https://dondoc.example.vn/' }).publicUrl).toBe(
    'https://dondoc.example.vn',
  );
});
