import type { Clock } from '../../core/clock.ts';

const windowMs = 60_000;
const pruneAt = 10_000;

/** Counts per key in windows of a minute; returns the seconds to wait, 0 when one more is fine. */
export function createRateLimit(limit: number, clock: Clock): (key: string) => number {
  const windows = new Map<string, { count: number; endsAt: number }>();
  return (key) => {
    const now = clock.now().getTime();
    if (windows.size > pruneAt) {
      for (const [name, window] of windows) if (window.endsAt <= now) windows.delete(name);
    }
    const window = windows.get(key);
    if (!window || window.endsAt <= now) {
      windows.set(key, { count: 1, endsAt: now + windowMs });
      return 0;
    }
    window.count += 1;
    return window.count <= limit ? 0 : Math.ceil((window.endsAt - now) / 1000);
  };
}
