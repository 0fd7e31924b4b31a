import { and, eq, inArray, sql } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { bulkMessageRows } from "#db/schema/bulk-messages";
import { contacts } from "#db/schema/contacts";
import { AppError, type ProblemParams, refused } from "#lib/core/errors";
import { newId } from "#lib/core/ids";
import { memberAtWork } from "#lib/shops/member-at-work";
import { sendInside } from "../send-message";
import { soonest } from "../to-contacts/soonest";
import { type BulkMessage, lockBulkMessage, setBulkMessage } from "./bulk-message-row";
import type { WriteBulkMessage } from "./input";

type Row = typeof bulkMessageRows.$inferSelect;
type Outcome = { state: Exclude<Row["state"], "waiting"> } & Partial<
  Pick<Row, "conversationId" | "messageId" | "sendAt" | "problem" | "params">
>;

const isHers = ({ id }: BulkMessage, contactId: string) =>
  and(eq(bulkMessageRows.bulkMessageId, id), eq(bulkMessageRows.contactId, contactId));

/** The contact that stands for this one now, and all that were joined with her. */
async function whoSheIs(tx: Tx, shopId: string, contactId: string) {
  const people = await tx.execute<{ id: string; name: string; living: boolean }>(sql`
    with recursive up (id, merged_into) as (
      select id, merged_into from ${contacts} where shop_id = ${shopId} and id = ${contactId}
      union select c.id, c.merged_into from ${contacts} c join up on c.shop_id = ${shopId} and c.id = up.merged_into),
    hers (id) as (select id from up where merged_into is null
      union select c.id from ${contacts} c join hers on c.shop_id = ${shopId} and c.merged_into = hers.id)
    select c.id, c.name, c.merged_into is null as living from ${contacts} c join hers on hers.id = c.id
    where c.shop_id = ${shopId}`);
  return { ids: people.map(({ id }) => id), living: people.find(({ living }) => living) };
}

/** Whether she got it already, as a contact who was joined with her since. */
async function hasIt(tx: Tx, { shopId, id }: BulkMessage, contactId: string, ids: readonly string[]): Promise<boolean> {
  const others = ids.filter((other) => other !== contactId);
  if (others.length === 0) return false;
  const [already] = await tx
    .select({ id: bulkMessageRows.contactId })
    .from(bulkMessageRows)
    .where(
      and(
        eq(bulkMessageRows.shopId, shopId),
        eq(bulkMessageRows.bulkMessageId, id),
        inArray(bulkMessageRows.contactId, others),
        inArray(bulkMessageRows.state, ["sent", "scheduled"]),
      ),
    )
    .limit(1);
  return already !== undefined;
}

/** Sends it to her, at once or when the rule lets it go. Throws the refusal of the rule. */
async function send(tx: Tx, row: BulkMessage, contactId: string): Promise<Outcome> {
  const { shopId, purpose, body } = row;
  const actor = await memberAtWork(tx, shopId, row.byMemberId);
  if (!actor) throw new Error("the member of a bulk message under way was removed");
  const { ids, living } = await whoSheIs(tx, shopId, contactId);
  if (!living) throw refused("no_conversation");
  if (await hasIt(tx, row, contactId, ids)) throw refused("bulk_message_had");
  const { conversationId, chance } = await soonest(tx, shopId, living, purpose === "offers" ? "offer" : "answer");
  if (conversationId === null || chance.state === "refused") {
    const { key, params } = chance.state === "now" ? { key: "no_conversation", params: {} } : chance.refusal;
    return { state: "refused", conversationId, ...said(key, params) };
  }
  const { id, delivery, sendAt } = await sendInside(tx, actor, { conversationId, clientKey: newId(), body, purpose });
  if (delivery !== "scheduled") return { state: "sent", conversationId };
  return { state: "scheduled", conversationId, messageId: id, sendAt: sendAt ? new Date(sendAt) : null };
}

/** Why she got nothing, as it is kept. Her name is not: it is read again with the list. */
export function said(problem: string, { name: _, ...params }: ProblemParams): Pick<Row, "problem" | "params"> {
  return { problem, params };
}

/** Keeps what became of her, once; counts it. */
async function keep(tx: Tx, row: BulkMessage, contactId: string, outcome: Outcome): Promise<void> {
  const [kept] = await tx
    .update(bulkMessageRows)
    .set(outcome)
    .where(and(eq(bulkMessageRows.shopId, row.shopId), isHers(row, contactId), eq(bulkMessageRows.state, "waiting")))
    .returning({ state: bulkMessageRows.state });
  if (kept) await setBulkMessage(tx, row, { [outcome.state]: row[outcome.state] + 1 });
}

/** The bulk message, locked, while this job is the one that works on it. */
async function current(tx: Tx, job: WriteBulkMessage): Promise<BulkMessage | null> {
  const row = await lockBulkMessage(tx, job);
  return row.state === "running" && row.version === job.version ? row : null;
}

const isWaiting = async (tx: Tx, row: BulkMessage, contactId: string) => {
  const [one] = await tx
    .select({ state: bulkMessageRows.state })
    .from(bulkMessageRows)
    .where(and(eq(bulkMessageRows.shopId, row.shopId), isHers(row, contactId)));
  return one?.state === "waiting";
};

/**
 * Writes to one contact, as the rule decides now, and keeps what became of it in the same transaction: a worker that is
 * killed has done both or neither. What the rule refuses is kept with its reason.
 */
export async function writeToOne(job: WriteBulkMessage, contactId: string): Promise<void> {
  try {
    await inShop(job.shopId, async (tx) => {
      const row = await current(tx, job);
      if (row && (await isWaiting(tx, row, contactId))) await keep(tx, row, contactId, await send(tx, row, contactId));
    });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    await refuseOne(job, contactId, error.key, error.params);
  }
}

/** Keeps that a contact gets nothing, and why. */
export async function refuseOne(
  job: WriteBulkMessage,
  contactId: string,
  key: string,
  params: ProblemParams = {},
): Promise<void> {
  await inShop(job.shopId, async (tx) => {
    const row = await current(tx, job);
    if (row) await keep(tx, row, contactId, { state: "refused", ...said(key, params) });
  });
}
