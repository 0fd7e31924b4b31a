import { and, asc, eq } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { importLines, imports } from "#db/schema/imports";
import { HOUR, now } from "#lib/core/clock";
import { notFound } from "#lib/core/errors";
import { addJob } from "#lib/jobs/add-job";
import type { ImportRow } from "./kinds";
import { type ImportView, viewImport } from "./view-import";

/** How long an uploaded file is kept: to choose its columns and try it, and afterwards to hand out what was refused. */
const FILE_LIFE_MS = 24 * HOUR;
/** How many refused lines a page shows. */
const SHOWN = 50;

type One = { shopId: string; importId: string };

/** Where the bytes of an import's file are kept. */
export const fileKey = ({ shopId, importId }: One) => `${shopId}/imports/${importId}`;

/** An import of the shop, locked. One that is absent or another shop's is refused alike. */
export async function lockImport(tx: Tx, { shopId, importId }: One): Promise<ImportRow> {
  const [found] = await tx
    .select()
    .from(imports)
    .where(and(eq(imports.shopId, shopId), eq(imports.id, importId)))
    .for("update");
  if (!found) throw notFound("import");
  return found;
}

type Change = Partial<Omit<ImportRow, "id" | "shopId" | "kind" | "createdAt">>;

/** Changes a locked import. */
export async function changeImport(tx: Tx, row: ImportRow, set: Change): Promise<ImportRow> {
  const [changed] = await tx
    .update(imports)
    .set(set)
    .where(and(eq(imports.shopId, row.shopId), eq(imports.id, row.id)))
    .returning();
  if (!changed) throw new Error("a locked import vanished");
  return changed;
}

const FROM_THE_START = { position: 0, fresh: 0, joined: 0, unchanged: 0, refused: 0, stoppedBy: null };

/** Begins the dry run, the import or its undoing, and ends whatever was under way. */
export async function beginWork(tx: Tx, row: ImportRow, state: "trying" | "running" | "undoing", set: Change = {}) {
  const anew = state === "undoing" ? {} : FROM_THE_START;
  if (state !== "undoing") await forgetLines(tx, row);
  const begun = await changeImport(tx, row, { ...anew, ...set, state, version: row.version + 1 });
  const job = { shopId: row.shopId, importId: row.id, version: begun.version };
  await addJob(tx, "takeImport", job, { queue: `import:${row.shopId}` });
  return begun;
}

/** Has the file forgotten a day from now, instead of when was said before. */
export async function keepForADay(tx: Tx, row: Pick<ImportRow, "shopId" | "id">): Promise<Date> {
  const runAt = new Date(now().getTime() + FILE_LIFE_MS);
  await addJob(tx, "forgetImport", { shopId: row.shopId, importId: row.id }, { runAt, key: `import:${row.id}` });
  return runAt;
}

export async function forgetLines(tx: Tx, { shopId, id }: ImportRow): Promise<void> {
  await tx.delete(importLines).where(and(eq(importLines.shopId, shopId), eq(importLines.importId, id)));
}

/** An import with the first lines that were not taken. */
export async function showImport(tx: Tx, row: ImportRow): Promise<ImportView> {
  const lines = await tx
    .select({ line: importLines.line, problem: importLines.problem, about: importLines.about })
    .from(importLines)
    .where(and(eq(importLines.shopId, row.shopId), eq(importLines.importId, row.id)))
    .orderBy(asc(importLines.line))
    .limit(SHOWN);
  return viewImport(row, lines);
}
