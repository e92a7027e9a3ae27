import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { passageTexts } from '../../src/knowledge/passages.ts';
import { newFolder, runCommand } from '../support/program.ts';
import { writeStaticModel } from '../support/static-model.ts';
import { knowledge } from '../support/talk.ts';

const EVERY = 6;

/** The model knows no meaning: this shows only that the way through the real library costs nothing. */
it('scores the development questions no worse with a model', async () => {
  const folder = newFolder();
  const rows = readFileSync(join(import.meta.dirname, 'questions-dev.jsonl'), 'utf8').split('\n');
  const file = join(folder, 'questions.jsonl');
  writeFileSync(file, rows.filter((_, at) => at % EVERY === 0).join('\n'));
  writeStaticModel(join(folder, 'model'), { texts: passageTexts(knowledge), size: 1_024 });
  const score = async (env: Record<string, string>) => {
    const { code, stdout, stderr } = await runCommand(['eval', '--json', '--file', file], { folder, env });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const { spellings, misses } = JSON.parse(stdout);
    return { ...spellings.written.total, misses };
  };
  const [words, both] = [await score({}), await score({ EMBEDDINGS: 'model' })];
  expect(both.hit1.of).toBe(words.hit1.of);
  expect(words.hit1.of).toBeGreaterThan(30);
  for (const measure of ['hit1', 'hit3', 'task'] as const)
    expect(both[measure].got, measure).toBeGreaterThanOrEqual(words[measure].got - 1);
}, 120_000);
