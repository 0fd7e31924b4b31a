import { z } from "zod";
import { invalid } from "#lib/core/errors";
import { readForm } from "../read-form";
import { MOST_OF_ONE, withQuantity, writeBasket } from "./basket";
import { drawCart } from "./pages/cart";
import { isProductId } from "./products";
import { cookieOf, pageOf, type Serve, seeOther } from "./serve";

const product = z.string().refine(isProductId);

const CartForm = z.discriminatedUnion("act", [
  z.strictObject({ act: z.literal("add"), product }),
  z.strictObject({ act: z.literal("set"), product, quantity: z.coerce.number().int().min(0).max(MOST_OF_ONE) }),
]);

export const serveCart: Serve = async (visit) => pageOf(drawCart(visit));

/** Puts one more of a product into the basket, or sets how many there are. */
export const serveCartForm: Serve = async ({ basket }, request) => {
  const form = CartForm.safeParse(await readForm(request));
  if (!form.success || !isProductId(form.data.product)) throw invalid("cart");
  const quantity = form.data.act === "add" ? (basket.get(form.data.product) ?? 0) + 1 : form.data.quantity;
  return seeOther("/cart", cookieOf("basket", writeBasket(withQuantity(basket, form.data.product, quantity))));
};
