import { and, count, eq, inArray, sql } from "drizzle-orm";
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
import { type BulkView, queueBulk, setBulk, showBulk, tellBulk } from "./bulk-row";
import type { StartBulk } from "./input";
import { standingInDatabase } from "./standing";

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
    await tx.execute(sql`insert into ${bulkChangeRows} (shop_id, bulk_change_id, conversation_id, after)
      select ${conversations.shopId}, ${id}, ${conversations.id}, ${standingInDatabase}
      from ${conversations} where ${where} order by ${conversations.id}`);
    const [held] = await tx
      .select({ n: count() })
      .from(bulkChangeRows)
      .where(and(eq(bulkChangeRows.shopId, shopId), eq(bulkChangeRows.bulkChangeId, id)));
    const row = await setBulk(tx, begun, { total: held?.n ?? 0 });
    await queueBulk(tx, row);
    await tellBulk(tx, row);
    const forget = { runAt: new Date(now().getTime() + KEPT_MS), key: `bulk:${id}` };
    await addJob(tx, "forgetBulk", { shopId, bulkChangeId: id }, forget);
    return showBulk(tx, row);
  });
}
