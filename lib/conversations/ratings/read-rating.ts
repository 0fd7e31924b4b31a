import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { ratings } from "#db/schema/widget";
import type { LockedConversation } from "../access";
import { latestClosing } from "./latest-closing";
import { isChangeable, type RatingView } from "./rating-rules";

type Closed = Pick<LockedConversation, "shopId" | "id" | "status">;

/** The rating of the latest closing, as long as the conversation stays closed and it may be given or changed. */
export async function openRating(tx: Tx, conversation: Closed): Promise<typeof ratings.$inferSelect | null> {
  const { shopId, id, status } = conversation;
  if (status !== "closed") return null;
  const [found] = await tx
    .select()
    .from(ratings)
    .where(
      and(
        eq(ratings.shopId, shopId),
        eq(ratings.conversationId, id),
        eq(ratings.seq, await latestClosing(tx, conversation)),
      ),
    );
  return found && isChangeable(found) ? found : null;
}

/** What a shopper is asked about her closed conversation, or said of it and may still change; null where there is nothing. */
export async function readRating(tx: Tx, conversation: Closed): Promise<RatingView | null> {
  const open = await openRating(tx, conversation);
  return open && { seq: open.seq, score: open.score, comment: open.comment };
}
