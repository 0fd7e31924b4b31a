import { formatMoney } from "#lib/core/money";
import { type Html, html } from "../../html";
import { NEXT_STATUSES } from "../order";
import type { KeptOrder } from "../read-orders";
import type { Visit } from "../visit";
import { drawPage } from "./page";

function row({ words, locale }: Visit, { order, waiting }: KeptOrder): Html {
  const things = order.lines.map((line) => `${line.quantity} × ${line.title}`).join(", ");
  const button = (status: (typeof NEXT_STATUSES)["preparing"][number]) =>
    html`<button class="line small" name="status" value="${status}" aria-label="${words.change} ${words.statuses[status]}, ${order.number}">${words.statuses[status]}</button>`;
  const next = NEXT_STATUSES[order.status];
  return html`<tr><th scope="row"><a href="/orders/${order.id}">${order.number}</a><small>${things}</small></th>
<td data-label="${words.customer}">${order.customer.name}</td>
<td data-label="${words.total}" class="num">${formatMoney(order.total, order.currency, locale)}</td>
<td data-label="${words.status}"><span class="badge ${order.status}">${words.statuses[order.status]}</span></td>
<td data-label="${words.known}">${waiting ? html`<b>${words.waiting}</b>` : words.deliveredToComptoir}</td>
<td data-label="${words.change}">${next.length > 0 && html`<form class="next" method="post" action="/back-office"><input type="hidden" name="order" value="${order.id}">${next.map(button)}</form>`}</td></tr>`;
}

/** The shop's own list of orders, with a button for each status that may follow. */
export function drawBackOffice(visit: Visit, orders: KeptOrder[]): Html {
  const { words } = visit;
  const heads = [words.yourOrder, words.customer, words.total, words.status, words.known, words.change];
  const table = html`<table class="office"><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${orders.map((order) => row(visit, order))}</tbody></table>`;
  const main = html`<div class="wide-page"><h1 class="serif">${words.backOffice}</h1><p class="lead">${words.backOfficeText}</p>
${orders.length > 0 ? table : html`<p class="empty">${words.noOrders}</p>`}</div>`;
  return drawPage(visit, { path: "/back-office", title: `${words.backOffice} · Maison Pivoine`, main });
}
