import { and, eq } from "drizzle-orm";
import { inShop } from "#db/in-shop";
import { savedReplies } from "#db/schema/writing";
import { type MemberActor, requireRole } from "#lib/shops/actor";
import { lockSavedReply, setSavedFiles } from "./lock-saved-reply";
import type { OneSavedReply } from "./saved-reply-input";

/** Deletes a saved reply; what was sent with it stays. The whole shop's takes an admin. */
export async function deleteSavedReply(
  actor: MemberActor,
  { savedReplyId }: OneSavedReply,
): Promise<{ deleted: true }> {
  return inShop(actor.shopId, async (tx) => {
    const held = await lockSavedReply(tx, actor, savedReplyId);
    if (held.memberId === null) requireRole(actor, "admin");
    await setSavedFiles(tx, actor, savedReplyId, []);
    await tx.delete(savedReplies).where(and(eq(savedReplies.shopId, actor.shopId), eq(savedReplies.id, savedReplyId)));
    return { deleted: true };
  });
}
