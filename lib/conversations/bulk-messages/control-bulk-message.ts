import { and, desc, eq, or } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { bulkMessages } from "#db/schema/bulk-messages";
import { notFound } from "#lib/core/errors";
import type { MemberActor } from "#lib/shops/actor";
import {
  type BulkMessage,
  type BulkMessageView,
  lockBulkMessage,
  lockHers,
  queueBulkMessage,
  queueWithdrawal,
  readBulkMessageRow,
  refuseSecond,
  setBulkMessage,
  showBulkMessage,
} from "./bulk-message-row";
import type { OneBulkMessage } from "./input";

const mayRemove = ({ role }: MemberActor) => role !== "agent";

/** Her own; and what a removed member left, for whoever may remove members. */
export function mayDecide(actor: MemberActor, row: Pick<BulkMessage, "byMemberId" | "stoppedBy">): boolean {
  return row.byMemberId === actor.memberId || (row.stoppedBy === "removed" && mayRemove(actor));
}

/** Runs a command on a bulk message that the member may decide of. Any other is refused like one that is absent. */
async function control(
  actor: MemberActor,
  { bulkMessageId }: OneBulkMessage,
  run: (tx: Tx, row: BulkMessage) => Promise<BulkMessage>,
): Promise<BulkMessageView> {
  return inShop(actor.shopId, async (tx) => {
    const row = await lockBulkMessage(tx, { shopId: actor.shopId, bulkMessageId });
    if (!mayDecide(actor, row)) throw notFound("bulk message");
    return showBulkMessage(tx, await run(tx, row));
  });
}

/** How a bulk message stands. It waits for no lock, so that it can be asked while one is written. */
export async function loadBulkMessage(actor: MemberActor, { bulkMessageId }: OneBulkMessage): Promise<BulkMessageView> {
  return inShop(actor.shopId, async (tx) => {
    const row = await readBulkMessageRow(tx, { shopId: actor.shopId, bulkMessageId });
    if (!mayDecide(actor, row)) throw notFound("bulk message");
    return showBulkMessage(tx, row);
  });
}

/**
 * The bulk message that is shown to a member: her latest that is under way or whose end she has not read, else one that a
 * removed member left, for whoever may remove members; null when there is none.
 */
export async function findBulkMessage(actor: MemberActor): Promise<BulkMessageView | null> {
  const { shopId, memberId } = actor;
  const left = mayRemove(actor) ? eq(bulkMessages.stoppedBy, "removed") : undefined;
  const shown = or(eq(bulkMessages.byMemberId, memberId), left);
  return inShop(shopId, async (tx) => {
    const rows = await tx
      .select()
      .from(bulkMessages)
      .where(and(eq(bulkMessages.shopId, shopId), eq(bulkMessages.read, false), shown))
      .orderBy(desc(bulkMessages.createdAt));
    const row = rows.find(({ byMemberId }) => byMemberId === memberId) ?? rows[0];
    return row ? showBulkMessage(tx, row) : null;
  });
}

/**
 * Ends a bulk message that is under way, or one that is done and has messages scheduled: whoever was not written to yet
 * gets nothing, and a job takes back what is scheduled and has not left.
 */
export async function cancelBulkMessage(actor: MemberActor, input: OneBulkMessage): Promise<BulkMessageView> {
  return control(actor, input, async (tx, row) => {
    if (row.state === "cancelled" || (row.state === "done" && row.scheduled === 0)) return row;
    const set = { state: "cancelled" as const, version: row.version + 1, withdrawn: 0 };
    const ended = await setBulkMessage(tx, row, set);
    if (ended.scheduled > 0) await queueWithdrawal(tx, ended, actor.memberId);
    return ended;
  });
}

/**
 * Goes on with one that was ended, in this member's name; each who is left is decided as it goes. Ended while it was still
 * being written down whom it is meant for, the others are who the filter means now.
 */
export async function resumeBulkMessage(actor: MemberActor, input: OneBulkMessage): Promise<BulkMessageView> {
  return control(actor, input, async (tx, row) => {
    if (row.state !== "cancelled") return row;
    refuseSecond(await lockHers(tx, actor));
    const set = { state: "running" as const, version: row.version + 1, stoppedBy: null, read: false, withdrawn: 0 };
    const resumed = await setBulkMessage(tx, row, { ...set, byMemberId: actor.memberId });
    await queueBulkMessage(tx, resumed);
    return resumed;
  });
}

/** How it ended is read: it is shown no more. */
export async function readBulkMessage(actor: MemberActor, input: OneBulkMessage): Promise<BulkMessageView> {
  return control(actor, input, async (tx, row) =>
    row.state === "running" ? row : setBulkMessage(tx, row, { read: true }),
  );
}
