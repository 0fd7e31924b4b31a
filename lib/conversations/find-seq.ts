import { and, asc, eq, gte } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { messages } from "#db/schema/conversations";
import { notFound } from "#lib/core/errors";

type Place = { conversationId: string; message?: string | undefined; since?: string | undefined };

/**
 * The number of a message of the conversation, or of the first one written at an instant (ISO 8601) or later; null where neither
 * is asked for, or nothing was written since. Refuses a message of anywhere else.
 */
export async function findSeq(tx: Tx, shopId: string, place: Place): Promise<number | null> {
  const { conversationId, message, since } = place;
  const inThread = eq(messages.conversationId, conversationId);
  if (message) {
    const [found] = await tx
      .select({ seq: messages.seq })
      .from(messages)
      .where(and(eq(messages.shopId, shopId), inThread, eq(messages.id, message)));
    if (!found) throw notFound("message");
    return found.seq;
  }
  if (!since) return null;
  const [found] = await tx
    .select({ seq: messages.seq })
    .from(messages)
    .where(and(eq(messages.shopId, shopId), inThread, gte(messages.createdAt, new Date(since))))
    .orderBy(asc(messages.createdAt), asc(messages.seq))
    .limit(1);
  return found?.seq ?? null;
}
