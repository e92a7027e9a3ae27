import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = join(import.meta.dirname, '../src');

/** Which folders a folder may import from, besides itself. */
const ALLOWED: Record<string, string[]> = {
  core: [],
  wording: ['core'],
  knowledge: ['core'],
  understand: ['core', 'knowledge'],
  store: ['core'],
  embeddings: ['core'],
  channels: ['core', 'wording'],
  llm: ['core'],
  files: ['core'],
  inbox: ['core'],
  outbox: ['core'],
  answers: ['core', 'wording', 'knowledge', 'understand', 'nudges'],
  people: ['core', 'wording'],
  progress: ['core', 'wording', 'knowledge', 'understand'],
  nudges: ['core', 'wording'],
  conversation: ['core', 'wording', 'knowledge', 'understand', 'answers', 'people', 'progress', 'nudges'],
  web: ['core', 'wording', 'conversation'],
};

const SDK_HOME: Record<string, string> = {
  telegraf: 'channels/telegram',
  axios: 'channels/zalo',
  knex: 'store',
  sqlite3: 'store',
  pg: 'store',
  minisearch: 'knowledge',
  fflate: 'knowledge',
  openai: 'llm',
  'prom-client': 'app',
  '@hono/node-server': 'web',
  hono: 'web',
};

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => ({ file, text: readFileSync(join(SRC, file), 'utf8') }));

function imports(text: string): string[] {
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1] ?? '');
}

describe('the direction of imports', () => {
  it('reads a tree that is there', () => {
    expect(files.length).toBeGreaterThan(20);
  });

  it('knows every folder; app composes them all', () => {
    const folders = new Set(files.map(({ file }) => file.split('/')[0] ?? ''));
    const unknown = [...folders].filter((folder) => !folder.endsWith('.ts') && !(folder in ALLOWED));
    expect(unknown).toEqual(['app']);
  });

  it.each(Object.keys(ALLOWED))('%s imports only what stands before it', (folder) => {
    const wrong = files
      .filter(({ file }) => file.startsWith(`${folder}/`))
      .flatMap(({ file, text }) =>
        imports(text)
          .filter((path) => path.startsWith('.'))
          .map((path) => relative(SRC, join(SRC, file, '..', path)).split('/')[0] ?? '')
          .filter((target) => target !== folder && !ALLOWED[folder]?.includes(target))
          .map((target) => `${file} → ${target}`),
      );
    expect(wrong).toEqual([]);
  });

  it('keeps one channel apart from another', () => {
    const wrong = files
      .filter(({ file }) => file.startsWith('channels/'))
      .flatMap(({ file, text }) =>
        imports(text)
          .filter((path) => path.startsWith('.'))
          .map((path) => relative(SRC, join(SRC, file, '..', path)))
          .filter((target) => /^channels\/.*\//.test(target) && target.split('/')[1] !== file.split('/')[1])
          .map((target) => `${file} → ${target}`),
      );
    expect(wrong).toEqual([]);
  });

  it('keeps each SDK in its one folder', () => {
    const wrong = files.flatMap(({ file, text }) =>
      imports(text)
        .filter((path) => SDK_HOME[path] && !file.startsWith(SDK_HOME[path]))
        .map((path) => `${file} → ${path}`),
    );
    expect(wrong).toEqual([]);
  });

  it('names the optional library of the embeddings in their folder only', () => {
    const named = files.filter(({ text }) => text.includes("'@xenova/transformers'"));
    expect(named.map(({ file }) => file)).toEqual(['embeddings/local-model.ts']);
  });

  it('reads the environment in app/config only', () => {
    const wrong = files.filter(({ file, text }) => text.includes('process.env') && file !== 'app/config.ts');
    expect(wrong.map(({ file }) => file)).toEqual([]);
  });
});
