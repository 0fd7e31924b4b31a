import { and, eq, lt, ne, type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { inShop, type Tx } from "#db/in-shop";
import { earlyChanges, inboundItems } from "#db/schema/messenger";
import { ratings } from "#db/schema/widget";
import { drafts } from "#db/schema/writing";
import { queueClearing } from "#lib/conversations/clear-upload";

/** Rows cleared in one transaction. */
export const BATCH = 500;

/** Some rows of a table, by where they lie: their keys differ from table to table. */
const some = (table: PgTable, where: SQL | undefined) =>
  sql`ctid = any(array(select ctid from ${table} where ${where} limit ${BATCH}))`;

type Step = (tx: Tx, shopId: string, before: Date) => Promise<unknown[]>;

const STEPS: readonly Step[] = [
  (tx, shopId, before) =>
    tx
      .update(ratings)
      .set({ comment: "" })
      .where(
        and(
          eq(ratings.shopId, shopId),
          some(ratings, and(eq(ratings.shopId, shopId), lt(ratings.answeredAt, before), ne(ratings.comment, ""))),
        ),
      )
      .returning({ one: sql`1` }),
  async (tx, shopId, before) => {
    const gone = await tx
      .delete(drafts)
      .where(and(eq(drafts.shopId, shopId), some(drafts, and(eq(drafts.shopId, shopId), lt(drafts.updatedAt, before)))))
      .returning({ attachmentIds: drafts.attachmentIds });
    for (const id of gone.flatMap(({ attachmentIds }) => attachmentIds)) await queueClearing(tx, shopId, id, 0);
    return gone;
  },
  (tx, shopId, before) =>
    tx
      .delete(inboundItems)
      .where(
        and(
          eq(inboundItems.shopId, shopId),
          some(inboundItems, and(eq(inboundItems.shopId, shopId), lt(inboundItems.createdAt, before))),
        ),
      )
      .returning({ one: sql`1` }),
  (tx, shopId, before) =>
    tx
      .delete(earlyChanges)
      .where(
        and(
          eq(earlyChanges.shopId, shopId),
          some(earlyChanges, and(eq(earlyChanges.shopId, shopId), lt(earlyChanges.at, before))),
        ),
      )
      .returning({ one: sql`1` }),
];

/**
 * Clears what was said beside the messages and is as old: words of ratings, drafts nobody sent with their files, and what a platform told
 * that could not be processed or never found its message. In stretches, each a transaction of its own.
 */
export async function clearRest(shopId: string, before: Date): Promise<void> {
  for (const step of STEPS) {
    let cleared = BATCH;
    while (cleared === BATCH) cleared = (await inShop(shopId, (tx) => step(tx, shopId, before))).length;
  }
}
