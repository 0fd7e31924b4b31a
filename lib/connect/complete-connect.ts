import { and, eq, sql } from "drizzle-orm";
import { CONSENT_TEXT_VERSION } from "#db/consent-texts";
import { inShop, type Tx } from "#db/in-shop";
import { connectRequests } from "#db/schema/channels";
import { contacts } from "#db/schema/contacts";
import { PURPOSE_LIST } from "#lib/contacts/purposes";
import { recordAnswer } from "#lib/contacts/record-permissions";
import { now } from "#lib/core/clock";
import { notFound, refused } from "#lib/core/errors";
import { hashToken, newToken } from "#lib/core/ids";
import type { Person } from "#lib/shops/actor";
import type { CompleteConnect } from "./input";
import { findShopOf } from "./my-contacts";

async function lockRequest(tx: Tx, shopId: string, token: string) {
  const [request] = await tx
    .select()
    .from(connectRequests)
    .where(and(eq(connectRequests.shopId, shopId), eq(connectRequests.tokenHash, hashToken(token))))
    .for("update");
  if (!request) throw notFound("connect request");
  if (request.completedAt) throw refused("connect_used");
  if (request.expiresAt <= now()) throw refused("connect_expired");
  return request;
}

/**
 * Ends the dialog with "Continue": the person becomes a contact of the shop, what she ticked goes into the ledger,
 * and a code is given for the chat that opened the dialog. With nothing ticked she only signs in.
 */
export async function completeConnect(person: Person, slug: string, input: CompleteConnect): Promise<{ code: string }> {
  if (input.textVersion !== CONSENT_TEXT_VERSION) throw refused("consent_text_changed");
  const shopId = await findShopOf(slug);
  const code = newToken();
  return inShop(shopId, async (tx) => {
    const request = await lockRequest(tx, shopId, input.request);
    const [contact] = await tx
      .insert(contacts)
      .values({ shopId, personId: person.id, name: person.name, locale: input.locale })
      .onConflictDoUpdate({
        target: [contacts.shopId, contacts.personId],
        set: { name: person.name, lastSeenAt: sql`now()`, version: sql`${contacts.version} + 1` },
      })
      .returning({ id: contacts.id });
    if (!contact) throw new Error("insert returned no row");
    await recordAnswer(tx, shopId, {
      contactId: contact.id,
      allow: input.allow,
      shown: PURPOSE_LIST,
      act: "connect_dialog",
      locale: input.locale,
      source: request.source,
      proof: { connectRequestId: request.id, personId: person.id },
    });
    await tx
      .update(connectRequests)
      .set({ completedAt: sql`now()`, codeHash: hashToken(code), contactId: contact.id, returnTo: null })
      .where(and(eq(connectRequests.shopId, shopId), eq(connectRequests.id, request.id)));
    return { code };
  });
}
