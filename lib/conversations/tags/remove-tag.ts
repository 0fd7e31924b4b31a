import { and, asc, eq, inArray } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { conversations } from "#db/schema/conversations";
import { conversationTags, tags } from "#db/schema/triage";
import { notFound, refused } from "#lib/core/errors";
import type { MemberActor } from "#lib/shops/actor";
import { requireRole } from "#lib/shops/actor";
import { lockTags } from "./create-tag";
import { tagsChanged } from "./events";
import type { MergeTags, OneTag } from "./input";
import { putTag, takeTag } from "./tag-conversation";

/** Takes a tag off every conversation that has it, putting `intoId` there instead, and removes it. */
async function dissolve(actor: MemberActor, tagId: string, intoId: string | null): Promise<void> {
  requireRole(actor, "admin");
  await inShop(actor.shopId, async (tx) => {
    const { shopId } = actor;
    const held = await lockTags(tx, shopId);
    for (const id of intoId ? [tagId, intoId] : [tagId]) if (!held.some((tag) => tag.id === id)) throw notFound("tag");
    const gone = and(eq(tags.shopId, shopId), eq(tags.id, tagId));
    await tx.select({ id: tags.id }).from(tags).where(gone).for("update");
    for (const conversation of await lockTagged(tx, shopId, tagId)) {
      if (intoId) await putTag(tx, conversation, intoId);
      await takeTag(tx, conversation, tagId);
    }
    await tx.delete(tags).where(gone);
    await tagsChanged.record(tx, shopId, {});
  });
}

/** The tag is locked by now, so no other conversation gets it meanwhile. */
async function lockTagged(tx: Tx, shopId: string, tagId: string) {
  const tagged = tx
    .select({ id: conversationTags.conversationId })
    .from(conversationTags)
    .where(and(eq(conversationTags.shopId, shopId), eq(conversationTags.tagId, tagId)));
  return tx
    .select()
    .from(conversations)
    .where(and(eq(conversations.shopId, shopId), inArray(conversations.id, tagged)))
    .orderBy(asc(conversations.id))
    .for("update");
}

/** Removes a tag from the shop and from every conversation. For owners and admins. */
export async function removeTag(actor: MemberActor, { tagId }: OneTag): Promise<{ removed: true }> {
  await dissolve(actor, tagId, null);
  return { removed: true };
}

/** Makes two tags one: what had the first has the second. For owners and admins. */
export async function mergeTags(actor: MemberActor, { tagId, intoId }: MergeTags): Promise<{ removed: true }> {
  if (tagId === intoId) throw refused("tag_into_itself");
  await dissolve(actor, tagId, intoId);
  return { removed: true };
}
