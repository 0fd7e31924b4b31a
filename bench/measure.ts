/** How many were done a second, and how long one took, in milliseconds. */
export type Sample = { perSecond: number; p50: number; p99: number };

export function quantile(sorted: readonly number[], part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return quantile(
    [...values].sort((a, b) => a - b),
    0.5,
  );
}

/** Lets `callers` do `once` again and again for `ms`, after a warm-up of a quarter of it; what ends within it counts. */
export async function sample(callers: number, ms: number, once: (caller: number) => Promise<void>): Promise<Sample> {
  const began = performance.now();
  const [from, until] = [began + ms / 4, began + ms * 1.25];
  const took: number[] = [];
  await Promise.all(
    Array.from({ length: callers }, async (_, caller) => {
      for (let start = performance.now(); start < until; start = performance.now()) {
        await once(caller);
        const end = performance.now();
        if (end >= from && end <= until) took.push(end - start);
      }
    }),
  );
  took.sort((a, b) => a - b);
  return { perSecond: (took.length * 1_000) / ms, p50: quantile(took, 0.5), p99: quantile(took, 0.99) };
}
