import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ModelOutcome } from '../answers/rephraser.ts';
import { ConfigError } from '../core/errors.ts';
import { createOpenAiModel } from '../llm/openai-model.ts';
import type { RephraseOptions } from './build-app.ts';
import type { Config } from './config.ts';

const PROMPT = 'rephrase-answer.md';

/** The model the settings name and what it is told, or undefined where it is off. */
export function openModel(
  { model, promptsFolder }: Config,
  onOutcome: (outcome: ModelOutcome) => void,
): RephraseOptions | undefined {
  if (!model) return undefined;
  const { dailyTokens, ...options } = model;
  return {
    model: createOpenAiModel(options),
    instructions: readPrompt(promptsFolder),
    dailyTokens,
    onOutcome,
  };
}

function readPrompt(folder: string): string {
  try {
    return readFileSync(join(folder, PROMPT), 'utf8');
  } catch {
    throw new ConfigError(`prompts/${PROMPT} cannot be read: restore it from the repository`);
  }
}
