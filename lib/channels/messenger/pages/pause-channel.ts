import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { channels } from "#db/schema/channels";
import { members } from "#db/schema/shops";
import { MINUTE, now } from "#lib/core/clock";
import { addJob } from "#lib/jobs/add-job";
import { mailIsOn } from "#lib/mail/mail-is-on";

/** How long a pause may last before a mail tells of it, in milliseconds: what is mended at once is no news. */
const PAUSE_MAIL_WAIT_MS = 10 * MINUTE;

/** Stops sending on a channel; what is queued waits. Owners and admins are mailed when it lasts. Paused twice is once. */
export async function pauseChannel(tx: Tx, shopId: string, channelId: string): Promise<void> {
  const [paused] = await tx
    .update(channels)
    .set({ pausedAt: sql`now()` })
    .where(and(eq(channels.shopId, shopId), eq(channels.id, channelId), isNull(channels.pausedAt)))
    .returning({ id: channels.id });
  if (!paused || !mailIsOn()) return;
  const told = await tx
    .select({ id: members.id })
    .from(members)
    .where(and(eq(members.shopId, shopId), inArray(members.role, ["owner", "admin"]), isNull(members.removedAt)));
  const runAt = new Date(now().getTime() + PAUSE_MAIL_WAIT_MS);
  for (const { id: memberId } of told)
    await addJob(
      tx,
      "mailPause",
      { shopId, channelId, memberId },
      { runAt, key: `pause mail:${channelId}:${memberId}` },
    );
}
