import type { Clock } from '../../core/clock.ts';

const windowMs = 60_000;

/**
 * Counts per key in one window of a minute for all; returns the seconds to wait, 0 when one more is fine. Keys are
 * forgotten with the window, so made-up ones cost one minute's memory and no searching.
 */
export function createRateLimit(limit: number, clock: Clock): (key: string) => number {
  const counts = new Map<string, number>();
  let endsAt = 0;
  return (key) => {
    const now = clock.now().getTime();
    if (now >= endsAt) {
      counts.clear();
      endsAt = now + windowMs;
    }
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count <= limit ? 0 : Math.ceil((endsAt - now) / 1000);
  };
}
