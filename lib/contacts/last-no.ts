import { and, eq, inArray, max } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { consentRecords } from "#db/schema/contacts";

/** When she last said no to the shop, by refusing a permission or taking one back; null when she never did. */
export async function lastNo(tx: Tx, shopId: string, contactId: string): Promise<Date | null> {
  const [no] = await tx
    .select({ at: max(consentRecords.at) })
    .from(consentRecords)
    .where(
      and(
        eq(consentRecords.shopId, shopId),
        eq(consentRecords.contactId, contactId),
        inArray(consentRecords.action, ["refused", "withdrawn"]),
      ),
    );
  return no?.at ?? null;
}
