import { createHash } from "node:crypto";
import { and, count, desc, eq, gt, inArray } from "drizzle-orm";
import { inShop } from "#db/in-shop";
import { conversations, messages } from "#db/schema/conversations";
import { REACHED } from "#lib/conversations/reached";
import type { VisitorActor } from "#lib/shops/actor";
import type { ShopView } from "#lib/shops/load-shop";
import type { FromChat } from "#lib/widget/frame-messages";
import { chatHeaders, framedBy, knownOrigin } from "./chat-page";
import { embed } from "./embed";

/**
 * The page that tells the storefront around it how many messages a returning visitor has not seen, and does nothing
 * else: one line of its own, which the policy knows by its hash. Null says that she has no chat here any more. Nothing is
 * told where `origin` is none of the shop's.
 */
export async function unseenPage(
  shop: ShopView,
  actor: VisitorActor | null,
  origin: string,
): Promise<{ html: string; headers: Record<string, string> }> {
  const to = knownOrigin(shop, origin);
  const message: FromChat = { type: "unread", n: actor && (await countUnseen(actor)) };
  const line = to ? `parent.postMessage(${embed(message)},${embed(to)})` : "";
  const hash = createHash("sha256").update(line).digest("base64");
  const policy = ["default-src 'none'", `script-src 'sha256-${hash}'`, "base-uri 'none'", framedBy(shop)];
  return {
    html: `<!doctype html><meta charset="utf-8"><title>Chat</title><script>${line}</script>`,
    headers: { ...chatHeaders(policy), "cache-control": "private, no-store" },
  };
}

/** What reached her in her latest conversation and was never on her screen, as the open chat counts it. */
async function countUnseen({ shopId, identityId }: VisitorActor): Promise<number> {
  return inShop(shopId, async (tx) => {
    const [latest] = await tx
      .select({ id: conversations.id, contactReadSeq: conversations.contactReadSeq })
      .from(conversations)
      .where(and(eq(conversations.shopId, shopId), eq(conversations.identityId, identityId)))
      .orderBy(desc(conversations.createdAt), desc(conversations.id))
      .limit(1);
    if (!latest) return 0;
    const [unseen] = await tx
      .select({ n: count() })
      .from(messages)
      .where(
        and(
          eq(messages.shopId, shopId),
          eq(messages.conversationId, latest.id),
          gt(messages.seq, latest.contactReadSeq),
          inArray(messages.author, ["member", "app"]),
          REACHED,
        ),
      );
    return unseen?.n ?? 0;
  });
}
