import { and, desc, eq, sql } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { messages } from "#db/schema/conversations";
import type { LockedConversation } from "../access";

/** The place where a conversation was closed the last time; 0 where it never was. */
export async function latestClosing(
  tx: Tx,
  { shopId, id }: Pick<LockedConversation, "shopId" | "id">,
): Promise<number> {
  const [closing] = await tx
    .select({ seq: messages.seq })
    .from(messages)
    .where(
      and(
        eq(messages.shopId, shopId),
        eq(messages.conversationId, id),
        eq(sql`${messages.event} ->> 'type'`, "closed"),
      ),
    )
    .orderBy(desc(messages.seq))
    .limit(1);
  return closing?.seq ?? 0;
}
