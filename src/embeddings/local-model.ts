import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Embedder, TextKind } from '../core/embedder.ts';
import { EmbeddingError } from '../core/errors.ts';

/** What is used of the library. Declared here: the package is optional, and the build must pass without it. */
export interface Library {
  env: { allowRemoteModels: boolean; useFSCache: boolean; logLevel: number };
  LogLevel: { NONE: number };
  pipeline(
    task: 'feature-extraction',
    folder: string,
    options: { dtype: 'q8' | 'fp32'; device: 'cpu' },
  ): Promise<Extract>;
}

type Extract = (
  text: string,
  options: { pooling: 'mean'; normalize: true },
) => Promise<{ data: Iterable<number> }>;

const PACKAGE: string = '@xenova/transformers';
const QUANTIZED = 'onnx/model_quantized.onnx';
const FULL = 'onnx/model.onnx';
/** Written before a text: the e5 models were trained so. */
const PREFIX: Record<TextKind, string> = { query: 'query: ', passage: 'passage: ' };
/** A vector of length 1 may miss it by this much. */
const TOLERANCE = 0.01;
const PULL = 'Fetch it with `npm run -s dondoc -- models pull`, or copy it from another machine';

/**
 * Loads an e5 model from a folder as the hub lays it out; nothing is fetched. `library` is a parameter for the test of a
 * package that is not installed.
 * @throws EmbeddingError when the package, the folder or a file is missing, or the model cannot be used.
 */
export async function loadLocalModel(
  folder: string,
  library: () => Promise<Library> = () => import(PACKAGE),
): Promise<Embedder> {
  if (!existsSync(folder))
    throw new EmbeddingError(
      'folder_missing',
      `there is no folder ${folder}`,
      `${PULL}, or empty EMBEDDINGS.`,
    );
  const weights = existsSync(join(folder, QUANTIZED)) ? QUANTIZED : FULL;
  const files = ['config.json', 'tokenizer.json', 'tokenizer_config.json', weights];
  const missing = files.find((file) => !existsSync(join(folder, file)));
  if (missing) throw broken(`${folder} has no ${missing}`);
  const { env, LogLevel, pipeline } = await library().catch(() => {
    throw new EmbeddingError(
      'package_missing',
      'the optional package @xenova/transformers cannot be loaded',
      'Run `npm ci` without --omit=optional, or empty EMBEDDINGS.',
    );
  });
  env.allowRemoteModels = false;
  env.useFSCache = false;
  env.logLevel = LogLevel.NONE;
  const extract = await pipeline('feature-extraction', resolve(folder), {
    dtype: weights === QUANTIZED ? 'q8' : 'fp32',
    device: 'cpu',
  }).catch(() => {
    throw broken(`the model in ${folder} cannot be loaded`);
  });

  // One text at a time: in a batch of a quantized model the vector of a text depends on its neighbours, it is no faster,
  // and the library keeps the event loop until the batch is done.
  async function embed(texts: string[], kind: TextKind): Promise<Float32Array[]> {
    const vectors: Float32Array[] = [];
    for (const text of texts) {
      const { data } = await extract(PREFIX[kind] + text, { pooling: 'mean', normalize: true }).catch(() => {
        throw broken(`the model in ${folder} fails on a text`);
      });
      const vector = Float32Array.from(data);
      if (!(Math.abs(Math.hypot(...vector) - 1) < TOLERANCE))
        throw broken(`the model in ${folder} gives no usable vectors`);
      vectors.push(vector);
    }
    return vectors;
  }
  return { name: `${basename(resolve(folder))} ${await fingerprint(folder, files)}`, embed };
}

function broken(what: string): EmbeddingError {
  return new EmbeddingError('broken_model', what, `${PULL}, after removing the folder.`);
}

/** A short hash of the model's files. */
async function fingerprint(folder: string, files: string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const file of files) for await (const part of createReadStream(join(folder, file))) hash.update(part);
  return hash.digest('hex').slice(0, 16);
}
