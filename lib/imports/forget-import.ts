import { and, eq, isNotNull, type SQL } from "drizzle-orm";
import { z } from "zod";
import { inShop, type Tx } from "#db/in-shop";
import { imports } from "#db/schema/imports";
import { addJob } from "#lib/jobs/add-job";
import { changeImport, fileKey, forgetLines } from "./import-row";
import type { ImportRow } from "./kinds";

export const ForgetImport = z.object({ shopId: z.uuid(), importId: z.uuid() });

/** Forgets the file of an import whose day is over; one that is under way ends. Twice is once. */
export async function forgetImport({ shopId, importId }: z.output<typeof ForgetImport>): Promise<void> {
  await inShop(shopId, async (tx) => {
    for (const row of await withFile(tx, shopId, eq(imports.id, importId))) await forget(tx, row, "time");
  });
}

/** Forgets the files of all of a shop's imports: one may name somebody who is just being erased, and would bring her back. */
export async function forgetImports(tx: Tx, shopId: string): Promise<void> {
  for (const row of await withFile(tx, shopId)) await forget(tx, row, "erasure");
}

async function withFile(tx: Tx, shopId: string, which?: SQL): Promise<ImportRow[]> {
  return tx
    .select()
    .from(imports)
    .where(and(eq(imports.shopId, shopId), isNotNull(imports.fileUntil), which))
    .for("update");
}

const ENDS = new Set<ImportRow["state"]>(["uploaded", "trying", "tried", "running"]);

async function forget(tx: Tx, row: ImportRow, stoppedBy: "erasure" | "time"): Promise<void> {
  await forgetLines(tx, row);
  await changeImport(tx, row, {
    fileName: "",
    fileUntil: null,
    ...(ENDS.has(row.state) ? { state: "cancelled" as const, stoppedBy, version: row.version + 1 } : {}),
  });
  await addJob(tx, "discardFiles", { shopId: row.shopId, keys: [fileKey({ shopId: row.shopId, importId: row.id })] });
}
