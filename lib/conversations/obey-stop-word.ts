import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { contacts } from "#db/schema/contacts";
import { contactChanged } from "#lib/contacts/events";
import { PURPOSE_LIST } from "#lib/contacts/permissions";
import { recordWithdrawal } from "#lib/contacts/record-permissions";
import { isStopWord } from "#lib/contacts/stop-words";
import { readShop } from "#lib/shops/load-shop";
import type { LockedConversation } from "./access";
import { appendEvent, type StoredMessage } from "./append-message";

/**
 * A message that is only a stop word withdraws every permission, and nothing may be sent until she writes again.
 * `source` says where she wrote it. Source: permission.md, the last row of the table.
 */
export async function obeyStopWord(
  tx: Tx,
  { message, conversation }: { message: StoredMessage; conversation: LockedConversation },
  source: string,
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
  if (gone.length > 0) await appendEvent(tx, conversation, { type: "permission_withdrawn", purposes: gone });
}
