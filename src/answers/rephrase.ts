import { z } from 'zod';
import type { Answer } from '../core/answer.ts';
import type { ModelReply, ModelRequest } from '../core/model.ts';
import type { Knowledge } from '../core/programme.ts';
import { correct } from '../knowledge/passages.ts';
import { calledIn } from '../wording/called.ts';
import { answers as english } from '../wording/en/answers.ts';
import { answers as vietnamese } from '../wording/vi/answers.ts';
import { type Fault, faultOf } from './check-rephrasing.ts';

/** Why what a model wrote is not shown: `shape`, `uncited` and `none` besides what a sentence may do wrong. */
export type Rejection = Fault | 'shape' | 'uncited' | 'none' | 'long';

const MOST_SOURCES = 4;
const MOST_SENTENCES = 4;
const LONGEST_SENTENCE = 400;
const MAX_TOKENS = 700;

const SCHEMA = {
  name: 'rephrased_answer',
  schema: {
    type: 'object',
    properties: {
      sentences: {
        type: 'array',
        items: {
          type: 'object',
          properties: {
            text: { type: 'string' },
            sources: { type: 'array', items: { type: 'string' } },
          },
          required: ['text', 'sources'],
          additionalProperties: false,
        },
      },
    },
    required: ['sentences'],
    additionalProperties: false,
  },
};

const Written = z.object({
  sentences: z.array(z.object({ text: z.string().trim().min(1), sources: z.array(z.string()) })),
});

/** What the model is asked: the question, already without personal data, and the passages under tokens of ours. */
export function rephraseRequest(
  question: string,
  answer: Answer,
  knowledge: Pick<Knowledge, 'corrections'>,
  instructions: string,
): ModelRequest {
  const input = JSON.stringify({
    language: answer.language,
    question,
    passages: sourcesOf(answer, knowledge).map(({ token, text }) => ({ token, text })),
  });
  return { instructions, input, schema: SCHEMA, maxTokens: MAX_TOKENS };
}

/** The answer in the model's words, or why they are not shown. */
export function rephrased(
  answer: Answer,
  value: ModelReply['value'],
  knowledge: Pick<Knowledge, 'about' | 'corrections' | 'agencies' | 'glossary' | 'phrasings' | 'source'>,
): { text: string } | { rejected: Rejection } {
  const written = Written.safeParse(value);
  if (!written.success) return { rejected: 'shape' };
  const { sentences } = written.data;
  if (sentences.length === 0) return { rejected: 'none' };
  if (sentences.length > MOST_SENTENCES || sentences.some(({ text }) => text.length > LONGEST_SENTENCE))
    return { rejected: 'long' };
  const words = (answer.language === 'en' ? english : vietnamese)(calledIn(knowledge.about, answer.language));
  const given = sourcesOf(answer, knowledge);
  const lines: string[] = [];
  for (const { text, sources } of sentences) {
    // A token we did not give is no source.
    const cited = given.filter(({ token }) => sources.includes(token));
    if (cited.length === 0) return { rejected: 'uncited' };
    const support = {
      passages: cited.map((source) => source.text),
      facts: [
        ...(answer.rephrase?.keep ?? []),
        ...cited.flatMap(({ address }) => askedFor(address, knowledge)),
      ],
    };
    const said = text.replace(/\s+/gu, ' ').normalize('NFC');
    const fault = faultOf(said, support, answer.language, knowledge);
    if (fault) return { rejected: fault };
    lines.push(words.rephrased(said, [...new Set(cited.map(({ address }) => address))].join(', ')));
  }
  return { text: [lines.join(' '), ...(answer.rephrase?.keep ?? []), words.rephrasedNote].join('\n') };
}

/** The passages of an answer, typing errors of the source mended, each under its token. */
function sourcesOf(
  { citations }: Answer,
  { corrections }: Pick<Knowledge, 'corrections'>,
): { token: string; address: string; text: string }[] {
  return citations.slice(0, MOST_SOURCES).map(({ address, quote, line }, index) => ({
    token: `S${index + 1}`,
    address,
    text: correct(quote, line, corrections),
  }));
}

function askedFor(address: string, { phrasings }: Pick<Knowledge, 'phrasings'>): string[] {
  return phrasings.filter((row) => row.address === address).flatMap(({ en }) => en);
}
