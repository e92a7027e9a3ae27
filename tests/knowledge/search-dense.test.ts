import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createParts } from '../../src/app/build-app.ts';
import type { Embedder } from '../../src/core/embedder.ts';
import { createDenseIndex, type DenseIndex } from '../../src/embeddings/dense-index.ts';
import { loadLocalModel } from '../../src/embeddings/local-model.ts';
import { passageTexts } from '../../src/knowledge/passages.ts';
import { createSearch } from '../../src/knowledge/search.ts';
import { newFolder } from '../support/program.ts';
import { type StaticModel, writeStaticModel } from '../support/static-model.ts';
import { knowledge } from '../support/talk.ts';

const passages = passageTexts(knowledge);

function newIndex(
  model: Partial<StaticModel> = {},
  load: (folder: string) => Promise<Embedder> = loadLocalModel,
): DenseIndex {
  const folder = newFolder();
  writeStaticModel(join(folder, 'model'), { texts: passages, ...model });
  return createDenseIndex({
    passages,
    load: () => load(join(folder, 'model')),
    cacheFile: join(folder, 'vectors'),
    onProblem: (error) => {
      throw error;
    },
  });
}

it('finds by meaning a passage that holds none of the words', async () => {
  const dense = newIndex({ alike: [['camera', 'webcam']] });
  const search = createSearch(knowledge, dense);
  expect(search.find('webcam')).toEqual([]);
  await dense.start();
  search.find('webcam');
  await dense.settle();
  const [first] = search.find('webcam');
  expect(first?.passage.text).toContain('camera');
  // Whether the programme speaks of it is told by the words.
  expect(first).toMatchObject({ passage: { address: 'IV.1.b.4' }, known: false, coverage: 0 });
});

it('answers by words while the model loads, and by both afterwards', async () => {
  const question = 'metro hay duong sat nhe noi san bay tho xuan voi sam son ghi the nao';
  const context = { now: new Date('2026-11-25T09:00:00+07:00'), agency: null, memory: null };
  let open = (): void => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  const dense = newIndex({}, async (folder) => {
    await opened;
    return loadLocalModel(folder);
  });
  const lexical = createParts(knowledge);
  const hybrid = createParts(knowledge, undefined, { dense });
  const started = dense.start();
  expect(hybrid.ask(question, context)).toEqual(lexical.ask(question, context));
  await dense.settle();
  expect(hybrid.ask(question, context)).toEqual(lexical.ask(question, context));
  open();
  await started;
  await dense.settle();
  const asked = knowledge.phrasings.flatMap(({ vi }) => vi.slice(-1));
  for (const one of asked) hybrid.ask(one, context);
  await dense.settle();
  const others = asked.filter((one) => hybrid.ask(one, context).text !== lexical.ask(one, context).text);
  expect(others).not.toEqual([]);
});
