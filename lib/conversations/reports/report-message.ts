import { and, eq, type SQL } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { conversations, messages } from "#db/schema/conversations";
import { reports } from "#db/schema/reports";
import { now } from "#lib/core/clock";
import { notFound } from "#lib/core/errors";
import { hasReached } from "../reached";
import { doesCount } from "./does-count";
import type { ReportMessage } from "./input";
import { queueRevision } from "./revise-budget";

type Of = { shopId: string; conversationId: string };
/** The browser whose chat it is said in, and the reports that this chat may change. */
type Chat = { visitorId: string; among: SQL };

/**
 * Reports a message of the shop that reached the shopper of a conversation, or takes her report back, and has
 * the shop weighed anew. Nothing is withdrawn by it. Reporting again changes the reason alone. Her own messages, and those that did
 * not reach her, are refused like absent ones.
 */
export async function setReport(
  tx: Tx,
  of: Of,
  { messageId, reported, reason }: ReportMessage,
  chat?: Chat,
): Promise<void> {
  const { shopId } = of;
  const one = and(eq(reports.shopId, shopId), eq(reports.messageId, messageId), chat?.among);
  const found = await findReported(tx, of, messageId);
  if (!reported) {
    const gone = await tx.delete(reports).where(one).returning({ id: reports.id });
    if (gone.length > 0) await queueRevision(tx, shopId);
    return;
  }
  const { contactId } = found;
  const counts = await doesCount(tx, shopId, found);
  const at = now();
  const [made] = await tx
    .insert(reports)
    .values({ ...of, contactId, messageId, visitorId: chat?.visitorId ?? null, reason, counts, at })
    .onConflictDoNothing()
    .returning({ id: reports.id });
  if (!made) await tx.update(reports).set({ reason }).where(one);
  else await queueRevision(tx, shopId);
}

type Found = { contactId: string; createdAt: Date };

async function findReported(tx: Tx, { shopId, conversationId }: Of, messageId: string): Promise<Found> {
  const [found] = await tx
    .select({ message: messages, contactId: conversations.contactId })
    .from(messages)
    .innerJoin(
      conversations,
      and(eq(conversations.shopId, messages.shopId), eq(conversations.id, messages.conversationId)),
    )
    .where(and(eq(messages.shopId, shopId), eq(messages.id, messageId), eq(messages.conversationId, conversationId)));
  if (!found || found.message.author === "contact" || !hasReached(found.message)) throw notFound("message");
  return { contactId: found.contactId, createdAt: found.message.createdAt };
}
