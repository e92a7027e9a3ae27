// The same questions, in one run, to this program and to two stock searches over the lines of the decision.
// Usage: npm run -s build && node bench/search.mjs [FILE.jsonl …]
import { readFileSync } from 'node:fs';
import MiniSearch from 'minisearch';
import sqlite3 from 'sqlite3';
import { createParts } from '../dist/app/build-app.js';
import { fold } from '../dist/core/text.js';
import { loadKnowledge } from '../dist/knowledge/load-knowledge.js';

const here = (path) => new URL(path, import.meta.url).pathname;
const files = process.argv.slice(2);
const rows = (files.length > 0 ? files : [here('../tests/eval/questions-held.jsonl')])
  .flatMap((file) => readFileSync(file, 'utf8').trim().split('\n'))
  .map((row) => JSON.parse(row))
  .filter((row) => row.group !== 'update' && [row.evidence].flat().some((sentence) => sentence));
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
  dondoc: (text) => ask(text, { now, agency: null, memory: null }).citations.map(({ quote }) => quote),
  'stock MiniSearch': (text) =>
    mini
      .search(text)
      .slice(0, 3)
      .map((found) => found.text),
  'SQLite FTS5': async (text) => {
    const words = (text.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => `"${word}"`).join(' OR ');
    if (words === '') return [];
    const found = await run('SELECT text FROM fts WHERE fts MATCH ? ORDER BY rank LIMIT 3', [words]);
    return found.map((row) => row.text);
  },
};

const flat = (text) =>
  text
    .normalize('NFC')
    .replace(/^\s*(-|\d+\.|[a-z]\))\s+/, '')
    .replace(/\s+/g, ' ')
    .trim();
const proves = (quote, row) =>
  [row.evidence].flat().some((sentence) => {
    const [shown, wanted] = [flat(quote), flat(sentence)];
    return shown.includes(wanted) || (shown.length >= 40 && wanted.includes(shown));
  });

const percent = (n) => `${((100 * n) / rows.length).toFixed(1)} %`;
process.stdout.write(`${rows.length} questions with a proving sentence\n`);
for (const [name, search] of Object.entries(SEARCHES)) {
  for (const [spelling, spell] of [
    ['as written', (text) => text],
    ['no marks', fold],
  ]) {
    let first = 0;
    let third = 0;
    for (const row of rows) {
      const at = (await search(spell(row.text))).slice(0, 3).findIndex((quote) => proves(quote, row));
      first += Number(at === 0);
      third += Number(at >= 0);
    }
    process.stdout.write(
      `${name.padEnd(17)} ${spelling.padEnd(11)} hit@1 ${percent(first)}  hit@3 ${percent(third)}\n`,
    );
  }
}
