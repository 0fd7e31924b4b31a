import { DAY } from "#lib/core/clock";

/**
 * What lets a shop answer freely, and for how long after it, in milliseconds. The first message after an advertisement
 * may open a longer one. An opt-in, a delivery or a read opens nothing. Source: messenger-platform.md §0.3 and §3.2.
 */
const WINDOW_MS = { message: DAY, tap: DAY, reaction: DAY, link: DAY, ad: 7 * DAY } as const;
export type WindowOpening = keyof typeof WINDOW_MS;

/** When the window ends after this opening: it is only ever extended, whatever order openings come in. */
export function extendWindow(expiresAt: Date | null, at: Date, opening: WindowOpening): Date {
  const until = new Date(at.getTime() + WINDOW_MS[opening]);
  return expiresAt && expiresAt > until ? expiresAt : until;
}
