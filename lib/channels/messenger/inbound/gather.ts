import { AppError } from "#lib/core/errors";

type Waiting<T> = { item: T; bytes: number; resolve: () => void; reject: (error: unknown) => void };

export type GatherLimits = {
  /** Calls of `store` that may run at the same time. */
  slots: number;
  /** Most items, and bytes, that are stored together. */
  together: { items: number; bytes: number };
  /** Most items, and bytes, that may wait their turn; beyond it an item is refused at once. */
  waiting: { items: number; bytes: number };
};

/**
 * Stores what many callers bring in as few calls of `store` as possible: while all slots are taken, the next callers gather. Each
 * caller is answered when its own batch is stored, or refused with the batch's error; beyond the limits with 503.
 */
export function gather<T>(
  store: (items: T[]) => Promise<void>,
  limits: GatherLimits,
): (item: T, bytes: number) => Promise<void> {
  let queue: Waiting<T>[] = [];
  let queuedBytes = 0;
  let running = 0;

  function nextBatch(): Waiting<T>[] {
    let [count, bytes] = [0, 0];
    for (const { bytes: more } of queue) {
      if (count === limits.together.items || (count > 0 && bytes + more > limits.together.bytes)) break;
      count += 1;
      bytes += more;
    }
    const batch = queue.slice(0, count);
    queue = queue.slice(count);
    queuedBytes -= bytes;
    return batch;
  }

  async function run(): Promise<void> {
    running += 1;
    while (queue.length > 0) {
      const batch = nextBatch();
      try {
        await store(batch.map(({ item }) => item));
        for (const { resolve } of batch) resolve();
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    running -= 1;
  }

  return (item, bytes) =>
    new Promise((resolve, reject) => {
      if (queue.length >= limits.waiting.items || queuedBytes + bytes > limits.waiting.bytes)
        return reject(new AppError("unavailable", "unavailable"));
      queue.push({ item, bytes, resolve, reject });
      queuedBytes += bytes;
      if (running < limits.slots) void run();
    });
}
