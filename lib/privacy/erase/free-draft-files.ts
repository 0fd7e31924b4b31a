import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { conversations } from "#db/schema/conversations";
import { drafts } from "#db/schema/writing";
import { queueClearing } from "#lib/conversations/clear-upload";

/** Has the files forgotten that members uploaded for answers to some contacts and never sent, once the drafts are gone. */
export async function freeDraftFiles(tx: Tx, shopId: string, contactIds: readonly string[]): Promise<void> {
  const written = await tx
    .select({ attachmentIds: drafts.attachmentIds })
    .from(drafts)
    .innerJoin(conversations, and(eq(conversations.shopId, drafts.shopId), eq(conversations.id, drafts.conversationId)))
    .where(and(eq(drafts.shopId, shopId), inArray(conversations.contactId, [...contactIds])));
  for (const id of written.flatMap(({ attachmentIds }) => attachmentIds)) await queueClearing(tx, shopId, id, 0);
}
