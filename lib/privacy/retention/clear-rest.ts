import { and, eq, lt, ne } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { earlyChanges, inboundItems } from "#db/schema/messenger";
import { ratings } from "#db/schema/widget";
import { drafts } from "#db/schema/writing";

/**
 * Clears what was said beside the messages and is as old: words of ratings, drafts nobody sent, and what a platform told
 * that could not be processed or never found its message.
 */
export async function clearRest(tx: Tx, shopId: string, before: Date): Promise<void> {
  await tx
    .update(ratings)
    .set({ comment: "" })
    .where(and(eq(ratings.shopId, shopId), lt(ratings.answeredAt, before), ne(ratings.comment, "")));
  await tx.delete(drafts).where(and(eq(drafts.shopId, shopId), lt(drafts.updatedAt, before)));
  await tx.delete(inboundItems).where(and(eq(inboundItems.shopId, shopId), lt(inboundItems.createdAt, before)));
  await tx.delete(earlyChanges).where(and(eq(earlyChanges.shopId, shopId), lt(earlyChanges.at, before)));
}
