/** The present instant. Durations are measured with `performance.now()`, which no clock change moves. */
export function now(): Date {
  return new Date();
}

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
