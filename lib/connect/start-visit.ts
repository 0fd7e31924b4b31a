import { and, eq } from "drizzle-orm";
import { inShop } from "#db/in-shop";
import { channels, identities, visitors } from "#db/schema/channels";
import { contacts } from "#db/schema/contacts";
import { notFound } from "#lib/core/errors";
import { hashToken, newId, newToken } from "#lib/core/ids";
import type { VisitorActor } from "#lib/shops/actor";
import type { ShopView } from "#lib/shops/load-shop";
import type { StartVisit } from "./input";

/**
 * Makes a visitor of the shop's web chat: a nameless contact, its identity and the browser's session, whose token is
 * given once. Called when she writes, sends or logs in first, never before.
 */
export async function startVisit(shop: ShopView, input: StartVisit): Promise<{ actor: VisitorActor; token: string }> {
  const token = newToken();
  return inShop(shop.id, async (tx) => {
    const [channel] = await tx
      .select({ id: channels.id })
      .from(channels)
      .where(and(eq(channels.shopId, shop.id), eq(channels.kind, "web_chat")));
    if (!channel) throw notFound("channel");
    const ids = { contactId: newId(), identityId: newId(), visitorId: newId() };
    await tx.insert(contacts).values({ id: ids.contactId, shopId: shop.id, locale: input.locale });
    await tx.insert(identities).values({
      id: ids.identityId,
      shopId: shop.id,
      contactId: ids.contactId,
      channelId: channel.id,
      externalId: ids.visitorId,
    });
    await tx.insert(visitors).values({
      id: ids.visitorId,
      shopId: shop.id,
      identityId: ids.identityId,
      tokenHash: hashToken(token),
      locale: input.locale,
      page: input.page ?? null,
    });
    return {
      token,
      actor: {
        kind: "visitor",
        shopId: shop.id,
        shopSlug: shop.slug,
        channelId: channel.id,
        locale: input.locale,
        byMail: false,
        ...ids,
      },
    };
  });
}
