// How long the program takes from being started until its chat answers, on an empty store; and its memory then.
// Usage: npm run -s build && node bench/start.mjs
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROUNDS = 7;
const main = new URL('../dist/main.js', import.meta.url).pathname;

async function once() {
  const started = performance.now();
  const folder = mkdtempSync(join(tmpdir(), 'dondoc-bench-'));
  const program = spawn(process.execPath, [main], {
    cwd: folder,
    env: { ...process.env, PORT: '0', DATABASE_URL: join(folder, 'store.sqlite'), LOG_LEVEL: 'silent' },
  });
  const url = await new Promise((resolve, reject) => {
    let said = '';
    program.stdout.on('data', (part) => {
      said += part;
      const found = /http:\/\/\S+/.exec(said);
      if (found) resolve(found[0]);
    });
    program.on('exit', () => reject(new Error(`the program ended: ${said}`)));
  });
  const answer = await fetch(url);
  await answer.text();
  const ms = performance.now() - started;
  const status = readFileSync(`/proc/${program.pid}/status`, 'utf8');
  const rss = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
  program.removeAllListeners('exit');
  program.kill('SIGTERM');
  await new Promise((resolve) => program.once('exit', resolve));
  return { ms, rss };
}

const runs = [];
for (let round = 0; round < ROUNDS; round += 1) runs.push(await once());
const median = (pick) => runs.map(pick).sort((a, b) => a - b)[Math.floor(ROUNDS / 2)];
process.stdout.write(
  `${ROUNDS} starts: median ${Math.round(median((run) => run.ms))} ms until the page answers, ${Math.round(median((run) => run.rss))} MB resident\n`,
);
