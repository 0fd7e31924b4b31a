import { and, eq, gt, inArray, lte, ne } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { consentRecords } from "#db/schema/contacts";
import { conversations, messages } from "#db/schema/conversations";
import { orders } from "#db/schema/orders";
import { BUDGET_WINDOW_MS } from "#lib/contacts/complaint-budget";
import { DAY, now } from "#lib/core/clock";

/** How long she must have allowed offers before her report counts without an order. Source: docs/decisions/0020. */
const ALLOWED_FOR_MS = DAY;

/**
 * Whether a report counts against the shop: that of a message which is not older than what is counted, by somebody who
 * bought there, or who has allowed its offers for a day and was sent one. What anybody makes in a minute, a window or a
 * login, stops no shop. Source: docs/decisions/0020.
 */
export async function doesCount(
  tx: Tx,
  shopId: string,
  { contactId, createdAt }: { contactId: string; createdAt: Date },
): Promise<boolean> {
  if (now().getTime() - createdAt.getTime() >= BUDGET_WINDOW_MS) return false;
  return (await hasBought(tx, shopId, contactId)) || (await getsOffers(tx, shopId, contactId));
}

async function hasBought(tx: Tx, shopId: string, contactId: string): Promise<boolean> {
  const [order] = await tx
    .select({ id: orders.id })
    .from(orders)
    .where(
      and(
        eq(orders.shopId, shopId),
        eq(orders.contactId, contactId),
        eq(orders.paid, true),
        ne(orders.status, "cancelled"),
      ),
    )
    .limit(1);
  return order !== undefined;
}

async function getsOffers(tx: Tx, shopId: string, contactId: string): Promise<boolean> {
  const [given] = await tx
    .select({ id: consentRecords.id })
    .from(consentRecords)
    .where(
      and(
        eq(consentRecords.shopId, shopId),
        eq(consentRecords.contactId, contactId),
        eq(consentRecords.purpose, "offers"),
        inArray(consentRecords.action, ["granted", "refreshed"]),
        lte(consentRecords.at, new Date(now().getTime() - ALLOWED_FOR_MS)),
      ),
    )
    .limit(1);
  if (!given) return false;
  const [offer] = await tx
    .select({ id: messages.id })
    .from(messages)
    .innerJoin(
      conversations,
      and(eq(conversations.shopId, messages.shopId), eq(conversations.id, messages.conversationId)),
    )
    .where(
      and(
        eq(conversations.shopId, shopId),
        eq(conversations.contactId, contactId),
        eq(messages.purpose, "offers"),
        ne(messages.author, "contact"),
        eq(messages.delivery, "sent"),
        gt(messages.createdAt, new Date(now().getTime() - BUDGET_WINDOW_MS)),
      ),
    )
    .limit(1);
  return offer !== undefined;
}
