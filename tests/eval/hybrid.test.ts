import { join } from 'node:path';
import { expect, it } from 'vitest';
import { passageTexts } from '../../src/knowledge/passages.ts';
import { newFolder, runCommand } from '../support/program.ts';
import { writeStaticModel } from '../support/static-model.ts';
import { knowledge } from '../support/talk.ts';

const FILE = join(import.meta.dirname, 'questions-dev.jsonl');

/** The model knows no meaning: this shows only that the way through the real library costs nothing. */
it('scores the development questions no worse with a model', async () => {
  const folder = newFolder();
  writeStaticModel(join(folder, 'model'), { texts: passageTexts(knowledge), size: 1_024 });
  const score = async (env: Record<string, string>) => {
    const { code, stdout, stderr } = await runCommand(['eval', '--json', '--file', FILE], { folder, env });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    return JSON.parse(stdout);
  };
  const [words, both] = [await score({}), await score({ EMBEDDINGS: 'model' })];
  expect(both.hits.asked).toBe(words.hits.asked);
  const least = Math.floor(words.hits.asked * 0.005);
  expect(both.hits.first).toBeGreaterThanOrEqual(words.hits.first - least);
  expect(both.hits.third).toBeGreaterThanOrEqual(words.hits.third - least);
  expect(both.updates.task).toBeGreaterThanOrEqual(words.updates.task - least);
  // It had a say.
  expect(both.misses).not.toEqual(words.misses);
}, 60_000);
