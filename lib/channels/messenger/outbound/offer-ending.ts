import { and, eq } from "drizzle-orm";
import { inShop } from "#db/in-shop";
import { contacts } from "#db/schema/contacts";
import { conversations } from "#db/schema/conversations";
import { shops } from "#db/schema/shops";
import { permissionLink } from "#lib/connect/permission-link";
import type { StoredMessage } from "#lib/conversations/append-message";
import { isLocale } from "#lib/i18n/locales";
import { saidTexts } from "#lib/i18n/said";

/**
 * What an offer ends with in Messenger: the link that takes back and opens nothing, and the word that does the same.
 * Source: CPCE art. L34-5, a way to stop in every message; reference consent.md §1.
 */
export async function offerEnding(shopId: string, { conversationId }: StoredMessage): Promise<string> {
  return inShop(shopId, async (tx) => {
    const [found] = await tx
      .select({ contactId: contacts.id, locale: contacts.locale, shopLocales: shops.locales })
      .from(conversations)
      .innerJoin(contacts, and(eq(contacts.shopId, conversations.shopId), eq(contacts.id, conversations.contactId)))
      .innerJoin(shops, eq(shops.id, conversations.shopId))
      .where(and(eq(conversations.shopId, shopId), eq(conversations.id, conversationId)));
    if (!found) throw new Error("a message waits in a conversation that is not there");
    const locale = [found.locale?.slice(0, 2), ...found.shopLocales].find(isLocale) ?? "en";
    return saidTexts(locale).offerEnds(`${permissionLink(shopId, found.contactId)}?stop=offers`);
  });
}
