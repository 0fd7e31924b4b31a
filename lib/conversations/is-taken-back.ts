import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { messages } from "#db/schema/conversations";
import { notFound } from "#lib/core/errors";
import type { LockedConversation } from "./access";

/** Whether a message of a locked conversation was taken back before it went. One that is not there is refused. */
export async function isTakenBack(
  tx: Tx,
  { shopId, id }: Pick<LockedConversation, "shopId" | "id">,
  messageId: string | undefined,
): Promise<boolean> {
  if (messageId === undefined) return false;
  const [message] = await tx
    .select({ event: messages.event })
    .from(messages)
    .where(and(eq(messages.shopId, shopId), eq(messages.conversationId, id), eq(messages.id, messageId)));
  if (!message) throw notFound("message");
  return message.event?.type === "schedule_cancelled";
}
