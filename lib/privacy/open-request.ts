import { and, eq, ne } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { dataRequests } from "#db/schema/privacy";
import { now } from "#lib/core/clock";
import { ANSWER_MONTHS, monthsAfter } from "./due-date";

type Asked = Pick<typeof dataRequests.$inferInsert, "contactId" | "kind" | "origin" | "proof"> & {
  byMemberId?: string;
  /** When she asked, where that is not now. */
  askedAt?: Date;
};
type StoredRequest = typeof dataRequests.$inferSelect;

/**
 * Writes down what a contact asked for, due one month later; asked again while that is open, it is the same request.
 * The contact is locked by the caller, so that two at once are one; the caller also says that the contact changed.
 */
export async function openRequest(tx: Tx, shopId: string, asked: Asked): Promise<StoredRequest> {
  const [already] = await tx
    .select()
    .from(dataRequests)
    .where(
      and(
        eq(dataRequests.shopId, shopId),
        eq(dataRequests.contactId, asked.contactId),
        eq(dataRequests.kind, asked.kind),
        ne(dataRequests.state, "done"),
      ),
    )
    .for("update");
  if (already) return already;
  const askedAt = asked.askedAt ?? now();
  const [made] = await tx
    .insert(dataRequests)
    .values({ ...asked, shopId, askedAt, dueAt: monthsAfter(askedAt, ANSWER_MONTHS), state: "open" })
    .returning();
  if (!made) throw new Error("insert returned no row");
  return made;
}
