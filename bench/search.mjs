// The same questions in every spelling, in one run, to this program and to two stock searches over the lines of the
// decision; printed as the README's table. A hit: the proving sentence stands in the first, in the first three passages.
// Usage: npm run -s build && node bench/search.mjs [--file FILE.jsonl …]
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import MiniSearch from 'minisearch';
import sqlite3 from 'sqlite3';
import { createParts } from '../dist/app/build-app.js';
import { evidenceOf, readRows } from '../dist/app/eval/rows.js';
import { firstProof, shownQuotes } from '../dist/app/eval/score-question.js';
import { SPELLINGS, spelled } from '../dist/app/eval/spellings.js';
import { dayOf, writeDay } from '../dist/core/clock.js';
import { loadKnowledge } from '../dist/knowledge/load-knowledge.js';

const here = (path) => new URL(path, import.meta.url).pathname;
const { values } = parseArgs({ options: { file: { type: 'string', multiple: true } } });
const files = values.file ?? [here('../tests/eval/questions-held.jsonl')];
const rows = files
  .flatMap((file) => readRows(readFileSync(file, 'utf8'), file))
  .filter((row) => row.group !== 'update' && evidenceOf(row).length > 0);
const knowledge = loadKnowledge(here('../knowledge'));
const lines = knowledge.source
  .split('\n')
  .map((text, at) => ({ id: at + 1, text: text.trim() }))
  .filter(({ text }) => text !== '');
const now = new Date('2026-11-25T09:00:00+07:00');

const { ask } = createParts(knowledge);
const mini = new MiniSearch({ fields: ['text'], storeFields: ['text'] });
mini.addAll(lines);
const db = new sqlite3.Database(':memory:');
const run = (sql, values = []) =>
  new Promise((resolve, reject) =>
    db.all(sql, values, (error, found) => (error ? reject(error) : resolve(found))),
  );
await run("CREATE VIRTUAL TABLE fts USING fts5(text, tokenize = 'unicode61 remove_diacritics 2')");
for (const { id, text } of lines) await run('INSERT INTO fts(rowid, text) VALUES (?, ?)', [id, text]);

const SEARCHES = {
  dondoc: (row) => shownQuotes(row, ask(row.text, { now, agency: null, memory: null })),
  'stock MiniSearch': ({ text }) =>
    mini
      .search(text)
      .slice(0, 3)
      .map((found) => found.text),
  'SQLite FTS5': async ({ text }) => {
    const words = (text.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => `"${word}"`).join(' OR ');
    if (words === '') return [];
    const found = await run('SELECT text FROM fts WHERE fts MATCH ? ORDER BY rank LIMIT 3', [words]);
    return found.map((row) => row.text);
  },
};

const print = (line) => process.stdout.write(`${line}\n`);
const commit = execFileSync('git', ['describe', '--always', '--dirty'], { cwd: here('..') });
print(
  `${files.map((file) => basename(file)).join(', ')}, ${writeDay(dayOf(new Date()))}, commit ${String(commit).trim()}: hit@1 / hit@3, percent\n`,
);
print(`| Spelling | Questions | ${Object.keys(SEARCHES).join(' | ')} |`);
print(
  `| --- | --- | ${Object.keys(SEARCHES)
    .map(() => '---')
    .join(' | ')} |`,
);
for (const spelling of SPELLINGS) {
  const asked = spelled(rows, spelling);
  if (asked.length === 0) continue;
  const percent = (n) => ((100 * n) / asked.length).toFixed(1);
  const cells = [];
  for (const search of Object.values(SEARCHES)) {
    const places = [];
    for (const row of asked) places.push(firstProof(await search(row), evidenceOf(row)));
    const first = places.filter((at) => at === 0).length;
    const third = places.filter((at) => at >= 0).length;
    cells.push(`${percent(first)} / ${percent(third)}`);
  }
  print(`| ${spelling} | ${asked.length} | ${cells.join(' | ')} |`);
}
