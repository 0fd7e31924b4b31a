import { and, eq, max, sql } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { contacts } from "#db/schema/contacts";
import { conversations, messages } from "#db/schema/conversations";

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

/**
 * When she wrote the STOP that is why she is blocked since then; null when she blocked the shop another way. A block by
 * STOP bears the time of its message, to the millisecond; what was said in it may be cleared since.
 */
export async function stoppedAt(tx: Tx, shopId: string, contactId: string, blocked: Date | null): Promise<Date | null> {
  if (!blocked) return null;
  const [word] = await tx
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
        eq(messages.author, "contact"),
        sql`date_trunc('milliseconds', ${messages.createdAt}) = ${blocked.toISOString()}::timestamptz`,
      ),
    )
    .limit(1);
  return word ? blocked : null;
}
