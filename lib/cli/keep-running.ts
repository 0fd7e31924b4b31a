import { setTimeout as pause } from "node:timers/promises";

/** Something started: `gone` resolves with the reason when it has ended, whoever ended it. */
export type Running = { pid: number; gone: Promise<string>; stop(patienceMs: number): Promise<void> };

type Care = {
  start: () => Promise<Running>;
  /** Told each time it runs. */
  onStart?: (running: Running) => void;
  /** Told each time it ends by itself, with what happens next. */
  say: (line: string) => void;
  delays?: { firstMs: number; mostMs: number; healthyMs: number };
};

/**
 * Keeps one thing running: when it ends by itself it is started again after 0.2 s, twice as long each further time up
 * to 5 s, and from 0.2 s again once it had lived that long. `stop` ends it for good, in the given time.
 */
export function keepRunning(name: string, care: Care) {
  const { firstMs, mostMs, healthyMs } = care.delays ?? { firstMs: 200, mostMs: 5_000, healthyMs: 5_000 };
  const stopping = new AbortController();
  let current: Running | undefined;
  let delay = firstMs;

  async function once() {
    const began = Date.now();
    try {
      current = await care.start();
      care.onStart?.(current);
      if (stopping.signal.aborted) await current.stop(0);
      return await current.gone;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    } finally {
      if (Date.now() - began > healthyMs) delay = firstMs;
    }
  }

  async function keep() {
    while (!stopping.signal.aborted) {
      const reason = await once();
      if (stopping.signal.aborted) return;
      care.say(`The ${name} stopped (${reason}). It starts again in ${delay / 1000} s.`);
      await pause(delay, undefined, { signal: stopping.signal }).catch(() => undefined);
      delay = Math.min(delay * 2, mostMs);
    }
  }

  const kept = keep();
  return {
    async stop(patienceMs: number) {
      stopping.abort();
      await current?.stop(patienceMs);
      await kept;
    },
  };
}

export type Kept = ReturnType<typeof keepRunning>;
