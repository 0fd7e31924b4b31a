import { and, eq, ne, or } from "drizzle-orm";
import { inShop } from "#db/in-shop";
import { attachments, conversations, messages } from "#db/schema/conversations";
import type { VisitorActor } from "#lib/shops/actor";

/** A kept file: where its bytes are and what they are. */
export type KeptFile = { storageKey: string; contentType: string; fileName: string };

function kept(row: typeof attachments.$inferSelect | undefined): KeptFile | null {
  if (row?.state !== "stored" || !row.storageKey) return null;
  return { storageKey: row.storageKey, contentType: row.contentType ?? "", fileName: row.fileName };
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

/** A file in the visitor's own conversation that she sent or that reached her; null for any other. */
export async function findVisitorFile(
  { shopId, identityId }: Pick<VisitorActor, "shopId" | "identityId">,
  fileId: string,
): Promise<KeptFile | null> {
  return inShop(shopId, async (tx) => {
    const [found] = await tx
      .select({ file: attachments })
      .from(attachments)
      .innerJoin(messages, and(eq(messages.shopId, attachments.shopId), eq(messages.id, attachments.messageId)))
      .innerJoin(
        conversations,
        and(eq(conversations.shopId, messages.shopId), eq(conversations.id, messages.conversationId)),
      )
      .where(
        and(
          eq(attachments.shopId, shopId),
          eq(attachments.id, fileId),
          eq(conversations.identityId, identityId),
          ne(messages.kind, "note"),
          or(eq(messages.author, "contact"), eq(messages.delivery, "sent")),
        ),
      );
    return kept(found?.file);
  });
}
