import { invalid } from "#lib/core/errors";
import { newId } from "#lib/core/ids";
import { log } from "#lib/core/log";
import { readForm } from "../read-form";
import { CHECKOUT_FIELDS, type CheckoutDraft, CheckoutForm, ticksIn } from "./checkout-form";
import { deliverOrder } from "./deliver-order";
import { drawCheckout } from "./pages/checkout";
import { placeOrder } from "./place-order";
import { cookieOf, pageOf, type Serve, seeOther } from "./serve";

const BLANK: Omit<CheckoutDraft, "key" | "wrong"> = {
  ...{ name: "", email: "", street: "", postalCode: "", city: "", code: "", note: "" },
  ...{ delivery: "paris", payment: "card", ticked: [] },
};

export const serveCheckout: Serve = async (visit) => {
  if (visit.basket.size === 0) return seeOther("/cart");
  const { name = "", email = "" } = visit.customer ?? {};
  return pageOf(drawCheckout(visit, { ...BLANK, key: newId(), name, email, wrong: new Set() }));
};

/**
 * Places the order, tries at once to tell Comptoir (the queued job tries again when that fails), empties the basket
 * and thanks. Fields that are wrong come back as they were written, with what is wrong with them.
 */
export const serveCheckoutForm: Serve = async (visit, request) => {
  const sent = await readForm(request);
  if (!sent) throw invalid("checkout");
  const form = CheckoutForm.safeParse(sent);
  if (!form.success) {
    const paths = form.error.issues.map((issue) => issue.path[0]);
    const wrong = new Set(CHECKOUT_FIELDS.filter((field) => paths.includes(field)));
    if (wrong.size === 0) throw invalid("checkout");
    const written = Object.fromEntries(CHECKOUT_FIELDS.map((field) => [field, sent[field] ?? ""]));
    const delivery = sent.delivery === "france" ? "france" : "paris";
    const payment = sent.payment === "door" ? "door" : "card";
    return pageOf(
      drawCheckout(visit, { ...BLANK, ...written, delivery, payment, ticked: ticksIn(sent), key: newId(), wrong }),
      422,
    );
  }
  if (visit.basket.size === 0) return seeOther("/cart");
  const id = await placeOrder(form.data, visit);
  await tellComptoir(id);
  return seeOther(`/orders/${id}`, cookieOf("basket", ""));
};

/** The immediate try. Its failure is only logged: the job queued with the order is the guarantee. */
export async function tellComptoir(orderId: string): Promise<void> {
  try {
    await deliverOrder(orderId);
  } catch (problem) {
    log.warn({ err: problem, orderId }, "An order of the demo storefront waits to be delivered");
  }
}
