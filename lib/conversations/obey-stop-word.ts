import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { contacts } from "#db/schema/contacts";
import { contactChanged } from "#lib/contacts/events";
import { PURPOSE_LIST } from "#lib/contacts/purposes";
import { recordWithdrawal } from "#lib/contacts/record-permissions";
import { isStopWord } from "#lib/contacts/stop-words";
import type { Locale } from "#lib/i18n/locales";
import { readShop } from "#lib/shops/load-shop";
import type { LockedConversation } from "./access";
import { appendEvent, type StoredMessage } from "./append-message";
import { confirmStop, isConfirmed } from "./confirm-stop";

type Written = {
  /** Where she wrote it. */
  source: string;
  /** The language she reads there, where it is known. */
  locale?: Locale;
  /** She is not told that it was obeyed: nothing may answer there by itself. */
  quiet?: boolean;
};

/**
 * A message that is only a stop word withdraws every permission, and nothing may be sent until she writes again, but
 * one word that this was done. Source: permission.md, the last row of the table.
 */
export async function obeyStopWord(
  tx: Tx,
  { message, conversation }: { message: StoredMessage; conversation: LockedConversation },
  { source, locale, quiet = false }: Written,
): Promise<void> {
  if (!isStopWord(message.body)) return;
  const { shopId, contactId } = conversation;
  const shop = await readShop(tx, shopId);
  const gone = await recordWithdrawal(tx, shopId, {
    contactId,
    purposes: PURPOSE_LIST,
    act: "stop_word",
    locale: shop.locales[0] === "en" ? "en" : "fr",
    source,
    proof: { messageId: message.id },
    at: message.createdAt,
  });
  const at = message.createdAt.toISOString();
  await tx
    .update(contacts)
    .set({ blockedAt: sql`greatest(${contacts.blockedAt}, ${at}::timestamptz)` })
    .where(and(eq(contacts.shopId, shopId), eq(contacts.id, contactId)));
  await contactChanged.record(tx, shopId, { contactId });
  const told = gone.length === 0 && (await isConfirmed(tx, conversation, message));
  const shown =
    gone.length > 0
      ? await appendEvent(tx, conversation, { type: "permission_withdrawn", purposes: gone })
      : conversation;
  if (!told && !quiet) await confirmStop(tx, shown, { message, shop, locale: locale ?? null });
}
