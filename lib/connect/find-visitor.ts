import { and, eq, isNull, sql } from "drizzle-orm";
import { inShop } from "#db/in-shop";
import { identities, visitors } from "#db/schema/channels";
import { hashToken } from "#lib/core/ids";
import type { VisitorActor } from "#lib/shops/actor";
import type { ShopView } from "#lib/shops/load-shop";

/** The visitor behind a chat cookie of this shop, or null when it is unknown or revoked. */
export async function findVisitor(shop: Pick<ShopView, "id" | "slug">, token: string): Promise<VisitorActor | null> {
  return inShop(shop.id, async (tx) => {
    const [found] = await tx
      .select({
        visitorId: visitors.id,
        identityId: visitors.identityId,
        contactId: identities.contactId,
        channelId: identities.channelId,
        locale: visitors.locale,
        byMail: visitors.byMail,
        stale: sql<boolean>`${visitors.lastSeenAt} < now() - interval '1 minute'`,
      })
      .from(visitors)
      .innerJoin(identities, and(eq(identities.shopId, visitors.shopId), eq(identities.id, visitors.identityId)))
      .where(and(eq(visitors.shopId, shop.id), eq(visitors.tokenHash, hashToken(token)), isNull(visitors.revokedAt)));
    if (!found) return null;
    const { stale, locale, ...ids } = found;
    if (stale)
      await tx
        .update(visitors)
        .set({ lastSeenAt: sql`now()` })
        .where(and(eq(visitors.shopId, shop.id), eq(visitors.id, ids.visitorId)));
    return { kind: "visitor", shopId: shop.id, shopSlug: shop.slug, locale: locale === "fr" ? "fr" : "en", ...ids };
  });
}
