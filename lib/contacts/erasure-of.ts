import { and, eq } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import type { Tx } from "#db/in-shop";
import { dataRequests } from "#db/schema/privacy";

/** The erasure of a contact that is under way, to be asked for within another query. */
export function erasureOf(tx: Tx, shopId: string, contactId: string | AnyPgColumn) {
  return tx
    .select({ id: dataRequests.id })
    .from(dataRequests)
    .where(
      and(
        eq(dataRequests.shopId, shopId),
        eq(dataRequests.contactId, contactId),
        eq(dataRequests.kind, "erasure"),
        eq(dataRequests.state, "running"),
      ),
    );
}
