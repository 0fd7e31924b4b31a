import { and, eq } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { messages } from "#db/schema/conversations";
import { notFound, refused } from "#lib/core/errors";
import type { MemberActor } from "#lib/shops/actor";
import { type LockedConversation, lockConversation } from "./access";
import { answeredBy } from "./answered-by";
import { appendMessage, findByClientKey, found } from "./append-message";
import { attachFiles, lockUploads } from "./attach-files";
import { checkSend, requireAllowed } from "./check-send";
import { messageQueued, messageStored } from "./events";
import type { SendMessage } from "./input";
import { requireOneMessengerMessage } from "./messenger-limits";
import { readMessage } from "./read-messages";
import { emptyDraft } from "./save-draft";
import type { MessageView } from "./view-message";

/**
 * Queues a member's answer to the shopper, in Messenger with the files she uploaded for it. Called again with the same `clientKey`
 * it answers with the first message. A conversation that is closed, put away or spam opens again.
 */
export async function sendMessage(actor: MemberActor, input: SendMessage): Promise<MessageView> {
  return inShop(actor.shopId, async (tx) => {
    const conversation = await lockConversation(tx, actor.shopId, input.conversationId);
    const already = await findByClientKey(tx, conversation, input.clientKey);
    if (already) return found(await readMessage(tx, actor.shopId, already.id));
    const decision = await checkSend(tx, conversation, { message: "answer", author: "member" });
    requireAllowed(decision);

    const { body, attachmentIds = [], quickReplies = [] } = input;
    const files = await lockUploads(tx, actor, attachmentIds);
    if (decision.how) requireOneMessengerMessage({ body, files, quickReplies });
    else if (files.length > 0 || quickReplies.length > 0) throw refused("files_in_messenger_only");
    const replyTo = input.replyTo === undefined ? null : await platformIdOf(tx, conversation, input.replyTo);
    const { message } = await appendMessage(
      tx,
      conversation,
      {
        author: "member",
        memberId: actor.memberId,
        body,
        clientKey: input.clientKey,
        delivery: "queued",
        replyTo,
        ...(quickReplies.length > 0 ? { payload: { quickReplies } } : {}),
      },
      await answeredBy(tx, actor, conversation),
    );
    await attachFiles(tx, actor.shopId, message.id, files);
    await emptyDraft(tx, actor, { conversationId: conversation.id, kind: "reply" }, body);
    const ids = { conversationId: conversation.id, messageId: message.id };
    await messageQueued.record(tx, actor.shopId, ids);
    await messageStored.record(tx, actor.shopId, ids);
    return found(await readMessage(tx, actor.shopId, message.id));
  });
}

/** What the platform calls a message of the conversation; null where the channel has no such ids. */
async function platformIdOf(tx: Tx, { shopId, id }: LockedConversation, messageId: string): Promise<string | null> {
  const [answered] = await tx
    .select({ externalId: messages.externalId })
    .from(messages)
    .where(and(eq(messages.shopId, shopId), eq(messages.conversationId, id), eq(messages.id, messageId)));
  if (!answered) throw notFound("message");
  return answered.externalId;
}
