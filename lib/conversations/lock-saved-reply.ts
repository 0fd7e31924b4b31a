import { and, eq, inArray, isNull, or } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { attachments } from "#db/schema/conversations";
import { savedReplies, savedReplyFiles } from "#db/schema/writing";
import { notFound, refused } from "#lib/core/errors";
import type { MemberActor } from "#lib/shops/actor";
import { queueClearing } from "./clear-upload";
import { usableBy } from "./list-saved-replies";

/** A saved reply that the member may use, locked. Absent, another shop's and another member's own are refused alike. */
export async function lockSavedReply(tx: Tx, actor: MemberActor, savedReplyId: string) {
  const [found] = await tx
    .select()
    .from(savedReplies)
    .where(and(eq(savedReplies.shopId, actor.shopId), eq(savedReplies.id, savedReplyId), usableBy(actor)))
    .for("update");
  if (!found) throw notFound("saved_reply");
  return found;
}

/**
 * Gives a saved reply these files, in this order. Each must be one it has already, or one that the member uploaded and
 * has not sent; one that it no longer has is forgotten after a while.
 */
export async function setSavedFiles(
  tx: Tx,
  { shopId, memberId }: MemberActor,
  savedReplyId: string,
  attachmentIds: readonly string[],
): Promise<void> {
  const held = await tx
    .delete(savedReplyFiles)
    .where(and(eq(savedReplyFiles.shopId, shopId), eq(savedReplyFiles.savedReplyId, savedReplyId)))
    .returning({ id: savedReplyFiles.attachmentId });
  for (const { id } of held) if (!attachmentIds.includes(id)) await queueClearing(tx, shopId, id);
  if (attachmentIds.length === 0) return;
  const usable = await tx
    .select({ id: attachments.id })
    .from(attachments)
    .where(
      and(
        eq(attachments.shopId, shopId),
        inArray(attachments.id, [...attachmentIds]),
        eq(attachments.state, "stored"),
        isNull(attachments.messageId),
        or(
          eq(attachments.uploadedBy, memberId),
          inArray(
            attachments.id,
            held.map(({ id }) => id),
          ),
        ),
      ),
    );
  if (usable.length < new Set(attachmentIds).size) throw refused("attachment_unknown");
  await tx
    .insert(savedReplyFiles)
    .values(
      [...new Set(attachmentIds)].map((attachmentId, position) => ({ shopId, savedReplyId, attachmentId, position })),
    );
}
