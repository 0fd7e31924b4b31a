import { and, count, desc, eq, isNotNull, sql } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { bulkChangeRows, bulkChanges } from "#db/schema/bulk";
import { notFound, type ProblemParams } from "#lib/core/errors";
import { addJob } from "#lib/jobs/add-job";
import { Change } from "./bulk-change";
import { bulkChanged } from "./events";

export type BulkRow = typeof bulkChanges.$inferSelect;
type One = { shopId: string; bulkChangeId: string };

/** How many reasons are told. */
const REASONS = 5;

export type BulkView = Pick<
  BulkRow,
  "id" | "state" | "version" | "total" | "position" | "changed" | "refused" | "undone" | "kept" | "stoppedBy" | "read"
> & {
  kind: Change["kind"];
  /** Why some were not changed, or not undone: each reason once, the commonest first. */
  problems: { key: string; params: ProblemParams; n: number }[];
};

/** A bulk change of the shop, locked. One that is absent or another shop's is refused alike. */
export async function lockBulk(tx: Tx, { shopId, bulkChangeId }: One): Promise<BulkRow> {
  const [found] = await tx
    .select()
    .from(bulkChanges)
    .where(and(eq(bulkChanges.shopId, shopId), eq(bulkChanges.id, bulkChangeId)))
    .for("update");
  if (!found) throw notFound("bulk change");
  return found;
}

type Set = Partial<Omit<BulkRow, "id" | "shopId" | "byMemberId" | "createdAt">>;

/** Changes a locked bulk change; its member's windows hear of a change of its state. */
export async function setBulk(tx: Tx, row: BulkRow, set: Set): Promise<BulkRow> {
  const [changed] = await tx
    .update(bulkChanges)
    .set(set)
    .where(and(eq(bulkChanges.shopId, row.shopId), eq(bulkChanges.id, row.id)))
    .returning();
  if (!changed) throw new Error("a locked bulk change vanished");
  if (set.state !== undefined || set.read !== undefined) await tellBulk(tx, changed);
  return changed;
}

/** Notes what became of one conversation. */
export async function setRow(
  tx: Tx,
  row: BulkRow,
  conversationId: string,
  set: Partial<typeof bulkChangeRows.$inferInsert>,
) {
  const { shopId, id } = row;
  await tx
    .update(bulkChangeRows)
    .set(set)
    .where(
      and(
        eq(bulkChangeRows.shopId, shopId),
        eq(bulkChangeRows.bulkChangeId, id),
        eq(bulkChangeRows.conversationId, conversationId),
      ),
    );
}

/** Tells the windows of its member that there is something to ask for. */
export async function tellBulk(tx: Tx, { shopId, id, byMemberId }: BulkRow): Promise<void> {
  await bulkChanged.record(tx, shopId, { bulkChangeId: id, memberId: byMemberId });
}

/** Has the worker go on with it, as it stands. */
export async function queueBulk(tx: Tx, { shopId, id, version }: BulkRow): Promise<void> {
  await addJob(tx, "changeBulk", { shopId, bulkChangeId: id, version }, { queue: `bulk:${shopId}` });
}

const isBack = (state: BulkRow["state"]) => state === "undoing" || state === "undone";

/** A bulk change as its member sees it. */
export async function showBulk(tx: Tx, row: BulkRow): Promise<BulkView> {
  const { id, state, version, total, position, changed, refused, undone, kept, stoppedBy, read } = row;
  const reasons = await tx
    .select({
      key: sql<string>`${bulkChangeRows.problem}`,
      params: sql<ProblemParams>`(array_agg(coalesce(${bulkChangeRows.params}, '{}')))[1]`,
      n: count(),
    })
    .from(bulkChangeRows)
    .where(
      and(
        eq(bulkChangeRows.shopId, row.shopId),
        eq(bulkChangeRows.bulkChangeId, id),
        eq(bulkChangeRows.state, isBack(state) ? "kept" : "refused"),
        isNotNull(bulkChangeRows.problem),
      ),
    )
    .groupBy(bulkChangeRows.problem)
    .orderBy(desc(count()))
    .limit(REASONS);
  const { kind } = Change.parse(row.change);
  const counts = { total, position, changed, refused, undone, kept };
  return { id, kind, state, version, ...counts, stoppedBy, read, problems: reasons };
}
