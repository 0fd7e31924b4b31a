import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { contacts } from "#db/schema/contacts";
import { PURPOSE_LIST } from "#lib/contacts/permissions";
import { recordWithdrawal } from "#lib/contacts/record-permissions";
import { isStopWord } from "#lib/contacts/stop-words";
import type { LockedConversation } from "#lib/conversations/access";
import { appendEvent, type StoredMessage } from "#lib/conversations/append-message";
import { readShop } from "#lib/shops/load-shop";
import type { Place } from "./place";

/**
 * A message that is only a stop word withdraws every permission, and nothing may be sent until she writes again.
 * Source: permission.md, the last row of the table.
 */
export async function obeyStopWord(
  tx: Tx,
  place: Place,
  { message, conversation }: { message: StoredMessage; conversation: LockedConversation },
): Promise<void> {
  if (!isStopWord(message.body)) return;
  const { shopId } = place;
  const shop = await readShop(tx, shopId);
  const gone = await recordWithdrawal(tx, shopId, {
    contactId: conversation.contactId,
    purposes: PURPOSE_LIST,
    act: "stop_word",
    locale: shop.locales[0] === "en" ? "en" : "fr",
    source: `messenger:${place.pageId}`,
    proof: { messageId: message.id, mid: message.externalId ?? "" },
    at: message.createdAt,
  });
  const at = message.createdAt.toISOString();
  await tx
    .update(contacts)
    .set({ blockedAt: sql`greatest(${contacts.blockedAt}, ${at}::timestamptz)` })
    .where(and(eq(contacts.shopId, shopId), eq(contacts.id, conversation.contactId)));
  if (gone.length > 0) await appendEvent(tx, conversation, { type: "permission_withdrawn", purposes: gone });
}
