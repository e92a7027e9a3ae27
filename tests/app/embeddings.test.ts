import { cpSync, mkdirSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';
import { passageTexts } from '../../src/knowledge/passages.ts';
import { newFolder, type Program, ROOT, runCommand, runProgram } from '../support/program.ts';
import { writeStaticModel } from '../support/static-model.ts';
import { openWebPerson } from '../support/web-person.ts';

const texts = passageTexts(loadKnowledge(join(ROOT, 'knowledge')));
const QUESTION = 'cơ quan nào chủ trì logistics?';

/** The lines of a program's log about the embeddings. */
function said(program: Program): { level: number; msg: string; read?: number; err?: { says: string } }[] {
  return program
    .stderr()
    .split('\n')
    .filter((line) => line.includes('"where":"embeddings"'))
    .map((line) => JSON.parse(line));
}

async function stop(program: Program): Promise<void> {
  program.kill('SIGTERM');
  expect((await program.ended).code).toBe(0);
}

/** The built program where the optional package is not installed. */
function withoutPackage(): string {
  const root = newFolder();
  for (const part of ['dist', 'knowledge', 'package.json'])
    cpSync(join(ROOT, part), join(root, part), { recursive: true });
  mkdirSync(join(root, 'node_modules'));
  for (const name of readdirSync(join(ROOT, 'node_modules')).filter((one) => one !== '@xenova'))
    symlinkSync(join(ROOT, 'node_modules', name), join(root, 'node_modules', name));
  return root;
}

describe('a start with EMBEDDINGS', () => {
  it('says when the model is loaded, and reads the passages once', async () => {
    const folder = newFolder();
    writeStaticModel(join(folder, 'models/small'), { texts });
    const env = { EMBEDDINGS: 'models/small' };
    const first = runProgram({ folder, env });
    const person = await openWebPerson(await first.url());
    expect(first.stdout()).toContain('embeddings  on, once models/small is loaded');
    await person.say(QUESTION, /Sở Giao thông vận tải/);
    await expect
      .poll(() => said(first), { timeout: 20_000 })
      .toEqual([expect.objectContaining({ level: 30, msg: 'embeddings are ready', read: texts.length })]);
    await stop(first);
    const cache = join(folder, 'data/passage-vectors');
    expect(statSync(cache).mode & 0o077).toBe(0);

    const second = runProgram({ folder, env });
    await second.url();
    await expect
      .poll(() => said(second), { timeout: 20_000 })
      .toEqual([expect.objectContaining({ msg: 'embeddings are ready', read: 0 })]);
    await stop(second);
  });

  it.each<[string, RegExp, (model: string) => string | undefined]>([
    [
      'whose folder is missing',
      /^there is no folder models\/small\. Fetch it with .*models pull/,
      () => undefined,
    ],
    [
      'that is broken',
      /^the model in models\/small cannot be loaded\. Fetch it with/,
      (model) => {
        writeStaticModel(model, { texts });
        writeFileSync(join(model, 'onnx/model_quantized.onnx'), 'not a model');
        return undefined;
      },
    ],
    [
      'without the optional package',
      /^the optional package @xenova\/transformers cannot be loaded\. Run `npm ci`/,
      (model) => {
        writeStaticModel(model, { texts });
        return withoutPackage();
      },
    ],
  ])('answers with a model %s, and says so in one line', async (_, sentence, prepare) => {
    const folder = newFolder();
    const root = prepare(join(folder, 'models/small'));
    const program = runProgram({ folder, env: { EMBEDDINGS: 'models/small' }, ...(root ? { root } : {}) });
    const person = await openWebPerson(await program.url());
    await person.say(QUESTION, /Sở Giao thông vận tải/);
    await expect.poll(() => said(program), { timeout: 20_000 }).toHaveLength(1);
    await person.say('y tế thì ai chủ trì', /Sở Y tế/);
    await stop(program);
    expect(said(program)).toEqual([
      expect.objectContaining({
        level: 40,
        err: expect.objectContaining({ says: expect.stringMatching(sentence) }),
      }),
    ]);
  });
});

describe('ask with EMBEDDINGS', () => {
  it('waits for the model and answers by words and meaning', async () => {
    const folder = newFolder();
    writeStaticModel(join(folder, 'small'), { texts });
    const question = 'trình người đứng đầu ủy ban tỉnh mỗi năm';
    const addresses = async (env: Record<string, string>): Promise<string[]> => {
      const { code, stdout, stderr } = await runCommand(['ask', '--json', question], { folder, env });
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      return JSON.parse(stdout).citations.map(({ address }: { address: string }) => address);
    };
    expect(await addresses({})).toEqual(['QĐ.2.1']);
    expect(await addresses({ EMBEDDINGS: 'small' })).toEqual(['QĐ.2.1', 'V.1.2']);
  });

  it('answers by words where the model is missing, and says how to mend it', async () => {
    const { code, stdout, stderr } = await runCommand(['ask', QUESTION], { env: { EMBEDDINGS: 'nowhere' } });
    expect(code).toBe(0);
    expect(stdout).toContain('Sở Giao thông vận tải');
    expect(stderr).toMatch(/^embeddings: there is no folder nowhere\. .*\n$/);
  });
});
