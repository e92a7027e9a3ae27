import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { freePort, newFolder, runCommand } from '../support/program.ts';
import { writeStaticModel } from '../support/static-model.ts';

type Answer = (response: ServerResponse, content: Buffer) => void;

interface Hub {
  url: string;
  /** Paths asked for, in order. */
  asked: string[];
  /** How one file is answered instead of being sent. */
  answers: Map<string, Answer>;
}

const MODEL = '/Xenova/multilingual-e5-small/resolve/main/';
const BIG = 'onnx/model_quantized.onnx';
const HOME = 'models/multilingual-e5-small';

/** A server on loopback with the paths of the hub and the files of a small model. */
async function startHub(): Promise<Hub> {
  const files = newFolder();
  writeStaticModel(files, { texts: ['cơ quan chủ trì logistics', 'khám bệnh từ xa'] });
  const asked: string[] = [];
  const answers = new Map<string, Answer>();
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push(path.replace(MODEL, ''));
    const file = join(files, path.replace(MODEL, ''));
    if (!path.startsWith(MODEL) || !existsSync(file))
      return void response.writeHead(404).end('Entry not found');
    const content = readFileSync(file);
    const answer = answers.get(path.replace(MODEL, ''));
    if (answer) answer(response, content);
    else response.writeHead(200, { 'content-length': content.length }).end(content);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const address = server.address();
  return { url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`, asked, answers };
}

function pull(folder: string, from: string, ...more: string[]): ReturnType<typeof runCommand> {
  return runCommand(['models', 'pull', '--from', from, ...more], { folder });
}

it('fetches a model that answers, and tells how far it is on standard error', async () => {
  const { url, asked } = await startHub();
  const folder = newFolder();
  const { code, stdout, stderr } = await pull(folder, `${url}/`);
  expect(code, stderr).toBe(0);
  expect(stdout).toBe(`EMBEDDINGS=${HOME}\n`);
  expect(stderr).toMatch(/onnx\/model_quantized\.onnx 100 %\n$/);
  expect(readdirSync(join(folder, 'models'))).toEqual(['multilingual-e5-small']);

  const asking = await runCommand(['ask', 'ai chủ trì logistics?'], { folder, env: { EMBEDDINGS: HOME } });
  expect(asking).toMatchObject({ code: 0, stderr: '' });
  expect(existsSync(join(folder, 'data/passage-vectors'))).toBe(true);

  asked.length = 0;
  expect(await pull(folder, url)).toMatchObject({ code: 0, stdout });
  expect(asked).toEqual([]);
});

it('puts another model where it is told to', async () => {
  const { url } = await startHub();
  const folder = newFolder();
  const { code, stderr } = await pull(folder, url, '--model', 'someone/else', '--to', 'here');
  expect(code).toBe(1);
  expect(stderr).toBe(
    `dondoc models: ${url}/someone/else/resolve/main/config.json answers 404. Check --model and --from.\n`,
  );
  expect(readdirSync(folder)).toEqual([]);
  expect((await pull(folder, url, '--to', 'here')).stdout).toBe('EMBEDDINGS=here/multilingual-e5-small\n');
});

it.each<[string, Answer]>([
  [
    'whose length was told',
    (response, content) => {
      response.writeHead(200, { 'content-length': content.length });
      response.write(content.subarray(0, 1_000), () => response.destroy());
    },
  ],
  [
    'sent in pieces',
    (response, content) => void response.write(content.subarray(0, 1_000), () => response.destroy()),
  ],
])('leaves no half model when the connection is cut in a file %s, and goes on from there', async (_, cut) => {
  const { url, asked, answers } = await startHub();
  const folder = newFolder();
  answers.set(BIG, cut);
  const { code, stderr } = await pull(folder, url);
  expect(code).toBe(1);
  expect(stderr.trim().split('\n').at(-1)).toMatch(
    /^dondoc models: http\S+model_quantized\.onnx cannot be fetched \(\w+\)\. Run the command again/,
  );
  expect(existsSync(join(folder, HOME))).toBe(false);

  answers.clear();
  asked.length = 0;
  expect((await pull(folder, url)).code).toBe(0);
  expect(asked).toEqual([BIG]);
  expect(readdirSync(join(folder, 'models'))).toEqual(['multilingual-e5-small']);
});

it('does not take the page of a network that asks to log in for a model', async () => {
  const { url, answers } = await startHub();
  const folder = newFolder();
  answers.set('config.json', (response) => void response.writeHead(200).end('<html>Đăng nhập</html>'));
  const { code, stderr } = await pull(folder, url);
  expect(code).toBe(1);
  expect(stderr).toContain('config.json answers something other than the file. Check --from');
});

it('says in one line that there is no network', async () => {
  const folder = newFolder();
  const { code, stdout, stderr } = await pull(folder, `http://127.0.0.1:${await freePort()}`);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(
    /^dondoc models: http\S+ cannot be fetched \(ECONNREFUSED\)\. .*copy the folder.*\n$/,
  );
  expect(readdirSync(folder)).toEqual([]);
});

it('refuses words it does not know', async () => {
  expect((await runCommand(['models'])).code).toBe(2);
  expect((await runCommand(['models', 'pull', '--model', '../x'])).code).toBe(2);
});
