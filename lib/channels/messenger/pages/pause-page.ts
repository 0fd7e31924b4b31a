import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { messengerPages } from "#db/schema/messenger";
import { now } from "#lib/core/clock";
import { channelChanged } from "./events";
import { pauseChannel } from "./pause-channel";
import { mergeTroubles, TROUBLES, type Trouble } from "./troubles";

type Told = { shopId: string; channelId: string; trouble: Trouble; reason?: string };

/**
 * Stops sending on a channel because of `trouble`: what is queued waits, and owners and admins are told. A second
 * report of the same trouble changes nothing.
 */
export async function pausePage(tx: Tx, told: Told): Promise<void> {
  if (!(await noteTrouble(tx, told))) return;
  await pauseChannel(tx, told.shopId, told.channelId);
}

/** Tells owners and admins of a trouble that does not stop sending. False when it was known. */
export async function noteTrouble(tx: Tx, { shopId, channelId, trouble, reason }: Told): Promise<boolean> {
  const ours = and(eq(messengerPages.shopId, shopId), eq(messengerPages.channelId, channelId));
  const [page] = await tx.select({ troubles: messengerPages.troubles }).from(messengerPages).where(ours).for("update");
  if (!page || page.troubles.some(({ key }) => key === trouble)) return false;
  const keys = [...page.troubles.map(({ key }) => key), trouble];
  const found = TROUBLES.filter((one) => keys.includes(one));
  const troubles = mergeTroubles(page.troubles, found, now()).map((one) =>
    one.key === trouble && reason ? { ...one, reason } : one,
  );
  await tx
    .update(messengerPages)
    .set({ troubles, version: sql`${messengerPages.version} + 1` })
    .where(ours);
  await channelChanged.record(tx, shopId, { channelId });
  return true;
}
