import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What an OpenAI-compatible server was asked, as it came. */
export interface Asked {
  path: string;
  key: string | undefined;
  body: string;
  /** The question and the passages of it. */
  input: { language: string; question: string; passages: { token: string; text: string }[] };
}

export type Sentence = { text: string; sources: string[] };
/** How it answers: with sentences, with any text in place of the JSON, or by writing whatever it likes. */
export type Behaviour =
  | { kind: 'sentences'; write: (input: Asked['input']) => Sentence[] }
  | { kind: 'content'; content: string; finish?: string }
  | { kind: 'refusal' }
  | { kind: 'status'; status: number; body?: string; headers?: Record<string, string> }
  | { kind: 'raw'; write: (response: ServerResponse) => void };

export interface ModelStub {
  url: string;
  asked: Asked[];
  behave(behaviour: Behaviour): void;
  close(): Promise<void>;
}

/** A server on loopback that speaks as OpenAI does, well or badly. */
export async function startModelStub(first: Behaviour): Promise<ModelStub> {
  let behaviour = first;
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const { messages } = JSON.parse(body) as { messages: { content: string }[] };
    const input = readInput(messages[1]?.content ?? '');
    asked.push({
      path: request.url ?? '',
      key: request.headers.authorization,
      body,
      input,
    });
    answer(response, behaviour, input);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked,
    behave: (next) => {
      behaviour = next;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function readInput(content: string): Asked['input'] {
  try {
    return JSON.parse(content) as Asked['input'];
  } catch {
    return { language: '', question: content, passages: [] };
  }
}

function answer(response: ServerResponse, behaviour: Behaviour, input: Asked['input']): void {
  switch (behaviour.kind) {
    case 'status':
      response.writeHead(behaviour.status, { 'content-type': 'application/json', ...behaviour.headers });
      response.end(behaviour.body ?? JSON.stringify({ error: { message: 'no', code: null } }));
      return;
    case 'raw':
      behaviour.write(response);
      return;
    case 'refusal':
      send(response, { role: 'assistant', content: null, refusal: 'I cannot help with that' }, 'stop');
      return;
    case 'content':
      send(response, { role: 'assistant', content: behaviour.content }, behaviour.finish ?? 'stop');
      return;
    case 'sentences':
      send(
        response,
        { role: 'assistant', content: JSON.stringify({ sentences: behaviour.write(input) }) },
        'stop',
      );
  }
}

function send(response: ServerResponse, message: object, finish: string): void {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(
    JSON.stringify({
      id: 'c1',
      object: 'chat.completion',
      created: 1,
      model: 'stub',
      choices: [{ index: 0, message, finish_reason: finish }],
      usage: { prompt_tokens: 900, completion_tokens: 100, total_tokens: 1_000 },
    }),
  );
}
