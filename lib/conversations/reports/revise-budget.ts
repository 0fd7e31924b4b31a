import { and, eq, gt } from "drizzle-orm";
import { z } from "zod";
import { inShop, type Tx } from "#db/in-shop";
import { complaintBudgets, reports } from "#db/schema/reports";
import { BUDGET_WINDOW_MS } from "#lib/contacts/complaint-budget";
import { HOUR, now } from "#lib/core/clock";
import { addJob } from "#lib/jobs/add-job";
import { weighAnew } from "./budget";

export const ReviseBudget = z.object({ shopId: z.uuid() });

/** Has a shop weighed at the next full hour, whenever in this one somebody reported it: the hour tells nobody's minute. */
export async function queueRevision(tx: Tx, shopId: string): Promise<void> {
  const runAt = new Date((Math.floor(now().getTime() / HOUR) + 1) * HOUR);
  await addJob(tx, "reviseBudget", { shopId }, { key: `reviseBudget:${shopId}`, runAt });
}

/**
 * Weighs a shop anew by what is due of what shoppers reported, and again each hour as long as that may change anything:
 * what was reported grows old, and what was sent counts. Run twice it changes nothing the second time.
 */
export async function reviseBudget({ shopId }: z.output<typeof ReviseBudget>): Promise<void> {
  await inShop(shopId, async (tx) => {
    await weighAnew(tx, shopId);
    if (await mayChange(tx, shopId)) await queueRevision(tx, shopId);
  });
}

async function mayChange(tx: Tx, shopId: string): Promise<boolean> {
  const [held] = await tx.select().from(complaintBudgets).where(eq(complaintBudgets.shopId, shopId));
  if (held && (held.state !== "good" || held.reporters > 0)) return true;
  const since = new Date(now().getTime() - BUDGET_WINDOW_MS);
  const [recent] = await tx
    .select({ id: reports.id })
    .from(reports)
    .where(and(eq(reports.shopId, shopId), gt(reports.at, since)))
    .limit(1);
  return recent !== undefined;
}
