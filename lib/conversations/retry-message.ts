import { inShop, type Tx } from "#db/in-shop";
import { now } from "#lib/core/clock";
import { refused } from "#lib/core/errors";
import type { MemberActor } from "#lib/shops/actor";
import type { LockedConversation } from "./access";
import { found, type StoredMessage } from "./append-message";
import { askAgain } from "./ask-again";
import { laterThan } from "./check-send";
import { messageQueued } from "./events";
import { changeHeld, lockMessage } from "./held-message";
import type { OneMessage } from "./input";
import { putOff } from "./put-off";
import { readMessage } from "./read-messages";
import { queueNow } from "./send-scheduled";
import { isSentAnew } from "./sent-anew";
import type { MessageView } from "./view-message";

/**
 * Sends a message again that failed, or whose outcome stayed unknown: only a member decides that. Refused while it may
 * still arrive, when it is a receipt that was sent anew since, and when the permission rule no longer allows it. One whose author left before it went is from now on
 * of the member who decides, and goes as one written now.
 */
export async function retryMessage(actor: MemberActor, input: OneMessage): Promise<MessageView> {
  const { shopId } = actor;
  return inShop(shopId, async (tx) => {
    const { message: failed, conversation } = await lockMessage(tx, shopId, input.messageId);
    if (!mayBeRetried(failed) || (await isSentAnew(tx, shopId, failed.id))) throw refused("nothing_to_retry");
    const left = failed.decision?.key === "author_left";
    const message = left ? { ...failed, memberId: actor.memberId, sendAt: now() } : failed;
    const decision = await askAgain(tx, conversation, message);
    const later = laterThan(decision);
    if (later) await putOff(tx, { message, conversation }, later, decision.record);
    else if (left) await queueNow(tx, { message, conversation }, decision.record);
    else await queueAgain(tx, { message, conversation });
    return found(await readMessage(tx, shopId, message.id));
  });
}

async function queueAgain(tx: Tx, held: { message: StoredMessage; conversation: LockedConversation }): Promise<void> {
  await changeHeld(tx, held, { delivery: "queued", problem: null, attempts: 0, attemptedAt: null });
  const { id: messageId, shopId, conversationId } = held.message;
  await messageQueued.record(tx, shopId, { conversationId, messageId });
}

function mayBeRetried({ author, delivery, problem }: StoredMessage): boolean {
  if (author === "contact") return false;
  return delivery === "failed" || (delivery === "unconfirmed" && problem !== null);
}
