import { createHmac, timingSafeEqual } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { inShop, outsideShops } from "#db/in-shop";
import { connections } from "#db/schema/shops";
import { receiveLogin } from "#lib/connect/login-connect";
import { AppError, invalid, notFound } from "#lib/core/errors";
import { newId } from "#lib/core/ids";
import { log } from "#lib/core/log";
import { parseJson } from "#lib/core/parse-json";
import { open } from "#lib/core/seal";
import { StorefrontDelivery } from "./input";
import { storeOrder } from "./store-order";

/** The largest body a storefront may post, in bytes. */
export const MAX_DELIVERY_BYTES = 256 * 1024;

type Delivery = { connectionId: string; signature: string | null; deliveryId: string | null; body: Buffer };

async function loadSecret(connectionId: string): Promise<{ shopId: string; secret: string }> {
  const shopId = await outsideShops(async (tx) => {
    const [row] = await tx.execute<{ id: string | null }>(
      sql`select entrance_shop_by_connection(${connectionId}) as id`,
    );
    return row?.id;
  });
  if (!shopId) throw notFound("connection");
  return inShop(shopId, async (tx) => {
    const [found] = await tx
      .select({ sealed: connections.sealedSecret })
      .from(connections)
      .where(and(eq(connections.shopId, shopId), eq(connections.id, connectionId)));
    if (!found) throw notFound("connection");
    return { shopId, secret: openSecret(connectionId, found.sealed) };
  });
}

/** Without its secret a connection takes nothing in: that is ours to mend, and the storefront tries again (WHI-03). */
function openSecret(connectionId: string, sealed: string): string {
  try {
    return open(sealed, `connections:${connectionId}`);
  } catch (error) {
    log.error({ err: error, connectionId }, "a connection's secret does not open");
    throw new AppError("unavailable", "unavailable");
  }
}

/**
 * Takes in a storefront's signed delivery: the signature is over the raw bytes (HMAC-SHA256, hex, `sha256=` before
 * it), and the body is durable before this returns. The same delivery again changes nothing.
 */
export async function receiveStorefront(delivery: Delivery): Promise<{ ok: true }> {
  const { secret } = await loadSecret(delivery.connectionId);
  const expected = createHmac("sha256", secret).update(delivery.body).digest();
  const given = Buffer.from(/^sha256=([0-9a-f]{64})$/.exec(delivery.signature ?? "")?.[1] ?? "", "hex");
  if (given.length !== expected.length || !timingSafeEqual(given, expected))
    throw new AppError("unauthenticated", "signature");
  if (!delivery.deliveryId || !/^[\w-]{8,100}$/.test(delivery.deliveryId)) throw invalid("delivery_id");
  parseDelivery(delivery.body);
  const { connectionId, deliveryId, body } = delivery;
  await outsideShops((tx) =>
    tx.execute(
      sql`select inbound_keep(${newId()}, 'storefront', ${connectionId}, ${`${connectionId}:${deliveryId}`}, ${body})`,
    ),
  );
  return { ok: true };
}

function parseDelivery(body: Buffer): StorefrontDelivery {
  const parsed = StorefrontDelivery.safeParse(parseJson(body));
  if (parsed.success) return parsed.data;
  const [first] = parsed.error.issues;
  throw invalid("order_shape", { field: first?.path.join(".") ?? "" });
}

async function takeIn(shopId: string, delivery: StorefrontDelivery): Promise<void> {
  if (delivery.event === "login.connected") return receiveLogin(shopId, delivery.login);
  await storeOrder(shopId, "storefront", delivery.order);
}

/** Stores what a kept delivery says. Run twice it does nothing the second time. */
export async function storeDelivery(connectionId: string, body: Buffer): Promise<void> {
  const { shopId } = await loadSecret(connectionId);
  await takeIn(shopId, parseDelivery(body));
}
