import { and, eq } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { conversationTags, tags } from "#db/schema/triage";
import { notFound, refused } from "#lib/core/errors";
import type { MemberActor } from "#lib/shops/actor";
import { changeConversation, type LockedConversation, lockConversation } from "../access";
import { found } from "../append-message";
import { conversationChanged } from "../events";
import type { TagConversation } from "../input";
import { type ConversationRow, readRow } from "../view-conversation";

/** A tag of the shop, kept from leaving and from being removed until the transaction ends. */
export async function lockTag(tx: Tx, shopId: string, tagId: string): Promise<{ leavingSince: Date | null }> {
  const [tag] = await tx
    .select({ leavingSince: tags.leavingSince })
    .from(tags)
    .where(and(eq(tags.shopId, shopId), eq(tags.id, tagId)))
    .for("key share");
  if (!tag) throw notFound("tag");
  return tag;
}

/** The same for one that is to be put on something: refused while it is being merged or removed. */
export async function lockTagToPut(tx: Tx, shopId: string, tagId: string): Promise<void> {
  if ((await lockTag(tx, shopId, tagId)).leavingSince) throw refused("tag_under_way");
}

async function tell(tx: Tx, conversation: LockedConversation): Promise<void> {
  await changeConversation(tx, conversation, {});
  await conversationChanged.record(tx, conversation.shopId, { conversationId: conversation.id });
}

/** Puts a tag on a locked conversation; one that is on it stays, and is told by false. */
export async function putTag(tx: Tx, conversation: LockedConversation, tagId: string): Promise<boolean> {
  const { shopId, id: conversationId } = conversation;
  const [put] = await tx
    .insert(conversationTags)
    .values({ shopId, conversationId, tagId })
    .onConflictDoNothing()
    .returning({ tagId: conversationTags.tagId });
  if (put) await tell(tx, conversation);
  return put !== undefined;
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

async function change(
  actor: MemberActor,
  { conversationId }: TagConversation,
  run: (tx: Tx, conversation: LockedConversation) => Promise<void>,
): Promise<ConversationRow> {
  return inShop(actor.shopId, async (tx) => {
    await run(tx, await lockConversation(tx, actor.shopId, conversationId));
    return found(await readRow(tx, actor.shopId, conversationId));
  });
}

/** Puts a tag on a conversation. */
export async function tagConversation(actor: MemberActor, input: TagConversation): Promise<ConversationRow> {
  return change(actor, input, async (tx, conversation) => {
    await lockTagToPut(tx, actor.shopId, input.tagId);
    await putTag(tx, conversation, input.tagId);
  });
}

/** Takes a tag off a conversation. */
export async function untagConversation(actor: MemberActor, input: TagConversation): Promise<ConversationRow> {
  return change(actor, input, async (tx, conversation) => {
    await lockTag(tx, actor.shopId, input.tagId);
    await takeTag(tx, conversation, input.tagId);
  });
}
