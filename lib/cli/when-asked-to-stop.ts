/** npm passes on the Ctrl-C that the terminal already sent us: two signals this close together are one wish. */
const ONE_WISH_MS = 1_000;
const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Calls `stop` once, at the first signal; a further signal aborts the `hurry` it was given. `done` resolves with the
 * exit code when `stop` has ended.
 */
export function whenAskedToStop(stop: (hurry: AbortSignal) => Promise<void>) {
  const asked = new AbortController();
  const hurry = new AbortController();
  const done = new Promise<number>((resolve, reject) => {
    let first = 0;
    const ask = () => {
      if (asked.signal.aborted && Date.now() - first > ONE_WISH_MS) hurry.abort();
      if (asked.signal.aborted) return;
      first = Date.now();
      asked.abort();
      stop(hurry.signal).then(() => resolve(0), reject);
    };
    for (const signal of signals) process.on(signal, ask);
  });
  return { signal: asked.signal, done };
}
