import { and, eq } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { type bulkChangeRows, bulkChanges } from "#db/schema/bulk";
import { AppError } from "#lib/core/errors";
import { readRow } from "../view-conversation";
import { lockBulk, setBulk, setRow } from "./bulk-row";
import { changeOne } from "./change-one";
import type { ChangeBulk, ForgetBulk } from "./input";
import { type Batch, nextBatch, type Task } from "./next-batch";
import { standingOf, standsSo } from "./standing";
import { wasSo } from "./undo-many";

type Outcome = Partial<Pick<typeof bulkChangeRows.$inferSelect, "state" | "after" | "problem" | "params">>;
type Done = Outcome & { conversationId: string };

/** Does what is next, where the conversation stands as it was seen: a colleague's word since then is left alone. */
async function tryOne({ actor, undoing, kind }: Batch, task: Task): Promise<Outcome> {
  const { conversationId, change, before, again } = task;
  const as = await inShop(actor.shopId, (tx) => readRow(tx, actor.shopId, conversationId));
  const isDone = again && as !== null && wasSo(as, change);
  if (!isDone && !standsSo(as, kind, before))
    return { state: undoing ? "kept" : "refused", problem: "changed_since", params: {} };
  try {
    const row = await changeOne(actor, conversationId, change);
    return { state: undoing ? "undone" : "changed", after: standingOf(row) };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { state: undoing ? "kept" : "refused", problem: error.key, params: error.params };
  }
}

/** Keeps what became of a batch, also when the bulk change was ended meanwhile. */
async function keep(tx: Tx, job: ChangeBulk, done: readonly Done[]): Promise<void> {
  const row = await lockBulk(tx, job);
  for (const { conversationId, ...outcome } of done) await setRow(tx, row, conversationId, outcome);
  const n = (state: Outcome["state"]) => done.filter((one) => one.state === state).length;
  await setBulk(tx, row, {
    changed: row.changed + n("changed"),
    refused: row.refused + n("refused"),
    undone: row.undone + n("undone"),
    kept: row.kept + n("kept"),
    ...(row.version === job.version && {
      position: row.position + n("changed") + n("refused"),
      cursor: done.at(-1)?.conversationId ?? row.cursor,
    }),
  });
}

/**
 * Works on a bulk change, or on its undoing, some conversations at a time until nothing is left, its member ends it, or
 * she is no member any more. Done again after a worker was killed, it changes and counts nothing twice.
 */
export async function changeBulk(job: ChangeBulk): Promise<void> {
  for (;;) {
    const batch = await inShop(job.shopId, (tx) => nextBatch(tx, job));
    if (!batch) return;
    const done: Done[] = [];
    for (const task of batch.tasks) done.push({ conversationId: task.conversationId, ...(await tryOne(batch, task)) });
    await inShop(job.shopId, (tx) => keep(tx, job, done));
  }
}

/** Forgets a bulk change whose days are over: it can no longer be undone. */
export async function forgetBulk({ shopId, bulkChangeId }: ForgetBulk): Promise<void> {
  await inShop(shopId, (tx) =>
    tx.delete(bulkChanges).where(and(eq(bulkChanges.shopId, shopId), eq(bulkChanges.id, bulkChangeId))),
  );
}
