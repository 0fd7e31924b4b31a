import { and, eq } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { conversationTags, tags } from "#db/schema/triage";
import { notFound } from "#lib/core/errors";
import type { MemberActor } from "#lib/shops/actor";
import { changeConversation, type LockedConversation, lockConversation } from "../access";
import { found } from "../append-message";
import { conversationChanged } from "../events";
import type { TagConversation } from "../input";
import { type ConversationRow, readRow } from "../view-conversation";

/** A tag of the shop, kept from being removed until the transaction ends. */
export async function lockTag(tx: Tx, shopId: string, tagId: string): Promise<void> {
  const [tag] = await tx
    .select({ id: tags.id })
    .from(tags)
    .where(and(eq(tags.shopId, shopId), eq(tags.id, tagId)))
    .for("key share");
  if (!tag) throw notFound("tag");
}

async function tell(tx: Tx, conversation: LockedConversation): Promise<void> {
  await changeConversation(tx, conversation, {});
  await conversationChanged.record(tx, conversation.shopId, { conversationId: conversation.id });
}

/** Puts a tag on a locked conversation; one that is on it stays. */
export async function putTag(tx: Tx, conversation: LockedConversation, tagId: string): Promise<void> {
  const { shopId, id: conversationId } = conversation;
  const [put] = await tx
    .insert(conversationTags)
    .values({ shopId, conversationId, tagId })
    .onConflictDoNothing()
    .returning({ tagId: conversationTags.tagId });
  if (put) await tell(tx, conversation);
}

/** Takes a tag off a locked conversation. */
export async function takeTag(tx: Tx, conversation: LockedConversation, tagId: string): Promise<void> {
  const { shopId, id: conversationId } = conversation;
  const [taken] = await tx
    .delete(conversationTags)
    .where(
      and(
        eq(conversationTags.shopId, shopId),
        eq(conversationTags.conversationId, conversationId),
        eq(conversationTags.tagId, tagId),
      ),
    )
    .returning({ tagId: conversationTags.tagId });
  if (taken) await tell(tx, conversation);
}

async function withTag(
  actor: MemberActor,
  { conversationId, tagId }: TagConversation,
  change: typeof putTag,
): Promise<ConversationRow> {
  return inShop(actor.shopId, async (tx) => {
    const conversation = await lockConversation(tx, actor.shopId, conversationId);
    await lockTag(tx, actor.shopId, tagId);
    await change(tx, conversation, tagId);
    return found(await readRow(tx, actor.shopId, conversationId));
  });
}

/** Puts a tag on a conversation. */
export async function tagConversation(actor: MemberActor, input: TagConversation): Promise<ConversationRow> {
  return withTag(actor, input, putTag);
}

/** Takes a tag off a conversation. */
export async function untagConversation(actor: MemberActor, input: TagConversation): Promise<ConversationRow> {
  return withTag(actor, input, takeTag);
}
