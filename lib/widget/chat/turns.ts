export type InTurn = ReturnType<typeof createTurns>;

/** Runs one job after the other: what begins, names or ends a visit never overtakes what was asked before it. */
export function createTurns() {
  let last: Promise<unknown> = Promise.resolve();
  return function inTurn<T>(job: () => Promise<T>): Promise<T> {
    const mine = last.then(() => job());
    last = mine.catch(() => {});
    return mine;
  };
}
