import { expect, it, onTestFinished } from 'vitest';
import { chat as botChat, said as saidToBot } from '../channels/zalo-bot/support.ts';
import { chat, delivery, said } from '../channels/zalo-oa/support.ts';
import { newFolder, type Program, runProgram } from '../support/program.ts';
import { openWebPerson } from '../support/web-person.ts';
import { startZaloBotStub } from '../support/zalo-bot-stub.ts';
import { startZaloOaStub, type ZaloOaStub } from '../support/zalo-oa-stub.ts';

const PUBLIC_URL = 'https://dondoc.example.vn';

async function openAccount(): Promise<{ stub: ZaloOaStub; env: Record<string, string> }> {
  const stub = await startZaloOaStub([chat]);
  onTestFinished(() => stub.close());
  return {
    stub,
    env: {
      ...{ PUBLIC_URL, ZALO_OA_ID: stub.oaId, ZALO_APP_ID: stub.appId, ZALO_APP_SECRET: stub.appSecret },
      ...{ ZALO_OA_SECRET_KEY: stub.secretKey, ZALO_TOKEN_KEY: '5a'.repeat(32), ZALO_VERIFIER: 'Abc123' },
      ...{ ZALO_API_ROOT: stub.url, ZALO_OAUTH_ROOT: stub.url, LOG_LEVEL: 'warn' },
    },
  };
}

/** `npm run -s dondoc -- zalo-oa` with these lines pasted. */
async function give(
  env: Record<string, string>,
  folder: string,
  lines: string,
): Promise<Program & { code: number | null }> {
  const program = runProgram({ command: ['zalo-oa'], env, folder });
  program.input(lines);
  return { ...program, code: (await program.ended).code };
}

async function deliver(url: string, stub: ZaloOaStub, body: string): Promise<number> {
  const headers = { 'content-type': 'application/json', 'x-zevent-signature': stub.sign(body) };
  return (await fetch(`${url}/channels/zalo-oa`, { method: 'POST', headers, body })).status;
}

const logs = (program: Program): string => `${program.stdout()}${program.stderr()}`;

it('answers an official on Zalo from the first tap on, through a kill', async () => {
  const { stub, env } = await openAccount();
  const first = runProgram({ env });
  const url = await first.url();
  const page = await fetch(`${url}/zalo_verifierAbc123.html`);
  expect(await page.text()).toContain('content="Abc123"');

  // Nobody has given tokens yet: what is said waits.
  expect(await deliver(url, stub, delivery('follow'))).toBe(200);
  await expect.poll(() => logs(first)).toContain('the account has no tokens yet');
  first.kill('SIGKILL');
  await first.ended;

  const given = await give(env, first.folder, `${stub.pair.access}\n${stub.pair.refresh}\n`);
  expect([given.code, given.stdout()]).toEqual([
    0,
    'The tokens of Đôn Đốc Thanh Hóa are kept, sealed. What waited for Zalo goes out now.\n',
  ]);
  const second = runProgram({ env, folder: first.folder });
  const again = await second.url();
  expect(await deliver(again, stub, delivery('follow'))).toBe(200);
  expect(await deliver(again, stub, said('Sở nào chủ trì logistics?'))).toBe(200);
  await expect.poll(() => stub.sent.map(({ text }) => text).join('\n'), { timeout: 15_000 }).toMatch(/IV\.2/);
  const greetings = stub.sent.filter(({ text }) => text.includes('Đôn Đốc'));
  expect(greetings).toHaveLength(1);
  expect(stub.refreshes).toBe(1);

  const button = stub.sent.at(-1)?.buttons[0];
  expect(button?.type).toBe('oa.query.hide');
  const before = stub.sent.length;
  expect(await deliver(again, stub, said(button?.payload ?? ''))).toBe(200);
  await expect.poll(() => stub.sent.length).toBeGreaterThan(before);
  for (const secret of [stub.pair.access, stub.pair.refresh, stub.appSecret, stub.secretKey])
    expect(logs(second).includes(secret)).toBe(false);
});

it('answers once what Zalo delivers again, also an hour later', async () => {
  const { stub, env } = await openAccount();
  const folder = newFolder();
  await give(env, folder, `${stub.pair.access}\n${stub.pair.refresh}\n`);
  const program = runProgram({ env, folder });
  const url = await program.url();
  const asked = said('Sở nào chủ trì logistics?', 'repeated-1');
  const hourAgo = asked.replace(/"timestamp":"\d+"/, `"timestamp":"${Date.now() - 3_600_000}"`);
  const statuses = await Promise.all([deliver(url, stub, asked), deliver(url, stub, asked)]);
  statuses.push(await deliver(url, stub, hourAgo), await deliver(url, stub, said('cảm ơn em')));
  expect(statuses).toEqual([200, 200, 200, 200]);
  const answers = (): string[] => stub.sent.map(({ text }) => text);
  await expect.poll(() => answers().at(-1), { timeout: 15_000 }).toMatch(/cảm ơn|Không có gì|Vâng/i);
  expect(answers().filter((text) => /IV\.2/.test(text))).toHaveLength(1);
});

it('refuses tokens that are half, dead or of another account, and keeps none of them', async () => {
  const { stub, env } = await openAccount();
  const half = await give(env, newFolder(), `${stub.pair.access}\n\n`);
  const dead = await give(env, half.folder, 'not-a-token\nnor-this\n');
  const other = await give(
    { ...env, ZALO_OA_ID: '12345' },
    half.folder,
    `${stub.pair.access}\n${stub.pair.refresh}\n`,
  );
  expect([half.code, dead.code, other.code]).toEqual([1, 1, 1]);
  expect(half.stderr()).toContain('two lines are needed');
  expect(dead.stderr()).toContain('Zalo refuses the access token');
  expect(other.stderr()).toContain('these tokens are of another account');
  expect(other.stderr()).not.toContain(stub.pair.access);
});

it('tells the administrator on another channel when the account is locked out', async () => {
  const { stub, env } = await openAccount();
  const program = runProgram({ env });
  const url = await program.url();
  const admin = await openWebPerson(url);
  await expect.poll(() => program.stdout()).toContain('/thamgia');
  const consent = await admin.say(/\/thamgia \S+/.exec(program.stdout())?.[0] ?? '', /đồng ý/i);
  await admin.press(consent.choices[0]?.token ?? '');
  expect((await give(env, program.folder, `${stub.pair.access}\n${stub.pair.refresh}\n`)).code).toBe(0);
  // Somebody else used the refresh token.
  stub.trouble('/access_token', {
    kind: 'answer',
    status: 200,
    body: { error: -14014, error_name: 'Invalid refresh token' },
  });
  stub.trouble('/message/cs', {
    kind: 'answer',
    status: 200,
    body: { error: -216, message: 'Access token is invalid' },
  });
  expect(await deliver(url, stub, said('Sở nào chủ trì logistics?'))).toBe(200);
  await expect
    .poll(() => admin.events.events.map(({ message }) => message.text).join('\n'), { timeout: 15_000 })
    .toContain('Kênh Zalo tạm thời không gửi được tin');
  const looked = runProgram({ command: ['doctor', '--json'], env, folder: program.folder });
  await looked.ended;
  expect(looked.stdout()).toContain('the tokens can no longer be renewed');
});

it('serves a Zalo bot that is polled, with numbers for buttons', async () => {
  const stub = await startZaloBotStub([botChat]);
  onTestFinished(() => stub.close());
  const env = { ZALO_BOT_TOKEN: stub.token, ZALO_BOT_API_ROOT: stub.url };
  const program = runProgram({ env });
  await program.url();
  stub.happen(saidToBot('nhiệm vụ của Sở Y tế'));
  const last = (): string => stub.sent.at(-1)?.text ?? '';
  await expect
    .poll(() => stub.sent.map(({ text }) => text).join(), { timeout: 15_000 })
    .toMatch(/IV\.4\.a\.1[\s\S]*\n1\. /);
  const before = stub.sent.length;
  const label = /\n1\. (.+)/.exec(last())?.[1] ?? '';
  expect(label).not.toBe('');
  stub.happen(saidToBot('1'));
  await expect.poll(() => stub.sent.length, { timeout: 15_000 }).toBeGreaterThan(before);
  const looked = runProgram({ command: ['doctor', '--json'], env });
  await looked.ended;
  expect(looked.stdout()).toContain('bot.dondoc answers; it is polled');
  expect(logs(program).includes(stub.token.split(':')[1] ?? '')).toBe(false);
});
