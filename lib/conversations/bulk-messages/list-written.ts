import { and, asc, eq, gt } from "drizzle-orm";
import { inShop } from "#db/in-shop";
import { bulkMessageRows } from "#db/schema/bulk-messages";
import { contacts } from "#db/schema/contacts";
import { notFound, type ProblemParams } from "#lib/core/errors";
import { firstName, type MemberActor } from "#lib/shops/actor";
import { readBulkMessageRow } from "./bulk-message-row";
import { mayDecide } from "./control-bulk-message";
import { LISTED, type ListWritten } from "./input";

/** A contact of a bulk message, and why it did not go, or when it was to go (ISO 8601). */
export type Written = {
  contactId: string;
  conversationId: string | null;
  name: string;
  at: string | null;
  problem: { key: string; params: ProblemParams } | null;
};
export type WrittenPage = { rows: Written[]; next: string | null };

/** For whom a bulk message waits, or who gets nothing and why, some at a time. */
export async function listWritten(actor: MemberActor, input: ListWritten): Promise<WrittenPage> {
  const { shopId } = actor;
  const { bulkMessageId, state, after } = input;
  return inShop(shopId, async (tx) => {
    const row = await readBulkMessageRow(tx, { shopId, bulkMessageId });
    if (!mayDecide(actor, row)) throw notFound("bulk message");
    const found = await tx
      .select({ row: bulkMessageRows, name: contacts.name })
      .from(bulkMessageRows)
      .innerJoin(contacts, and(eq(contacts.shopId, bulkMessageRows.shopId), eq(contacts.id, bulkMessageRows.contactId)))
      .where(
        and(
          eq(bulkMessageRows.shopId, shopId),
          eq(bulkMessageRows.bulkMessageId, bulkMessageId),
          eq(bulkMessageRows.state, state),
          after ? gt(bulkMessageRows.contactId, after) : undefined,
        ),
      )
      .orderBy(asc(bulkMessageRows.contactId))
      .limit(LISTED + 1);
    const page = found.slice(0, LISTED);
    const rows = page.map(({ row: { contactId, conversationId, sendAt, problem, params }, name }) => ({
      ...{ contactId, conversationId, name, at: sendAt?.toISOString() ?? null },
      problem: problem ? { key: problem, params: { ...params, name: firstName(name) } } : null,
    }));
    return { rows, next: found.length > LISTED ? (rows.at(-1)?.contactId ?? null) : null };
  });
}
