const hiddenFrame = 100; // milliseconds: a page that is not on screen gets no frames

/**
 * A value that tells when it changed, and only then. Everyone is told once per frame, however often it changed in it: a
 * page that cannot keep up draws less often instead of later and later. A change of one of `atOnce`, what she types, is
 * told before the next event.
 */
export function createStore<S extends object>(initial: S, atOnce: readonly (keyof S)[] = []) {
  let state = initial;
  let waiting: "" | "frame" | "turn" = "";
  const listeners: ((state: S) => void)[] = [];

  function tell() {
    waiting = "";
    for (const listener of listeners) listener(state);
  }

  const tellDue = () => void (waiting && tell());

  return {
    get: () => state,
    tell,
    patch(change: Partial<S>) {
      const next = { ...state, ...change };
      const changed = (Object.keys(change) as (keyof S)[]).filter((key) => next[key] !== state[key]);
      state = next;
      if (waiting !== "turn" && changed.some((key) => atOnce.includes(key))) {
        waiting = "turn";
        queueMicrotask(tellDue);
      } else if (changed[0] && !waiting) {
        waiting = "frame";
        requestAnimationFrame(tellDue);
        setTimeout(tellDue, hiddenFrame);
      }
    },
    subscribe(listener: (state: S) => void) {
      listeners.push(listener);
    },
  };
}

export type Store<S extends object> = ReturnType<typeof createStore<S>>;
