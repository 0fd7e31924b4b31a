import { createHash } from "node:crypto";
import { CONSENT_TEXT_VERSION } from "#db/consent-texts";
import { makeConnectedPage } from "#lib/channels/messenger/page-fixture";
import { completeConnect } from "#lib/connect/complete-connect";
import { findVisitor } from "#lib/connect/find-visitor";
import { redeemConnect } from "#lib/connect/redeem-connect";
import { startConnect } from "#lib/connect/start-connect";
import { makeThread, type TestVisitor } from "#lib/connect/visitor-fixture";
import { newToken } from "#lib/core/ids";
import type { VisitorActor } from "#lib/shops/actor";
import { inviteMember } from "#lib/shops/invite-member";
import { makeMember, makePerson, makeShop, type SignedIn, tokenOf } from "#lib/shops/shop-fixture";
import { makeConnection } from "./hook-fixture";
import { placeOrder } from "./order-fixture";

/** Words that stand in everything a test shop holds, so that a leak of any of it is seen. */
export const CANARY = "canari-de-la-boutique";

/** Opens the Connect popup for a chat; gives the request's secret and the chat's verifier. */
export async function startPopup(visitor: VisitorActor): Promise<{ request: string; codeVerifier: string }> {
  const codeVerifier = newToken();
  const codeChallenge = createHash("sha256").update(codeVerifier).digest("base64url");
  const { url } = await startConnect(visitor, { codeChallenge, locale: "fr", source: "https://a.example" });
  return { request: url.split("request=")[1] ?? "", codeVerifier };
}

/** Presses Continue in a popup with nothing ticked. */
export async function pressContinue(person: SignedIn, slug: string, request: string): Promise<{ code: string }> {
  return completeConnect(person, slug, { request, allow: [], textVersion: CONSENT_TEXT_VERSION, locale: "fr" });
}

/** A whole shop: its owner and an agent, a shopper who wrote, signed in and bought, and something of each kind. */
export async function makeBelongings() {
  const { shop, owner } = await makeShop();
  const agent = await makeMember(owner, "agent", `Karim ${CANARY}`);
  const shopper = await makePerson(`Amélie ${CANARY}`);
  const thread = await makeThread(shop, `Bonjour ${CANARY}`);
  const popup = await startPopup(thread.visitor);
  await redeemConnect(thread.visitor, { ...popup, ...(await pressContinue(shopper, shop.slug, popup.request)) });
  const { token } = thread.visitor;
  const visitor: TestVisitor = { ...((await findVisitor(shop, token)) ?? thread.visitor), token };
  const invitation = await inviteMember(owner, { role: "agent" });
  const { channelId } = await makeConnectedPage(owner, CANARY);
  const orderId = await placeOrder(visitor, { note: CANARY });
  return {
    shop,
    owner,
    agent,
    shopper,
    visitor,
    connection: await makeConnection(owner),
    invitationToken: tokenOf(invitation),
    ids: {
      shop: shop.slug,
      conversationId: thread.conversationId,
      memberId: agent.memberId,
      contactId: visitor.contactId,
      orderId,
      invitationId: invitation.id,
      sessionId: owner.sessionId,
      channelId,
      person: shopper.id,
      request: (await startPopup(visitor)).request,
    },
  };
}

export type Belongings = Awaited<ReturnType<typeof makeBelongings>>;
export type Ids = Belongings["ids"];
