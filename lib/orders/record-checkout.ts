import { and, eq, sql } from "drizzle-orm";
import { CONSENT_TEXT_VERSION } from "#db/consent-texts";
import type { Tx } from "#db/in-shop";
import { consentRecords } from "#db/schema/contacts";
import { recordAnswer } from "#lib/contacts/record-permissions";
import type { LockedConversation } from "#lib/conversations/access";
import { appendEvent } from "#lib/conversations/append-message";
import { now } from "#lib/core/clock";
import { log } from "#lib/core/log";
import type { OrderDelivery } from "./input";

type Order = { id: string; shopId: string; number: string };
type Buyer = { contactId: string; conversation: LockedConversation | null };

/**
 * Writes into the ledger what a buyer answered at the checkout, as the storefront tells it: the act was hers, in the
 * browser or under the login that the order is joined by, at the time she acted, so that what she took back since stays
 * taken back. Under other words than those shown now nothing is recorded, for nobody could show later what she read. The
 * answer of one order is recorded once.
 */
export async function recordCheckout(
  tx: Tx,
  order: Order,
  buyer: Buyer,
  { asked }: Pick<OrderDelivery["order"], "asked">,
): Promise<void> {
  if (!asked) return;
  const { shopId, id: orderId, number } = order;
  if (asked.textVersion !== CONSENT_TEXT_VERSION)
    return log.warn({ shopId, orderId }, "what a checkout asked was asked in other words, and is not recorded");
  if (await isRecorded(tx, order, buyer.contactId)) return;
  const { given } = await recordAnswer(tx, shopId, {
    contactId: buyer.contactId,
    shown: asked.shown,
    allow: asked.allow,
    act: "checkout",
    locale: asked.locale,
    source: asked.page,
    proof: { orderId, number },
    at: new Date(Math.min(Date.parse(asked.at), now().getTime())),
  });
  if (buyer.conversation && given.length > 0)
    await appendEvent(tx, buyer.conversation, { type: "permission_given", purposes: given });
}

async function isRecorded(tx: Tx, { id, shopId }: Order, contactId: string): Promise<boolean> {
  const [found] = await tx
    .select({ id: consentRecords.id })
    .from(consentRecords)
    .where(
      and(
        eq(consentRecords.shopId, shopId),
        eq(consentRecords.contactId, contactId),
        eq(consentRecords.act, "checkout"),
        sql`${consentRecords.proof} ->> 'orderId' = ${id}`,
      ),
    )
    .limit(1);
  return found !== undefined;
}
