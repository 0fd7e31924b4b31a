import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import { CONSENT_TEXT_VERSION } from "#db/consent-texts";
import { inShop } from "#db/in-shop";
import { connectRequests } from "#db/schema/channels";
import { consentRecords } from "#db/schema/contacts";
import type { Purpose } from "#lib/contacts/purposes";
import { hashToken, newToken } from "#lib/core/ids";
import type { Person, VisitorActor } from "#lib/shops/actor";
import type { ShopView } from "#lib/shops/load-shop";
import { completeConnect } from "./complete-connect";
import { findVisitor } from "./find-visitor";
import type { CompleteConnect } from "./input";
import { redeemConnect } from "./redeem-connect";
import { startConnect } from "./start-connect";
import type { TestVisitor } from "./visitor-fixture";

/** Opens the popup for a chat: the secret in its address, and the verifier the chat keeps. */
export async function openPopup(
  visitor: VisitorActor,
  returnTo?: string,
): Promise<{ request: string; codeVerifier: string; returns: boolean }> {
  const codeVerifier = newToken();
  const codeChallenge = createHash("sha256").update(codeVerifier).digest("base64url");
  const source = "https://a.example/widget";
  const { url, returns } = await startConnect(visitor, { codeChallenge, locale: "fr", source, returnTo });
  return { request: url.split("request=")[1] ?? "", codeVerifier, returns };
}

/** What the popup sends when she ticks `allow` and presses Continue. */
export function answerOf(request: string, allow: Purpose[] = [], locale: "en" | "fr" = "fr"): CompleteConnect {
  return { request, allow, locale, textVersion: CONSENT_TEXT_VERSION };
}

/** Signs a person in to a chat through the popup; gives the chat's visitor as it is afterwards. */
export async function signInChat(
  shop: ShopView,
  visitor: TestVisitor,
  person: Person,
  allow: Purpose[] = [],
): Promise<TestVisitor> {
  const { request, codeVerifier } = await openPopup(visitor);
  const { code } = await completeConnect(person, shop.slug, answerOf(request, allow));
  await redeemConnect(visitor, { code, codeVerifier });
  return { ...((await findVisitor(shop, visitor.token)) ?? visitor), token: visitor.token };
}

/** Moves an instant of a popup's request into the past, in seconds. */
export async function agePopup(
  shop: ShopView,
  request: string,
  what: "expiresAt" | "completedAt",
  seconds: number,
): Promise<void> {
  const at = new Date(Date.now() - seconds * 1_000);
  await inShop(shop.id, (tx) =>
    tx
      .update(connectRequests)
      .set({ [what]: at })
      .where(eq(connectRequests.tokenHash, hashToken(request))),
  );
}

/** A contact's ledger as it is stored, in order of time. */
export async function ledgerOf(shopId: string, contactId: string) {
  return inShop(shopId, (tx) =>
    tx.select().from(consentRecords).where(eq(consentRecords.contactId, contactId)).orderBy(consentRecords.at),
  );
}
