import { createRephraser } from '../../answers/rephraser.ts';
import type { Parts } from '../../conversation/turn.ts';
import type { Answer, AskMemory } from '../../core/answer.ts';
import type { Clock } from '../../core/clock.ts';
import { createParts } from '../build-app.ts';
import type { Line } from '../command-line.ts';
import { readConfig } from '../config.ts';
import { loadDense } from '../embeddings.ts';
import { openModel } from '../open-model.ts';
import { clockOf, linesOf, openKnowledge, option, print } from './support.ts';

/** `ask "…"`, `ask --json --batch FILE|-`: questions without a store; lines of one conversation share its memory. */
export async function ask(line: Line): Promise<number> {
  const clock = clockOf(line);
  const parts = await openParts(clock);
  const memories = new Map<string, AskMemory | null>();
  const one = async (text: string, conversation?: string): Promise<void> => {
    const started = performance.now();
    const memory = conversation ? (memories.get(conversation) ?? null) : null;
    const context = { now: clock.now(), agency: null, memory };
    await parts.think?.(text, context, [])?.();
    const answer = parts.ask(text, context);
    if (conversation) memories.set(conversation, answer.memory ?? memory);
    print(line.options.json ? result(answer, performance.now() - started) : readable(answer));
  };
  const batch = option(line, 'batch');
  if (batch === undefined) {
    if (line.words.length === 0) return 2;
    await one(line.words.join(' '));
    return 0;
  }
  for await (const row of linesOf(batch)) {
    if (row.trim() === '') continue;
    const { text, conversation } = parseRow(row);
    await one(text, conversation);
  }
  return 0;
}

/** Without a store the model's purse is this run's own. */
async function openParts(clock: Clock): Promise<Parts> {
  const knowledge = openKnowledge();
  const dense = await loadDense(knowledge);
  const model = openModel(readConfig(), () => {});
  if (!model) return createParts(knowledge, undefined, { dense });
  let left = model.dailyTokens;
  const rephraser = createRephraser({
    ...model,
    knowledge,
    clock,
    budget: {
      reserve: async (_day, tokens) => {
        if (tokens > left) return false;
        left -= tokens;
        return true;
      },
      settle: async (_day, reserved, spent) => {
        left += reserved - spent;
      },
    },
  });
  return createParts(knowledge, undefined, { dense, rephraser });
}

function parseRow(row: string): { text: string; conversation?: string } {
  if (!row.trimStart().startsWith('{')) return { text: row };
  try {
    const value: unknown = JSON.parse(row);
    if (typeof value !== 'object' || value === null || !('text' in value) || typeof value.text !== 'string')
      return { text: row };
    const conversation =
      'conversation' in value && value.conversation ? String(value.conversation) : undefined;
    return conversation ? { text: value.text, conversation } : { text: value.text };
  } catch {
    return { text: row };
  }
}

function result(answer: Answer, ms: number): object {
  const { text, outcome, intent, language, citations, agencies, choices } = answer;
  return {
    text,
    outcome,
    intent,
    language,
    citations,
    agencies,
    choices: choices.map(({ label }) => ({ label })),
    ms: Math.round(ms * 100) / 100,
  };
}

function readable(answer: Answer): string {
  return [answer.text, ...answer.choices.map((choice, index) => `  ${index + 1}. ${choice.label}`)].join(
    '\n',
  );
}
