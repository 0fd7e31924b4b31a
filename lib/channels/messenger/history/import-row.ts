import { and, desc, eq, gt, inArray, isNotNull, isNull, notExists, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Tx } from "#db/in-shop";
import { historyImports } from "#db/schema/messenger";
import { addJob } from "#lib/jobs/add-job";
import { channelWorked } from "../pages/events";

export type ImportRow = typeof historyImports.$inferSelect;

/** An import by its id, locked; null when the shop has none such. */
export async function lockImport(tx: Tx, shopId: string, importId: string): Promise<ImportRow | null> {
  const [found] = await tx
    .select()
    .from(historyImports)
    .where(and(eq(historyImports.shopId, shopId), eq(historyImports.id, importId)))
    .for("update");
  return found ?? null;
}

const later = alias(historyImports, "later");

/**
 * The channel's newest import, or null. A fetching of what was missed counts while it is under way, and when it failed,
 * until a later one has brought what it did not.
 */
export async function latestImport(tx: Tx, shopId: string, channelId: string): Promise<ImportRow | null> {
  const madeGood = tx
    .select({ id: later.id })
    .from(later)
    .where(
      and(
        eq(later.shopId, shopId),
        eq(later.channelId, channelId),
        eq(later.state, "done"),
        gt(later.startedAt, historyImports.startedAt),
      ),
    );
  const [found] = await tx
    .select()
    .from(historyImports)
    .where(
      and(
        eq(historyImports.shopId, shopId),
        eq(historyImports.channelId, channelId),
        or(
          isNull(historyImports.since),
          inArray(historyImports.state, ["running", "paused"]),
          and(eq(historyImports.state, "failed"), notExists(madeGood)),
        ),
      ),
    )
    .orderBy(desc(historyImports.startedAt), desc(historyImports.id))
    .limit(1);
  return found ?? null;
}

/** The fetching that is under way of the whole past, or of what was missed: one of each at most. Locked; null when none is. */
export async function lockUnderWay(
  tx: Tx,
  shopId: string,
  channelId: string,
  what: "past" | "missed",
): Promise<ImportRow | null> {
  const { since, state } = historyImports;
  const [found] = await tx
    .select()
    .from(historyImports)
    .where(
      and(
        eq(historyImports.shopId, shopId),
        eq(historyImports.channelId, channelId),
        what === "past" ? isNull(since) : isNotNull(since),
        inArray(state, ["running", "paused"]),
      ),
    )
    .for("update");
  return found ?? null;
}

type Change = Partial<Omit<ImportRow, "id" | "shopId" | "channelId" | "version" | "updatedAt">>;

/** Changes an import and tells every screen. */
export async function changeImport(tx: Tx, row: ImportRow, set: Change): Promise<ImportRow> {
  const changed = await noteCall(tx, row, { ...set, version: row.version + 1 });
  await channelWorked.record(tx, row.shopId, { channelId: row.channelId });
  return changed;
}

/** Changes of an import that no screen shows: who works on it, and when it asked last. */
export async function noteCall(tx: Tx, row: ImportRow, set: Partial<ImportRow>): Promise<ImportRow> {
  const [changed] = await tx
    .update(historyImports)
    .set({ ...set, updatedAt: sql`clock_timestamp()` })
    .where(and(eq(historyImports.shopId, row.shopId), eq(historyImports.id, row.id)))
    .returning();
  if (!changed) throw new Error("a locked import vanished");
  return changed;
}

/** Lets an import go on at `runAt`. A later instant given for the same import replaces one that waits. */
export async function queueImport(tx: Tx, { shopId, id }: ImportRow, runAt: Date): Promise<void> {
  await addJob(tx, "importHistory", { shopId, importId: id }, { key: `history:${id}`, runAt });
}
