import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { syllables } from '../../src/knowledge/syllables.ts';
import { writeOnnx } from './write-onnx.ts';

export interface StaticModel {
  /** The texts whose words it knows. */
  texts: string[];
  /** Words that mean the same to it. */
  alike?: string[][];
  /** Numbers of a vector. */
  size?: number;
  /** What every number is multiplied by. */
  scale?: number;
}

const PAD = 0;
const UNKNOWN = 1;

/**
 * Writes a model the real library loads: a vector of random numbers for each word, longer the rarer the word, so that
 * the cosine of two texts is about that of their tf-idf. It knows no meaning but that of `alike`.
 */
export function writeStaticModel(
  folder: string,
  { texts, alike = [], size = 256, scale = 1 }: StaticModel,
): void {
  const documents = [...texts, ...alike.flat()].map((text) => new Set(syllables(text)));
  const frequency = new Map<string, number>();
  for (const words of documents)
    for (const word of words) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  const words = [...frequency.keys()].sort();
  const gaussian = seededGaussian(3572);
  const rows = new Map(
    words.map((word) => {
      const idf = Math.log(1 + documents.length / (frequency.get(word) ?? 1));
      return [word, Array.from({ length: size }, () => scale * idf * gaussian())];
    }),
  );
  for (const group of alike)
    for (const word of group.slice(1)) rows.set(word, rows.get(group[0] ?? '') ?? []);
  const special = [PAD, UNKNOWN].map(() => Array.from({ length: size }, () => 0.001 * scale * gaussian()));
  const table = Float32Array.from([...special, ...words.map((word) => rows.get(word) ?? [])].flat());

  mkdirSync(join(folder, 'onnx'), { recursive: true });
  writeFileSync(join(folder, 'onnx/model_quantized.onnx'), writeOnnx(table, size));
  const writeJson = (name: string, value: unknown): void =>
    writeFileSync(join(folder, name), JSON.stringify(value));
  writeJson('config.json', { model_type: 'bert', architectures: ['BertModel'], hidden_size: size });
  writeJson('tokenizer_config.json', {
    tokenizer_class: 'BertTokenizer',
    model_max_length: 512,
    pad_token: '[PAD]',
    unk_token: '[UNK]',
  });
  const token = (id: number, content: string): object => ({
    id,
    content,
    single_word: false,
    lstrip: false,
    rstrip: false,
    normalized: false,
    special: true,
  });
  const replace = (from: string, to: string): object => ({
    type: 'Replace',
    pattern: { String: from },
    content: to,
  });
  writeJson('tokenizer.json', {
    version: '1.0',
    truncation: null,
    padding: null,
    added_tokens: [token(PAD, '[PAD]'), token(UNKNOWN, '[UNK]')],
    normalizer: {
      type: 'Sequence',
      normalizers: [
        replace('đ', 'd'),
        replace('Đ', 'D'),
        {
          type: 'BertNormalizer',
          clean_text: true,
          handle_chinese_chars: false,
          strip_accents: true,
          lowercase: true,
        },
      ],
    },
    pre_tokenizer: { type: 'BertPreTokenizer' },
    post_processor: null,
    decoder: null,
    model: {
      type: 'WordPiece',
      unk_token: '[UNK]',
      continuing_subword_prefix: '##',
      max_input_chars_per_word: 100,
      vocab: Object.fromEntries(['[PAD]', '[UNK]', ...words].map((word, id) => [word, id])),
    },
  });
}

/** Numbers around 0, the same for the same seed. */
function seededGaussian(seed: number): () => number {
  let state = seed;
  const uniform = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
}
