import { chmodSync, readdirSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import knex from 'knex';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Finding } from '../../src/app/commands/doctor.ts';
import { openStore } from '../../src/store/connect.ts';
import { startModelStub } from '../support/model-stub.ts';
import { freePort, newFolder, type ProgramOptions, runCommand } from '../support/program.ts';
import { writeStaticModel } from '../support/static-model.ts';
import { startTelegramStub } from '../support/telegram-stub.ts';

/** Runs `doctor --json` and gives what it found of each part. */
async function examine(
  options: ProgramOptions & { now?: string } = {},
): Promise<{ code: number | null; of: (part: Finding['part']) => Finding & { ok: boolean } }> {
  const now = ['--now', options.now ?? '2026-11-25'];
  const { code, stdout, stderr } = await runCommand(['doctor', '--json', ...now], options);
  expect(stderr).toBe('');
  const findings: (Finding & { ok: boolean })[] = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(findings.map(({ part }) => part)).toEqual([
    'node',
    'settings',
    'knowledge',
    'calendar',
    'agencies',
    'store',
    'telegram',
    'zalo-oa',
    'zalo-bot',
    'model',
    'embeddings',
    'clock',
  ]);
  for (const { ok, level, mend, part } of findings) {
    expect(ok, part).toBe(level !== 'bad');
    if (level === 'bad') expect(mend, part).not.toBe('');
  }
  const of = (part: Finding['part']): Finding & { ok: boolean } => {
    const found = findings.find((finding) => finding.part === part);
    if (!found) throw new Error(part);
    return found;
  };
  return { code, of };
}

/** A folder with a store that has its tables. */
async function folderWithStore(): Promise<string> {
  const folder = newFolder();
  await (await openStore(join(folder, 'dondoc.sqlite'))).close();
  return folder;
}

const HERE = { DATABASE_URL: 'dondoc.sqlite' };

describe('doctor', () => {
  it('finds a new machine well, and makes no store', async () => {
    const folder = newFolder();
    const { code, of } = await examine({ folder });
    expect(code).toBe(0);
    expect(of('node').says).toBe(`Node.js ${process.versions.node}`);
    expect(of('knowledge').says).toContain('8 fields, 13 blocks, 57 tasks');
    expect(of('store')).toMatchObject({ level: 'note', says: 'data/dondoc.sqlite is not there yet' });
    expect(of('telegram').says).toContain('off');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('says it to a person, with what to do', async () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'file'), '');
    const { code, stdout } = await runCommand(['doctor'], {
      folder,
      env: { DATABASE_URL: 'file/x.sqlite' },
    });
    expect(code).toBe(1);
    expect(stdout).toMatch(/^well {2}node/);
    expect(stdout).toMatch(/^BAD {3}store .*\n +→ Give the folder/m);
  });

  it('names a setting that cannot be used, and looks at the rest', async () => {
    const { code, of } = await examine({ env: { PORT: 'eighty' } });
    expect(code).toBe(1);
    expect(of('settings')).toMatchObject({
      level: 'bad',
      says: 'PORT must be a whole number from 0 to 65535',
    });
    expect(of('knowledge').level).toBe('well');
    expect(of('store').says).toContain('not looked at');
  });

  it('names what .env holds that nothing reads', async () => {
    const folder = newFolder();
    writeFileSync(join(folder, '.env'), 'TELEGRAM_TOKN=7:hidden\n');
    const { of } = await examine({ folder });
    expect(of('settings')).toMatchObject({ level: 'note' });
    expect(of('settings').says).toContain('TELEGRAM_TOKN');
    expect(of('settings').says).not.toContain('hidden');
  });

  it('warns of a chat that is open to the network without https', async () => {
    const { of } = await examine({ env: { HOST: '0.0.0.0' } });
    expect(of('settings')).toMatchObject({ level: 'note' });
    const proxied = await examine({ env: { HOST: '0.0.0.0', PUBLIC_URL: 'https://dondoc.example.vn' } });
    expect(proxied.of('settings').level).toBe('well');
  });

  it('tells official days off from computed ones, and when the calendar ends', async () => {
    const { of } = await examine();
    expect(of('calendar')).toMatchObject({ level: 'note' });
    expect(of('calendar').says).toMatch(/computed or proposed only: .*30\/04\/2027/);
    expect(of('calendar').says).not.toContain('02/09/2028');
    const late = await examine({ now: '2036-03-01' });
    expect(late.code).toBe(1);
    expect(late.of('calendar').says).toContain('no days off are known for 2036, 2037');
  });

  it('names agencies whose successor nobody confirmed', async () => {
    const { of } = await examine();
    expect(of('agencies').says).toContain('Sở Kế hoạch và Đầu tư');
    expect(of('agencies').says).not.toContain('Sở Y tế');
  });

  it('counts what was confirmed in chat', async () => {
    const folder = newFolder();
    const store = await openStore(join(folder, 'dondoc.sqlite'));
    const word = { agency: 'so-tai-chinh', from: '2025-03-01', basis: 'NQ 52', confirmed: true };
    await store.transaction((tx) => tx.agencies.confirm('so-ke-hoach-dau-tu', [word], 'p', new Date()));
    await store.close();
    const { of } = await examine({ folder, env: HERE });
    expect(of('agencies').says).not.toContain('Sở Kế hoạch và Đầu tư');
    expect(of('agencies').says).toContain('Sở Giao thông vận tải');
  });

  it('counts what a sound store holds, and changes nothing', async () => {
    const folder = await folderWithStore();
    const { code, of } = await examine({ folder, env: HERE });
    expect(code).toBe(0);
    expect(of('store').says).toMatch(
      /^dondoc\.sqlite \(SQLite 3\.\S+, 1 MB, \S+ (GB|MB) free\): 0 people, 0 updates/,
    );
    expect(of('store').says).toContain('no administrator');
    expect(readdirSync(folder)).toEqual(['dondoc.sqlite']);
  });

  it('leaves a file that has no tables without them', async () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'dondoc.sqlite'), '');
    const { of } = await examine({ folder, env: HERE });
    expect(of('store').says).toMatch(/\d migrations to run/);
    const db = knex({
      client: 'sqlite3',
      connection: { filename: join(folder, 'dondoc.sqlite') },
      useNullAsDefault: true,
    });
    expect(await db.schema.hasTable('people')).toBe(false);
    await db.destroy();
  });

  it('finds a file that is no database, and one that is damaged', async () => {
    const folder = await folderWithStore();
    writeFileSync(join(folder, 'notes.txt'), 'Không phải cơ sở dữ liệu. '.repeat(50));
    const wrong = await examine({ folder, env: { DATABASE_URL: 'notes.txt' } });
    expect(wrong.code).toBe(1);
    expect(wrong.of('store').says).toContain('is not a SQLite database');

    const file = await open(join(folder, 'dondoc.sqlite'), 'r+');
    await file.write(Buffer.alloc(8_192, 0xa5), 0, 8_192, 3 * 4_096);
    await file.close();
    const damaged = await examine({ folder, env: HERE });
    expect(damaged.code).toBe(1);
    expect(damaged.of('store').level).toBe('bad');
    expect(damaged.of('store').mend).toMatch(/backup|owner/);
  });

  it('finds a store that may not be written', async () => {
    const folder = await folderWithStore();
    chmodSync(join(folder, 'dondoc.sqlite'), 0o444);
    chmodSync(folder, 0o555);
    const user = process.getuid?.() === 0 ? { user: 65_534 } : {};
    const { code, of } = await examine({ folder, env: HERE, ...user });
    expect(code).toBe(1);
    expect(of('store').says).toMatch(/may not be written|cannot be opened/);
    const absent = await examine({ folder, env: { DATABASE_URL: 'data/other.sqlite' }, ...user });
    expect(absent.of('store')).toMatchObject({ level: 'bad' });
    expect(absent.of('store').says).toContain(`${folder} may not be written`);
  });

  it('finds a PostgreSQL server that does not answer, without the password', async () => {
    const url = `postgres://dondoc:hidden@127.0.0.1:${await freePort()}/dondoc`;
    const { code, of } = await examine({ env: { DATABASE_URL: url } });
    expect(code).toBe(1);
    expect(of('store').says).toMatch(/does not answer/);
    expect(JSON.stringify(of('store'))).not.toContain('hidden');
  });

  it('finds the clock behind the newest message', async () => {
    const folder = await folderWithStore();
    const store = await openStore(join(folder, 'dondoc.sqlite'));
    const body = { kind: 'text', text: 'chào' } as const;
    await store.transaction((tx) =>
      tx.inbox.receive(
        { channel: 'web', chat: 'c', deliveryId: '1', group: false, body },
        new Date('2026-12-01T00:00:00Z'),
      ),
    );
    await store.close();
    const behind = await examine({ folder, env: HERE, now: '2026-11-30' });
    expect(behind.code).toBe(1);
    expect(behind.of('clock').says).toContain('the clock is behind: 09:00 30/11/2026 in Vietnam');
    expect((await examine({ folder, env: HERE, now: '2026-12-02' })).of('clock').level).toBe('well');
    expect((await examine({ now: '2019-01-01' })).of('clock').level).toBe('bad');
  });

  it('asks Telegram who the bot is and where updates go', async () => {
    const stub = await startTelegramStub();
    onTestFinished(() => stub.close());
    const env = { TELEGRAM_TOKEN: stub.token, TELEGRAM_API_ROOT: stub.url };
    expect((await examine({ env })).of('telegram')).toMatchObject({
      level: 'well',
      says: '@DonDoc_Bot answers; it is polled',
    });
    const hooked = {
      ...env,
      PUBLIC_URL: 'https://dondoc.example.vn',
      TELEGRAM_WEBHOOK_SECRET: 'a-secret-of-the-test',
    };
    expect((await examine({ env: hooked })).of('telegram').says).toBe(
      '@DonDoc_Bot answers; its webhook is not set, not https://dondoc.example.vn/channels/telegram',
    );
    const wrong = await examine({ env: { ...env, TELEGRAM_TOKEN: '7:wrong' } });
    expect(wrong.code).toBe(1);
    expect(wrong.of('telegram').says).toBe('Telegram refuses the token');
    await stub.goAway();
    const away = await examine({ env });
    expect(away.of('telegram')).toMatchObject({ level: 'bad', says: 'Telegram: not reachable' });
    expect(JSON.stringify(away.of('telegram'))).not.toContain(stub.token);
  });

  it('asks the model one word, and says what to mend', async () => {
    const stub = await startModelStub({ kind: 'content', content: '{"well":true}' });
    onTestFinished(() => stub.close());
    const env = { MODEL_URL: stub.url, MODEL_NAME: 'stub', MODEL_KEY: 'sk-of-ours' };
    const good = (await examine({ env })).of('model');
    expect(good.level).toBe('well');
    expect(good.says).toMatch(/^stub answers in \d+ ms; questions leave this machine without names/);
    stub.behave({ kind: 'status', status: 401 });
    const wrong = await examine({ env });
    expect(wrong.code).toBe(1);
    expect(wrong.of('model')).toMatchObject({
      says: 'stub: the server refuses the key; answers come without it',
      mend: 'Set MODEL_KEY to a key the server takes.',
    });
    expect(JSON.stringify(wrong.of('model'))).not.toContain('sk-of-ours');
    stub.behave({ kind: 'content', content: 'yes' });
    expect((await examine({ env })).of('model').mend).toContain('response_format json_schema');
    expect((await examine()).of('model').says).toContain('nothing asked leaves this machine');
  });

  it('loads the model of EMBEDDINGS, or says how to get one', async () => {
    expect((await examine()).of('embeddings')).toMatchObject({
      level: 'well',
      says: 'off (EMBEDDINGS is not set): search goes by words',
    });
    const folder = newFolder();
    writeStaticModel(join(folder, 'models/small'), { texts: ['cơ quan nào chủ trì logistics'] });
    const { code, of } = await examine({ folder, env: { EMBEDDINGS: 'models/small' } });
    expect(code).toBe(0);
    expect(of('embeddings').says).toMatch(/^small \w{16} loads in \d+ ms and reads a question in \d+ ms$/);
    expect(readdirSync(folder)).toEqual(['models']);
    const without = await examine({ folder, env: { EMBEDDINGS: 'models/other' } });
    expect(without.code).toBe(1);
    expect(without.of('embeddings')).toMatchObject({
      level: 'bad',
      says: 'there is no folder models/other',
      mend: expect.stringContaining('models pull'),
    });
    writeFileSync(join(folder, 'models/small/onnx/model_quantized.onnx'), 'not a model');
    const broken = await examine({ folder, env: { EMBEDDINGS: 'models/small' } });
    expect(broken.of('embeddings').says).toBe('the model in models/small cannot be loaded');
  });

  it('refuses an option it does not have', async () => {
    const { code, stderr } = await runCommand(['doctor', '--loud']);
    expect(code).toBe(2);
    expect(stderr).toContain('--loud');
  });
});
