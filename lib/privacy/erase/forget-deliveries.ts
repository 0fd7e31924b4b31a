import { and, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { earlyChanges, inboundItems } from "#db/schema/messenger";
import { orders } from "#db/schema/orders";

type Way = { externalId: string; loginId: string | null };

/** A platform's ids of people are long numbers; anything shorter would be found in what is not hers. */
const PLATFORM_ID = /^\d{10,30}$/;

/**
 * Empties the raw deliveries this contact came in by, and deletes what of them could not be processed. A delivery that
 * still waits is left: it makes her known anew when it is processed, as anything she sends later does.
 */
export async function forgetDeliveries(
  tx: Tx,
  shopId: string,
  contactIds: string[],
  ways: readonly Way[],
): Promise<void> {
  const people = [...new Set(ways.flatMap(({ externalId, loginId }) => [externalId, loginId ?? ""]))].filter((id) =>
    PLATFORM_ID.test(id),
  );
  const bought = await tx
    .select({ externalId: orders.externalId })
    .from(orders)
    .where(and(eq(orders.shopId, shopId), inArray(orders.contactId, contactIds)));
  const orderIds = bought.map(({ externalId }) => externalId);
  await tx.execute(
    sql`select inbound_forget(${shopId}, array(select jsonb_array_elements_text(${JSON.stringify(people)}::jsonb)),
      array(select jsonb_array_elements_text(${JSON.stringify(orderIds)}::jsonb)))`,
  );
  for (const id of people) {
    await tx
      .delete(inboundItems)
      .where(and(eq(inboundItems.shopId, shopId), sql`position(${`"${id}"`} in ${inboundItems.item}::text) > 0`));
    await tx
      .delete(earlyChanges)
      .where(and(eq(earlyChanges.shopId, shopId), sql`position(${`"${id}"`} in ${earlyChanges.change}::text) > 0`));
  }
}
