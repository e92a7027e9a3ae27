import type { Assistant } from '../answers/answer.ts';
import type { Rephraser } from '../answers/rephraser.ts';
import type { Parts } from '../conversation/turn.ts';
import type { Dense } from '../core/embedder.ts';

export interface ThinkingParts {
  assistant: Assistant;
  dense?: Dense | undefined;
  rephraser?: Rephraser | undefined;
}

/**
 * Asking with what was thought before, and thinking: the two ways the optional models reach a conversation. Asking once
 * tells the search which queries it has no vector of; only with them is it known what the model should put into words.
 */
export function createThinking({ assistant, dense, rephraser }: ThinkingParts): Pick<Parts, 'ask' | 'think'> {
  const ask: Parts['ask'] = (text, context) => {
    const answer = assistant.ask(text, context);
    return rephraser ? rephraser.apply(text, answer) : answer;
  };
  if (!dense && !rephraser) return { ask };
  return {
    ask,
    think: (text, context, names) => {
      const first = assistant.ask(text, context);
      if (!dense && !rephraser?.wants(text, first)) return null;
      return async () => {
        await dense?.settle();
        await rephraser?.think(text, dense ? assistant.ask(text, context) : first, names);
      };
    },
  };
}
