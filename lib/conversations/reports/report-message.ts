import { and, eq, type SQL } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { contacts } from "#db/schema/contacts";
import { conversations, messages } from "#db/schema/conversations";
import { reports } from "#db/schema/reports";
import { BUDGET_WINDOW_MS } from "#lib/contacts/complaint-budget";
import { now } from "#lib/core/clock";
import { notFound } from "#lib/core/errors";
import { hasReached } from "../reached";
import { weighAnew } from "./budget";
import type { ReportMessage } from "./input";

type Of = { shopId: string; conversationId: string };
/** The browser whose chat it is said in, and the reports that this chat may change. */
type Chat = { visitorId: string; among: SQL };

/**
 * Reports a message of the shop that reached the shopper of a conversation, or takes her report back, and weighs the
 * shop anew. Nothing is withdrawn by it. Reporting again changes the reason alone. Her own messages, and those that did
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
    const gone = await tx.delete(reports).where(one).returning({ counts: reports.counts });
    if (gone.some(({ counts }) => counts)) await weighAnew(tx, shopId);
    return;
  }
  const { contactId } = found;
  const counts = doesCount(found);
  const at = now();
  const [made] = await tx
    .insert(reports)
    .values({ ...of, contactId, messageId, visitorId: chat?.visitorId ?? null, reason, counts, at })
    .onConflictDoNothing()
    .returning({ id: reports.id });
  if (!made) await tx.update(reports).set({ reason }).where(one);
  else if (counts) await weighAnew(tx, shopId);
}

type Found = Pick<typeof messages.$inferSelect, "purpose" | "createdAt"> & {
  contactId: string;
  personId: string | null;
};

async function findReported(tx: Tx, { shopId, conversationId }: Of, messageId: string): Promise<Found> {
  const [found] = await tx
    .select({ message: messages, contactId: contacts.id, personId: contacts.personId })
    .from(messages)
    .innerJoin(
      conversations,
      and(eq(conversations.shopId, messages.shopId), eq(conversations.id, messages.conversationId)),
    )
    .innerJoin(contacts, and(eq(contacts.shopId, conversations.shopId), eq(contacts.id, conversations.contactId)))
    .where(and(eq(messages.shopId, shopId), eq(messages.id, messageId), eq(messages.conversationId, conversationId)));
  if (!found || found.message.author === "contact" || !hasReached(found.message)) throw notFound("message");
  const { message, contactId, personId } = found;
  return { purpose: message.purpose, createdAt: message.createdAt, contactId, personId };
}

/**
 * An offer's report counts against the shop, and any other of somebody who signed in: a window that anybody opens and
 * closes again stops no shop by itself. What is older than what is counted counts no more. Source: docs/decisions/0020.
 */
function doesCount({ purpose, personId, createdAt }: Found): boolean {
  const recent = now().getTime() - createdAt.getTime() < BUDGET_WINDOW_MS;
  return recent && (purpose === "offers" || personId !== null);
}
