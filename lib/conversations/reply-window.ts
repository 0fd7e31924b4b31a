import { DAY, HOUR, MINUTE } from "#lib/core/clock";
import type { ConversationRow } from "./view-conversation";

/** A reply window that ends within this time ends soon. */
export const ENDING_SOON_MS = 2 * HOUR;
/** A reply window with less than this is shown as low. Source: the design's kit. */
export const LOW_MS = 15 * MINUTE;
/** How long a member may still answer after her last message. Source: permission.md; the same as in decide-send. */
export const MEMBER_ONLY_MS = 7 * DAY;

/** `human`: only a member may answer, until then. `closed`: nobody may, until she writes. */
export type ReplyWindow =
  | { state: "open" | "low"; until: string; leftMs: number }
  | { state: "human"; until: string }
  | { state: "closed" };

/**
 * How a Messenger conversation may be answered at an instant, from what its row says; null where the channel has no
 * window. It shows; what may be sent is decided by decideSend.
 */
export function replyWindow(
  row: Pick<ConversationRow, "channel" | "windowExpiresAt" | "lastContactAt">,
  at: Date,
): ReplyWindow | null {
  if (row.channel !== "messenger") return null;
  const leftMs = row.windowExpiresAt ? Date.parse(row.windowExpiresAt) - at.getTime() : 0;
  if (row.windowExpiresAt && leftMs > 0)
    return { state: leftMs < LOW_MS ? "low" : "open", until: row.windowExpiresAt, leftMs };
  if (!row.lastContactAt) return { state: "closed" };
  const until = new Date(Date.parse(row.lastContactAt) + MEMBER_ONLY_MS);
  return until > at ? { state: "human", until: until.toISOString() } : { state: "closed" };
}
