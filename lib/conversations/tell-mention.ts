import { inShop } from "#db/in-shop";
import { shopChannel } from "#lib/realtime/channels";
import type { Publication } from "#lib/realtime/publish";
import { readMessage } from "./read-messages";

/** What the windows of a named member are told: who named her and where. Told twice, they show it once. */
export async function broadcastMention(
  shopId: string,
  { conversationId, messageId, memberId }: { conversationId: string; messageId: string; memberId: string },
): Promise<Publication[]> {
  const message = await inShop(shopId, (tx) => readMessage(tx, shopId, messageId));
  if (!message?.payload?.mentions?.some((mention) => mention.memberId === memberId)) return [];
  const by = message.authorName ?? "";
  return [
    { channel: shopChannel(shopId), event: "member.mentioned", data: { conversationId, messageId, memberId, by } },
  ];
}
