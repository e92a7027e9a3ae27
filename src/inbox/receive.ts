import type { Receive } from '../core/channel.ts';
import type { Clock } from '../core/clock.ts';
import type { IncomingMessage } from '../core/message.ts';
import type { Store } from '../core/store.ts';
import { cleanText, shorten } from '../core/text.ts';

/** Longer texts are kept to this many visible characters; the conversation tells the person. */
const MAX_KEPT = 20_000;

/** Keeps each delivery once; when it resolves the message is on disk. `wake` tells the worker. */
export function createReceive(store: Store, clock: Clock, wake: () => void = () => {}): Receive {
  return async (message) => {
    const fresh = await store.transaction((tx) => tx.inbox.receive(cleaned(message), clock.now()));
    if (fresh) wake();
  };
}

function cleaned(message: IncomingMessage): IncomingMessage {
  if (message.body.kind !== 'text') return message;
  return { ...message, body: { kind: 'text', text: shorten(cleanText(message.body.text), MAX_KEPT) } };
}
