import { type Html, html } from "../../html";
import type { StorefrontOrder } from "../order";
import type { Visit } from "../visit";
import { summary } from "./lines";
import { chatButton, drawPage } from "./page";

/** The thanks after an order, and later the page that says how far it is. */
export function drawOrder(visit: Visit, order: StorefrontOrder): Html {
  const { words } = visit;
  const rows = order.lines.map((line) => ({
    title: line.title,
    quantity: line.quantity,
    amount: line.quantity * line.unitAmount,
    image: line.imageUrl,
  }));
  const firstName = order.customer.name.split(/\s+/)[0] ?? order.customer.name;
  const title = order.status === "preparing" ? words.thanks(firstName) : words.statuses[order.status];
  const main = html`<div class="narrow-page thanks"><p class="over"><span>${words.order(order.number)}</span><span class="badge ${order.status}">${words.statuses[order.status]}</span></p>
<h1 class="serif">${title}</h1>${order.status === "preparing" && html`<p class="lead">${words.thanksText}</p>`}
${chatButton(words.chat, "solid")}
<section class="aside" aria-labelledby="your-order"><h2 class="serif" id="your-order">${words.yourOrder}</h2>${summary(visit, rows, order)}${order.paymentMethod && html`<p class="note"><b>${words.payment}</b><br>${order.paymentMethod}</p>`}${order.shipTo && html`<p class="note"><b>${words.address}</b><br>${order.shipTo.street1}<br>${order.shipTo.postalCode} ${order.shipTo.city}</p>`}${order.note && html`<p class="note"><b>${words.note}</b><br>${order.note}</p>`}</section>
<a class="plain" href="/">${words.backToShop}</a></div>`;
  return drawPage(visit, { path: `/orders/${order.id}`, title: `${words.order(order.number)} · Maison Pivoine`, main });
}
