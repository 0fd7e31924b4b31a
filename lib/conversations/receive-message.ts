import { and, eq } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { type MessagePayload, messages } from "#db/schema/conversations";
import type { VisitorActor } from "#lib/shops/actor";
import { stickers } from "#lib/widget/stickers";
import type { LockedConversation } from "./access";
import { answeredIn } from "./answered-in";
import { findByClientKey, found } from "./append-message";
import type { ReceiveMessage } from "./input";
import { obeyStopWord } from "./obey-stop-word";
import { openConversation } from "./open-conversation";
import { readMessage } from "./read-messages";
import { storeFromVisitor } from "./store-from-visitor";
import { type VisitorMessageView, viewForVisitor } from "./view-message";

/**
 * Stores what a shopper wrote in the web chat; her conversation opens again, whatever it was but spam. Called again with the same
 * `clientKey` it answers with the first message. Writing needs no permission.
 */
export async function receiveMessage(
  actor: Pick<VisitorActor, "shopId" | "identityId" | "contactId" | "channelId" | "locale">,
  input: ReceiveMessage,
): Promise<{ message: VisitorMessageView }> {
  return inShop(actor.shopId, async (tx) => {
    const { shopId, identityId, contactId, channelId } = actor;
    const conversation = await openConversation(tx, { shopId, identityId, contactId, channelId });
    const already = await findByClientKey(tx, conversation, input.clientKey);
    const id = already?.id ?? (await store());
    return { message: viewForVisitor(found(await readMessage(tx, shopId, id))) };

    async function store() {
      const { clientKey, sticker } = input;
      const tapped = await tappedReply(tx, conversation, input);
      const body = sticker ? stickers[sticker][actor.locale] : input.body;
      const payload = sticker || tapped ? { ...(sticker && { sticker }), ...(tapped && { tapped }) } : null;
      const replyTo = input.replyTo === undefined ? null : await answeredIn(tx, conversation, input.replyTo);
      const stored = await storeFromVisitor(tx, conversation, { clientKey, body, payload, replyTo });
      await obeyStopWord(tx, stored, { source: "web_chat", locale: actor.locale });
      return stored.message.id;
    }
  });
}

/** The quick reply she tapped, when the message she names offers it; else her words stand alone. */
async function tappedReply(
  tx: Tx,
  { shopId, id }: LockedConversation,
  { tapped, body }: ReceiveMessage,
): Promise<MessagePayload["tapped"] | null> {
  if (!tapped) return null;
  const [offering] = await tx
    .select({ payload: messages.payload })
    .from(messages)
    .where(
      and(
        eq(messages.shopId, shopId),
        eq(messages.conversationId, id),
        eq(messages.id, tapped),
        eq(messages.delivery, "sent"),
      ),
    );
  const reply = offering?.payload?.quickReplies?.find(({ title }) => title === body);
  return reply ? { way: "quick_reply", payload: reply.payload } : null;
}
