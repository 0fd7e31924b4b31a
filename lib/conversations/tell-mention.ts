import { inShop } from "#db/in-shop";
import { shopChannel } from "#lib/realtime/channels";
import { publish } from "#lib/realtime/publish";
import { readMessage } from "./read-messages";

/** Tells the windows of a named member who named her and where. Told twice, they show it once. */
export async function broadcastMention(
  shopId: string,
  { conversationId, messageId, memberId }: { conversationId: string; messageId: string; memberId: string },
): Promise<void> {
  const message = await inShop(shopId, (tx) => readMessage(tx, shopId, messageId));
  if (!message?.payload?.mentions?.some((mention) => mention.memberId === memberId)) return;
  const by = message.authorName ?? "";
  await publish(shopChannel(shopId), "member.mentioned", { conversationId, messageId, memberId, by });
}
