import { and, eq, max } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { contacts } from "#db/schema/contacts";
import { conversations } from "#db/schema/conversations";

/**
 * Since when a contact wants nothing of the shop, not even an answer; null when she does not, or has written since: who
 * writes wants an answer, whichever way she wrote. Source: permission.md, the last row.
 */
export async function blockedSince(tx: Tx, shopId: string, contactId: string): Promise<Date | null> {
  const [found] = await tx
    .select({ at: contacts.blockedAt, wroteAt: max(conversations.lastContactAt) })
    .from(contacts)
    .leftJoin(conversations, and(eq(conversations.shopId, contacts.shopId), eq(conversations.contactId, contacts.id)))
    .where(and(eq(contacts.shopId, shopId), eq(contacts.id, contactId)))
    .groupBy(contacts.blockedAt);
  const { at = null, wroteAt = null } = found ?? {};
  return at && !(wroteAt && wroteAt > at) ? at : null;
}
