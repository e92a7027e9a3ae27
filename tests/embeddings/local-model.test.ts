import { renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { EmbeddingError } from '../../src/core/errors.ts';
import { loadLocalModel } from '../../src/embeddings/local-model.ts';
import { newFolder } from '../support/program.ts';
import { writeStaticModel } from '../support/static-model.ts';

const TEXTS = ['Đường sắt tốc độ cao', 'Cảng cạn và kho bãi', 'Khám bệnh, chữa bệnh từ xa'];

function newModel(): string {
  const folder = join(newFolder(), 'mô hình nhỏ');
  writeStaticModel(folder, { texts: TEXTS });
  return folder;
}

function cosine(a: Float32Array | undefined, b: Float32Array | undefined): number {
  return [...(a ?? [])].reduce((sum, value, at) => sum + value * (b?.[at] ?? 0), 0);
}

/** The error a load ends with. */
async function problem(...load: Parameters<typeof loadLocalModel>): Promise<EmbeddingError> {
  return loadLocalModel(...load).then(
    () => {
      throw new Error('it loaded');
    },
    (error) => error,
  );
}

it('puts the sentence on the same matter first, with vectors of length 1', async () => {
  const model = await loadLocalModel(newModel());
  const passages = await model.embed(TEXTS, 'passage');
  for (const vector of passages) expect(Math.hypot(...vector)).toBeCloseTo(1, 4);
  for (const [query, nearest] of [
    ['đường sắt', 0],
    ['kho bai o cang can', 1],
    ['KHÁM CHỮA BỆNH', 2],
  ] as const) {
    const [vector] = await model.embed([query], 'query');
    const near = passages.map((passage) => cosine(vector, passage));
    expect(near.indexOf(Math.max(...near)), query).toBe(nearest);
  }
});

it('gives a text the same vector alone and among others', async () => {
  const model = await loadLocalModel(newModel());
  const [, among] = await model.embed(TEXTS, 'passage');
  const [alone] = await model.embed(TEXTS.slice(1, 2), 'passage');
  expect(among).toEqual(alone);
});

it('names a model by its content, not by where it lies', async () => {
  const folder = newModel();
  const { name } = await loadLocalModel(folder);
  const moved = join(newFolder(), 'mô hình nhỏ');
  writeStaticModel(moved, { texts: TEXTS });
  expect((await loadLocalModel(moved)).name).toBe(name);
  writeStaticModel(moved, { texts: TEXTS, size: 128 });
  expect((await loadLocalModel(moved)).name).not.toBe(name);
});

it('loads the full weights where there are no quantized ones', async () => {
  const folder = newModel();
  renameSync(join(folder, 'onnx/model_quantized.onnx'), join(folder, 'onnx/model.onnx'));
  expect(await (await loadLocalModel(folder)).embed(['đường sắt'], 'query')).toHaveLength(1);
});

it('says in a sentence what is missing', async () => {
  const nowhere = await problem(join(newFolder(), 'nowhere'));
  expect(nowhere.code).toBe('folder_missing');
  expect(nowhere.message).toMatch(/^there is no folder \S+nowhere\. Fetch it with .*models pull/);
  const folder = newModel();
  rmSync(join(folder, 'tokenizer.json'));
  expect(await problem(folder)).toMatchObject({
    code: 'broken_model',
    says: `${folder} has no tokenizer.json`,
  });
});

it('says in a sentence when the package is not installed', async () => {
  const absent = await problem(newModel(), () => import('@xenova/not-installed' as string));
  expect(absent).toMatchObject({ code: 'package_missing', mend: expect.stringContaining('npm ci') });
});

it.each([
  ['weights cut short', (folder: string) => truncateSync(join(folder, 'onnx/model_quantized.onnx'), 4_000)],
  [
    'weights that are something else',
    (folder: string) => writeFileSync(join(folder, 'onnx/model_quantized.onnx'), '<html>'),
  ],
  ['a tokenizer that is no JSON', (folder: string) => writeFileSync(join(folder, 'tokenizer.json'), '{')],
])('refuses %s', async (_, spoil) => {
  const folder = newModel();
  spoil(folder);
  expect(await problem(folder)).toMatchObject({
    code: 'broken_model',
    says: `the model in ${folder} cannot be loaded`,
  });
});

it('refuses a model whose vectors are no numbers', async () => {
  const folder = newModel();
  writeStaticModel(folder, { texts: TEXTS, scale: Number.NaN });
  const model = await loadLocalModel(folder);
  await expect(model.embed(['đường sắt'], 'query')).rejects.toMatchObject({
    code: 'broken_model',
    says: `the model in ${folder} gives no usable vectors`,
  });
});
