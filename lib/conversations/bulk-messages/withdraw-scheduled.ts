import { and, asc, eq, gt } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { bulkMessageRows } from "#db/schema/bulk-messages";
import type { SendRecord } from "#db/schema/conversations";
import { AppError } from "#lib/core/errors";
import { log } from "#lib/core/log";
import { memberAtWork } from "#lib/shops/member-at-work";
import { takeBack } from "../cancel-scheduled";
import { lockMessage } from "../held-message";
import { type BulkMessage, lockBulkMessage, setBulkMessage } from "./bulk-message-row";
import type { WithdrawBulkMessage } from "./input";
import { said } from "./write-to-one";

/** What became of a contact for whom it was scheduled. */
type Became = Pick<typeof bulkMessageRows.$inferSelect, "problem" | "params"> & {
  state: "waiting" | "sent" | "refused";
};

/** Why a scheduled one did not go; the member who left is not named, for the list names the contact. */
function whyFailed(decision: SendRecord | null): Pick<Became, "problem" | "params"> {
  if (!decision?.key) return said("bulk_message_undelivered", {});
  return decision.key === "author_left"
    ? said("bulk_message_author_left", {})
    : said(decision.key, decision.params ?? {});
}

const LEFT: Became = { state: "sent", problem: null, params: null };

/** The bulk message, locked, while it is stopped as it was when this job was queued; else null. */
async function stopped(tx: Tx, job: WithdrawBulkMessage): Promise<BulkMessage | null> {
  const row = await lockBulkMessage(tx, job);
  return row.state === "cancelled" && row.version === job.version ? row : null;
}

const scheduledIn = (bulkMessageId: string) =>
  and(eq(bulkMessageRows.bulkMessageId, bulkMessageId), eq(bulkMessageRows.state, "scheduled"));

/**
 * The next contact for whom it was scheduled. After the last, it counts as scheduled whoever is left: an erasure takes its
 * rows with it. Windows hear of it.
 */
async function nextOne(job: WithdrawBulkMessage, after: string | null): Promise<string | null> {
  return inShop(job.shopId, async (tx) => {
    const row = await stopped(tx, job);
    if (!row) return null;
    const [next] = await tx
      .select({ id: bulkMessageRows.contactId })
      .from(bulkMessageRows)
      .where(
        and(
          eq(bulkMessageRows.shopId, job.shopId),
          scheduledIn(job.bulkMessageId),
          after ? gt(bulkMessageRows.contactId, after) : undefined,
        ),
      )
      .orderBy(asc(bulkMessageRows.contactId))
      .limit(1);
    if (next) return next.id;
    const left = and(eq(bulkMessageRows.shopId, job.shopId), scheduledIn(job.bulkMessageId));
    await setBulkMessage(tx, row, { scheduled: await tx.$count(bulkMessageRows, left) });
    return null;
  });
}

/**
 * Takes the message of one contact back, if it has not left; tells what became of it otherwise. Null where whoever stopped
 * it was removed since: it stays as it is, and goes if its author is a member still.
 */
async function withdraw(tx: Tx, job: WithdrawBulkMessage, messageId: string): Promise<Became | null> {
  const held = await lockMessage(tx, job.shopId, messageId).catch((error: unknown) => {
    if (error instanceof AppError && error.code === "not_found") return null;
    throw error;
  });
  if (!held) return LEFT;
  const { delivery, event, decision } = held.message;
  if (event) return { state: "refused", ...said("bulk_message_taken_back", {}) };
  if (delivery === "failed") return { state: "refused", ...whyFailed(decision) };
  if (delivery !== "scheduled") return LEFT;
  const actor = await memberAtWork(tx, job.shopId, job.byMemberId);
  if (!actor) return null;
  await takeBack(tx, actor, held);
  return { ...LEFT, state: "waiting" };
}

/** One contact in one transaction: her message is taken back and she is among those left, or neither. */
async function withdrawOne(job: WithdrawBulkMessage, contactId: string): Promise<void> {
  await inShop(job.shopId, async (tx) => {
    const row = await stopped(tx, job);
    if (!row) return;
    const hers = and(scheduledIn(job.bulkMessageId), eq(bulkMessageRows.contactId, contactId));
    const [one] = await tx
      .select({ messageId: bulkMessageRows.messageId })
      .from(bulkMessageRows)
      .where(and(eq(bulkMessageRows.shopId, job.shopId), hers));
    if (!one) return;
    const became = one.messageId ? await withdraw(tx, job, one.messageId) : LEFT;
    if (!became) return;
    const counter = became.state === "waiting" ? "withdrawn" : became.state;
    const none = counter === "withdrawn" ? { conversationId: null, messageId: null, tries: 0 } : {};
    await tx
      .update(bulkMessageRows)
      .set({ ...became, ...none, sendAt: null })
      .where(and(eq(bulkMessageRows.shopId, job.shopId), hers));
    await setBulkMessage(tx, row, { scheduled: row.scheduled - 1, [counter]: row[counter] + 1 });
  });
}

/**
 * Takes back what a stopped bulk message had scheduled and has not left: she is among those left, who get it if it is gone
 * on with. What left meanwhile counts as sent. Ends when it is gone on with. One that fails is logged, the others are
 * taken back, and the job is tried again.
 */
export async function withdrawBulkMessage(job: WithdrawBulkMessage): Promise<void> {
  const failures: unknown[] = [];
  try {
    for (let id = await nextOne(job, null); id !== null; id = await nextOne(job, id))
      await withdrawOne(job, id).catch((error: unknown) => {
        log.error(
          { err: error, bulkMessageId: job.bulkMessageId },
          "a scheduled message of a bulk message was not taken back",
        );
        failures.push(error);
      });
  } catch (error) {
    if (!(error instanceof AppError && error.code === "not_found")) throw error;
  }
  if (failures.length > 0) throw failures[0];
}
