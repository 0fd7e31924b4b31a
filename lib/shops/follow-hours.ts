import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { inShop, type Tx } from "#db/in-shop";
import { members, shops } from "#db/schema/shops";
import { now } from "#lib/core/clock";
import { addJob } from "#lib/jobs/add-job";
import { awayAt, PRESENT } from "./away-at";
import { memberReturned, teamChanged } from "./events";
import { type WorkingHours, workingAt } from "./working-hours";

export const FollowHours = z.object({ shopId: z.uuid(), memberId: z.uuid() });
export type FollowHours = z.output<typeof FollowHours>;

type Followed = FollowHours & { hours: WorkingHours; timeZone: string };

/** Queues what follows when a member's hours change next; one job waits for each member, so a later call moves it. */
export async function queueHours(tx: Tx, { shopId, memberId, hours, timeZone }: Followed): Promise<void> {
  const { changesAt } = workingAt(hours, timeZone, now());
  if (changesAt) await addJob(tx, "followHours", { shopId, memberId }, { runAt: changesAt, key: `hours ${memberId}` });
}

/**
 * Shows open windows that a member's hours began or ended, and has given what waits for her where she is there. Whether
 * she is does not hang on it: that is read off the clock. Run early it waits again; it ends with her hours.
 */
export async function followHours({ shopId, memberId }: FollowHours): Promise<void> {
  await inShop(shopId, async (tx) => {
    const [member] = await tx
      .select(PRESENT)
      .from(members)
      .innerJoin(shops, eq(shops.id, members.shopId))
      .where(and(eq(members.shopId, shopId), eq(members.id, memberId), isNull(members.removedAt)))
      .for("share", { of: members });
    if (!member?.hours) return;
    await teamChanged.record(tx, shopId, {});
    if (!awayAt(member)) await memberReturned.record(tx, shopId, { memberId });
    await queueHours(tx, { shopId, memberId, hours: member.hours, timeZone: member.timeZone });
  });
}
