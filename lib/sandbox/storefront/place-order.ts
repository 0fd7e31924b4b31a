import { eq } from "drizzle-orm";
import { outsideShops } from "#db/in-shop";
import { sandboxOrders, sandboxStorefronts } from "#db/schema/sandbox";
import { now } from "#lib/core/clock";
import { AppError } from "#lib/core/errors";
import { ASKED, WORDS_VERSION } from "./asked";
import type { Basket } from "./basket";
import { type CheckoutForm, ticksIn } from "./checkout-form";
import { queueDelivery } from "./deliver-order";
import type { StorefrontOrder } from "./order";
import { STOREFRONT_SHOP, storefrontOrigin } from "./origin";
import { priceOrder } from "./price-order";
import { CURRENCY, productOf } from "./products";
import type { Visit } from "./visit";

function linesOf(basket: Basket, locale: Visit["locale"]): StorefrontOrder["lines"] {
  return [...basket].map(([id, quantity]) => {
    const { title, price, art } = productOf(id, locale);
    return { title, quantity, unitAmount: price, imageUrl: `${storefrontOrigin()}${art}` };
  });
}

function makeOrder(
  form: CheckoutForm,
  number: number,
  lines: StorefrontOrder["lines"],
  { customer, words, locale }: Pick<Visit, "customer" | "words" | "locale">,
): StorefrontOrder {
  const at = now().toISOString();
  return {
    id: form.key,
    number: `MP-${number}`,
    status: "preparing",
    paid: form.payment === "card",
    currency: CURRENCY,
    ...priceOrder(
      lines.reduce((sum, line) => sum + line.quantity * line.unitAmount, 0),
      { ...form, discountName: words.discount },
    ),
    paymentMethod: words.payments[form.payment],
    ...(form.street
      ? { shipTo: { street1: form.street, postalCode: form.postalCode, city: form.city, country: "FR" } }
      : {}),
    lines,
    placedAt: at,
    updatedAt: at,
    ...(form.note ? { note: form.note } : {}),
    url: `${storefrontOrigin()}/orders/${form.key}`,
    asked: {
      shown: [...ASKED],
      allow: ticksIn(form),
      textVersion: WORDS_VERSION,
      locale,
      page: `${storefrontOrigin()}/checkout`,
      at,
    },
    customer: {
      name: form.name,
      ...(form.email ? { email: form.email } : {}),
      visitor: form.visitor || null,
      ...(customer ? { loginId: customer.loginId } : {}),
    },
  };
}

/**
 * Keeps the order and queues its delivery to Comptoir in one transaction; answers with its id. Called twice with one
 * key, it places one order. Throws `unavailable` when the demo shop was never set up.
 */
export async function placeOrder(
  form: CheckoutForm,
  { basket, locale, customer, words }: Pick<Visit, "basket" | "locale" | "customer" | "words">,
): Promise<string> {
  return outsideShops(async (tx) => {
    const here = eq(sandboxStorefronts.shopSlug, STOREFRONT_SHOP);
    const [storefront] = await tx.select().from(sandboxStorefronts).where(here).for("update");
    if (!storefront) throw new AppError("unavailable", "storefront");
    const [already] = await tx
      .select({ id: sandboxOrders.id })
      .from(sandboxOrders)
      .where(eq(sandboxOrders.id, form.key));
    if (already) return already.id;
    const order = makeOrder(form, storefront.nextNumber, linesOf(basket, locale), { customer, words, locale });
    await tx
      .update(sandboxStorefronts)
      .set({ nextNumber: storefront.nextNumber + 1 })
      .where(here);
    await tx.insert(sandboxOrders).values({ id: order.id, shopSlug: STOREFRONT_SHOP, order });
    await queueDelivery(tx, order.id, "order.created");
    return order.id;
  });
}
