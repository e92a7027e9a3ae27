import type { Assistant } from '../answers/answer.ts';
import type { Rephraser } from '../answers/rephraser.ts';
import type { Parts } from '../conversation/turn.ts';

export interface ThinkingParts {
  assistant: Assistant;
  rephraser?: Rephraser | undefined;
}

/** Asking with what was thought before, and thinking: the two ways the optional models reach a conversation. */
export function createThinking({ assistant, rephraser }: ThinkingParts): Pick<Parts, 'ask' | 'think'> {
  if (!rephraser) return { ask: assistant.ask };
  return {
    ask: (text, context) => rephraser.apply(text, assistant.ask(text, context)),
    think: (text, context, names) => {
      const answer = assistant.ask(text, context);
      return rephraser.wants(text, answer) ? () => rephraser.think(text, answer, names) : null;
    },
  };
}
