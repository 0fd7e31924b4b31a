import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { inShop, type Tx } from "#db/in-shop";
import { contactExports } from "#db/schema/privacy";
import { addJob } from "#lib/jobs/add-job";
import { type OneExportJob, partKey } from "./write-export";

/** Forgets an export whose day is over, or of which no further part came, and its file. Twice is once. */
export async function discardExport({ shopId, exportId }: z.output<typeof OneExportJob>): Promise<void> {
  await inShop(shopId, (tx) => forget(tx, shopId, exportId));
}

/** Forgets every export of a shop: a copy made before somebody was erased may still hold her. */
export async function discardExports(tx: Tx, shopId: string): Promise<void> {
  const all = await tx.select({ id: contactExports.id }).from(contactExports).where(eq(contactExports.shopId, shopId));
  for (const { id } of all) await forget(tx, shopId, id);
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
