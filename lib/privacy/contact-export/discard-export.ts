import { and, eq, lt } from "drizzle-orm";
import type { z } from "zod";
import { inShop, type Tx } from "#db/in-shop";
import { contactExports } from "#db/schema/privacy";
import { MINUTE } from "#lib/core/clock";
import { addJob } from "#lib/jobs/add-job";
import { type OneExportJob, partKey } from "./write-export";

/** Forgets an export whose day is over, or of which no further part came, and its file. Twice is once. */
export async function discardExport({ shopId, exportId }: z.output<typeof OneExportJob>): Promise<void> {
  await inShop(shopId, (tx) => forget(tx, shopId, exportId));
}

/** What was begun so shortly after an erasure may have been read before that was committed. */
const OVERLAP_MS = MINUTE;

/**
 * Forgets the exports that may hold one of these contacts, whose erasure began at `since`: what was begun later leaves
 * out whoever is being erased, and one of named contacts holds no others.
 */
export async function discardExports(
  tx: Tx,
  shopId: string,
  { contactIds, since }: { contactIds: readonly string[]; since: Date },
): Promise<void> {
  const before = lt(contactExports.createdAt, new Date(since.getTime() + OVERLAP_MS));
  const held = await tx
    .select({ id: contactExports.id, ids: contactExports.ids })
    .from(contactExports)
    .where(and(eq(contactExports.shopId, shopId), before));
  for (const { id, ids } of held)
    if (ids === null || ids.some((one) => contactIds.includes(one))) await forget(tx, shopId, id);
}

async function forget(tx: Tx, shopId: string, exportId: string): Promise<void> {
  const [gone] = await tx
    .delete(contactExports)
    .where(and(eq(contactExports.shopId, shopId), eq(contactExports.id, exportId)))
    .returning();
  if (!gone) return;
  const written = gone.parts + 1; // the last may have been written and not counted
  const keys = Array.from({ length: written }, (_, part) => partKey({ shopId, exportId }, part));
  await addJob(tx, "discardFiles", { shopId, keys });
}
