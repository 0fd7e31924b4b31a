import type { Tx } from "#db/in-shop";
import { replyWaits } from "#db/schema/widget";
import { now } from "#lib/core/clock";
import type { LockedConversation } from "./access";

/** Keeps how long the shopper waited for the answer that a member has just written; nothing when she did not wait. */
export async function recordWait(
  tx: Tx,
  { shopId, waitingSince }: Pick<LockedConversation, "shopId" | "waitingSince">,
  messageId: string,
): Promise<void> {
  if (waitingSince) await tx.insert(replyWaits).values({ shopId, messageId, since: waitingSince, at: now() });
}
