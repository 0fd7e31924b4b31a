import { and, eq } from "drizzle-orm";
import { CONSENT_TEXT_VERSION } from "#db/consent-texts";
import { inShop } from "#db/in-shop";
import { connectRequests } from "#db/schema/channels";
import { contacts } from "#db/schema/contacts";
import { type Permissions, permissionsOf } from "#lib/contacts/permissions";
import { now } from "#lib/core/clock";
import { hashToken } from "#lib/core/ids";
import type { Person } from "#lib/shops/actor";
import { findShopId } from "#lib/shops/load-member";
import { type MyShopHead, readMyHead } from "./view-my-head";

export type ConnectView = {
  state: "open" | "used" | "expired";
  shop: MyShopHead;
  /** The language of the chat that opened the popup. */
  locale: "en" | "fr";
  /** The storefront's page that waits for the answer where this is no window over it. */
  returnTo: string | null;
  /** What this person allows the shop already; null when nobody is signed in or the shop does not know her. */
  permissions: Permissions | null;
  /** The version of the words that are shown, to be sent back with the answer. */
  textVersion: string;
};

/** What one opening of the Connect popup shows: who asks, and whether it can still be answered. Null when unknown. */
export async function findConnect(slug: string, token: string, person: Person | null): Promise<ConnectView | null> {
  const shopId = await findShopId(slug);
  if (!shopId) return null;
  return inShop(shopId, async (tx) => {
    const [request] = await tx
      .select()
      .from(connectRequests)
      .where(and(eq(connectRequests.shopId, shopId), eq(connectRequests.tokenHash, hashToken(token))));
    if (!request) return null;
    const shop = await readMyHead(tx, shopId);
    const [contact] = person
      ? await tx
          .select({ id: contacts.id })
          .from(contacts)
          .where(and(eq(contacts.shopId, shopId), eq(contacts.personId, person.id)))
      : [];
    return {
      state: request.completedAt ? "used" : request.expiresAt <= now() ? "expired" : "open",
      shop,
      locale: request.locale === "fr" ? "fr" : "en",
      returnTo: request.returnTo,
      permissions: contact ? await permissionsOf(tx, shopId, contact.id) : null,
      textVersion: CONSENT_TEXT_VERSION,
    };
  });
}
