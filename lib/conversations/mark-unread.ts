import { and, eq, max } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { messages } from "#db/schema/conversations";
import { refused } from "#lib/core/errors";
import type { MemberActor } from "#lib/shops/actor";
import { changeConversation, type LockedConversation, lockConversation } from "./access";
import { found } from "./append-message";
import { conversationChanged } from "./events";
import type { OneConversation } from "./input";
import { lowerReadMark } from "./lower-read-mark";
import { countUnread } from "./mark-read";
import { type ConversationRow, readRow } from "./view-conversation";

async function lastFromContact(tx: Tx, { shopId, id }: LockedConversation): Promise<number> {
  const [last] = await tx
    .select({ seq: max(messages.seq) })
    .from(messages)
    .where(and(eq(messages.shopId, shopId), eq(messages.conversationId, id), eq(messages.author, "contact")));
  if (!last?.seq) throw refused("unread_without_words");
  return last.seq;
}

/**
 * Makes the shopper's last message unread again, for everybody in the shop; where more is unread it stays so. Refused
 * where nothing is unread by rule (closed, spam), and where she has written nothing. Source: decision 8.
 */
export async function markUnread(actor: MemberActor, input: OneConversation): Promise<ConversationRow> {
  return inShop(actor.shopId, async (tx) => {
    const conversation = await lockConversation(tx, actor.shopId, input.conversationId);
    if (conversation.status === "closed" || conversation.status === "spam") throw refused("unread_while_closed");
    const seq = (await lastFromContact(tx, conversation)) - 1;
    if (seq < conversation.memberReadSeq) {
      const unread = await countUnread(tx, conversation, seq);
      await changeConversation(tx, conversation, { ...lowerReadMark(conversation, seq), unread });
      await conversationChanged.record(tx, actor.shopId, { conversationId: conversation.id });
    }
    return found(await readRow(tx, actor.shopId, conversation.id));
  });
}
