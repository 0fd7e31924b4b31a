import { DAY, HOUR } from "#lib/core/clock";
import type { ConversationRow } from "./view-conversation";

/** A reply window that ends within this time ends soon. */
export const ENDING_SOON_MS = 2 * HOUR;
/** How long a member may still answer after her last message. Source: permission.md; the same as in decide-send. */
export const MEMBER_ONLY_MS = 7 * DAY;

/** `human`: only a member may answer, until then. `closed`: nobody may, until she writes. */
export type TimeLeft =
  | { state: "open"; until: string; leftMs: number }
  | { state: "human"; until: string }
  | { state: "closed" };

/**
 * How a Messenger conversation may be answered at an instant, from what its row says; null where the channel has no
 * window. It shows; what may be sent is decided by decideSend.
 */
export function timeLeft(
  row: Pick<ConversationRow, "channel" | "windowExpiresAt" | "lastContactAt">,
  at: Date,
): TimeLeft | null {
  if (row.channel !== "messenger") return null;
  const leftMs = row.windowExpiresAt ? Date.parse(row.windowExpiresAt) - at.getTime() : 0;
  if (row.windowExpiresAt && leftMs > 0) return { state: "open", until: row.windowExpiresAt, leftMs };
  if (!row.lastContactAt) return { state: "closed" };
  const until = new Date(Date.parse(row.lastContactAt) + MEMBER_ONLY_MS);
  return until > at ? { state: "human", until: until.toISOString() } : { state: "closed" };
}
