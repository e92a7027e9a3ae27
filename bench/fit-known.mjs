// Fits the weights of src/knowledge/evidence.ts on the development questions and prints what they would cost, judged on
// questions left out of the fit. Run: npm run -s build && node bench/fit-known.mjs
import { readFileSync } from 'node:fs';
import { fold } from '../dist/core/text.js';
import { termsOf } from '../dist/knowledge/evidence.js';
import { loadKnowledge } from '../dist/knowledge/load-knowledge.js';
import { createSearch } from '../dist/knowledge/search.js';
import { readQuestion } from '../dist/understand/question.js';

const SETS = ['questions-dev', 'questions-dev-2', 'questions-dev-3', 'questions-dev-4', 'questions-dev-5'];
const ROUNDS = 5;
const STEPS = 4_000;
const RATE = 0.5;
/** A passage shown for what the programme does not say counts twice. */
const WRONG = 2;

const root = new URL('..', import.meta.url).pathname;
const knowledge = loadKnowledge(`${root}knowledge`);
const search = createSearch(knowledge);
const print = (line) => process.stdout.write(`${line}\n`);
const flat = (text) =>
  text
    .normalize('NFC')
    .replace(/^\s*(-|\d+\.|[a-z]\))\s+/, '')
    .replace(/\s+/g, ' ')
    .trim();

const rows = SETS.flatMap((set) =>
  readFileSync(`${root}tests/eval/${set}.jsonl`, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
    .filter((row) => row.group !== 'update' && row.expect.update !== false)
    // Near misses of the fourth set are told apart by what is asked, not by words: answers/asked-for.ts.
    .filter((row) => set !== 'questions-dev-4' || row.expect.outcome === 'out_of_scope')
    .flatMap(samples),
);

function samples(row) {
  const evidence = [row.evidence].flat().filter(Boolean).map(flat);
  return [row.text, fold(row.text)].flatMap((text) => {
    const question = readQuestion(text, knowledge, search);
    if (!['content', 'figure', 'lead'].includes(question.intent)) return [];
    const [top] = search.find(question.core, { limit: 1 });
    if (!top) return [];
    const quote = flat(top.passage.text);
    const proves = evidence.some((one) => quote.includes(one) || (quote.length >= 40 && one.includes(quote)));
    // Another passage than the proof: neither showing it nor refusing would be right.
    if (evidence.length > 0 && !proves) return [];
    return [{ id: row.id, terms: termsOf(top.evidence), right: evidence.length > 0, known: top.known }];
  });
}

function weigh(sample) {
  const weights = sample[0].terms.map(() => 0);
  for (let step = 0; step < STEPS; step += 1) {
    const gradient = weights.map(() => 0);
    for (const { terms, right } of sample) {
      const chance = 1 / (1 + Math.exp(-dot(terms, weights)));
      const error = (chance - Number(right)) * (right ? 1 : WRONG);
      terms.forEach((term, at) => {
        gradient[at] += error * term;
      });
    }
    gradient.forEach((slope, at) => {
      weights[at] -= (RATE * slope) / sample.length;
    });
  }
  return weights;
}

function dot(a, b) {
  return a.reduce((sum, one, at) => sum + one * b[at], 0);
}

const said = rows.filter(({ right }) => right).length;
print(`${said} passages that prove the answer, ${rows.length - said} where the programme has none`);
const now = {
  wrong: rows.filter((r) => r.known && !r.right).length,
  refused: rows.filter((r) => !r.known && r.right).length,
};
print(`as it is: ${now.wrong} shown in vain, ${now.refused} refused`);
const ids = [...new Set(rows.map(({ id }) => id))];
for (const least of [-1, -0.5, 0]) {
  let wrong = 0;
  let refused = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const apart = new Set(ids.filter((_, at) => at % ROUNDS === round));
    const weights = weigh(rows.filter(({ id }) => !apart.has(id)));
    for (const { id, terms, right } of rows) {
      if (!apart.has(id)) continue;
      const shown = dot(terms, weights) >= least;
      if (shown && !right) wrong += 1;
      if (!shown && right) refused += 1;
    }
  }
  print(`fitted, shown from ${least}: ${wrong} shown in vain, ${refused} refused`);
}
print(
  weigh(rows)
    .map((weight) => weight.toFixed(2))
    .join(', '),
);
