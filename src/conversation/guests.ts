import { fold } from '../core/text.ts';
import type { Turn } from './turn.ts';

/** Where guests are off, who has not joined may only join; of a group nobody is known. */
export function isShutOut({ parts, person, message }: Turn, text: string): boolean {
  if (parts.guests || person) return false;
  return message.group || !/^\/(?:thamgia|lienket|start(?:@\S+)? +\S)/.test(fold(text));
}
