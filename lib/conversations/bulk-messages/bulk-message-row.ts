import { and, count, desc, eq, isNotNull, sql } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { lockName } from "#db/lock-name";
import { bulkMessageRows, bulkMessages } from "#db/schema/bulk-messages";
import { persons } from "#db/schema/persons";
import { members } from "#db/schema/shops";
import { notFound, refused } from "#lib/core/errors";
import { addJob } from "#lib/jobs/add-job";
import type { MemberActor } from "#lib/shops/actor";
import { bulkMessageChanged } from "./events";

export type BulkMessage = typeof bulkMessages.$inferSelect;
type One = { shopId: string; bulkMessageId: string };

export type BulkMessageView = Pick<
  BulkMessage,
  | "id"
  | "state"
  | "version"
  | "purpose"
  | "total"
  | "sent"
  | "scheduled"
  | "refused"
  | "withdrawn"
  | "stoppedBy"
  | "read"
> & {
  /** Whom it is meant for is still being written down, or was when it was stopped: `total` grows. */
  listing: boolean;
  /** It was stopped, and what it had scheduled is being taken back. */
  withdrawing: boolean;
  /** The first words of what is written. */
  preview: string;
  /** Who was removed while it was under way, so that it waits for another member to decide; else null. */
  leftBy: string | null;
  /** For how many nothing was tried: those left, and once it is done those who were erased meanwhile. */
  left: number;
  /** Why it did not go, each reason once with how many it is for, the commonest first. */
  problems: { key: string; n: number }[];
};

const PREVIEW = 80;

const selectOne = (tx: Tx, { shopId, bulkMessageId }: One) =>
  tx
    .select()
    .from(bulkMessages)
    .where(and(eq(bulkMessages.shopId, shopId), eq(bulkMessages.id, bulkMessageId)));

/** A bulk message of the shop, as it stands. One that is absent or another shop's is refused alike. */
export async function readBulkMessageRow(tx: Tx, one: One): Promise<BulkMessage> {
  const [found] = await selectOne(tx, one);
  if (!found) throw notFound("bulk message");
  return found;
}

/** The same, locked. */
export async function lockBulkMessage(tx: Tx, one: One): Promise<BulkMessage> {
  const [found] = await selectOne(tx, one).for("update");
  if (!found) throw notFound("bulk message");
  return found;
}

/** All that a member began, while nothing else of hers begins or goes on until this transaction ends. */
export async function lockHers(tx: Tx, { shopId, memberId }: MemberActor): Promise<BulkMessage[]> {
  await lockName(tx, `bulk-message:${memberId}`);
  return tx
    .select()
    .from(bulkMessages)
    .where(and(eq(bulkMessages.shopId, shopId), eq(bulkMessages.byMemberId, memberId)));
}

/** A member has one under way at a time. */
export function refuseSecond(hers: readonly BulkMessage[]): void {
  if (hers.some(({ state }) => state === "running")) throw refused("bulk_message_under_way");
}

type Set = Partial<Omit<BulkMessage, "id" | "shopId" | "createdAt">>;

/** Changes a locked bulk message; windows hear of a change of its state. */
export async function setBulkMessage(tx: Tx, row: BulkMessage, set: Set): Promise<BulkMessage> {
  const [changed] = await tx
    .update(bulkMessages)
    .set(set)
    .where(and(eq(bulkMessages.shopId, row.shopId), eq(bulkMessages.id, row.id)))
    .returning();
  if (!changed) throw new Error("a locked bulk message vanished");
  if (set.state !== undefined || set.read !== undefined) await tellBulkMessage(tx, changed);
  return changed;
}

/** Tells windows that there is something to ask for. */
export async function tellBulkMessage(tx: Tx, { shopId, id, byMemberId }: BulkMessage): Promise<void> {
  await bulkMessageChanged.record(tx, shopId, { bulkMessageId: id, memberId: byMemberId });
}

/** Has the worker go on with it. */
export async function queueBulkMessage(tx: Tx, { shopId, id, version }: BulkMessage): Promise<void> {
  const queue = `bulk-message:${shopId}`;
  await addJob(tx, "writeBulkMessage", { shopId, bulkMessageId: id, version }, { queue });
}

/** Has the worker take back what it scheduled, in the name of whoever stopped it; other messages do not hold that up. */
export async function queueWithdrawal(tx: Tx, { shopId, id, version }: BulkMessage, byMemberId: string): Promise<void> {
  const queue = `bulk-withdrawal:${id}`;
  await addJob(tx, "withdrawBulkMessage", { shopId, bulkMessageId: id, version, byMemberId }, { queue });
}

/** A bulk message as members see it. */
export async function showBulkMessage(tx: Tx, row: BulkMessage): Promise<BulkMessageView> {
  const { id, state, version, purpose, total, sent, scheduled, refused, withdrawn, stoppedBy, read } = row;
  const problems = await tx
    .select({ key: sql<string>`${bulkMessageRows.problem}`, n: count() })
    .from(bulkMessageRows)
    .where(
      and(
        eq(bulkMessageRows.shopId, row.shopId),
        eq(bulkMessageRows.bulkMessageId, id),
        eq(bulkMessageRows.state, "refused"),
        isNotNull(bulkMessageRows.problem),
      ),
    )
    .groupBy(bulkMessageRows.problem)
    .orderBy(desc(count()), bulkMessageRows.problem);
  const [author] = await tx
    .select({ name: persons.name })
    .from(members)
    .innerJoin(persons, eq(persons.id, members.personId))
    .where(and(eq(members.shopId, row.shopId), eq(members.id, row.byMemberId)));
  const counts = { total, sent, scheduled, refused, left: total - sent - scheduled - refused };
  const leftBy = stoppedBy === "removed" ? (author?.name ?? "") : null;
  const withdrawing = state === "cancelled" && stoppedBy === null && scheduled > 0;
  const says = { withdrawn, withdrawing, listing: row.filter !== null, preview: beginning(row.body), problems };
  return { id, state, version, purpose, ...counts, stoppedBy, leftBy, read, ...says };
}

const beginning = (body: string) => [...body.trim()].slice(0, PREVIEW).join("");
