import { formatMoney } from "#lib/core/money";
import { type Html, html } from "../../html";
import { ASKED, ASKED_WORDS } from "../asked";
import type { CheckoutDraft, CheckoutField } from "../checkout-form";
import { DELIVERIES, type Delivery, PAYMENTS, SHIPPING, WELCOME_CODE } from "../price-order";
import { CURRENCY } from "../products";
import type { Visit } from "../visit";
import { loginForm } from "./account";
import { pricedLines, summary } from "./lines";
import { drawPage } from "./page";

type Address = "street" | "postalCode" | "city";

function problem({ words }: Visit, draft: CheckoutDraft, field: CheckoutField): Html | false {
  return draft.wrong.has(field) && html`<p class="problem" id="${field}-problem">${words.problems[field]}</p>`;
}

function described(draft: CheckoutDraft, field: CheckoutField): Html | false {
  return draft.wrong.has(field) && html` aria-invalid="true" aria-describedby="${field}-problem"`;
}

function line(visit: Visit, draft: CheckoutDraft, field: CheckoutField & Address, max: number, fill: string): Html {
  return html`<label for="${field}">${visit.words[field]}</label>
<input id="${field}" name="${field}" value="${draft[field]}" maxlength="${max}" autocomplete="${fill}"${described(draft, field)}>${problem(visit, draft, field)}`;
}

function option(value: string, text: string, chosen: string): Html {
  return html`<option value="${value}"${value === chosen && html` selected`}>${text}</option>`;
}

function shippingText({ words, locale }: Visit, delivery: Delivery): string {
  return SHIPPING[delivery] === 0 ? words.free : formatMoney(SHIPPING[delivery], CURRENCY, locale);
}

function fields(visit: Visit, draft: CheckoutDraft): Html {
  const { words } = visit;
  const optional = html`<small>${words.optional}</small>`;
  return html`<label for="name">${words.name}</label>
<input id="name" name="name" value="${draft.name}" required maxlength="80" autocomplete="name"${described(draft, "name")}>${problem(visit, draft, "name")}
<label for="email">${words.email} ${optional}</label>
<input id="email" name="email" type="email" value="${draft.email}" maxlength="254" autocomplete="email"${described(draft, "email")}>${problem(visit, draft, "email")}
<fieldset><legend>${words.address} ${optional}</legend>
${line(visit, draft, "street", 120, "address-line1")}
${line(visit, draft, "postalCode", 5, "postal-code")}
${line(visit, draft, "city", 80, "address-level2")}</fieldset>
<label for="delivery">${words.deliver}</label>
<select id="delivery" name="delivery">${DELIVERIES.map((one) => option(one, `${words.deliveries[one]}: ${shippingText(visit, one)}`, draft.delivery))}</select>
<label for="payment">${words.payment}</label>
<select id="payment" name="payment">${PAYMENTS.map((one) => option(one, words.payments[one], draft.payment))}</select>
<label for="code">${words.code} ${optional}</label>
<input id="code" name="code" value="${draft.code}" maxlength="20" autocomplete="off" placeholder="${WELCOME_CODE}"${described(draft, "code")}>${problem(visit, draft, "code")}
<label for="note">${words.note} ${optional}</label>
<textarea id="note" name="note" rows="3" maxlength="300" placeholder="${words.noteHint}"${described(draft, "note")}>
${draft.note}</textarea>${problem(visit, draft, "note")}`;
}

/** Each purpose in the words that the ledger keeps, in a box of its own that nobody ticked for her. */
function asked({ words, locale }: Visit, draft: CheckoutDraft): Html {
  const boxes = ASKED.map(
    (
      purpose,
    ) => html`<label class="tick"><input type="checkbox" name="${purpose}" value="on"${draft.ticked.includes(purpose) && html` checked`}>
<span>${ASKED_WORDS[locale][purpose]}</span></label>`,
  );
  return html`<fieldset class="ticks"><legend>${words.checkoutAsks}</legend>
${boxes}<p class="hint">${words.checkoutAsksText}</p></fieldset>`;
}

function loginPart(visit: Visit): Html {
  const { words, customer } = visit;
  if (customer)
    return html`<p class="known">${words.loggedIn(customer.name)} <a class="under" href="/account">${words.account}</a></p>`;
  return html`<section class="aside account"><p>${words.loginText}</p>${loginForm(visit, "/checkout")}</section>`;
}

/** The checkout. Its own script asks the chat who is here, and puts the answer into the hidden field. */
export function drawCheckout(visit: Visit, draft: CheckoutDraft): Html {
  const { words, locale, basket } = visit;
  const rows = pricedLines(basket, locale).map(({ product, quantity, amount }) => ({
    title: product.title,
    quantity,
    amount,
    image: product.art,
  }));
  const main = html`<div class="narrow-page"><h1 class="serif">${words.checkoutTitle}</h1>
<div class="two"><div>${loginPart(visit)}<form class="fields" id="checkout" method="post" action="/checkout" data-visitor>
<input type="hidden" name="key" value="${draft.key}"><input type="hidden" name="visitor" value="">
${fields(visit, draft)}
${asked(visit, draft)}
<button class="solid block">${words.place}</button><p class="hint">${words.noCard}</p></form></div>
<section class="aside" aria-labelledby="your-order"><h2 class="serif" id="your-order">${words.yourOrder}</h2>${summary(visit, rows)}</section></div></div>`;
  const title = `${words.checkout} · Maison Pivoine`;
  return drawPage(visit, { path: "/checkout", title, main, script: "/sandbox/checkout.js" });
}
