import { and, eq, ne } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { complaintBudgets } from "#db/schema/reports";
import { ledgerEnds } from "#lib/contacts/anchor-ledgers";
import { weighAnew } from "./budget";

/** Weighs every shop anew that is warned, slowed or stopped: what was reported grows old, and what was sent counts. */
export async function reviseBudgets(): Promise<void> {
  for await (const { shop } of ledgerEnds()) await inShop(shop, (tx) => revise(tx, shop));
}

async function revise(tx: Tx, shopId: string): Promise<void> {
  const [held] = await tx
    .select({ state: complaintBudgets.state })
    .from(complaintBudgets)
    .where(and(eq(complaintBudgets.shopId, shopId), ne(complaintBudgets.state, "good")));
  if (held) await weighAnew(tx, shopId);
}
