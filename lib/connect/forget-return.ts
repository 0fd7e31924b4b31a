import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { inShop, type Tx } from "#db/in-shop";
import { connectRequests } from "#db/schema/channels";
import { HOUR } from "#lib/core/clock";
import { addJob } from "#lib/jobs/add-job";

export const ForgetReturn = z.object({ shopId: z.uuid(), requestId: z.uuid() });
type ForgetReturn = z.output<typeof ForgetReturn>;

/** How long the page that a popup goes back to is kept once the popup is over, for one that is still on the screen. */
const KEPT_MS = HOUR;

/** Has the page forgotten to which a popup goes back, an hour after the popup has expired. */
export async function planForgetting(tx: Tx, one: ForgetReturn, expiresAt: Date): Promise<void> {
  await addJob(tx, "forgetReturn", one, { runAt: new Date(expiresAt.getTime() + KEPT_MS) });
}

/**
 * Forgets the page to which a popup goes back: its whole address may tell what she searched and bought. The request
 * itself stays, because the ledger names it.
 */
export async function forgetReturn({ shopId, requestId }: ForgetReturn): Promise<void> {
  await inShop(shopId, (tx) =>
    tx
      .update(connectRequests)
      .set({ returnTo: null })
      .where(and(eq(connectRequests.shopId, shopId), eq(connectRequests.id, requestId))),
  );
}
