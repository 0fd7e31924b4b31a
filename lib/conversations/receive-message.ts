import { inShop } from "#db/in-shop";
import type { VisitorActor } from "#lib/shops/actor";
import { appendMessage, findByClientKey, found } from "./append-message";
import { afterArrival } from "./arrival";
import { messageStored } from "./events";
import type { ReceiveMessage } from "./input";
import { obeyStopWord } from "./obey-stop-word";
import { openConversation } from "./open-conversation";
import { readMessage } from "./read-messages";
import { type VisitorMessageView, viewForVisitor } from "./view-message";

/**
 * Stores what a shopper wrote in the web chat; her conversation opens again, whatever it was but spam. Called again with the same
 * `clientKey` it answers with the first message. Writing needs no permission.
 */
export async function receiveMessage(
  actor: VisitorActor,
  input: ReceiveMessage,
): Promise<{ message: VisitorMessageView }> {
  return inShop(actor.shopId, async (tx) => {
    const { shopId, identityId, contactId, channelId } = actor;
    const conversation = await openConversation(tx, { shopId, identityId, contactId, channelId });
    const already = await findByClientKey(tx, conversation, input.clientKey);
    const id = already?.id ?? (await store());
    return { message: viewForVisitor(found(await readMessage(tx, shopId, id))) };

    async function store() {
      const at = new Date();
      const asked = { unread: conversation.unread + 1, waitingSince: conversation.waitingSince ?? at };
      const stored = await appendMessage(
        tx,
        conversation,
        { author: "contact", body: input.body, clientKey: input.clientKey, delivery: "received" },
        {
          ...(await afterArrival(tx, conversation, asked)),
          lastContactAt: at,
          contactReadSeq: conversation.lastSeq + 1,
          contactDeliveredSeq: conversation.lastSeq + 1,
        },
      );
      const { id: messageId } = stored.message;
      await messageStored.record(tx, shopId, { conversationId: conversation.id, messageId });
      await obeyStopWord(tx, stored, "web_chat");
      return messageId;
    }
  });
}
