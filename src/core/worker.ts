/** Something that works off what is waiting, until stopped. */
export interface Worker {
  start(): void;
  /** Resolves when the work in hand is finished. */
  stop(): Promise<void>;
  /** There may be work: look now. */
  poke(): void;
  /** Works until nothing is due; returns how much was done. */
  drain(): Promise<number>;
}

const SAFETY_POLL_MS = 500;

/** Repeats `step` (one batch; returns how many it did) whenever poked, and now and then in case a poke was missed. */
export function createWorker(step: () => Promise<number>, onError: (error: unknown) => void): Worker {
  let running: Promise<number> | null = null;
  let again = false;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;

  async function loop(): Promise<number> {
    let total = 0;
    do {
      again = false;
      const done = await step();
      total += done;
      if (done > 0) again = true;
    } while (again && !stopped);
    return total;
  }

  function run(): Promise<number> {
    again = true;
    running ??= loop().finally(() => {
      running = null;
    });
    return running;
  }

  const poke = (): void => {
    if (!stopped) run().catch(onError);
  };
  return {
    start: () => {
      timer = setInterval(poke, SAFETY_POLL_MS);
      poke();
    },
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await running?.catch(onError);
    },
    poke,
    drain: run,
  };
}
