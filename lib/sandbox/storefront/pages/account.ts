import { type Html, html } from "../../html";
import type { Visit } from "../visit";
import { drawPage } from "./page";

/** The button that logs in with Facebook; the page's script asks the chat who is here before it leaves. */
export function loginForm({ words }: Visit, back: "/account" | "/checkout"): Html {
  return html`<form method="post" action="/login" data-visitor><input type="hidden" name="back" value="${back}"><input type="hidden" name="visitor" value="">
<button class="facebook">${words.login}</button></form>`;
}

/** Who is logged in at the storefront, and what the shop may do with it. */
export function drawAccount(visit: Visit): Html {
  const { words, customer } = visit;
  const inside = customer
    ? html`<p class="lead">${words.loggedIn(customer.name)}</p><p>${customer.optedIn ? words.mayWrite : words.mayNotWrite}</p>
<form method="post" action="/logout"><button class="line">${words.logout}</button></form>`
    : html`<p class="lead">${words.loginText}</p>${loginForm(visit, "/account")}`;
  const main = html`<div class="narrow-page"><h1 class="serif">${words.account}</h1>
<section class="aside account">${inside}</section><a class="plain" href="/">${words.backToShop}</a></div>`;
  return drawPage(visit, {
    path: "/account",
    title: `${words.account} · Maison Pivoine`,
    main,
    script: "/sandbox/checkout.js",
  });
}
