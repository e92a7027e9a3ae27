// One process of the bot over a SQLite file: receives the messages, works inbox and outbox empty, and, where
// CRASH_AT names a step, kills itself there the hard way. Run on the built program.
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';

const dist = join(import.meta.dirname, '../../dist');
const load = (path) => import(join(dist, path));
const { buildApp } = await load('app/build-app.js');
const { loadKnowledge } = await load('knowledge/load-knowledge.js');
const { openStore } = await load('store/connect.js');

const { DATABASE, LOG, NOW, MESSAGES = '[]', CRASH_AT = '0' } = process.env;
let steps = 0;
function step(name) {
  steps += 1;
  if (steps === Number(CRASH_AT)) {
    process.stdout.write(`crashed at ${steps}: ${name}\n`, () => process.kill(process.pid, 'SIGKILL'));
    return new Promise(() => {});
  }
  return undefined;
}

const store = await openStore(DATABASE);
const crashing = {
  close: () => store.close(),
  transaction: async (work) => {
    await step('before a transaction');
    const result = await store.transaction(async (tx) => {
      const made = await work(tx);
      await step('before the commit');
      return made;
    });
    await step('after the commit');
    return result;
  },
};
let sends = 0;
const channel = {
  name: 'terminal',
  maxTextLength: 4_000,
  maxChoices: 20,
  send: async (chat, message, key) => {
    await step('before a send');
    appendFileSync(LOG, `${JSON.stringify({ chat, key, text: message.text })}\n`);
    await step('after a send');
    sends += 1;
    return `${process.pid}-${sends}`;
  },
};
const at = new Date(NOW);
const app = buildApp({
  knowledge: loadKnowledge(join(import.meta.dirname, '../../knowledge')),
  store: crashing,
  clock: { now: () => at },
  channels: [channel],
  onError: (where, error) => {
    process.stderr.write(`${where}: ${error?.stack}\n`);
    process.exitCode = 1;
  },
});
for (const message of JSON.parse(MESSAGES)) await app.receive(message);
for (let quiet = 0; quiet < 2; ) {
  const done = (await app.inbox.drain()) + (await app.outbox.drain());
  quiet = done === 0 ? quiet + 1 : 0;
}
await store.close();
process.stdout.write(`finished after ${steps} steps\n`);
