import { formatMoney } from "#lib/core/money";
import { type Html, html } from "../../html";
import type { Basket } from "../basket";
import type { StorefrontOrder } from "../order";
import { CURRENCY, type Product, productOf } from "../products";
import type { Visit } from "../visit";

/** A line of the basket, priced. */
export type PricedLine = { product: Product; quantity: number; amount: number };

/** The basket's lines in the visitor's language; amounts in minor units. */
export function pricedLines(basket: Basket, locale: Visit["locale"]): PricedLine[] {
  return [...basket].map(([id, quantity]) => {
    const product = productOf(id, locale);
    return { product, quantity, amount: product.price * quantity };
  });
}

type Row = { title: string; quantity: number; amount: number; image: string };

/** What an order comes to, once it is one; amounts in minor units. */
type Sums = Pick<StorefrontOrder, "total" | "shipping" | "tax" | "discounts">;

/** What is bought and what it comes to, as a short list: of a basket, or of an order with its own sums. */
export function summary({ words, locale }: Visit, rows: Row[], order?: Sums): Html {
  const money = (minor: number) => formatMoney(minor, CURRENCY, locale);
  const total = order?.total ?? rows.reduce((sum, row) => sum + row.amount, 0);
  const shipping = order?.shipping ? money(order.shipping) : words.free;
  const sum = (name: string, value: string) => html`<div><dt>${name}</dt><dd class="num">${value}</dd></div>`;
  const line = (row: Row) =>
    html`<li><img src="${row.image}" alt="" width="56" height="56"><span class="grow"><b>${row.title}</b><small>${words.quantity} ${row.quantity}</small></span><span class="num">${money(row.amount)}</span></li>`;
  return html`<ul class="lines">${rows.map(line)}</ul>
<dl class="sums">${sum(order?.shipping ? words.shipping : words.delivery, shipping)}${(order?.discounts ?? []).map(({ name, amount }) => sum(name, money(-amount)))}<div class="total"><dt>${words.total}</dt><dd class="num">${money(total)}</dd></div>${order?.tax && sum(words.tax, money(order.tax))}</dl>`;
}
