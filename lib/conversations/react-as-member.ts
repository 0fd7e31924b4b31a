import { inShop } from "#db/in-shop";
import { now } from "#lib/core/clock";
import { refused } from "#lib/core/errors";
import { addJob } from "#lib/jobs/add-job";
import type { MemberActor } from "#lib/shops/actor";
import { found } from "./append-message";
import { storeReaction } from "./change-message";
import { checkSend, requireAllowed } from "./check-send";
import { changeHeld, lockMessage } from "./held-message";
import type { ReactToMessage } from "./input";
import { readMessage } from "./read-messages";
import type { MessageView } from "./view-message";

/**
 * Reacts to a message for the shop, or takes that back. It reaches the shopper, so the permission rule decides it too.
 * What may only go under a tag is refused: the platform takes a tag with a message, not with a reaction.
 */
export async function reactAsMember(actor: MemberActor, input: ReactToMessage): Promise<MessageView> {
  const { shopId } = actor;
  return inShop(shopId, async (tx) => {
    const { message, conversation } = await lockMessage(tx, shopId, input.messageId);
    const decision = await checkSend(tx, conversation, { message: "answer", author: "member" });
    requireAllowed(decision);
    if (decision.how?.messagingType === "MESSAGE_TAG") throw refused("reaction_late");
    if (await storeReaction(tx, message, { author: "member", emoji: input.emoji, at: now() })) {
      await changeHeld(tx, { message, conversation }, {});
      const told = { shopId, conversationId: conversation.id, messageId: message.id, action: "react" };
      if (decision.how) await addJob(tx, "tellMessenger", told, { key: `react:${message.id}` });
    }
    return found(await readMessage(tx, shopId, message.id));
  });
}
