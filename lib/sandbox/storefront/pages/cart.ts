import { formatMoney } from "#lib/core/money";
import { type Html, html } from "../../html";
import { MOST_OF_ONE } from "../basket";
import { CURRENCY } from "../products";
import type { Visit } from "../visit";
import { minus, plus } from "./icons";
import { type PricedLine, pricedLines } from "./lines";
import { chatButton, drawPage } from "./page";

function line({ words, locale }: Visit, { product, quantity, amount }: PricedLine): Html {
  return html`<li><img src="${product.art}" alt="" width="88" height="88"><span class="grow"><b class="serif">${product.title}</b><small class="num">${formatMoney(product.price, CURRENCY, locale)}</small></span>
<form class="stepper" method="post" action="/cart"><input type="hidden" name="act" value="set"><input type="hidden" name="product" value="${product.id}">
<button name="quantity" value="${quantity - 1}" aria-label="${words.fewer(product.title)}">${minus}</button><span class="num"><span class="sr">${words.quantity} </span>${quantity}</span><button name="quantity" value="${quantity + 1}" aria-label="${words.more(product.title)}"${quantity >= MOST_OF_ONE && html` disabled`}>${plus}</button>
<button class="remove" name="quantity" value="0" aria-label="${words.removeNamed(product.title)}">${words.remove}</button></form>
<span class="num amount">${formatMoney(amount, CURRENCY, locale)}</span></li>`;
}

function empty({ words }: Visit): Html {
  return html`<div class="narrow-page empty"><h1 class="serif">${words.basketEmpty}</h1><p>${words.basketEmptyText}</p><a class="solid" href="/#bouquets">${words.seeBouquets}</a></div>`;
}

function full(visit: Visit): Html {
  const { words, locale, basket } = visit;
  const priced = pricedLines(basket, locale);
  const total = priced.reduce((sum, { amount }) => sum + amount, 0);
  return html`<div class="narrow-page"><h1 class="serif">${words.basket}</h1>
<ul class="lines basket">${priced.map((one) => line(visit, one))}</ul>
<dl class="sums"><div><dt>${words.delivery}</dt><dd>${words.free}</dd></div><div class="total"><dt>${words.total}</dt><dd class="num">${formatMoney(total, CURRENCY, locale)}</dd></div></dl>
<a class="solid block" href="/checkout">${words.checkout}</a>${chatButton(words.chat, "outline")}</div>`;
}

/** The basket: how many of each, what it comes to, and the way to the checkout. */
export function drawCart(visit: Visit): Html {
  const title = `${visit.words.basket} · Maison Pivoine`;
  return drawPage(visit, { path: "/cart", title, main: visit.basket.size > 0 ? full(visit) : empty(visit) });
}
