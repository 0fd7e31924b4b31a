import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { identities, visitors } from "#db/schema/channels";
import { contacts } from "#db/schema/contacts";
import { DAY, now } from "#lib/core/clock";
import { hashToken } from "#lib/core/ids";
import type { VisitorActor } from "#lib/shops/actor";
import type { ShopView } from "#lib/shops/load-shop";

/** How long a browser's visit lasts: its cookie there, and its token here. */
export const VISIT_LIFE_MS = 180 * DAY;

/**
 * The visitor behind a chat cookie of this shop, or null when it is unknown, revoked or over. Once a minute it is
 * written down that she was seen.
 */
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
      .where(
        and(
          eq(visitors.shopId, shop.id),
          eq(visitors.tokenHash, hashToken(token)),
          isNull(visitors.revokedAt),
          gt(visitors.createdAt, new Date(now().getTime() - VISIT_LIFE_MS)),
        ),
      );
    if (!found) return null;
    const { stale, locale, ...ids } = found;
    if (stale) await seen(tx, shop.id, ids);
    return { kind: "visitor", shopId: shop.id, shopSlug: shop.slug, locale: locale === "fr" ? "fr" : "en", ...ids };
  });
}

/** The contact before the visitor, as whoever changes hands locks them. */
async function seen(
  tx: Tx,
  shopId: string,
  { contactId, visitorId }: Pick<VisitorActor, "contactId" | "visitorId">,
): Promise<void> {
  await tx
    .update(contacts)
    .set({ lastSeenAt: sql`greatest(${contacts.lastSeenAt}, now())` })
    .where(and(eq(contacts.shopId, shopId), eq(contacts.id, contactId)));
  await tx
    .update(visitors)
    .set({ lastSeenAt: sql`now()` })
    .where(and(eq(visitors.shopId, shopId), eq(visitors.id, visitorId)));
}
