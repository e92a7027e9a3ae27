import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { EmbeddingError } from '../core/errors.ts';

/** What `loadLocalModel` needs; the large one last. */
const FILES = ['config.json', 'tokenizer_config.json', 'tokenizer.json', 'onnx/model_quantized.onnx'];

export interface PullOptions {
  /** The hub, or a mirror with the same paths. */
  from: string;
  /** `owner/name`. */
  model: string;
  /** The folder the model's own folder is put into. */
  to: string;
  /** Called as bytes come in; `total` is null where the server does not tell. */
  onProgress(file: string, received: number, total: number | null): void;
}

/**
 * Fetches a model and returns its folder, which is there only when all of it is. What a broken try has fetched whole is not
 * fetched again.
 * @throws EmbeddingError when it cannot be had.
 */
export async function pullModel({ from, model, to, onProgress }: PullOptions): Promise<string> {
  const home = join(to, basename(model));
  if (existsSync(home)) return home;
  const part = `${home}.part`;
  for (const file of FILES) {
    const target = join(part, file);
    if (existsSync(target)) continue;
    await fetchFile(`${from.replace(/\/+$/, '')}/${model}/resolve/main/${file}`, target, (received, total) =>
      onProgress(file, received, total),
    );
  }
  await rename(part, home);
  return home;
}

/** Fetches a file whole or leaves none. */
async function fetchFile(
  url: string,
  target: string,
  onProgress: (received: number, total: number | null) => void,
): Promise<void> {
  const unfinished = `${target}.part`;
  try {
    const response = await fetch(url, { headers: { 'accept-encoding': 'identity' } });
    if (!response.ok || !response.body)
      throw notFetched(`${url} answers ${response.status}`, 'Check --model and --from.');
    await mkdir(dirname(target), { recursive: true });
    const length = response.headers.get('content-length');
    const total = length === null ? null : Number(length);
    let received = 0;
    await pipeline(
      Readable.fromWeb(response.body as ReadableStream<Uint8Array>),
      async function* count(parts: AsyncIterable<Uint8Array>) {
        for await (const bytes of parts) {
          received += bytes.length;
          onProgress(received, total);
          yield bytes;
        }
      },
      createWriteStream(unfinished),
    );
    // A page that asks to log in to the network also answers 200.
    if (url.endsWith('.json')) JSON.parse(await readFile(unfinished, 'utf8'));
    await rename(unfinished, target);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error instanceof EmbeddingError ? error : explain(error, url);
  }
}

function explain(error: unknown, url: string): EmbeddingError {
  if (error instanceof SyntaxError)
    return notFetched(`${url} answers something other than the file`, 'Check --from and the network.');
  const reason = codeOf(error);
  if (reason === 'ENOSPC' || reason === 'EACCES' || reason === 'EROFS')
    return notFetched(
      `the model cannot be written (${reason})`,
      'Give --to a folder with room and the right to write.',
    );
  return notFetched(
    `${url} cannot be fetched (${reason})`,
    'Run the command again, or give a mirror with --from, or copy the folder from another machine.',
  );
}

/** The system's code of an error or of its cause: "ENOTFOUND". */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return error.cause ? codeOf(error.cause) : error.message;
}

function notFetched(says: string, mend: string): EmbeddingError {
  return new EmbeddingError('not_fetched', says, mend);
}
