import { and, desc, eq, gt, inArray, ne, sql } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { contacts } from "#db/schema/contacts";
import { conversations, messages } from "#db/schema/conversations";
import { isStopWord } from "#lib/contacts/stop-words";
import { env } from "#lib/core/env";
import { isLocale, type Locale } from "#lib/i18n/locales";
import { saidTexts } from "#lib/i18n/said";
import type { ShopView } from "#lib/shops/load-shop";
import type { LockedConversation } from "./access";
import type { StoredMessage } from "./append-message";
import { sayByItself } from "./say-by-itself";

type Stop = { message: StoredMessage; shop: ShopView; locale: Locale | null };

/**
 * Tells her once that her stop was obeyed and how to allow messages again, where the rule lets it go. The same word
 * written again says nothing new and is not answered. Source: reference consent.md §2, "confirm once".
 */
export async function confirmStop(
  tx: Tx,
  conversation: LockedConversation,
  { message, shop, locale }: Stop,
): Promise<void> {
  await sayByItself(tx, conversation, {
    message: "stop_confirmation",
    event: { type: "stop_confirmed" },
    words: async () =>
      saidTexts(locale ?? (await languageOf(tx, conversation, { message, shop }))).stopped(
        shop.name,
        `${env().PUBLIC_URL}/me/permissions`,
      ),
  });
}

/** Words that say in which language she wrote them. */
const SPOKEN: readonly [RegExp, Locale][] = [
  [/unsubscribe/i, "en"],
  [/arr|sabonner/i, "fr"],
];

async function languageOf(
  tx: Tx,
  { shopId, contactId }: LockedConversation,
  { message, shop }: Pick<Stop, "message" | "shop">,
): Promise<Locale> {
  const spoken = SPOKEN.find(([word]) => word.test(message.body))?.[1];
  if (spoken) return spoken;
  const [contact] = await tx
    .select({ locale: contacts.locale })
    .from(contacts)
    .where(and(eq(contacts.shopId, shopId), eq(contacts.id, contactId)));
  return [contact?.locale?.slice(0, 2), ...shop.locales].find(isLocale) ?? "en";
}

/** Whether she was told already, and has written nothing since but the same word. */
export async function isConfirmed(
  tx: Tx,
  { shopId, contactId }: LockedConversation,
  message: StoredMessage,
): Promise<boolean> {
  const hers = tx
    .select({ id: conversations.id })
    .from(conversations)
    .where(and(eq(conversations.shopId, shopId), eq(conversations.contactId, contactId)));
  const inHers = inArray(messages.conversationId, hers);
  const [told] = await tx
    .select({ at: messages.createdAt })
    .from(messages)
    .where(
      and(
        eq(messages.shopId, shopId),
        inHers,
        sql`${messages.event} ->> 'type' = 'stop_confirmed'`,
        ne(messages.delivery, "failed"),
      ),
    )
    .orderBy(desc(messages.createdAt))
    .limit(1);
  if (!told) return false;
  const since = await tx
    .select({ body: messages.body })
    .from(messages)
    .where(
      and(
        eq(messages.shopId, shopId),
        inHers,
        eq(messages.author, "contact"),
        gt(messages.createdAt, told.at),
        ne(messages.id, message.id),
      ),
    );
  return since.every(({ body }) => isStopWord(body));
}
