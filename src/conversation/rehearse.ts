import type { AskContext } from '../core/answer.ts';
import type { Store, StoredMessage, Transaction } from '../core/store.ts';
import { converse } from './handle.ts';
import type { Parts } from './turn.ts';

/** A question a message would put to the assistant, and the names of those who write. */
export interface Asking {
  text: string;
  context: AskContext;
  names: string[];
  think: Parts['think'];
}

/** Ends the rehearsal's transaction without a trace. */
class Rehearsed extends Error {}

/**
 * What a message would ask, found by playing it through and rolling everything back: a model or an embedder is asked
 * before the message's own transaction, never inside it.
 */
export async function rehearse(
  store: Store,
  partsFor: (tx: Transaction) => Promise<Parts>,
  stored: StoredMessage,
  now: Date,
): Promise<Asking[]> {
  const asked: Asking[] = [];
  try {
    await store.transaction(async (tx) => {
      const parts = await partsFor(tx);
      const { channel, chat, senderName } = stored.message;
      const person = await tx.people.find(channel, chat);
      const names = [senderName ?? '', person?.name ?? ''].filter((name) => name !== '');
      const ask: Parts['ask'] = (text, context) => {
        asked.push({ text, context, names, think: parts.think });
        return parts.ask(text, context);
      };
      await converse({ ...parts, ask }, tx, stored, now, async () => {});
      throw new Rehearsed();
    });
  } catch (error) {
    if (!(error instanceof Rehearsed)) throw error;
  }
  return asked;
}
