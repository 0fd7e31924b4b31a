import { and, eq } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { messages } from "#db/schema/conversations";
import { type LockedConversation, lockConversation } from "#lib/conversations/access";
import { MINUTE, now } from "#lib/core/clock";
import { addJob } from "#lib/jobs/add-job";
import { changeDelivery, problemOf } from "./delivery";

/** How long an echo is waited for before a member is asked what to do. */
const GRACE_MS = 2 * MINUTE;

/** Looks again when the echo of a message whose outcome is unknown should have come. */
export async function awaitEcho(tx: Tx, { shopId, id }: LockedConversation, messageId: string): Promise<void> {
  const runAt = new Date(now().getTime() + GRACE_MS);
  await addJob(tx, "settleUnconfirmed", { shopId, conversationId: id, messageId }, { key: `echo:${messageId}`, runAt });
}

/** No echo came in time: the message is shown as unconfirmed, and only a member may send it once more. */
export async function settleUnconfirmed(
  shopId: string,
  { conversationId, messageId }: { conversationId: string; messageId: string },
): Promise<void> {
  await inShop(shopId, async (tx) => {
    const conversation = await lockConversation(tx, shopId, conversationId);
    const [message] = await tx
      .select({ delivery: messages.delivery, problem: messages.problem })
      .from(messages)
      .where(and(eq(messages.shopId, shopId), eq(messages.conversationId, conversationId), eq(messages.id, messageId)));
    if (message?.delivery === "unconfirmed" && message.problem === null)
      await changeDelivery(tx, conversation, messageId, { problem: problemOf("unconfirmed") });
  });
}
