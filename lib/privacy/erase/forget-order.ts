import { sql } from "drizzle-orm";
import { z } from "zod";
import { outsideShops } from "#db/in-shop";

export const ForgetOrder = z.object({ shopId: z.uuid(), externalId: z.string() });

/** Empties the settled deliveries of an order whose buyer was erased. Twice is once. */
export async function forgetOrder({ shopId, externalId }: z.output<typeof ForgetOrder>): Promise<void> {
  await outsideShops((tx) =>
    tx.execute(sql`select inbound_forget(${shopId}, array[]::text[], array[${externalId}]::text[])`),
  );
}
