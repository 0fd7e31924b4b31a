import { now } from "#lib/core/clock";

/** Longer than the reading of a page may take after this is asked: a change committed late is heard again. */
const OVERLAP_MS = 15_000;

/** The instant (ISO 8601) from which a page read after this call may have missed changes. */
export function changesSince(): string {
  return new Date(now().getTime() - OVERLAP_MS).toISOString();
}
