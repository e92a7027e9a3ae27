import OpenAI, { APIConnectionError, APIConnectionTimeoutError, APIError, APIUserAbortError } from 'openai';
import { ModelError } from '../core/errors.ts';
import type { LanguageModel, ModelReply, ModelRequest } from '../core/model.ts';
import { limitedFetch, TooLarge } from './limited-fetch.ts';

export interface OpenAiOptions {
  /** Address of an OpenAI-compatible server, with its version: `https://api.openai.com/v1`, `http://10.0.0.5:8000/v1`. */
  url: string;
  model: string;
  key: string;
  /** For the whole answer, its body included. */
  timeoutMs: number;
}

/** How long a server that gives no `retry-after` is left alone. */
const RATE_PAUSE_MS = 30_000;
const LONGEST_PAUSE_MS = 10 * 60_000;
/** A wrong key and an empty purse are mended by people. */
const MENDED_BY_PEOPLE_MS = 10 * 60_000;
const UNREACHABLE_PAUSE_MS = 15_000;

/** The model behind an OpenAI-compatible server. One try a question: the answer without it is ready. */
export function createOpenAiModel({ url, model, key, timeoutMs }: OpenAiOptions): LanguageModel {
  const client = new OpenAI({
    baseURL: url,
    apiKey: key,
    organization: null,
    project: null,
    maxRetries: 0,
    timeout: timeoutMs,
    fetch: limitedFetch,
    logLevel: 'off',
  });
  return {
    name: model,
    complete: async (request) => {
      // The client's own time limit ends with the first byte; a body may drip for ever.
      const signal = AbortSignal.timeout(timeoutMs);
      try {
        return await ask(client, model, request, signal);
      } catch (error) {
        throw toModelError(error, signal);
      }
    },
  };
}

async function ask(
  client: OpenAI,
  model: string,
  { instructions, input, schema, maxTokens }: ModelRequest,
  signal: AbortSignal,
): Promise<ModelReply> {
  const reply = await client.chat.completions.create(
    {
      model,
      messages: [
        { role: 'system', content: instructions },
        { role: 'user', content: input },
      ],
      temperature: 0,
      max_tokens: maxTokens,
      response_format: { type: 'json_schema', json_schema: { ...schema, strict: true } },
    },
    { signal },
  );
  // A server that only claims to be compatible may send anything.
  const choice = Array.isArray(reply?.choices) ? reply.choices[0] : undefined;
  if (choice?.message?.refusal || choice?.finish_reason === 'content_filter')
    throw new ModelError('refused', 'the model refused');
  const content = choice?.message?.content;
  if (typeof content !== 'string') throw new ModelError('malformed', 'the answer has no text');
  if (choice?.finish_reason === 'length') throw new ModelError('malformed', 'the answer was cut off');
  const tokens = reply.usage?.total_tokens;
  return { value: parse(content), tokens: typeof tokens === 'number' ? tokens : null };
}

function parse(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    throw new ModelError('malformed', 'the answer is no JSON');
  }
}

function toModelError(error: unknown, signal: AbortSignal): ModelError {
  if (error instanceof ModelError) return error;
  if (signal.aborted || error instanceof APIConnectionTimeoutError || error instanceof APIUserAbortError)
    return new ModelError('timeout', 'no answer in time');
  if (error instanceof TooLarge || (error instanceof Error && error.cause instanceof TooLarge))
    return new ModelError('malformed', 'the answer is far too long');
  if (error instanceof APIConnectionError)
    return new ModelError('unreachable', 'the server cannot be reached', { pauseMs: UNREACHABLE_PAUSE_MS });
  if (error instanceof APIError) return fromStatus(error);
  if (error instanceof SyntaxError) return new ModelError('malformed', 'the answer is no JSON');
  return new ModelError('failed', 'the question failed');
}

function fromStatus({ status, code, headers }: APIError): ModelError {
  if (status === 402 || code === 'insufficient_quota')
    return new ModelError('unpaid', 'the account has no money', { pauseMs: MENDED_BY_PEOPLE_MS });
  if (status === 401 || status === 403)
    return new ModelError('unauthorized', 'the server refuses the key', { pauseMs: MENDED_BY_PEOPLE_MS });
  if (status === 429) {
    const seconds = Number(headers?.get('retry-after'));
    const pauseMs = seconds > 0 ? Math.min(seconds * 1_000, LONGEST_PAUSE_MS) : RATE_PAUSE_MS;
    return new ModelError('rate_limited', 'too many questions', { pauseMs });
  }
  return new ModelError('failed', `the server answered ${status ?? 'nothing'}`);
}
