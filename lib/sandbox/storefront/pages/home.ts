import { type Html, html } from "../../html";
import { type Product, productsOn, type Shelf } from "../products";
import type { Visit } from "../visit";
import { chatButton, drawPage } from "./page";
import { priceTag } from "./price";

function card({ words, locale }: Visit, product: Product): Html {
  const ask = html`${words.ask}<span class="wide"> ${words.askRest}</span>`;
  return html`<article class="card">
<img src="${product.art}" alt="" width="400" height="376" loading="lazy">
<h3 class="serif">${product.title}</h3>
<div class="row"><span class="num">${priceTag(product.price, locale)}</span>${chatButton(ask, "soft", { about: product.title })}</div>
<form method="post" action="/cart"><input type="hidden" name="act" value="add"><button class="line" name="product" value="${product.id}" aria-label="${words.addNamed(product.title)}">${words.add}</button></form>
</article>`;
}

function shelf(visit: Visit, name: Shelf, title: string): Html {
  return html`<section id="${name}" aria-labelledby="${name}-title"><h2 class="serif" id="${name}-title">${title}</h2>
<div class="shelf">${productsOn(name, visit.locale).map((product) => card(visit, product))}</div></section>`;
}

function team({ words }: Visit): Html {
  const letters = words.team.map((name) => html`<i aria-hidden="true">${name.charAt(0)}</i>`);
  return html`<p class="team">${chatButton(html`${words.askTeam}<small>${words.askTeamText}</small>`, "team", { before: letters })}</p>`;
}

/** The window: the hero, the bouquets of the week and the finishing touches. */
export function drawHome(visit: Visit): Html {
  const { words } = visit;
  const main = html`<section class="hero"><img src="/sandbox/art/hero.svg" alt="" width="1200" height="520">
<div class="hero-in"><h1 class="serif">${words.heroTitle}</h1><p>${words.heroText}</p>${chatButton(words.chat, "light")}</div></section>
${shelf(visit, "bouquets", words.bouquetsTitle)}
${shelf(visit, "extras", words.extrasTitle)}
${team(visit)}`;
  return drawPage(visit, { path: "/", title: "Maison Pivoine", main });
}
