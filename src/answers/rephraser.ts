import { createHash } from 'node:crypto';
import type { Answer } from '../core/answer.ts';
import { type Clock, dayOf } from '../core/clock.ts';
import { ModelError, type ModelErrorCode } from '../core/errors.ts';
import type { LanguageModel, ModelRequest } from '../core/model.ts';
import type { Knowledge } from '../core/programme.ts';
import { isClassified } from '../understand/classified.ts';
import { redact } from '../understand/redact.ts';
import { type Rejection, rephrased, rephraseRequest } from './rephrase.ts';

/** What became of a question to the model; `busy`, `paused` and `budget`: it was not asked. */
export type ModelOutcome = 'used' | Rejection | ModelErrorCode | 'busy' | 'paused' | 'budget';

/** Tokens that may still be spent on a day, kept for all processes together. */
export interface TokenBudget {
  /** Takes tokens from the day's budget; false, and nothing taken, when they are not there. */
  reserve(day: string, tokens: number): Promise<boolean>;
  /** Gives back what was reserved too much (or takes more), all of it when nothing was spent. */
  settle(day: string, reserved: number, spent: number): Promise<void>;
}

export interface RephraserOptions {
  model: LanguageModel;
  instructions: string;
  knowledge: Knowledge;
  budget: TokenBudget;
  clock: Clock;
  /** Counts what became of each question; the person never hears of it. */
  onOutcome(outcome: ModelOutcome): void;
}

export interface Rephraser {
  /** True when asking the model could still change this answer. */
  wants(question: string, answer: Answer): boolean;
  /** Asks the model. Never throws: when anything is wrong, the answer stays as it is. */
  think(question: string, answer: Answer, names: string[]): Promise<void>;
  /** The answer in the model's words, where they are known and passed every check; else as it came. */
  apply(question: string, answer: Answer): Answer;
}

/** Questions to the model at a time; more would only wait for each other. */
const AT_ONCE = 8;
const KEPT = 500;
/** After this many faults of the server in a row it is left alone for a while: nobody should wait for it each time. */
const FAULTS = 3;
const PAUSE_MS = 60_000;
/** Vietnamese takes up to about one token for two characters. */
const CHARACTERS_A_TOKEN = 2;

/** Faults after which no token can have been paid for; what was late, cut, unreadable or declined had been written. */
const UNPAID_FAULTS: ReadonlySet<ModelErrorCode> = new Set([
  'unreachable',
  'rate_limited',
  'unpaid',
  'unauthorized',
  'failed',
]);

/** Tells whether a phrase stands in the source as written, or a single word in any case. */
export function knownIn(source: string): (phrase: string) => boolean {
  const vocabulary = new Set(source.toLowerCase().match(/\p{L}+/gu) ?? []);
  return (phrase) => (phrase.includes(' ') ? source.includes(phrase) : vocabulary.has(phrase.toLowerCase()));
}

/** Says answers in a model's words, behind checks, a daily budget and a memory of what was said before. */
export function createRephraser(options: RephraserOptions): Rephraser {
  const { model, instructions, knowledge, budget, clock, onOutcome } = options;
  const texts = new Map<string, string | null>();
  const isKnown = knownIn(knowledge.source);
  let pausedUntil = 0;
  let faults = 0;
  let running = 0;

  // Nothing anybody said is kept, only its mark.
  const keyOf = (question: string, answer: Answer): string =>
    createHash('sha256').update(`${question}\n${answer.text}`).digest('base64');
  const remember = (key: string, text: string | null): void => {
    texts.set(key, text);
    const [oldest] = texts.keys();
    if (texts.size > KEPT && oldest !== undefined) texts.delete(oldest);
  };

  async function ask(
    request: ModelRequest,
    answer: Answer,
  ): Promise<{ outcome: ModelOutcome; text: string | null }> {
    const now = clock.now();
    if (now.getTime() < pausedUntil) return { outcome: 'paused', text: null };
    if (running >= AT_ONCE) return { outcome: 'busy', text: null };
    const day = dayOf(now);
    const reserved =
      Math.ceil((request.instructions.length + request.input.length) / CHARACTERS_A_TOKEN) +
      request.maxTokens;
    if (!(await budget.reserve(day, reserved))) return { outcome: 'budget', text: null };
    running += 1;
    try {
      const { value, tokens } = await model.complete(request);
      faults = 0;
      if (tokens !== null) await budget.settle(day, reserved, tokens);
      const result = rephrased(answer, value, knowledge);
      return 'text' in result
        ? { outcome: 'used', text: result.text }
        : { outcome: result.rejected, text: null };
    } catch (error) {
      // An outage must not eat the day's purse.
      if (error instanceof ModelError && UNPAID_FAULTS.has(error.code)) await budget.settle(day, reserved, 0);
      throw error;
    } finally {
      running -= 1;
    }
  }

  return {
    wants: (question, answer) =>
      answer.rephrase !== undefined && !isClassified(question) && !texts.has(keyOf(question, answer)),
    think: async (question, answer, names) => {
      if (answer.rephrase === undefined || isClassified(question)) return;
      const key = keyOf(question, answer);
      if (texts.has(key)) return;
      const request = rephraseRequest(redact(question, isKnown, names), answer, knowledge, instructions);
      try {
        const { outcome, text } = await ask(request, answer);
        // What a check refused is refused again; what was not asked may be asked later.
        if (!['busy', 'paused', 'budget'].includes(outcome)) remember(key, text);
        onOutcome(outcome);
      } catch (error) {
        const known = error instanceof ModelError ? error : new ModelError('failed', 'the question failed');
        faults += 1;
        const pause = Math.max(known.pauseMs, faults >= FAULTS ? PAUSE_MS : 0);
        pausedUntil = Math.max(pausedUntil, clock.now().getTime() + pause);
        onOutcome(known.code);
      }
    },
    apply: (question, answer) => {
      const text = texts.get(keyOf(question, answer));
      return text ? { ...answer, text } : answer;
    },
  };
}
