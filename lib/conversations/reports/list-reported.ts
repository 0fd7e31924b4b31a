import { and, eq, type SQL } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { reports } from "#db/schema/reports";

/** The messages of one conversation that its shopper reported, for her alone: of these reports, where only some are shown. */
export async function listReported(tx: Tx, shopId: string, conversationId: string, among?: SQL): Promise<string[]> {
  const rows = await tx
    .select({ id: reports.messageId })
    .from(reports)
    .where(and(eq(reports.shopId, shopId), eq(reports.conversationId, conversationId), among));
  return rows.flatMap(({ id }) => id ?? []);
}
