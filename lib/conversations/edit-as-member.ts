import { inShop } from "#db/in-shop";
import { messageWordings } from "#db/schema/message-marks";
import { now } from "#lib/core/clock";
import { refused } from "#lib/core/errors";
import type { MemberActor } from "#lib/shops/actor";
import { found } from "./append-message";
import { checkSend, requireAllowed } from "./check-send";
import { changeHeld } from "./held-message";
import type { EditMessage } from "./input";
import { lockOwnMessage } from "./own-held-message";
import { whyNotEdited } from "./own-message";
import { readMessage } from "./read-messages";
import type { MessageView } from "./view-message";

/**
 * Changes the words of a member's own message in the web chat; what it said before stays with it, for members. It
 * reaches the shopper, so the permission rule decides it as it does a send.
 */
export async function editAsMember(actor: MemberActor, { messageId, body }: EditMessage): Promise<MessageView> {
  const { shopId, memberId } = actor;
  return inShop(shopId, async (tx) => {
    const { held, judged } = await lockOwnMessage(tx, shopId, messageId);
    const at = now();
    const refusal = whyNotEdited(judged, memberId, at);
    if (refusal) throw refused(refusal.key, refusal.params);
    const decision = await checkSend(tx, held.conversation, { message: "answer", author: "member" });
    requireAllowed(decision);
    if (judged.body !== body) {
      await tx.insert(messageWordings).values({ shopId, messageId, body: judged.body, until: at });
      await changeHeld(tx, held, { body, editedAt: at, decision: decision.record });
    }
    return found(await readMessage(tx, shopId, messageId));
  });
}
