import { inShop } from "#db/in-shop";
import type { MemberActor } from "#lib/shops/actor";
import { lockMember } from "#lib/shops/load-member";
import { lockConversation } from "./access";
import { appendMessage, findByClientKey, found } from "./append-message";
import { checkSend, requireAllowed } from "./check-send";
import { messageQueued, messageStored } from "./events";
import type { SendMessage } from "./input";
import { readMessage } from "./read-messages";
import type { MessageView } from "./view-message";

/**
 * Queues a member's answer to the shopper. Called again with the same `clientKey` it answers with the first message.
 * A closed conversation opens again.
 */
export async function sendMessage(actor: MemberActor, input: SendMessage): Promise<MessageView> {
  return inShop(actor.shopId, async (tx) => {
    const conversation = await lockConversation(tx, actor.shopId, input.conversationId);
    const already = await findByClientKey(tx, conversation, input.clientKey);
    if (already) return found(await readMessage(tx, actor.shopId, already.id));
    requireAllowed(await checkSend(tx, conversation, { message: "answer", author: "member" }));

    const assigneeId = conversation.assigneeId ?? (await lockMember(tx, actor, actor.memberId, "share")).id;
    const { message } = await appendMessage(
      tx,
      conversation,
      { author: "member", memberId: actor.memberId, body: input.body, clientKey: input.clientKey, delivery: "queued" },
      {
        status: "open",
        waitingSince: null,
        unread: 0,
        memberReadSeq: conversation.lastSeq + 1,
        assigneeId,
        firstAnsweredAt: conversation.firstAnsweredAt ?? new Date(),
      },
    );
    const ids = { conversationId: conversation.id, messageId: message.id };
    await messageQueued.record(tx, actor.shopId, ids);
    await messageStored.record(tx, actor.shopId, ids);
    return found(await readMessage(tx, actor.shopId, message.id));
  });
}
