const FIRST_MS = 2_000;
const LONGEST_MS = 30_000;

/** How long to wait before trying again what failed `failures` times in a row, 1 or more, in milliseconds. */
export function pauseAfter(failures: number): number {
  return Math.min(FIRST_MS * 2 ** (failures - 1), LONGEST_MS);
}
