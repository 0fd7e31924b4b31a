import { z } from "zod";
import { inShop, type Tx } from "#db/in-shop";
import { lockConversation } from "#lib/conversations/access";
import { answeredBy } from "#lib/conversations/answered-by";
import { appendMessage, findByClientKey, found } from "#lib/conversations/append-message";
import { attachFiles, lockUploads } from "#lib/conversations/attach-files";
import { checkSend, requireAllowed } from "#lib/conversations/check-send";
import { messageQueued, messageStored } from "#lib/conversations/events";
import { readMessage } from "#lib/conversations/read-messages";
import { emptyCard } from "#lib/conversations/save-draft";
import type { MessageView } from "#lib/conversations/view-message";
import { invalid, refused } from "#lib/core/errors";
import type { MemberActor } from "#lib/shops/actor";
import { filesIn, Template, wordsOf } from "./template-shapes";

export const SendTemplate = z.strictObject({ conversationId: z.uuid(), clientKey: z.uuid(), template: Template });
export type SendTemplate = z.output<typeof SendTemplate>;

/**
 * Queues a template of Messenger as a member's answer. Her draft of it is over with it. Called again with the same
 * `clientKey` it answers with the first message. Refused where the channel has no templates, and with a file that is not hers to send or of another kind.
 */
export async function sendTemplate(actor: MemberActor, input: SendTemplate): Promise<MessageView> {
  const { shopId, memberId } = actor;
  return inShop(shopId, async (tx) => {
    const conversation = await lockConversation(tx, shopId, input.conversationId);
    const already = await findByClientKey(tx, conversation, input.clientKey);
    if (already) return found(await readMessage(tx, shopId, already.id));
    const decision = await checkSend(tx, conversation, { message: "answer", author: "member" });
    requireAllowed(decision);
    if (decision.how === null) throw refused("template_in_messenger_only");
    const files = await lockPictures(tx, actor, input.template);
    const { message } = await appendMessage(
      tx,
      conversation,
      {
        kind: "template",
        author: "member",
        memberId,
        body: wordsOf(input.template),
        payload: { template: input.template },
        clientKey: input.clientKey,
        delivery: "queued",
      },
      await answeredBy(tx, actor, conversation),
    );
    await emptyCard(tx, actor, conversation.id, input.clientKey);
    await attachFiles(tx, shopId, message.id, files);
    const ids = { conversationId: conversation.id, messageId: message.id };
    await messageQueued.record(tx, shopId, ids);
    await messageStored.record(tx, shopId, ids);
    return found(await readMessage(tx, shopId, message.id));
  });
}

async function lockPictures(tx: Tx, actor: MemberActor, template: Template) {
  const wanted = filesIn(template);
  const held = await lockUploads(
    tx,
    actor,
    wanted.map(({ id }) => id),
  );
  if (held.some(({ kind }, place) => kind !== wanted[place]?.kind)) throw invalid("card_picture_kind");
  return held;
}
