import { and, desc, eq } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { bulkChanges } from "#db/schema/bulk";
import { notFound } from "#lib/core/errors";
import type { MemberActor } from "#lib/shops/actor";
import { type BulkRow, type BulkView, lockBulk, queueBulk, setBulk, showBulk } from "./bulk-row";
import type { OneBulk } from "./input";

/** Runs a command on a bulk change of the member's own. Another member's is refused like one that is absent. */
async function control(
  actor: MemberActor,
  { bulkChangeId }: OneBulk,
  run: (tx: Tx, row: BulkRow) => Promise<BulkRow>,
): Promise<BulkView> {
  return inShop(actor.shopId, async (tx) => {
    const row = await lockBulk(tx, { shopId: actor.shopId, bulkChangeId });
    if (row.byMemberId !== actor.memberId) throw notFound("bulk change");
    return showBulk(tx, await run(tx, row));
  });
}

/** How a bulk change of the member's own stands. */
export async function loadBulk(actor: MemberActor, input: OneBulk): Promise<BulkView> {
  return control(actor, input, async (_, row) => row);
}

/**
 * The member's latest bulk change that is under way, or whose end she has not read; null when there is none. It is shown,
 * and its undoing offered, for as long as it is kept.
 */
export async function findBulk({ shopId, memberId }: MemberActor): Promise<BulkView | null> {
  return inShop(shopId, async (tx) => {
    const [row] = await tx
      .select()
      .from(bulkChanges)
      .where(and(eq(bulkChanges.shopId, shopId), eq(bulkChanges.byMemberId, memberId), eq(bulkChanges.read, false)))
      .orderBy(desc(bulkChanges.createdAt))
      .limit(1);
    return row ? showBulk(tx, row) : null;
  });
}

/** Ends a bulk change that is under way; what it changed stays, and can be undone. */
export async function cancelBulk(actor: MemberActor, input: OneBulk): Promise<BulkView> {
  return control(actor, input, async (tx, row) =>
    row.state === "running" ? setBulk(tx, row, { state: "cancelled", version: row.version + 1 }) : row,
  );
}

/** Takes back what a bulk change did, but for the conversations that somebody has changed since. */
export async function undoBulk(actor: MemberActor, input: OneBulk): Promise<BulkView> {
  return control(actor, input, async (tx, row) => {
    if (row.state !== "done" && row.state !== "cancelled") return row;
    const undoing = await setBulk(tx, row, { state: "undoing", version: row.version + 1, cursor: null, read: false });
    await queueBulk(tx, undoing);
    return undoing;
  });
}

/** The member has read how it ended: it is shown no more. */
export async function readBulk(actor: MemberActor, input: OneBulk): Promise<BulkView> {
  return control(actor, input, async (tx, row) =>
    row.state === "running" || row.state === "undoing" ? row : setBulk(tx, row, { read: true }),
  );
}
