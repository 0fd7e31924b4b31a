import { desc, eq } from "drizzle-orm";
import { database } from "#db/client";
import { sandboxOrders } from "#db/schema/sandbox";
import { StorefrontOrder } from "./order";
import { STOREFRONT_SHOP } from "./origin";

const LATEST = 50;

/** An order as the back office shows it; `waiting` while Comptoir has not been told of its last change. */
export type KeptOrder = { order: StorefrontOrder; waiting: boolean };

/** The fifty latest orders, newest first. */
export async function listOrders(): Promise<KeptOrder[]> {
  const rows = await database()
    .select()
    .from(sandboxOrders)
    .where(eq(sandboxOrders.shopSlug, STOREFRONT_SHOP))
    .orderBy(desc(sandboxOrders.createdAt), desc(sandboxOrders.id))
    .limit(LATEST);
  return rows.map((row) => ({ order: StorefrontOrder.parse(row.order), waiting: row.undelivered !== null }));
}

/** One order by its id, which only its customer and the shop know. */
export async function findOrder(id: string): Promise<StorefrontOrder | undefined> {
  const [found] = await database().select().from(sandboxOrders).where(eq(sandboxOrders.id, id));
  return found && StorefrontOrder.parse(found.order);
}
