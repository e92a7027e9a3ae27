// How long one answer takes in process, without a model, over all question files; and the memory it needs.
// Usage: npm run -s build && node bench/answer.mjs
import { readdirSync, readFileSync } from 'node:fs';
import { createParts } from '../dist/app/build-app.js';
import { loadKnowledge } from '../dist/knowledge/load-knowledge.js';

const ROUNDS = 5;
const folder = new URL('../tests/eval/', import.meta.url);
const texts = readdirSync(folder)
  .filter((file) => file.endsWith('.jsonl'))
  .flatMap((file) => readFileSync(new URL(file, folder), 'utf8').trim().split('\n'))
  .map((row) => JSON.parse(row).text);
const resident = () => `${Math.round(process.memoryUsage().rss / 1024 / 1024)} MB`;
const now = new Date('2026-11-25T09:00:00+07:00');
const { ask } = createParts(loadKnowledge(new URL('../knowledge', import.meta.url).pathname));

const loaded = resident();
const times = [];
for (let round = 0; round < ROUNDS; round += 1) {
  for (const text of texts) {
    const started = performance.now();
    ask(text, { now, agency: null, memory: null });
    times.push(performance.now() - started);
  }
}
times.sort((a, b) => a - b);
const at = (share) => times[Math.floor((times.length - 1) * share)].toFixed(2);
process.stdout.write(
  `${texts.length} messages, ${ROUNDS} rounds: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, slowest ${at(1)} ms; ` +
    `resident ${loaded} when loaded, ${resident()} after all\n`,
);
