import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { reports } from "#db/schema/reports";

/** The messages of one conversation that its shopper reported, for her alone. */
export async function listReported(tx: Tx, shopId: string, conversationId: string): Promise<string[]> {
  const rows = await tx
    .select({ id: reports.messageId })
    .from(reports)
    .where(and(eq(reports.shopId, shopId), eq(reports.conversationId, conversationId)));
  return rows.flatMap(({ id }) => id ?? []);
}
