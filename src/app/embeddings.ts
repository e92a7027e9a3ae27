import { dirname, join } from 'node:path';
import type { Knowledge } from '../core/programme.ts';
import { createDenseIndex, type DenseIndex, type DenseIndexOptions } from '../embeddings/dense-index.ts';
import { loadLocalModel } from '../embeddings/local-model.ts';
import { passageTexts } from '../knowledge/passages.ts';
import { isPostgres } from '../store/store-error.ts';
import { type Config, readConfig } from './config.ts';
import { sentenceOf } from './log.ts';

type Heard = Pick<DenseIndexOptions, 'remembered' | 'onReady' | 'onProblem'>;

/** The index EMBEDDINGS asks for, not started; undefined where it is empty. The vectors lie beside the SQLite store. */
export function openDense(config: Config, knowledge: Knowledge, heard: Heard): DenseIndex | undefined {
  const { embeddings: folder, databaseUrl } = config;
  if (folder === undefined) return undefined;
  const hasFile = !isPostgres(databaseUrl) && databaseUrl !== ':memory:';
  return createDenseIndex({
    passages: passageTexts(knowledge),
    load: () => loadLocalModel(folder),
    cacheFile: join(hasFile ? dirname(databaseUrl) : 'data', 'passage-vectors'),
    ...heard,
  });
}

/** The same for a command, which waits until it is loaded; what is wrong goes to standard error. */
export async function loadDense(knowledge: Knowledge, remembered?: number): Promise<DenseIndex | undefined> {
  const dense = openDense(readConfig(), knowledge, {
    ...(remembered === undefined ? {} : { remembered }),
    onProblem: (error) => process.stderr.write(`embeddings: ${sentenceOf(error)}\n`),
  });
  await dense?.start();
  return dense;
}
