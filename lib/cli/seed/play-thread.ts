import { createHash } from "node:crypto";
import { CONSENT_TEXT_VERSION } from "#db/consent-texts";
import { answerPermissions } from "#lib/connect/answer-permissions";
import { completeConnect } from "#lib/connect/complete-connect";
import { findVisitor } from "#lib/connect/find-visitor";
import { redeemConnect } from "#lib/connect/redeem-connect";
import { makeReference } from "#lib/connect/reference";
import { startConnect } from "#lib/connect/start-connect";
import { startVisit } from "#lib/connect/start-visit";
import { assignConversation } from "#lib/conversations/assign-conversation";
import { closeConversation } from "#lib/conversations/close-conversation";
import { receiveMessage } from "#lib/conversations/receive-message";
import { sendMessage } from "#lib/conversations/send-message";
import { env } from "#lib/core/env";
import { newId, newToken } from "#lib/core/ids";
import { listOrdersOfContact } from "#lib/orders/list-orders-of-contact";
import { sendReceipt } from "#lib/orders/send-receipt";
import { storeOrder } from "#lib/orders/store-order";
import type { VisitorActor } from "#lib/shops/actor";
import type { ShopView } from "#lib/shops/load-shop";
import { backdate } from "./backdate";
import { latestConversation } from "./latest-conversation";
import { loginOf, memberOf } from "./login";
import { PRODUCTS, type Thread } from "./threads";

/** Plays one thread through the commands a shopper and the members would use, then moves it back in time. */
export async function playThread(shop: ShopView, thread: Thread): Promise<void> {
  const { actor: stranger, token } = await startVisit(shop, { locale: thread.locale });
  let actor = stranger;
  if (thread.connect && thread.who) {
    await connect(shop, actor, thread);
    actor = (await findVisitor(shop, token)) ?? actor;
  }
  for (const step of thread.steps) await play(shop, actor, thread, step);
  const conversationId = await latestConversation(shop.id, actor.identityId);
  const holder = thread.holder ? await memberOf(thread.holder, shop.slug) : null;
  if (holder) await assignConversation(holder, { conversationId, memberId: holder.memberId });
  if (holder && thread.closed) await closeConversation(holder, { conversationId });
  await backdate(shop.id, conversationId, thread);
}

async function connect(shop: ShopView, actor: VisitorActor, thread: Thread): Promise<void> {
  if (!thread.who) return;
  const codeVerifier = newToken();
  const codeChallenge = createHash("sha256").update(codeVerifier).digest("base64url");
  const source = `${env().PUBLIC_URL}/widget/${shop.slug}`;
  const { url } = await startConnect(actor, { codeChallenge, locale: thread.locale, source });
  const request = new URL(url, env().PUBLIC_URL).searchParams.get("request") ?? "";
  const { code } = await completeConnect(await loginOf(thread.who), shop.slug, {
    request,
    allow: thread.connect ?? [],
    textVersion: CONSENT_TEXT_VERSION,
    locale: thread.locale,
  });
  await redeemConnect(actor, { code, codeVerifier });
}

async function play(shop: ShopView, actor: VisitorActor, thread: Thread, step: Thread["steps"][number]): Promise<void> {
  if ("allows" in step)
    return answerPermissions(actor, {
      allow: step.allows,
      textVersion: CONSENT_TEXT_VERSION,
      locale: thread.locale,
      source: `${env().PUBLIC_URL}/widget/${shop.slug}`,
    });
  if ("orders" in step) return placeOrder(shop, actor, thread, step);
  if (!("by" in step)) {
    await receiveMessage(actor, { clientKey: newId(), body: step.says });
    return;
  }
  const member = await memberOf(step.by, shop.slug);
  const conversationId = await latestConversation(shop.id, actor.identityId);
  if ("says" in step) await sendMessage(member, { conversationId, clientKey: newId(), body: step.says });
  else {
    const orders = await listOrdersOfContact(member, { contactId: actor.contactId });
    const order = orders.find((one) => one.number === step.receipt);
    if (order) await sendReceipt(member, { conversationId, orderId: order.id, clientKey: newId() });
  }
}

async function placeOrder(
  shop: ShopView,
  actor: VisitorActor,
  thread: Thread,
  step: Extract<Thread["steps"][number], { orders: string }>,
): Promise<void> {
  const product = PRODUCTS[step.orders];
  const at = new Date().toISOString();
  await storeOrder(shop.id, "storefront", {
    id: step.number,
    number: step.number,
    status: step.status,
    paid: true,
    currency: shop.currency,
    total: product.amount,
    lines: [
      {
        title: product.title,
        quantity: 1,
        unitAmount: product.amount,
        imageUrl: `${storefront()}/sandbox/art/${product.image}.svg`,
      },
    ],
    placedAt: at,
    updatedAt: at,
    note: step.note ?? null,
    customer: { name: thread.who ?? "—", visitor: makeReference(actor) },
  });
}

function storefront(): string {
  const own = new URL(env().PUBLIC_URL);
  return `${own.protocol}//shop.${own.host}`;
}
