import { and, count, eq, inArray } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { conversations, messages } from "#db/schema/conversations";
import { dataRequests } from "#db/schema/privacy";
import { withMerged } from "#lib/contacts/about/load-about";
import { type Link, readLinks } from "./belonging-rows";

/** One erasure under way: of whom, and how the tables hang together. */
export type Erasing = {
  shopId: string;
  requestId: string;
  contactId: string;
  /** Nobody asked: her time is over. */
  byClock: boolean;
  /** She, and every contact that was merged into her, however far. */
  contactIds: string[];
  links: Link[];
};

/** What is to be erased by this request, counted; null when it is done, or is no erasure. */
export async function beginErasing(tx: Tx, shopId: string, requestId: string): Promise<Erasing | null> {
  const own = and(eq(dataRequests.shopId, shopId), eq(dataRequests.id, requestId));
  const [request] = await tx.select().from(dataRequests).where(own).for("update");
  if (request?.kind !== "erasure" || request.state !== "running") return null;
  const contactIds = await withMerged(tx, shopId, [request.contactId]);
  const [held] = await tx
    .select({ n: count() })
    .from(messages)
    .innerJoin(
      conversations,
      and(eq(conversations.shopId, messages.shopId), eq(conversations.id, messages.conversationId)),
    )
    .where(and(eq(conversations.shopId, shopId), inArray(conversations.contactId, contactIds)));
  await tx
    .update(dataRequests)
    .set({ total: request.done + (held?.n ?? 0) + 1 })
    .where(own);
  const byClock = request.origin === "retention";
  return { shopId, requestId, contactId: request.contactId, byClock, contactIds, links: await readLinks(tx) };
}
