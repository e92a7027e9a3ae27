import { expect, it } from 'vitest';
import { createPace } from '../../src/channels/pace.ts';

/** A pace on a clock that only waiting moves; the moments at which turns were given. */
function open(perSecond: number) {
  let at = 0;
  const turns: number[] = [];
  const waits: { until: number; go: () => void }[] = [];
  const pace = createPace(perSecond, {
    now: () => at,
    sleep: (ms) => new Promise<void>((go) => waits.push({ until: at + ms, go })),
  });
  return {
    turns,
    ask: () => void pace().then(() => turns.push(at)),
    pass: async (ms: number) => {
      const end = at + ms;
      await Promise.resolve();
      await Promise.resolve();
      for (at += 1; at <= end; at += 1) {
        for (const wait of waits.filter(({ until }) => until <= at)) {
          waits.splice(waits.indexOf(wait), 1);
          wait.go();
        }
        await Promise.resolve();
        await Promise.resolve();
      }
      at = end;
    },
  };
}

it('gives no more turns in any second than it was told, and none later than needed', async () => {
  const { turns, ask, pass } = open(25);
  for (let asked = 0; asked < 100; asked += 1) ask();
  await pass(5_000);
  expect(turns).toHaveLength(100);
  for (const begin of turns)
    expect(turns.filter((at) => at >= begin && at < begin + 1_000).length).toBeLessThanOrEqual(25);
  expect(turns.at(-1)).toBeLessThanOrEqual(4_000);
});

it('does not save up turns that nobody took', async () => {
  const { turns, ask, pass } = open(10);
  ask();
  await pass(10_000);
  ask();
  ask();
  await pass(1_000);
  expect((turns[2] ?? 0) - (turns[1] ?? 0)).toBeGreaterThanOrEqual(99);
});
