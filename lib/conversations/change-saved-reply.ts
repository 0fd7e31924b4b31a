import { and, eq, sql } from "drizzle-orm";
import { inShop } from "#db/in-shop";
import { savedReplies } from "#db/schema/writing";
import { refused } from "#lib/core/errors";
import { type MemberActor, requireRole } from "#lib/shops/actor";
import { lockSavedReply, setSavedFiles } from "./lock-saved-reply";
import type { ChangeSavedReply } from "./saved-reply-input";
import { kept } from "./send-actions/no-actions";

/** Changes a saved reply. What is or becomes the whole shop's takes an admin; over a newer version it is refused. */
export async function changeSavedReply(actor: MemberActor, input: ChangeSavedReply): Promise<{ version: number }> {
  const { savedReplyId, title, body, shared, attachmentIds, actions } = input;
  return inShop(actor.shopId, async (tx) => {
    const held = await lockSavedReply(tx, actor, savedReplyId);
    if (shared || held.memberId === null) requireRole(actor, "admin");
    if (held.version !== input.version) throw refused("saved_reply_changed");
    const memberId = shared ? null : actor.memberId;
    await tx
      .update(savedReplies)
      .set({ title: title.trim(), body, memberId, actions: kept(actions), version: sql`${savedReplies.version} + 1` })
      .where(and(eq(savedReplies.shopId, actor.shopId), eq(savedReplies.id, savedReplyId)));
    await setSavedFiles(tx, actor, savedReplyId, attachmentIds);
    return { version: held.version + 1 };
  });
}
