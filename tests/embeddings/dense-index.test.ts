import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Embedder, TextKind } from '../../src/core/embedder.ts';
import { EmbeddingError } from '../../src/core/errors.ts';
import {
  createDenseIndex,
  type DenseIndex,
  type DenseIndexOptions,
} from '../../src/embeddings/dense-index.ts';
import { loadLocalModel } from '../../src/embeddings/local-model.ts';
import { newFolder } from '../support/program.ts';
import { writeStaticModel } from '../support/static-model.ts';

const PASSAGES = ['Đường sắt tốc độ cao', 'Cảng cạn và kho bãi', 'Khám bệnh, chữa bệnh từ xa'];

interface Made {
  dense: DenseIndex;
  /** Texts the model has read, in order. */
  read: Record<TextKind, string[]>;
  problems: unknown[];
}

/** Something a test lets go on when it is ready. */
function newGate(): { opened: Promise<void>; open: () => void } {
  let open = (): void => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

/** An index over the real loader that counts what the model reads. */
function indexIn(folder: string, options: Partial<DenseIndexOptions> & { size?: number } = {}): Made {
  const model = join(folder, `model-${options.size ?? 64}`);
  writeStaticModel(model, { texts: PASSAGES, size: options.size ?? 64 });
  const read: Made['read'] = { query: [], passage: [] };
  const problems: unknown[] = [];
  const load = async (): Promise<Embedder> => {
    const { name, embed } = await loadLocalModel(model);
    return {
      name,
      embed: (texts, kind) => {
        read[kind].push(...texts);
        return embed(texts, kind);
      },
    };
  };
  const dense = createDenseIndex({
    passages: PASSAGES,
    load,
    cacheFile: join(folder, 'vectors'),
    onProblem: (error) => problems.push(error),
    ...options,
  });
  return { dense, read, problems };
}

it('knows a query after it was asked for and settled', async () => {
  const { dense, read } = indexIn(newFolder());
  await dense.start();
  expect(dense.state()).toBe('ready');
  expect(dense.similarities('đường sắt')).toBeNull();
  await dense.settle();
  const near = dense.similarities('đường sắt') ?? [];
  expect(near).toHaveLength(PASSAGES.length);
  expect(Math.max(...near)).toBe(near[0]);
  await dense.settle();
  expect(read.query).toEqual(['đường sắt']);
});

it('settles at once while the model is not loaded, and knows afterwards what was asked meanwhile', async () => {
  const folder = newFolder();
  const loading = newGate();
  const { dense } = indexIn(folder, {
    load: async () => {
      await loading.opened;
      return loadLocalModel(join(folder, 'model-64'));
    },
  });
  const started = dense.start();
  expect(dense.similarities('kho bãi')).toBeNull();
  await dense.settle();
  expect(dense.state()).toBe('loading');
  expect(dense.similarities('kho bãi')).toBeNull();
  loading.open();
  await started;
  await dense.settle();
  expect(dense.similarities('kho bãi')).not.toBeNull();
});

it('waits in one settle for a query that another settle is reading', async () => {
  const folder = newFolder();
  const [reached, reading] = [newGate(), newGate()];
  const { dense } = indexIn(folder, {
    load: async () => {
      const model = await loadLocalModel(join(folder, 'model-64'));
      const embed: Embedder['embed'] = async (texts, kind) => {
        if (kind === 'query') {
          reached.open();
          await reading.opened;
        }
        return model.embed(texts, kind);
      };
      return { name: model.name, embed };
    },
  });
  await dense.start();
  dense.similarities('kho bãi');
  const first = dense.settle();
  await reached.opened;
  const second = dense.settle();
  reading.open();
  await second;
  expect(dense.similarities('kho bãi')).not.toBeNull();
  await first;
});

it('remembers the queries used last and forgets the others', async () => {
  const { dense } = indexIn(newFolder(), { remembered: 2 });
  await dense.start();
  for (const query of ['một', 'hai', 'một', 'ba']) {
    dense.similarities(query);
    await dense.settle();
  }
  expect(dense.similarities('hai')).toBeNull();
  expect(dense.similarities('một')).not.toBeNull();
  expect(dense.similarities('ba')).not.toBeNull();
});

it('does not read the passages again on the second start', async () => {
  const folder = newFolder();
  const first = indexIn(folder);
  await first.dense.start();
  expect(first.read.passage).toEqual(PASSAGES);
  const written = statSync(join(folder, 'vectors')).mtimeMs;
  const second = indexIn(folder);
  await second.dense.start();
  expect(second.read.passage).toEqual([]);
  expect(statSync(join(folder, 'vectors')).mtimeMs).toBe(written);
  for (const { dense } of [first, second]) {
    dense.similarities('kho bãi');
    await dense.settle();
  }
  expect(second.dense.similarities('kho bãi')).toEqual(first.dense.similarities('kho bãi'));
});

it('reads anew the passage whose text was changed, and no other', async () => {
  const folder = newFolder();
  await indexIn(folder).dense.start();
  const changed = indexIn(folder, { passages: ['Đường sắt đô thị', ...PASSAGES.slice(1)] });
  await changed.dense.start();
  expect(changed.read.passage).toEqual(['Đường sắt đô thị']);
});

it('reads all anew with another model', async () => {
  const folder = newFolder();
  await indexIn(folder).dense.start();
  const other = indexIn(folder, { size: 32 });
  await other.dense.start();
  expect(other.read.passage).toEqual(PASSAGES);
});

it.each([
  ['cut short', (whole: Buffer) => whole.subarray(0, whole.length / 2)],
  [
    'with one byte changed',
    (whole: Buffer) => Buffer.concat([whole.subarray(0, -30), Buffer.from('A'), whole.subarray(-29)]),
  ],
  ['that is something else', () => Buffer.from('{"people": []}')],
  ['that is empty', () => Buffer.alloc(0)],
])('makes a cache %s anew', async (_, spoil) => {
  const folder = newFolder();
  await indexIn(folder).dense.start();
  const file = join(folder, 'vectors');
  const whole = readFileSync(file);
  writeFileSync(file, spoil(whole));
  const { dense, read, problems } = indexIn(folder);
  await dense.start();
  expect(dense.state()).toBe('ready');
  expect(read.passage).toEqual(PASSAGES);
  expect(readFileSync(file)).toEqual(whole);
  expect(problems).toEqual([]);
});

it('works without a cache where none can be written, and says so', async () => {
  const folder = newFolder();
  writeFileSync(join(folder, 'file'), '');
  const { dense, problems } = indexIn(folder, { cacheFile: join(folder, 'file/vectors') });
  await dense.start();
  expect(dense.state()).toBe('ready');
  expect(problems).toEqual([expect.objectContaining({ code: 'not_kept' })]);
});

it('tells of a model that cannot be loaded once, and answers nothing from then on', async () => {
  const { dense, problems } = indexIn(newFolder(), { load: () => loadLocalModel('/nowhere/at-all') });
  await Promise.all([dense.start(), dense.start()]);
  expect(dense.state()).toBe('failed');
  dense.similarities('kho bãi');
  await dense.settle();
  expect(dense.similarities('kho bãi')).toBeNull();
  expect(problems).toEqual([expect.any(EmbeddingError)]);
});

it('tells of a model that fails on a query once, and goes on without it', async () => {
  const folder = newFolder();
  const failing = async (): Promise<Embedder> => {
    const model = await loadLocalModel(join(folder, 'model-64'));
    const embed: Embedder['embed'] = (texts, kind) =>
      kind === 'passage'
        ? model.embed(texts, kind)
        : Promise.reject(new EmbeddingError('broken_model', 'it fails', 'Mend it.'));
    return { name: model.name, embed };
  };
  const { dense, problems } = indexIn(folder, { load: failing });
  await dense.start();
  for (const query of ['một', 'hai']) {
    expect(dense.similarities(query)).toBeNull();
    await Promise.all([dense.settle(), dense.settle()]);
  }
  expect(dense.state()).toBe('failed');
  expect(problems).toHaveLength(1);
});
