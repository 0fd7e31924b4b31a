import type { MessageView } from "./view-message";

/** As many messages as fill a tall screen: they are drawn first, so that the newest shows at once. */
export const SCREENFUL = 14;
/** So many more are drawn with each frame. */
const SLICE = 10;

type Run = readonly Pick<MessageView, "seq">[];

/** From which number on a thread is drawn when it comes on screen. */
export const drawnFirst = (run: Run): number => run.at(-SCREENFUL)?.seq ?? run[0]?.seq ?? 0;

/**
 * The same once the run it was drawn from became another: a run that lost its oldest, or stands elsewhere, is drawn
 * whole; of one that grew at its old end, what was drawn stays.
 */
export function drawnStill(run: Run, from: number): number {
  const first = run[0]?.seq ?? from;
  const last = run.at(-1)?.seq ?? from;
  return from < first || from > last ? first : from;
}

/** From which number on it is drawn a frame later; null where all of it is. */
export function drawnNext(run: Run, from: number): number | null {
  const place = run.findIndex(({ seq }) => seq >= from);
  return place <= 0 ? null : (run[Math.max(0, place - SLICE)]?.seq ?? null);
}
