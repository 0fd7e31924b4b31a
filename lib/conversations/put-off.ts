import type { Tx } from "#db/in-shop";
import type { SendRecord } from "#db/schema/conversations";
import { addJob } from "#lib/jobs/add-job";
import type { LockedConversation } from "./access";
import type { StoredMessage } from "./append-message";
import { changeHeld } from "./held-message";

type Waiting = { message: StoredMessage; conversation: LockedConversation };

/** Queues the sending of a scheduled message; one job waits for each, so a later call moves it. */
export async function queueScheduled(
  tx: Tx,
  { id: messageId, shopId, conversationId }: Pick<StoredMessage, "id" | "shopId" | "conversationId">,
  sendAt: Date,
): Promise<void> {
  const ids = { shopId, conversationId, messageId };
  await addJob(tx, "sendScheduled", ids, { key: `sendScheduled:${messageId}`, runAt: sendAt });
}

/** Puts a message of a locked conversation off until `sendAt`: nothing is dropped, and it is decided again then. */
export async function putOff(tx: Tx, waiting: Waiting, sendAt: Date, decision: SendRecord): Promise<void> {
  const { memberId } = waiting.message;
  await changeHeld(tx, waiting, { delivery: "scheduled", sendAt, decision, problem: null, memberId });
  await queueScheduled(tx, waiting.message, sendAt);
}

/** Keeps a message of a locked conversation from being sent, with the decision that says why. */
export async function refuseWaiting(tx: Tx, waiting: Waiting, decision: SendRecord): Promise<void> {
  await changeHeld(tx, waiting, { delivery: "failed", sendAt: null, decision });
}
