import { pullModel } from '../../embeddings/pull-model.ts';
import type { Line } from '../command-line.ts';
import { option, print } from './support.ts';

/** `models pull`: fetches an embedding model into a folder for EMBEDDINGS, which it prints. */
export async function models(line: Line): Promise<number> {
  const model = option(line, 'model') ?? 'Xenova/multilingual-e5-small';
  if (line.words.join(' ') !== 'pull' || !/^\w[\w.-]*\/\w[\w.-]*$/.test(model)) return 2;
  let shown = '';
  const folder = await pullModel({
    from: option(line, 'from') ?? 'https://huggingface.co',
    model,
    to: option(line, 'to') ?? 'models',
    onProgress: (file, received, total) => {
      const says = `${file} ${total ? `${10 * Math.floor((10 * received) / total)} %` : megabytes(received)}`;
      if (says !== shown) process.stderr.write(`${says}\n`);
      shown = says;
    },
  });
  print(line.options.json ? { folder } : `EMBEDDINGS=${folder}`);
  return 0;
}

function megabytes(bytes: number): string {
  return `${Math.floor(bytes / 1024 ** 2)} MB`;
}
