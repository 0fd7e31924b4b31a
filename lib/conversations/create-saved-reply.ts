import { inShop } from "#db/in-shop";
import { savedReplies } from "#db/schema/writing";
import { type MemberActor, requireRole } from "#lib/shops/actor";
import { lockMember } from "#lib/shops/load-member";
import { found } from "./append-message";
import { setSavedFiles } from "./lock-saved-reply";
import type { CreateSavedReply } from "./saved-reply-input";

/** Saves words and files to answer with again. One for the whole shop takes an admin. */
export async function createSavedReply(actor: MemberActor, input: CreateSavedReply): Promise<{ id: string }> {
  const { title, body, shared, attachmentIds } = input;
  if (shared) requireRole(actor, "admin");
  return inShop(actor.shopId, async (tx) => {
    const { id: memberId } = await lockMember(tx, actor, actor.memberId, "share");
    const [made] = await tx
      .insert(savedReplies)
      .values({ shopId: actor.shopId, memberId: shared ? null : memberId, title: title.trim(), body })
      .returning({ id: savedReplies.id });
    const { id } = found(made);
    await setSavedFiles(tx, actor, id, attachmentIds);
    return { id };
  });
}
