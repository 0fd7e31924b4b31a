import { and, asc, desc, eq, notInArray, sql } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { contacts } from "#db/schema/contacts";
import { conversations } from "#db/schema/conversations";
import { orders } from "#db/schema/orders";
import { shops } from "#db/schema/shops";
import { permissionsOf } from "#lib/contacts/permissions";
import { PURPOSE_LIST } from "#lib/contacts/purposes";
import { changeConversation, type LockedConversation } from "./access";
import { conversationChanged } from "./events";

/** What a list sorts and filters by and the conversation itself does not say. */
type Facts = Pick<LockedConversation, "value" | "latestOrder" | "language" | "allows">;

/**
 * What is known of a contact now. `value` is what she bought, in minor units of the shop's currency: paid orders in it,
 * without those refunded or cancelled.
 */
export async function readFacts(tx: Tx, shopId: string, contactId: string): Promise<Facts> {
  const [contact] = await tx
    .select({ locale: contacts.locale, currency: shops.currency })
    .from(contacts)
    .innerJoin(shops, eq(shops.id, contacts.shopId))
    .where(and(eq(contacts.shopId, shopId), eq(contacts.id, contactId)));
  const bought = and(eq(orders.paid, true), notInArray(orders.status, ["refunded", "cancelled"]));
  const [sum] = await tx
    .select({ value: sql<string>`coalesce(sum(${orders.total}), 0)` })
    .from(orders)
    .where(
      and(
        eq(orders.shopId, shopId),
        eq(orders.contactId, contactId),
        eq(orders.currency, contact?.currency ?? ""),
        bought,
      ),
    );
  const [latest] = await tx
    .select({ status: orders.status })
    .from(orders)
    .where(and(eq(orders.shopId, shopId), eq(orders.contactId, contactId)))
    .orderBy(desc(orders.placedAt), desc(orders.id))
    .limit(1);
  const permissions = await permissionsOf(tx, shopId, contactId);
  return {
    value: Number(sum?.value ?? 0),
    latestOrder: latest?.status ?? null,
    language: contact?.locale ?? null,
    allows: PURPOSE_LIST.filter((purpose) => permissions[purpose].state === "on"),
  };
}

const sameFacts = (a: Facts, b: Facts) =>
  a.value === b.value &&
  a.latestOrder === b.latestOrder &&
  a.language === b.language &&
  a.allows.join() === b.allows.join();

/** Tells a contact's conversations what is known of her now, where that changed. Run twice it changes nothing. */
export async function refreshFacts(shopId: string, { contactId }: { contactId: string | null }): Promise<void> {
  if (!contactId) return;
  await inShop(shopId, async (tx) => {
    const held = await tx
      .select()
      .from(conversations)
      .where(and(eq(conversations.shopId, shopId), eq(conversations.contactId, contactId)))
      .orderBy(asc(conversations.id))
      .for("no key update");
    if (held.length === 0) return;
    const facts = await readFacts(tx, shopId, contactId);
    for (const conversation of held) {
      if (sameFacts(conversation, facts)) continue;
      await changeConversation(tx, conversation, facts);
      await conversationChanged.record(tx, shopId, { conversationId: conversation.id });
    }
  });
}
