import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Channel } from '../../core/channel.ts';
import { SendError } from '../../core/errors.ts';
import type { IncomingMessage, OutgoingMessage } from '../../core/message.ts';
import { createLineParser } from './parse.ts';

export interface TerminalOptions {
  output: (message: OutgoingMessage) => void;
  /** The one conversation; `terminal` unless given. */
  chat?: string | undefined;
}

export interface TerminalChannel extends Channel {
  readonly chat: string;
  /** A line somebody typed, as the inbox takes it. */
  line(text: string): IncomingMessage;
}

/** One conversation on standard input and output; the caller owns the streams. */
export function createTerminalChannel(options: TerminalOptions): TerminalChannel {
  const chat = options.chat ?? 'terminal';
  return {
    name: 'terminal',
    onlyChat: chat,
    chat,
    maxTextLength: 100_000,
    maxChoices: 50,
    line: createLineParser(chat),
    fetchFile: async (path) => {
      try {
        return await readFile(path);
      } catch {
        throw new SendError('rejected', 'Terminal: the file cannot be read');
      }
    },
    async send(_chat, message) {
      try {
        options.output(message);
      } catch {
        throw new SendError('unreachable', 'Terminal: the output is closed');
      }
      return randomUUID();
    },
  };
}
