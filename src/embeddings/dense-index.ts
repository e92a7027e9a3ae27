import type { Dense, Embedder } from '../core/embedder.ts';
import { EmbeddingError } from '../core/errors.ts';
import { readVectors, vectorKey, writeVectors } from './vector-cache.ts';

/** Nearness by meaning, there once the model is loaded and the passages are read. */
export interface DenseIndex extends Dense {
  /** Loads the model and reads the passages; resolves when it is ready or has failed, and never rejects. */
  start(): Promise<void>;
  state(): 'loading' | 'ready' | 'failed';
}

export interface DenseIndexOptions {
  /** What is looked through, in the order of `similarities`. */
  passages: string[];
  load(): Promise<Embedder>;
  /** Where the vectors of the passages are kept. */
  cacheFile: string;
  /** How many queries are remembered, those used last. */
  remembered?: number;
  /** Called once when it is ready; `read` is how many passages were not in the cache. */
  onReady?(model: string, read: number): void;
  /** Called when it has failed for good, and when the cache cannot be written. */
  onProblem(error: unknown): void;
}

/** How many queries may wait to be read: some messages' worth. */
const WAITING = 32;

/** Makes the index; nothing is loaded before `start`. */
export function createDenseIndex(options: DenseIndexOptions): DenseIndex {
  const { passages, load, cacheFile, remembered = 500, onReady, onProblem } = options;
  /** Least recently used first. */
  const known = new Map<string, Float32Array>();
  const wanted = new Set<string>();
  let state: 'loading' | 'ready' | 'failed' = 'loading';
  let embedder: Embedder | undefined;
  let vectors: Float32Array[] = [];
  let started: Promise<void> | undefined;
  let settling: Promise<void> = Promise.resolve();

  function fail(error: unknown): void {
    state = 'failed';
    wanted.clear();
    onProblem(error);
  }

  async function prepare(): Promise<void> {
    embedder = await load();
    const { name } = embedder;
    const kept = await readVectors(cacheFile);
    const missing = passages.filter((text) => !kept.has(vectorKey(name, text)));
    const made = await embedder.embed(missing, 'passage');
    missing.forEach((text, at) => {
      kept.set(vectorKey(name, text), made[at] as Float32Array);
    });
    const keys = passages.map((text) => vectorKey(name, text));
    vectors = keys.map((key) => kept.get(key) as Float32Array);
    if (missing.length > 0)
      await writeVectors(cacheFile, new Map(keys.map((key, at) => [key, vectors[at] as Float32Array]))).catch(
        () => onProblem(notKept(cacheFile)),
      );
    state = 'ready';
    onReady?.(name, missing.length);
  }

  async function readWanted(): Promise<void> {
    const queries = [...wanted];
    wanted.clear();
    const made = (await embedder?.embed(queries, 'query')) ?? [];
    queries.forEach((query, at) => {
      const vector = made[at];
      if (vector)
        remember(
          known,
          remembered,
          query,
          Float32Array.from(vectors, (one) => dot(one, vector)),
        );
    });
  }

  return {
    start: () => {
      started ??= prepare().catch(fail);
      return started;
    },
    settle: () => {
      // One after the other: a query another message waits for may be being read.
      if (state === 'ready')
        settling = settling.then(() => (state === 'ready' ? readWanted() : undefined)).catch(fail);
      return state === 'ready' ? settling : Promise.resolve();
    },
    similarities: (query) => {
      const found = known.get(query);
      if (found) remember(known, remembered, query, found);
      else if (state !== 'failed') {
        wanted.add(query);
        if (wanted.size > WAITING) wanted.delete(wanted.values().next().value ?? '');
      }
      return state === 'ready' ? (found ?? null) : null;
    },
    state: () => state,
  };
}

function notKept(file: string): EmbeddingError {
  return new EmbeddingError(
    'not_kept',
    `the vectors of the passages cannot be written to ${file}`,
    'Give its folder to the user that runs dondoc; until then they are computed at every start.',
  );
}

function remember<T>(map: Map<string, T>, most: number, key: string, value: T): void {
  map.delete(key);
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > most && oldest !== undefined) map.delete(oldest);
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}
