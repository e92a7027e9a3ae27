import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ModelError } from '../../src/core/errors.ts';
import { createOpenAiModel } from '../../src/llm/openai-model.ts';
import { type Behaviour, type ModelStub, startModelStub } from '../support/model-stub.ts';

const REQUEST = {
  instructions: 'Say yes.',
  input: 'Well?',
  schema: { name: 'well', schema: { type: 'object' } },
  maxTokens: 50,
};
const KEY = 'sk-secret-of-ours';

let server: ModelStub;
beforeEach(async () => {
  server = await startModelStub({ kind: 'content', content: '{"well":true}' });
});
afterEach(() => server.close());

const ask = (timeoutMs = 2_000) =>
  createOpenAiModel({ url: server.url, model: 'stub', key: KEY, timeoutMs }).complete(REQUEST);

/** What it throws when the server behaves so. */
async function faultOf(behaviour: Behaviour, timeoutMs?: number): Promise<ModelError> {
  server.behave(behaviour);
  const fault = await ask(timeoutMs).then(
    () => null,
    (error: unknown) => error,
  );
  if (!(fault instanceof ModelError)) throw new Error(`threw ${String(fault)}`);
  expect(fault.message).not.toContain(KEY);
  return fault;
}

describe('the model behind an OpenAI-compatible server', () => {
  it('sends instructions, input and schema with the key, and reads value and cost', async () => {
    expect(await ask()).toEqual({ value: { well: true }, tokens: 1_000 });
    expect(server.asked[0]?.path).toBe('/v1/chat/completions');
    expect(server.asked[0]?.key).toBe(`Bearer ${KEY}`);
    expect(JSON.parse(server.asked[0]?.body ?? '')).toMatchObject({
      model: 'stub',
      messages: [
        { role: 'system', content: 'Say yes.' },
        { role: 'user', content: 'Well?' },
      ],
      response_format: { type: 'json_schema', json_schema: { name: 'well', strict: true } },
    });
  });

  it.each<[string, string, Behaviour]>([
    ['malformed', 'no JSON in the answer', { kind: 'content', content: 'Yes, of course!' }],
    ['malformed', 'JSON cut off', { kind: 'content', content: '{"well":', finish: 'length' }],
    ['malformed', 'a page instead', { kind: 'raw', write: (r) => r.end('<html>Bad gateway</html>') }],
    ['malformed', 'JSON of another kind', { kind: 'status', status: 200, body: '[1,2]' }],
    ['malformed', 'no choices', { kind: 'status', status: 200, body: '{"choices":[]}' }],
    ['refused', 'a refusal', { kind: 'refusal' }],
    ['refused', 'a filter', { kind: 'content', content: '', finish: 'content_filter' }],
    ['unauthorized', '401', { kind: 'status', status: 401 }],
    ['unpaid', '402', { kind: 'status', status: 402 }],
    ['failed', '500', { kind: 'status', status: 500 }],
    ['failed', '404', { kind: 'status', status: 404 }],
    ['unreachable', 'a broken connection', { kind: 'raw', write: (r) => r.destroy() }],
  ])('says %s for %s, at the first try', async (code, _what, behaviour) => {
    expect((await faultOf(behaviour)).code).toBe(code);
    expect(server.asked).toHaveLength(1);
  });

  it('keeps away as long as a busy server asks, and longer from an empty purse', async () => {
    const busy = await faultOf({ kind: 'status', status: 429, headers: { 'retry-after': '7' } });
    expect(busy).toMatchObject({ code: 'rate_limited', pauseMs: 7_000 });
    expect((await faultOf({ kind: 'status', status: 429 })).pauseMs).toBeGreaterThan(7_000);
    const body = JSON.stringify({ error: { message: 'no money', code: 'insufficient_quota' } });
    expect(await faultOf({ kind: 'status', status: 429, body })).toMatchObject({ code: 'unpaid' });
  });

  it('gives up in time on a server that accepts and says nothing', async () => {
    expect((await faultOf({ kind: 'raw', write: () => {} }, 150)).code).toBe('timeout');
  });

  it('gives up in time on a body that drips for ever', async () => {
    const drip = (response: import('node:http').ServerResponse): void => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const timer = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(timer));
    };
    expect((await faultOf({ kind: 'raw', write: drip }, 200)).code).toBe('timeout');
  });

  it('stops reading a flood', async () => {
    let written = 0;
    let closed: Promise<void> = Promise.resolve();
    const flood = (response: import('node:http').ServerResponse): void => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const chunk = 'x'.repeat(64 * 1024);
      const pour = (): void => {
        if (response.destroyed) return;
        written += chunk.length;
        if (response.write(chunk)) setImmediate(pour);
        else response.once('drain', pour);
      };
      closed = new Promise((resolve) => response.once('close', resolve));
      pour();
    };
    expect((await faultOf({ kind: 'raw', write: flood }, 10_000)).code).toBe('malformed');
    await closed;
    expect(written).toBeLessThan(64 * 1024 * 1024);
  });

  it('says unreachable where nobody listens', async () => {
    const { url } = server;
    const model = createOpenAiModel({
      url: url.replace(/:\d+/, ':1'),
      model: 'm',
      key: KEY,
      timeoutMs: 2_000,
    });
    await expect(model.complete(REQUEST)).rejects.toMatchObject({ code: 'unreachable' });
  });
});
