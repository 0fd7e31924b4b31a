/** Milliseconds between two tries of what nobody waits for with a finger on the screen. */
export const slowest = 30_000;

/** Milliseconds to wait before the given try (0 is the first retry): doubling from 500 ms to `max`, less a random half. */
export function backoff(attempt: number, max = 10_000): number {
  const whole = Math.min(max, 500 * 2 ** attempt);
  return whole * (0.5 + Math.random() / 2);
}

/** Waits before the given try of something that is tried until it succeeds. */
export function pause(attempt: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, backoff(attempt, slowest)));
}
