import { and, asc, eq, gt, sql } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { bulkMessageRows } from "#db/schema/bulk-messages";
import { AppError } from "#lib/core/errors";
import { log } from "#lib/core/log";
import { memberAtWork } from "#lib/shops/member-at-work";
import { lockBulkMessage, setBulkMessage } from "./bulk-message-row";
import type { WriteBulkMessage } from "./input";
import { listMeant } from "./list-meant";
import { refuseOne, writeToOne } from "./write-to-one";

/** How many contacts are looked up at once. */
const BATCH = 50;
/** How often one contact is tried where something fails that is no refusal. */
const TRIES = 3;

/**
 * Who comes next after a contact, in order of their ids; none when it was ended, its member was removed, or nobody is
 * left. With nobody left before the first, it is done.
 */
async function nextOnes(tx: Tx, job: WriteBulkMessage, after: string | null): Promise<string[]> {
  const row = await lockBulkMessage(tx, job);
  if (row.state !== "running" || row.version !== job.version) return [];
  if (!(await memberAtWork(tx, row.shopId, row.byMemberId))) {
    await setBulkMessage(tx, row, { state: "cancelled", stoppedBy: "removed", version: row.version + 1 });
    return [];
  }
  const next = await tx
    .select({ id: bulkMessageRows.contactId })
    .from(bulkMessageRows)
    .where(
      and(
        eq(bulkMessageRows.shopId, row.shopId),
        eq(bulkMessageRows.bulkMessageId, row.id),
        eq(bulkMessageRows.state, "waiting"),
        after ? gt(bulkMessageRows.contactId, after) : undefined,
      ),
    )
    .orderBy(asc(bulkMessageRows.contactId))
    .limit(BATCH);
  if (next.length === 0 && after === null) await setBulkMessage(tx, row, { state: "done" });
  return next.map(({ id }) => id);
}

/** Counts a try before it is made, so that what kills its worker is not tried for ever; how many there are now. */
async function countTry({ shopId, bulkMessageId }: WriteBulkMessage, contactId: string): Promise<number> {
  const [row] = await inShop(shopId, (tx) =>
    tx
      .update(bulkMessageRows)
      .set({ tries: sql`${bulkMessageRows.tries} + 1` })
      .where(
        and(
          eq(bulkMessageRows.shopId, shopId),
          eq(bulkMessageRows.bulkMessageId, bulkMessageId),
          eq(bulkMessageRows.contactId, contactId),
        ),
      )
      .returning({ tries: bulkMessageRows.tries }),
  );
  return row?.tries ?? 0;
}

/** One contact; what fails and is no refusal is logged, and tried again once the others are done with. */
async function tryOne(job: WriteBulkMessage, contactId: string): Promise<void> {
  if ((await countTry(job, contactId)) > TRIES) return refuseOne(job, contactId, "bulk_message_failed");
  try {
    await writeToOne(job, contactId);
  } catch (error) {
    log.error({ err: error, bulkMessageId: job.bulkMessageId }, "a contact of a bulk message was not written to");
  }
}

/**
 * Works on a bulk message: writes down whom it is meant for, as far as that is still to be done, and then writes to one
 * contact at a time, until nobody is left, its member ends it, or she is no member any more. Done again after a worker was
 * killed, it writes to nobody twice.
 */
export async function writeBulkMessage(job: WriteBulkMessage): Promise<void> {
  try {
    await listMeant(job);
    for (let after: string | null = null; ; ) {
      const ids = await inShop(job.shopId, (tx) => nextOnes(tx, job, after));
      if (ids.length === 0 && after === null) return;
      for (const id of ids) await tryOne(job, id);
      after = ids.at(-1) ?? null;
    }
  } catch (error) {
    if (!(error instanceof AppError && error.code === "not_found")) throw error;
  }
}
