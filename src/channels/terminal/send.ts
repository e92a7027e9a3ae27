import type { OutgoingMessage } from '../../core/message.ts';

/** What a person reads: the text, then the choices by the number that answers with them. */
export function writeTerminalMessage(message: OutgoingMessage): string {
  const choices = message.choices.map((choice, index) => `  ${index + 1}. ${choice.label}`);
  return [message.text, ...choices].join('\n');
}
