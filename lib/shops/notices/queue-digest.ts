import type { Tx } from "#db/in-shop";
import { now } from "#lib/core/clock";
import { addJob } from "#lib/jobs/add-job";
import { type DayName, type DigestTime, dueAt, nextDay } from "./digest-time";

type Member = { shopId: string; memberId: string };

/** Queues a day's digest of a member for when it is due; queued again, it takes the place of what was. */
export async function queueDigest(tx: Tx, { shopId, memberId }: Member, time: DigestTime, day: DayName): Promise<void> {
  await addJob(
    tx,
    "mailDigest",
    { shopId, memberId, day },
    { key: `digest:${shopId}:${memberId}:${day}`, runAt: dueAt(time, day) },
  );
}

/** Queues the next digest that is to come, after the day that had one. */
export async function queueNextDigest(tx: Tx, member: Member, time: DigestTime, last: DayName | null): Promise<void> {
  await queueDigest(tx, member, time, nextDay(time, now(), last));
}
