import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { channels } from "#db/schema/channels";
import { messages } from "#db/schema/conversations";
import type { LockedConversation } from "./access";
import { REACHED } from "./reached";

/**
 * What a message of the conversation is kept as where another answers it: on Messenger as the platform calls it, null
 * while it has no name there. Only what both sides see can be answered. Everything else is as absent, and of what is
 * absent, perhaps cleared while the answer was written, the quote alone is lost: the words are kept without it.
 */
export async function answeredIn(
  tx: Tx,
  { shopId, id }: Pick<LockedConversation, "shopId" | "id">,
  messageId: string,
): Promise<string | null> {
  const [answered] = await tx
    .select({ id: messages.id, externalId: messages.externalId, channel: channels.kind })
    .from(messages)
    .innerJoin(channels, and(eq(channels.shopId, messages.shopId), eq(channels.id, messages.channelId)))
    .where(and(eq(messages.shopId, shopId), eq(messages.conversationId, id), eq(messages.id, messageId), REACHED));
  if (!answered) return null;
  return answered.channel === "messenger" ? answered.externalId : answered.id;
}
