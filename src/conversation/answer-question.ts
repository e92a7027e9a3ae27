import type { Reply } from '../core/message.ts';
import { formNote } from './forms.ts';
import { isFresh, type Turn } from './turn.ts';
import { draftNote } from './updates/drafts.ts';

/** Answers a question and remembers it for a follow-up. */
export async function answerQuestion(turn: Turn, text: string): Promise<Reply[]> {
  const { channel, chat } = turn.message;
  const state = await turn.tx.conversations.get(channel, chat);
  const fresh = state.memoryAt !== null && isFresh(state.memoryAt, turn.now);
  const answer = turn.parts.ask(text, {
    now: turn.now,
    agency: turn.person?.agency ?? null,
    memory: fresh ? state.memory : null,
  });
  await turn.tx.conversations.put(channel, chat, {
    ...state,
    memory: answer.memory ?? (fresh ? state.memory : null),
    memoryAt: answer.memory ? turn.now : state.memoryAt,
  });
  const note = (await draftNote(turn)) ?? (await formNote(turn));
  return [{ text: note ? `${answer.text}\n\n${note}` : answer.text, choices: answer.choices }];
}
