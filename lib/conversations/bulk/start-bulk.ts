import { and, eq, gt, inArray, type SQL, sql } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { lockName } from "#db/lock-name";
import { bulkChangeRows, bulkChanges } from "#db/schema/bulk";
import { conversations } from "#db/schema/conversations";
import { DAY, now } from "#lib/core/clock";
import { refused } from "#lib/core/errors";
import { newId } from "#lib/core/ids";
import { addJob } from "#lib/jobs/add-job";
import type { MemberActor } from "#lib/shops/actor";
import { lockMember } from "#lib/shops/load-member";
import { keepTeam } from "#lib/shops/teams/keep-team";
import { whereOf } from "../list-conversations";
import { requireAhead } from "../snooze/snooze-conversation";
import { lockTag, lockTagToPut } from "../tags/tag-conversation";
import type { Change } from "./bulk-change";
import { type BulkRow, type BulkView, queueBulk, setBulk, showBulk, tellBulk } from "./bulk-row";
import type { StartBulk } from "./input";
import { standingInDatabase } from "./standing";

/** How many conversations one statement notes. */
const NOTED = 5_000;
/** Before every other. */
const NO_ID = "00000000-0000-0000-0000-000000000000";
/** For how long it can be undone. */
const KEPT_MS = 7 * DAY;

/** Refuses what could be done to none of them. */
async function requirePossible(tx: Tx, actor: MemberActor, change: Change): Promise<void> {
  if (change.kind === "snooze") requireAhead(change.until);
  if (change.kind === "tag") await lockTagToPut(tx, actor.shopId, change.tagId);
  if (change.kind === "untag") await lockTag(tx, actor.shopId, change.tagId);
  if (change.kind !== "assign") return;
  if (change.teamId) await keepTeam(tx, actor.shopId, change.teamId);
  if (change.memberId) await lockMember(tx, actor, change.memberId, "share");
}

async function requireNoneUnderWay(tx: Tx, { shopId, memberId }: MemberActor): Promise<void> {
  await lockName(tx, `bulk:${memberId}`);
  const [running] = await tx
    .select({ id: bulkChanges.id })
    .from(bulkChanges)
    .where(
      and(
        eq(bulkChanges.shopId, shopId),
        eq(bulkChanges.byMemberId, memberId),
        inArray(bulkChanges.state, ["running", "undoing"]),
      ),
    )
    .limit(1);
  if (running) throw refused("bulk_under_way");
}

/** Those that ended before it are shown no more, not even where the member did not close them. */
async function readEarlier(tx: Tx, { shopId, memberId }: MemberActor): Promise<void> {
  await tx
    .update(bulkChanges)
    .set({ read: true })
    .where(and(eq(bulkChanges.shopId, shopId), eq(bulkChanges.byMemberId, memberId), eq(bulkChanges.read, false)));
}

/**
 * Writes down what the view holds; how many that is. In stretches of their ids, because each row is checked against its
 * conversation, and a statement may take 5 seconds only: 50,000 in one took 3.7 on two busy cores.
 */
async function noteHeld(tx: Tx, { shopId, id }: BulkRow, where: SQL | undefined): Promise<number> {
  for (let [total, last] = [0, NO_ID]; ; ) {
    const noted = await tx.execute<{ id: string }>(sql`insert into ${bulkChangeRows}
      (shop_id, bulk_change_id, conversation_id, after)
      select ${conversations.shopId}, ${id}, ${conversations.id}, ${standingInDatabase}
      from ${conversations} where ${and(eq(conversations.shopId, shopId), where, gt(conversations.id, last))}
      order by ${conversations.id} limit ${NOTED} returning conversation_id as id`);
    total += noted.length;
    last =
      noted
        .map(({ id: one }) => one)
        .toSorted()
        .at(-1) ?? last;
    if (noted.length < NOTED) return total;
  }
}

/**
 * Does one thing to every conversation that a view holds at this moment, loaded or not, as a job. What comes into the
 * view later is left alone. A member has one under way at a time.
 */
export async function startBulk(actor: MemberActor, { view, change }: StartBulk): Promise<BulkView> {
  const { shopId, memberId: byMemberId } = actor;
  const id = newId();
  return inShop(shopId, async (tx) => {
    await requireNoneUnderWay(tx, actor);
    await requirePossible(tx, actor, change);
    await readEarlier(tx, actor);
    const where = await whereOf(tx, actor, view, now());
    const [begun] = await tx
      .insert(bulkChanges)
      .values({ id, shopId, byMemberId, change, state: "running", total: 0 })
      .returning();
    if (!begun) throw new Error("a bulk change was not stored");
    const row = await setBulk(tx, begun, { total: await noteHeld(tx, begun, where) });
    await queueBulk(tx, row);
    await tellBulk(tx, row);
    const forget = { runAt: new Date(now().getTime() + KEPT_MS), key: `bulk:${id}` };
    await addJob(tx, "forgetBulk", { shopId, bulkChangeId: id }, forget);
    return showBulk(tx, row);
  });
}
