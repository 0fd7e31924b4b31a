import { and, eq } from "drizzle-orm";
import { inShop } from "#db/in-shop";
import { messages } from "#db/schema/conversations";
import { now } from "#lib/core/clock";
import { notFound } from "#lib/core/errors";
import { addJob } from "#lib/jobs/add-job";
import type { MemberActor } from "#lib/shops/actor";
import { lockConversation } from "./access";
import { found } from "./append-message";
import { storeReaction } from "./change-message";
import { checkSend, requireAllowed } from "./check-send";
import { changeHeld } from "./held-message";
import type { ReactToMessage } from "./input";
import { readMessage } from "./read-messages";
import type { MessageView } from "./view-message";

/** Reacts to a message for the shop, or takes that back. It reaches the shopper, so the permission rule decides it too. */
export async function reactAsMember(actor: MemberActor, input: ReactToMessage): Promise<MessageView> {
  const { shopId } = actor;
  return inShop(shopId, async (tx) => {
    const where = and(eq(messages.shopId, shopId), eq(messages.id, input.messageId));
    const [place] = await tx.select({ conversationId: messages.conversationId }).from(messages).where(where);
    if (!place) throw notFound("message");
    const conversation = await lockConversation(tx, shopId, place.conversationId);
    const decision = await checkSend(tx, conversation, { message: "answer", author: "member" });
    requireAllowed(decision);
    const message = found((await tx.select().from(messages).where(where))[0]);
    if (await storeReaction(tx, message, { author: "member", emoji: input.emoji, at: now() })) {
      await changeHeld(tx, { message, conversation }, {});
      const told = { shopId, conversationId: conversation.id, messageId: message.id, action: "react" };
      if (decision.how) await addJob(tx, "tellMessenger", told, { key: `react:${message.id}` });
    }
    return found(await readMessage(tx, shopId, message.id));
  });
}
