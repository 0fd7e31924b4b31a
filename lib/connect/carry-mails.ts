import { and, eq, gte, inArray, sql } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { answerMails, mailStops } from "#db/schema/identity";

type Carried = { fromId: string; toId: string };

/**
 * Gives one contact's end to mails about answers to another as well, at its own instant, and counts the mails that
 * went to the one as the other's. Of two ends the later one counts. Tells whether one was given where none was.
 */
export async function carryMails(tx: Tx, shopId: string, { fromId, toId }: Carried): Promise<boolean> {
  await tx
    .update(answerMails)
    .set({ contactId: toId })
    .where(and(eq(answerMails.shopId, shopId), eq(answerMails.contactId, fromId)));
  const [stop] = await tx.select().from(mailStops).where(stopOf(shopId, fromId));
  if (!stop) return false;
  const [own] = await tx.select().from(mailStops).where(stopOf(shopId, toId));
  await endMails(tx, { ...stop, contactId: toId });
  return !own;
}

/** Writes down an end at its own instant, unless a later one stands. */
async function endMails(tx: Tx, stop: typeof mailStops.$inferInsert): Promise<void> {
  await tx
    .insert(mailStops)
    .values(stop)
    .onConflictDoUpdate({
      target: [mailStops.shopId, mailStops.contactId],
      set: { at: sql`greatest(${mailStops.at}, excluded.at)` },
    });
}

const stopOf = (shopId: string, contactId: string) =>
  and(eq(mailStops.shopId, shopId), eq(mailStops.contactId, contactId));

type Returned = Carried & {
  /** When the merge was made: an end said since then is both's. */
  since: Date;
  /** Whether the merge had given an end. */
  stop: boolean;
  conversationIds: readonly string[];
};

/** Takes back what `carryMails` gave, unless she said it again, with the mails that told of the conversations that go back. */
export async function returnMails(tx: Tx, shopId: string, { fromId, toId, since, ...gave }: Returned): Promise<void> {
  const conversations = [...gave.conversationIds];
  if (conversations.length > 0)
    await tx
      .update(answerMails)
      .set({ contactId: toId })
      .where(and(eq(answerMails.shopId, shopId), inArray(answerMails.conversationId, conversations)));
  const [own] = await tx.select().from(mailStops).where(stopOf(shopId, toId));
  if (gave.stop && own) await tx.delete(mailStops).where(and(stopOf(shopId, fromId), eq(mailStops.at, own.at)));
  const [later] = await tx
    .select()
    .from(mailStops)
    .where(and(stopOf(shopId, fromId), gte(mailStops.at, since)));
  if (later) await endMails(tx, { ...later, contactId: toId });
}
