import { and, asc, eq } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { ORDER_STATUSES, orderLines, type orders, type ShippingAddress } from "#db/schema/orders";
import type { OrderDelivery } from "./input";

type Incoming = OrderDelivery["order"];
type Stored = typeof orders.$inferSelect;

function addressOf({ shipTo }: Incoming): ShippingAddress | null {
  return shipTo ? { ...shipTo, street2: shipTo.street2 || null, region: shipTo.region ?? "" } : null;
}

/** An address in one order of its parts, whatever order a database keeps them in. */
const partsOf = (to: ShippingAddress | null) =>
  to && [to.street1, to.street2, to.postalCode, to.city, to.region, to.country];

/** An order's own columns, as its storefront tells them. */
export const columnsOf = (incoming: Incoming) => ({
  number: incoming.number,
  customerName: incoming.customer.name,
  customerEmail: incoming.customer.email ?? null,
  loginId: incoming.customer.loginId ?? null,
  status: incoming.status,
  paid: incoming.paid,
  currency: incoming.currency,
  total: incoming.total,
  shipping: incoming.shipping ?? null,
  tax: incoming.tax ?? null,
  discounts: incoming.discounts ?? [],
  paymentMethod: incoming.paymentMethod ?? null,
  shipTo: addressOf(incoming),
  note: incoming.note ?? null,
  url: incoming.url ?? null,
  placedAt: new Date(incoming.placedAt),
  sourceUpdatedAt: new Date(incoming.updatedAt),
});

/**
 * Whether the copy that came in replaces the known one: it is later by its storefront's clock, or of the same instant
 * and further along, so that two copies end alike in whichever order they come.
 */
export async function isNewerCopy(tx: Tx, known: Stored, incoming: Incoming): Promise<boolean> {
  const [held, came] = [known.sourceUpdatedAt.getTime(), Date.parse(incoming.updatedAt)];
  if (held !== came) return came > held;
  const lines = await tx
    .select()
    .from(orderLines)
    .where(and(eq(orderLines.shopId, known.shopId), eq(orderLines.orderId, known.id)))
    .orderBy(asc(orderLines.position));
  return rankOf(columnsOf(incoming), incoming.lines) > rankOf(known, lines);
}

type Line = { title: string; quantity: number; unitAmount: number; imageUrl?: string | null | undefined };

/** A text by which copies of one order compare: how far along first, then all that they say. */
function rankOf(order: ReturnType<typeof columnsOf>, lines: readonly Line[]): string {
  const { status, paid, number, customerName, customerEmail, currency, total, note, url, placedAt } = order;
  const { shipping, tax, discounts, paymentMethod, shipTo, loginId } = order;
  return JSON.stringify([
    ORDER_STATUSES.indexOf(status),
    paid,
    ...[number, customerName, customerEmail, currency, total, note, url, placedAt],
    ...[shipping, tax, discounts.map(({ name, amount }) => [name, amount]), paymentMethod, partsOf(shipTo), loginId],
    lines.map((line) => [line.title, line.quantity, line.unitAmount, line.imageUrl ?? null]),
  ]);
}
