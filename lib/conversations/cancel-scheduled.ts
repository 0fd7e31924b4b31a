import { and, eq } from "drizzle-orm";
import { inShop } from "#db/in-shop";
import { attachments, messages } from "#db/schema/conversations";
import { notFound, refused } from "#lib/core/errors";
import type { MemberActor } from "#lib/shops/actor";
import { lockConversation } from "./access";
import { found } from "./append-message";
import { changeHeld } from "./held-message";
import type { OneMessage } from "./input";
import { readMessage } from "./read-messages";
import type { MessageView } from "./view-message";

/**
 * Takes a scheduled message back before it goes: its place says so, its words are gone and its files are their
 * uploader's again. Refused once it is on its way.
 */
export async function cancelScheduled(actor: MemberActor, input: OneMessage): Promise<MessageView> {
  const { shopId } = actor;
  return inShop(shopId, async (tx) => {
    const where = and(eq(messages.shopId, shopId), eq(messages.id, input.messageId));
    const [place] = await tx.select({ conversationId: messages.conversationId }).from(messages).where(where);
    if (!place) throw notFound("message");
    const conversation = await lockConversation(tx, shopId, place.conversationId);
    const message = found((await tx.select().from(messages).where(where))[0]);
    if (!message.sendAt) throw refused("not_scheduled");
    const event = { type: "schedule_cancelled" as const, byName: actor.name, sendAt: message.sendAt.toISOString() };
    await tx
      .update(attachments)
      .set({ messageId: null, position: 0 })
      .where(and(eq(attachments.shopId, shopId), eq(attachments.messageId, message.id)));
    const gone = { kind: "event" as const, author: "system" as const, memberId: null, body: "", payload: null };
    await changeHeld(
      tx,
      { message, conversation },
      { ...gone, event, delivery: "received", sendAt: null, replyTo: null },
    );
    return found(await readMessage(tx, shopId, message.id));
  });
}
