import { and, count, eq, lt } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { contacts } from "#db/schema/contacts";
import { conversations } from "#db/schema/conversations";
import { messageTemplates } from "#db/schema/messenger";
import { orders, receipts } from "#db/schema/orders";
import { shops } from "#db/schema/shops";
import type { StoredMessage } from "#lib/conversations/append-message";
import { readReceipts } from "#lib/conversations/read-messages";
import { ORDER_TEMPLATE } from "#lib/conversations/read-reach";
import { log } from "#lib/core/log";
import { isLocale, type Locale } from "#lib/i18n/locales";
import { messagesFor } from "#lib/i18n/messages";
import { firstName } from "#lib/shops/actor";
import { orderNewsParameters } from "../templates/order-news";
import { missingOf, receiptTemplate } from "./receipt-template";
import type { Content } from "./send-body";
import { Unsendable } from "./unsendable";

/** A receipt in the platform's words: its own card, or after the window the approved template. Throws `Unsendable`. */
export async function readReceipt(shopId: string, message: StoredMessage, asTemplate: boolean): Promise<Content> {
  return inShop(shopId, async (tx) => {
    const [found] = await tx
      .select({ order: orders, receipt: receipts, contact: contacts, shop: shops })
      .from(receipts)
      .innerJoin(orders, and(eq(orders.shopId, receipts.shopId), eq(orders.id, receipts.orderId)))
      .innerJoin(
        conversations,
        and(eq(conversations.shopId, receipts.shopId), eq(conversations.id, receipts.conversationId)),
      )
      .innerJoin(contacts, and(eq(contacts.shopId, conversations.shopId), eq(contacts.id, conversations.contactId)))
      .innerJoin(shops, eq(shops.id, receipts.shopId))
      .where(and(eq(receipts.shopId, shopId), eq(receipts.messageId, message.id)));
    const order = found && (await readReceipts(tx, shopId, [found.order.id])).get(found.order.id);
    if (!found || !order) throw new Unsendable("not_accepted");
    const { contact, shop, receipt } = found;
    const asked = [contact.locale, ...shop.locales].find((locale) => isLocale(locale));
    const locale = isLocale(asked) ? asked : "en";
    await tx
      .update(receipts)
      .set({ sentVersion: order.version })
      .where(and(eq(receipts.shopId, shopId), eq(receipts.id, receipt.id)));
    if (asTemplate) {
      const language = await approvedLanguage(tx, shopId, message.channelId, locale);
      const status = messagesFor(language).messengerSend.orderNews[order.status];
      const name = firstName(contact.name) || found.order.customerName;
      const parameters = orderNewsParameters({ firstName: name, number: order.number, shop: shop.name, status });
      return { utility: { name: ORDER_TEMPLATE, language, parameters } };
    }
    const off = missingOf(order);
    if (off !== 0) log.warn({ orderId: order.orderId, off }, "a receipt's lines and sums do not lead to its total");
    const { paid, unpaid: notPaid } = messagesFor(locale).receipts;
    const template = receiptTemplate({
      order: { ...order, placedAt: found.order.placedAt },
      customerName: found.order.customerName || contact.name,
      shopName: shop.name,
      words: { paid, notPaid },
      revision: 1 + (await sentBefore(tx, receipt, message.channelId)),
    });
    return { template };
  });
}

/** How many receipts of the order the Page was given before this one: each needs a number of its own. */
async function sentBefore(tx: Tx, receipt: typeof receipts.$inferSelect, channelId: string): Promise<number> {
  const [found] = await tx
    .select({ n: count() })
    .from(receipts)
    .innerJoin(
      conversations,
      and(eq(conversations.shopId, receipts.shopId), eq(conversations.id, receipts.conversationId)),
    )
    .where(
      and(
        eq(receipts.shopId, receipt.shopId),
        eq(receipts.orderId, receipt.orderId),
        eq(conversations.channelId, channelId),
        lt(receipts.id, receipt.id),
      ),
    );
  return found?.n ?? 0;
}

async function approvedLanguage(tx: Tx, shopId: string, channelId: string, wanted: Locale): Promise<Locale> {
  const rows = await tx
    .select({ language: messageTemplates.language })
    .from(messageTemplates)
    .where(
      and(
        eq(messageTemplates.shopId, shopId),
        eq(messageTemplates.channelId, channelId),
        eq(messageTemplates.name, ORDER_TEMPLATE),
        eq(messageTemplates.state, "approved"),
      ),
    );
  const languages = rows.map((row) => row.language).filter((language) => isLocale(language));
  const language = languages.find((one) => one === wanted) ?? languages[0];
  if (!language) throw new Unsendable("template_missing");
  return language;
}
