import { and, count, eq } from "drizzle-orm";
import { inShop } from "#db/in-shop";
import { savedReplies } from "#db/schema/writing";
import { refused } from "#lib/core/errors";
import { type MemberActor, requireRole } from "#lib/shops/actor";
import { stepsChanged } from "#lib/shops/events";
import { lockMember } from "#lib/shops/load-member";
import { found } from "./append-message";
import { SAVED_REPLIES_MAX, usableBy } from "./list-saved-replies";
import { setSavedFiles } from "./lock-saved-reply";
import type { CreateSavedReply } from "./saved-reply-input";
import { kept } from "./send-actions/no-actions";

/** Saves words and files to answer with again. One for the whole shop takes an admin. */
export async function createSavedReply(actor: MemberActor, input: CreateSavedReply): Promise<{ id: string }> {
  const { title, body, shared, attachmentIds, actions } = input;
  if (shared) requireRole(actor, "admin");
  return inShop(actor.shopId, async (tx) => {
    const { id: memberId } = await lockMember(tx, actor, actor.memberId, "share");
    const [held] = await tx
      .select({ n: count() })
      .from(savedReplies)
      .where(and(eq(savedReplies.shopId, actor.shopId), usableBy(actor)));
    if ((held?.n ?? 0) >= SAVED_REPLIES_MAX) throw refused("too_many_saved_replies", { max: SAVED_REPLIES_MAX });
    const [made] = await tx
      .insert(savedReplies)
      .values({
        shopId: actor.shopId,
        memberId: shared ? null : memberId,
        title: title.trim(),
        body,
        actions: kept(actions),
      })
      .returning({ id: savedReplies.id });
    const { id } = found(made);
    await setSavedFiles(tx, actor, id, attachmentIds);
    if (held?.n === 0) await stepsChanged.record(tx, actor.shopId, {});
    return { id };
  });
}
