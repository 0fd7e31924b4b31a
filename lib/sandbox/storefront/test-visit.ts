import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { database } from "#db/client";
import { sandboxOrders, sandboxStorefronts } from "#db/schema/sandbox";
import { newId } from "#lib/core/ids";
import { seal } from "#lib/core/seal";
import { readBasket } from "./basket";
import type { Customer } from "./customer";
import { storefrontMessages } from "./messages";
import { STOREFRONT_SHOP, storefrontOrigin } from "./origin";
import { type Serve, serveStorefront } from "./serve";
import { serveBackOfficeForm } from "./serve-back-office";
import { serveCheckoutForm } from "./serve-checkout";

export const SECRET = "the secret of the connection";

/** Sets the demo storefront up in this worker's database; answers with its connection. */
export async function setUpStorefront(): Promise<string> {
  const sealedSecret = seal(SECRET, `sandbox_storefronts:${STOREFRONT_SHOP}`);
  const storefront = { shopSlug: STOREFRONT_SHOP, connectionId: newId(), sealedSecret };
  await database()
    .insert(sandboxStorefronts)
    .values(storefront)
    .onConflictDoUpdate({ target: sandboxStorefronts.shopSlug, set: storefront });
  return storefront.connectionId;
}

type Asked = {
  form?: Record<string, string>;
  basket?: string;
  id?: string;
  headers?: Record<string, string>;
  path?: string;
  customer?: Customer;
};

/** Asks the storefront in English; with a form it is a POST from its own pages. */
export function ask(serve: Serve, { form, basket = "", id = "", headers = {}, path = "/", customer }: Asked = {}) {
  const origin = storefrontOrigin();
  const visit = {
    locale: "en" as const,
    words: storefrontMessages("en"),
    basket: readBasket(basket),
    customer: customer ?? null,
  };
  const sent = { host: new URL(origin).host, ...(form ? { origin } : {}), ...headers };
  const init = form ? { method: "POST", body: new URLSearchParams(form), headers: sent } : { headers: sent };
  return serveStorefront(visit, new Request(`${origin}${path}`, init), id, serve);
}

/** Posts the checkout page. */
export function checkOut(change: Record<string, string> = {}, basket = "grand-bouquet=1&carte=2") {
  const form = { key: randomUUID(), name: "Amélie Laurent", email: "", note: "", visitor: "", ...change };
  return ask(serveCheckoutForm, { basket, form });
}

/** Places an order and finds its id in the address of the thanks. */
export async function place(change: Record<string, string> = {}) {
  const answer = await checkOut(change);
  const id = new URL(answer.headers.get("location") ?? "").pathname.split("/").at(-1) ?? "";
  return { id, answer };
}

/** Presses a button of the back office. */
export function press(order: string, status: string) {
  return ask(serveBackOfficeForm, { form: { order, status } });
}

/** The row of an order. Throws when there is none. */
export async function kept(id: string) {
  const [row] = await database().select().from(sandboxOrders).where(eq(sandboxOrders.id, id));
  if (!row) throw new Error("no such order");
  return row;
}
