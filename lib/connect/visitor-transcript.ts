import { inShop } from "#db/in-shop";
import { lockLatest } from "#lib/conversations/open-conversation";
import type { Transcript } from "#lib/conversations/transcripts/write-transcript";
import { notFound } from "#lib/core/errors";
import type { Locale } from "#lib/i18n/locales";
import type { VisitorActor } from "#lib/shops/actor";
import type { ShopView } from "#lib/shops/load-shop";

type Wish = { locale: Locale; zone?: string | undefined };

/** The conversation of a chat, as its shopper may keep it. Throws `not_found` before she wrote. */
export async function visitorTranscript(shop: ShopView, actor: VisitorActor, wish: Wish): Promise<Transcript> {
  const conversation = await inShop(shop.id, (tx) => lockLatest(tx, shop.id, actor.identityId));
  if (!conversation) throw notFound("conversation");
  return ownTranscript(shop, conversation.id, wish);
}

/** One conversation with a shop, as its shopper may keep it. */
export function ownTranscript(
  shop: Pick<ShopView, "id" | "name" | "timeZone">,
  conversationId: string,
  { locale, zone = shop.timeZone }: Wish,
): Transcript {
  return {
    ...{ shopId: shop.id, shopName: shop.name, withWhom: shop.name },
    ...{ conversationId, reader: { kind: "shopper" }, locale, zone },
  };
}
