import { z } from "zod";
import { inShop, type Tx } from "#db/in-shop";
import { lockName } from "#db/lock-name";
import { importLines } from "#db/schema/imports";
import { readCsv } from "#lib/core/csv/read";
import type { TakenLine } from "#lib/core/csv/taken-line";
import { env } from "#lib/core/env";
import { AppError } from "#lib/core/errors";
import { getFile } from "#lib/core/files";
import { changeImport, fileKey, keepForADay, lockImport } from "./import-row";
import { type ImportRow, KINDS } from "./kinds";

export const TakeImport = z.object({ shopId: z.uuid(), importId: z.uuid(), version: z.number().int() });
type Job = z.output<typeof TakeImport>;

/** How many lines one transaction takes. */
const BATCH = 250;

/**
 * Works on an import, or on its dry run or undoing, some lines at a time until nothing is left or somebody ends it. What
 * some lines did is kept in one transaction with the place to go on from, so that a killed worker loses and doubles
 * nothing. A file that is gone ends it.
 */
export async function takeImport(job: Job): Promise<void> {
  const row = await inShop(job.shopId, (tx) => current(tx, job));
  if (!row) return;
  const step = row.state === "undoing" ? removeSome : await takeSome(row);
  while (await inShop(job.shopId, async (tx) => advance(tx, job, step)));
}

/** The import, locked, while this job is the one that works on it. */
async function current(tx: Tx, { shopId, importId, version }: Job): Promise<ImportRow | null> {
  try {
    const row = await lockImport(tx, { shopId, importId });
    return row.version === version && ["trying", "running", "undoing"].includes(row.state) ? row : null;
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") return null;
    throw error;
  }
}

type Step = (tx: Tx, row: ImportRow) => Promise<boolean>;

/** One step, while nobody else brings anything into the shop: two files with one address make one contact. */
async function advance(tx: Tx, job: Job, step: Step): Promise<boolean> {
  await lockName(tx, `import:${job.shopId}`);
  const row = await current(tx, job);
  return row ? step(tx, row) : false;
}

async function removeSome(tx: Tx, row: ImportRow): Promise<boolean> {
  const removed = await KINDS[row.kind].remove(tx, { shopId: row.shopId, importId: row.id }, BATCH);
  await changeImport(tx, row, removed === 0 ? { state: "undone" } : { removed: row.removed + removed });
  return removed > 0;
}

async function takeSome(row: ImportRow): Promise<Step> {
  const bytes = await getFile(fileKey({ shopId: row.shopId, importId: row.id }));
  if (!bytes) return endWithout;
  const take = KINDS[row.kind].prepare(readCsv(bytes).lines, row.columns);
  return async (tx, held) => {
    const to = Math.min(held.position + BATCH, held.total);
    const outcomes = await take(tx, sourceOf(held), held.position, to, held.state === "running");
    await noteRefused(tx, held, outcomes);
    const n = (wanted: TakenLine["outcome"]) => outcomes.filter(({ outcome }) => outcome === wanted).length;
    const counts = { fresh: n("fresh"), joined: n("joined"), unchanged: n("unchanged"), refused: n("refused") };
    const moved = await addTo(tx, held, counts, to);
    if (to < held.total) return true;
    if (held.state === "trying") await changeImport(tx, moved, { state: "tried" });
    else await changeImport(tx, moved, { state: "done", fileUntil: await keepForADay(tx, moved) });
    return false;
  };
}

/** The file is gone while it was worked on. */
async function endWithout(tx: Tx, row: ImportRow): Promise<boolean> {
  await changeImport(tx, row, { state: "cancelled", stoppedBy: "time" });
  return false;
}

function sourceOf(row: ImportRow) {
  const { shopId, id: importId, byMemberId: memberId, digest } = row;
  return { shopId, importId, memberId, digest, page: env().PUBLIC_URL };
}

type Counts = Pick<ImportRow, "fresh" | "joined" | "unchanged" | "refused">;

async function addTo(tx: Tx, row: ImportRow, counts: Counts, position: number): Promise<ImportRow> {
  return changeImport(tx, row, {
    fresh: row.fresh + counts.fresh,
    joined: row.joined + counts.joined,
    unchanged: row.unchanged + counts.unchanged,
    refused: row.refused + counts.refused,
    position,
  });
}

async function noteRefused(tx: Tx, row: ImportRow, outcomes: readonly TakenLine[]): Promise<void> {
  const lines = outcomes.flatMap(({ line, problem }) =>
    problem ? [{ shopId: row.shopId, importId: row.id, line, problem: problem.key, about: problem.about }] : [],
  );
  if (lines.length > 0) await tx.insert(importLines).values(lines).onConflictDoNothing();
}
