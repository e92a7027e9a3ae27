import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { readCsv } from '../../src/people/csv.ts';
import { openStore } from '../../src/store/connect.ts';
import { newFolder, runCommand } from '../support/program.ts';
import { button, openBot } from '../support/talk.ts';
import { startTelegramStub } from '../support/telegram-stub.ts';

const LIST = [
  'Họ tên;Chức vụ;Cơ quan;Vai trò',
  'Trần Thị Hà;=1+1;Sở Y tế;lãnh đạo',
  'Lê Văn Bền;Chuyên viên;Sở Y tế tỉnh Thanh Hóa;cán bộ',
].join('\n');

function folderWith(list: string): { folder: string; db: string } {
  const folder = newFolder();
  writeFileSync(join(folder, 'people.csv'), list);
  return { folder, db: join(folder, 'dondoc.sqlite') };
}

const run = (folder: string, words: string[] = [], env: Record<string, string> = {}) =>
  runCommand(['invite', '--file', 'people.csv', '--db', 'dondoc.sqlite', ...words], { folder, env });

it('makes a code for each, with links, and whoever joins with it has the name and role of the list', async () => {
  const { folder, db } = folderWith(LIST);
  const stub = await startTelegramStub();
  onTestFinished(() => stub.close());
  const ran = await run(folder, ['--out', 'codes.csv'], {
    PUBLIC_URL: 'https://dondoc.example.vn',
    TELEGRAM_TOKEN: stub.token,
    TELEGRAM_API_ROOT: stub.url,
    TELEGRAM_WEBHOOK_SECRET: 'a-secret-of-the-test',
  });
  expect(ran).toMatchObject({ code: 0, stdout: '' });
  expect(ran.stderr).toMatch(/^2 codes, .* in codes\.csv/);
  expect(ran.stderr).not.toContain('Trần');
  expect(statSync(join(folder, 'codes.csv')).mode & 0o077).toBe(0);
  const [, first, second] = readCsv(readFileSync(join(folder, 'codes.csv'), 'utf8')).records;
  const code = first?.cells[4] ?? '';
  expect(first?.cells.slice(0, 4)).toEqual(['Trần Thị Hà', "'=1+1", 'Sở Y tế', 'lãnh đạo đơn vị']);
  expect(first?.cells.slice(6)).toEqual([
    `/thamgia ${code}`,
    `https://dondoc.example.vn/?code=${code}`,
    `https://t.me/DonDoc_Bot?start=${code}`,
  ]);
  expect(second?.cells[4]).not.toBe(code);

  const bot = await openBot(db);
  onTestFinished(() => bot.close());
  const asked = (await bot.say('a', `/start ${code}`)).at(-1);
  const [joined] = await bot.press('a', button(asked, 'Đồng ý'));
  expect(joined?.text).toContain('Trần Thị Hà');
  const person = await bot.store.transaction((tx) => tx.people.find('terminal', 'a'));
  expect(person).toMatchObject({ name: 'Trần Thị Hà', agency: 'so-y-te', role: 'leader' });
  expect((await bot.say('b', `/start ${code}`)).at(-1)?.choices).toEqual([]);
  expect(JSON.stringify(await bot.store.transaction((tx) => tx.audit.list(100)))).not.toContain('Trần');
});

it('invites nobody where a line is wrong, and says which', async () => {
  const { folder, db } = folderWith(`${LIST}\nPhạm Thu;;Sở Nọ;vua`);
  const ran = await run(folder, ['--out', 'codes.csv']);
  expect(ran.code).toBe(1);
  expect(ran.stderr).toMatch(/line 4: the agency “Sở Nọ” is not known\n.*line 4: the role “vua”/);
  expect(existsSync(join(folder, 'codes.csv'))).toBe(false);
  expect(existsSync(db)).toBe(false);
  const json = await run(folder, ['--json']);
  expect(
    json.stdout
      .trim()
      .split('\n')
      .map((text) => JSON.parse(text)),
  ).toEqual([
    { ok: false, line: 4, problem: 'unknown_agency', value: 'Sở Nọ' },
    { ok: false, line: 4, problem: 'unknown_role', value: 'vua' },
  ]);
});

it('writes over no file, and leaves none when the store cannot be had', async () => {
  const { folder, db } = folderWith(LIST);
  writeFileSync(join(folder, 'codes.csv'), 'mine');
  expect(await run(folder, ['--out', 'codes.csv'])).toMatchObject({ code: 1 });
  expect(readFileSync(join(folder, 'codes.csv'), 'utf8')).toBe('mine');
  expect(existsSync(db)).toBe(false);
  writeFileSync(db, 'no database, but long enough to be read as one'.repeat(100));
  expect(await run(folder, ['--out', 'other.csv'])).toMatchObject({ code: 1 });
  expect(existsSync(join(folder, 'other.csv'))).toBe(false);
});

it('says what the file must be', async () => {
  const { folder } = folderWith('');
  writeFileSync(join(folder, 'people.csv'), Buffer.from([0xff, 0xfe, 0x48, 0x00]));
  expect((await run(folder)).stderr).toMatch(/is not UTF-8: save it as “CSV UTF-8”/);
  expect((await runCommand(['invite'], { folder })).code).toBe(2);
  expect((await runCommand(['invite', '--file', 'none.csv'], { folder })).stderr).toMatch(/cannot be read/);
});

it('makes 5,000 codes at once and keeps nobody before they join', async () => {
  const letters = (n: number): string => [...String(n)].map((digit) => 'abcdeghikl'[Number(digit)]).join('');
  const rows = Array.from({ length: 5_000 }, (_, at) => `Lê ${letters(at)};;Sở Y tế;`);
  const { folder, db } = folderWith(['Họ tên;Chức vụ;Cơ quan;Vai trò', ...rows].join('\n'));
  const ran = await run(folder, ['--json']);
  expect(ran.code, ran.stderr).toBe(0);
  const lines = ran.stdout.trim().split('\n');
  expect(new Set(lines.map((text) => JSON.parse(text).code)).size).toBe(5_000);
  const store = await openStore(db);
  onTestFinished(() => store.close());
  expect(await store.transaction((tx) => tx.people.count())).toBe(0);
}, 60_000);
