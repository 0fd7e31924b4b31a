/** A value that tells when it changed; everyone is told once per turn, however often it changed in it. */
export function createStore<S extends object>(initial: S) {
  let state = initial;
  let told = true;
  const listeners: ((state: S) => void)[] = [];
  return {
    get: () => state,
    patch(change: Partial<S>) {
      state = { ...state, ...change };
      if (!told) return;
      told = false;
      queueMicrotask(() => {
        told = true;
        for (const listener of listeners) listener(state);
      });
    },
    subscribe(listener: (state: S) => void) {
      listeners.push(listener);
    },
  };
}

export type Store<S extends object> = ReturnType<typeof createStore<S>>;
