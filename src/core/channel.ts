import type { IncomingMessage, OutgoingMessage } from './message.ts';

/** Stores a message; resolves when it is safe to tell the platform "received". */
export type Receive = (message: IncomingMessage) => Promise<void>;

/** A way to reach people. `send` sends one platform message and throws nothing but SendError. */
export interface Channel {
  readonly name: string;
  /** Where it reaches one chat alone: what is for others is left to their own programs. */
  readonly onlyChat?: string;
  /** Longest text of one platform message, in UTF-16 units. */
  readonly maxTextLength: number;
  readonly maxChoices: number;
  /** Sends one message; resolves to the platform's id of it. `key` is the same for every retry of one message. */
  send(chat: string, message: OutgoingMessage, key: string): Promise<string>;
  /** The address that opens a chat here with a join code; null where it cannot be told (yet). */
  joinLink?(code: string): string | null;
  /** Fetches a file somebody sent, whole; at most so many bytes. Throws SendError. */
  fetchFile?(ref: string, stop: AbortSignal, maxBytes: number): Promise<Uint8Array>;
  /** Forgets a file that is not taken, where the channel holds it. */
  discardFile?(ref: string): Promise<void>;
  /** Answers the platform's deliveries, where the platform pushes. */
  handleWebhook?(request: Request, receive: Receive): Promise<Response>;
  /** Fetches deliveries, where we pull. `stop` waits for the one in hand. */
  start?(receive: Receive): Promise<void>;
  stop?(): Promise<void>;
}
