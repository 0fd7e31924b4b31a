import { MINUTE } from "#lib/core/clock";

/** How fast an import works. */
export type Pace = {
  /** Milliseconds from one call to the next; the platform allows two calls a second for each Page. */
  callEveryMs: number;
  /** Milliseconds after which a job ends and another goes on. */
  runForMs: number;
};

export const PACE: Pace = { callEveryMs: 500, runForMs: 5_000 };

/** Longer than a call may take: when a job has been silent for so long it was killed, and another takes its place. */
export const SILENCE_MS = 12_000;

const FIRST_DELAY_MS = 5_000;
const LONGEST_DELAY_MS = 15 * MINUTE;

/** How long to wait when the platform asks for patience the `delays`-th time in a row: as long as it says, or twice as long as before. */
export function delayOf(delays: number, asked: number): number {
  return Math.min(LONGEST_DELAY_MS, Math.max(asked, FIRST_DELAY_MS * 2 ** Math.max(0, delays - 1)));
}

/** When the next call may go, after the one before. */
export function nextCall(calledAt: Date | null, at: Date, callEveryMs: number): Date {
  return new Date(Math.max(at.getTime(), (calledAt?.getTime() ?? 0) + callEveryMs));
}

/** Rate limits and passing failures of the platform. Source: Messenger error table; 17, 32 and 80006 are limits by user and Page. */
const PASSING = new Set([1, 2, 4, 17, 32, 341, 613, 1200, 80_006]);
const PERMISSION = new Set([10, 200]);

/** Whether a read that was refused so may be tried again later; null is no usable answer at all. */
export function isPassing(code: number | null): boolean {
  return code === null || PASSING.has(code);
}

/** Whether the Page's token lacks a permission. */
export function isPermission(code: number | null): boolean {
  return code !== null && PERMISSION.has(code);
}
