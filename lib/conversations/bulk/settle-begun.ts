import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { bulkChangeRows } from "#db/schema/bulk";
import { readRow } from "../view-conversation";
import { Change } from "./bulk-change";
import { type BulkRow, setBulk, setRow, tellBulk } from "./bulk-row";
import { standingOf } from "./standing";
import { wasSo } from "./undo-many";

/**
 * Says of what a killed worker had begun whether it was done: it counts then and can be undone, else it was never begun.
 * For a locked bulk change that was ended, and by its job alone: the jobs of a shop run one after another, so no worker is
 * at it still.
 */
export async function settleBegun(tx: Tx, row: BulkRow): Promise<BulkRow> {
  const { shopId, id } = row;
  const begun = await tx
    .select({ conversationId: bulkChangeRows.conversationId })
    .from(bulkChangeRows)
    .where(
      and(eq(bulkChangeRows.shopId, shopId), eq(bulkChangeRows.bulkChangeId, id), eq(bulkChangeRows.state, "begun")),
    );
  if (begun.length === 0) return row;
  const change = Change.parse(row.change);
  let changed = 0;
  for (const { conversationId } of begun) {
    const as = await readRow(tx, shopId, conversationId);
    const isDone = as !== null && wasSo(as, change);
    if (isDone) changed++;
    await setRow(
      tx,
      row,
      conversationId,
      isDone ? { state: "changed", after: standingOf(as) } : { state: "waiting", before: null },
    );
  }
  const settled = await setBulk(tx, row, { changed: row.changed + changed });
  await tellBulk(tx, settled);
  return settled;
}
