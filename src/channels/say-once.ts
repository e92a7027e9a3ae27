import type { Clock } from '../core/clock.ts';

const REPEAT_AFTER_MS = 5 * 60_000;

/** Hands plain sentences on; the same one at most every five minutes. */
export function sayOnce(
  clock: Clock,
  say: (sentence: string) => void = () => {},
): (sentence: string) => void {
  const said = new Map<string, number>();
  return (sentence) => {
    const now = clock.now().getTime();
    if (now - (said.get(sentence) ?? Number.NEGATIVE_INFINITY) < REPEAT_AFTER_MS) return;
    said.set(sentence, now);
    say(sentence);
  };
}
