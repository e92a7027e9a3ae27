// How the webhooks stand a crowd: acknowledgements, order, losses and memory, beside a bare telegraf bot in the same run.
// node bench/channels.mjs [--rate 300] [--seconds 60] [--chats 1200] [--only zalo-oa]
import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync } from 'node:fs';
import { Agent, createServer, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const text = { type: 'string' };
const { values } = parseArgs({ options: { rate: text, seconds: text, chats: text, only: text } });
const RATE = Number(values.rate ?? 300);
const SECONDS = Number(values.seconds ?? 60);
/** Nobody types more than thirty messages a minute: beyond them the bot keeps silent on purpose. */
const CHATS = Number(values.chats ?? 1200);
/** How long a platform takes to take a message, in milliseconds. */
const DELAY = { least: 40, most: 160 };
/** After the last message, how long its answer may take. */
const SETTLE_MS = 180_000;

const SECRET = 'webhook-secret-of-the-bench';
const ids = { telegram: '7000:bench-token', zaloBot: '8000:bench-token' };
const oa = {
  app: '100',
  id: '200',
  appSecret: 'app-secret',
  secret: 'oa-secret',
  key: randomBytes(32).toString('hex'),
};

/** Every send, by chat, in the order it came. */
const sent = new Map();
const platform = createServer((incoming, response) => {
  const chunks = [];
  incoming.on('data', (chunk) => chunks.push(chunk));
  incoming.on('end', () =>
    setTimeout(() => answer(incoming.url ?? '', Buffer.concat(chunks).toString(), response), between(DELAY)),
  );
});

function answer(url, body, response) {
  const method = url.split('/').at(-1);
  const say = (value) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value));
  if (method === 'cs') {
    const { recipient, message } = JSON.parse(body);
    note(recipient.user_id, message.text);
    return say({ error: 0, message: 'Success', data: { message_id: String(Math.random()) } });
  }
  if (method === 'sendMessage') {
    const { chat_id: chat, text: said } = JSON.parse(body);
    note(String(chat), said);
    return say({ ok: true, result: { message_id: 1, date: 1, chat: { id: chat, type: 'private' } } });
  }
  if (method === 'getoa') return say({ error: 0, data: { oaid: oa.id, name: 'Bench' } });
  if (method === 'access_token')
    return say({ access_token: 'access', refresh_token: 'refresh', expires_in: '90000' });
  if (method === 'getMe')
    return say({ ok: true, result: { id: 1, is_bot: true, username: 'Bench_Bot', first_name: 'B' } });
  return say({ ok: true, result: true });
}

function note(chat, said) {
  const list = sent.get(chat) ?? [];
  list.push(said);
  sent.set(chat, list);
}

const between = ({ least, most }) => least + Math.random() * (most - least);

const CHANNELS = {
  telegram: {
    path: '/channels/telegram',
    delivery: (chat, n, said) => ({
      headers: { 'x-telegram-bot-api-secret-token': SECRET },
      body: JSON.stringify({
        update_id: n,
        message: {
          message_id: n,
          date: 1,
          chat: { id: Number(chat), type: 'private' },
          from: { id: Number(chat), is_bot: false, first_name: 'A' },
          text: said,
        },
      }),
    }),
  },
  'zalo-oa': {
    path: '/channels/zalo-oa',
    delivery: (chat, n, said) => {
      const body = JSON.stringify({
        app_id: oa.app,
        event_name: 'user_send_text',
        timestamp: '1795572000000',
        sender: { id: chat },
        recipient: { id: oa.id },
        message: { msg_id: `m${n}`, text: said },
      });
      const mac = createHash('sha256').update(`${oa.app}${body}1795572000000${oa.secret}`).digest('hex');
      return { headers: { 'x-zevent-signature': `mac=${mac}` }, body };
    },
  },
  'zalo-bot': {
    path: '/channels/zalo-bot',
    delivery: (chat, n, said) => ({
      headers: { 'x-bot-api-secret-token': SECRET },
      body: JSON.stringify({
        event_name: 'message.text.received',
        message: {
          message_id: `m${n}`,
          text: said,
          from: { id: chat },
          chat: { id: chat, chat_type: 'PRIVATE' },
        },
      }),
    }),
  },
};

/** Every message asks for another task by its address, so that an answer tells which message it is of. */
const tasks = (
  JSON.parse(readFileSync(join(ROOT, 'knowledge/3572-qd-ubnd/programme.json'), 'utf8')).fields ?? []
)
  .flatMap(({ blocks }) => blocks)
  .flatMap(({ tasks: each }) => each.map(({ address }) => address));

await new Promise((done) => platform.listen(0, '127.0.0.1', done));
const root = `http://127.0.0.1:${platform.address().port}`;
const agent = new Agent({ keepAlive: true, maxSockets: 256 });

for (const name of Object.keys(CHANNELS))
  if (!values.only || values.only === name) await measure(name, await startDondoc(name), CHANNELS[name]);
if (!values.only || values.only === 'telegram')
  await measure('bare telegraf echo bot', await startTelegraf(), { ...CHANNELS.telegram, path: '/hook' });
platform.close();
process.exit(0);

async function measure(name, program, { path, delivery }) {
  sent.clear();
  const acks = [];
  const refused = [];
  const memory = [];
  const base = 100_000 + Math.floor(Math.random() * 1e6);
  const expected = new Map();
  const began = performance.now();
  const posts = [];
  const watch = setInterval(() => memory.push(program.rss()), 1000);
  const total = RATE * SECONDS;
  for (let n = 0; n < total; n += 1) {
    const due = began + (n / RATE) * 1000;
    const wait = due - performance.now();
    if (wait > 1) await sleep(wait);
    const chat = String(base + (n % CHATS));
    const address = tasks[Math.floor(n / CHATS) % tasks.length];
    expected.set(chat, [...(expected.get(chat) ?? []), address]);
    posts.push(post(program.url + path, delivery(chat, base + n, `ai chủ trì ${address}?`), acks, refused));
  }
  await Promise.all(posts);
  const loaded = performance.now() - began;
  // Each chat is greeted once, beside its answers.
  const greetings = program.greets ? 1 : 0;
  const wanted = total + greetings * expected.size;
  const enough = () => [...sent.values()].reduce((sum, list) => sum + list.length, 0) >= wanted;
  while (!enough() && performance.now() - began < loaded + SETTLE_MS) await sleep(250);
  const all = performance.now() - began;
  clearInterval(watch);
  program.stop();
  let lost = 0;
  let unordered = 0;
  for (const [chat, addresses] of expected) {
    // The first answer of a chat may stand behind a greeting.
    const got = (sent.get(chat) ?? [])
      .map((said) => addresses.find((one) => said.includes(one)) ?? said.match(/IV\.[\da-z.]+/)?.[0])
      .filter(Boolean);
    lost += Math.max(0, addresses.length + greetings - (sent.get(chat) ?? []).length);
    const own = got.map((address) => addresses.indexOf(address));
    unordered += own.some((at, index) => index > 0 && at < (own[index - 1] ?? 0)) ? 1 : 0;
  }
  const ordered = acks.toSorted((a, b) => a - b);
  const at = (share) => Math.round(ordered[Math.floor(ordered.length * share)] ?? Number.NaN);
  const half = memory.slice(Math.floor(memory.length / 2));
  process.stdout.write(
    `${JSON.stringify({
      ...{
        channel: name,
        messages: total,
        refused: refused.length,
        ackP50: at(0.5),
        ackP99: at(0.99),
        ackMax: at(0.9999),
      },
      ...{
        answersLost: lost,
        chatsOutOfOrder: unordered,
        answeredAfterS: Math.round((all - loaded) / 100) / 10,
      },
      memoryMB: {
        firstHalf: Math.max(...memory.slice(0, Math.floor(memory.length / 2))),
        secondHalf: Math.max(...half),
      },
    })}\n`,
  );
}

function post(url, { headers, body }, acks, refused) {
  return new Promise((done) => {
    const began = performance.now();
    const call = request(
      url,
      { method: 'POST', agent, headers: { 'content-type': 'application/json', ...headers } },
      (response) => {
        response.resume();
        response.on('end', () => {
          acks.push(performance.now() - began);
          if (response.statusCode !== 200) refused.push(response.statusCode);
          done();
        });
      },
    );
    call.on('error', (error) => {
      refused.push(error.message);
      done();
    });
    call.end(body);
  });
}

async function startDondoc(name) {
  const folder = mkdtempSync(join(tmpdir(), 'dondoc-bench-'));
  const own = {
    telegram: { TELEGRAM_TOKEN: ids.telegram, TELEGRAM_API_ROOT: root, TELEGRAM_WEBHOOK_SECRET: SECRET },
    'zalo-bot': { ZALO_BOT_TOKEN: ids.zaloBot, ZALO_BOT_API_ROOT: root, ZALO_BOT_WEBHOOK_SECRET: SECRET },
    'zalo-oa': {
      ...{
        ZALO_OA_ID: oa.id,
        ZALO_APP_ID: oa.app,
        ZALO_APP_SECRET: oa.appSecret,
        ZALO_OA_SECRET_KEY: oa.secret,
      },
      ...{ ZALO_TOKEN_KEY: oa.key, ZALO_API_ROOT: root, ZALO_OAUTH_ROOT: root },
    },
  }[name];
  const env = {
    PATH: process.env.PATH,
    PORT: '0',
    PUBLIC_URL: 'https://dondoc.example.vn',
    LOG_LEVEL: 'error',
    ...own,
  };
  if (name === 'zalo-oa') {
    const giving = spawn(process.execPath, [join(ROOT, 'dist/cli.js'), 'zalo-oa'], { cwd: folder, env });
    giving.stdin.end('access\nrefresh\n');
    await new Promise((done) => giving.on('close', done));
  }
  return running(
    spawn(process.execPath, [join(ROOT, 'dist/main.js')], { cwd: folder, env }),
    /is at (http:\S+)/,
    true,
  );
}

function startTelegraf() {
  const script = `
    import { createServer } from 'node:http';
    import { Telegraf } from ${JSON.stringify(join(ROOT, 'node_modules/telegraf/lib/index.js'))};
    const bot = new Telegraf('${ids.telegram}', { telegram: { apiRoot: '${root}', webhookReply: false } });
    bot.on('message', (context) => context.reply(context.message.text));
    const server = createServer(bot.webhookCallback('/hook', { secretToken: '${SECRET}' }));
    server.listen(0, '127.0.0.1', () => console.log('is at http://127.0.0.1:' + server.address().port));`;
  return running(spawn(process.execPath, ['--input-type=module', '-e', script]), /is at (http:\S+)/);
}

function running(child, pattern, greets = false) {
  let said = '';
  child.stderr.on('data', (chunk) => process.stderr.write(chunk));
  return new Promise((done, fail) => {
    child.on('close', () => fail(new Error(`ended: ${said}`)));
    child.stdout.on('data', (chunk) => {
      said += chunk;
      const url = pattern.exec(said)?.[1];
      if (url) done({ url, greets, stop: () => child.kill('SIGKILL'), rss: () => rssOf(child.pid) });
    });
  });
}

function rssOf(pid) {
  try {
    return Math.round(
      Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024,
    );
  } catch {
    return 0;
  }
}
