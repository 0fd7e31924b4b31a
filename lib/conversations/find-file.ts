import { and, eq, type SQL } from "drizzle-orm";
import { inShop } from "#db/in-shop";
import { identities } from "#db/schema/channels";
import { attachments, conversations, messages } from "#db/schema/conversations";
import { REACHED } from "./reached";

/** A kept file: where its bytes are and what they are. */
export type KeptFile = { shopId: string; storageKey: string; contentType: string; fileName: string };

function kept(row: typeof attachments.$inferSelect | undefined): KeptFile | null {
  if (row?.state !== "stored" || !row.storageKey) return null;
  const { shopId, storageKey, fileName } = row;
  return { shopId, storageKey, fileName, contentType: row.contentType ?? "" };
}

/** A file of one shop, for its members. Null for one that is absent, not fetched yet, or another shop's. */
export async function findFile(shopId: string, fileId: string): Promise<KeptFile | null> {
  return inShop(shopId, async (tx) => {
    const [found] = await tx
      .select()
      .from(attachments)
      .where(and(eq(attachments.shopId, shopId), eq(attachments.id, fileId)));
    return kept(found);
  });
}

/** A file that came from her or reached her whose identities `whose` means; null for any other. */
export async function findReachedFile(shopId: string, fileId: string, whose: SQL): Promise<KeptFile | null> {
  return inShop(shopId, async (tx) => {
    const [found] = await tx
      .select({ file: attachments })
      .from(attachments)
      .innerJoin(messages, and(eq(messages.shopId, attachments.shopId), eq(messages.id, attachments.messageId)))
      .innerJoin(
        conversations,
        and(eq(conversations.shopId, messages.shopId), eq(conversations.id, messages.conversationId)),
      )
      .innerJoin(
        identities,
        and(eq(identities.shopId, conversations.shopId), eq(identities.id, conversations.identityId)),
      )
      .where(and(eq(attachments.shopId, shopId), eq(attachments.id, fileId), REACHED, whose));
    return kept(found?.file);
  });
}
