import { env } from "#lib/core/env";
import { type Html, html } from "../../html";
import { countItems } from "../basket";
import { STOREFRONT_SHOP } from "../origin";
import type { Visit } from "../visit";
import { bag, flask, globe, lines, user } from "./icons";

const COLOUR = "#23513a";

type Page = {
  /** Its address on the storefront, for the switch of language. */
  path: string;
  title: string;
  main: Html;
  /** A script of our own, by its path. */
  script?: string;
};

/** A button that opens the chat; a small one starts the question with the product it is about. */
export function chatButton(
  label: Html | string,
  look: "solid" | "soft" | "light" | "outline" | "team",
  { about, before = [] }: { about?: string; before?: readonly Html[] } = {},
): Html {
  const product = about === undefined ? null : html` data-comptoir-size="small" data-comptoir-product="${about}"`;
  return html`<button type="button" data-comptoir-open data-comptoir-look="${look}"${product}>${before}<span>${label}</span></button>`;
}

function links({ words }: Visit): Html {
  return html`<a href="/#bouquets">${words.bouquets}</a><a href="/#extras">${words.extras}</a>`;
}

function header(visit: Visit, path: string): Html {
  const { words, locale, basket, customer } = visit;
  const items = countItems(basket);
  const account = customer ? words.accountOf(customer.name) : words.account;
  const other = locale === "en" ? "fr" : "en";
  const language = html`<a class="lang" href="${path}?lang=${other}" lang="${other}" hreflang="${other}">${globe}${words.otherLanguage}</a>`;
  return html`<header class="head">
<a class="brand serif" href="/">Maison Pivoine</a>
<nav class="nav wide" aria-label="${words.shop}">${links(visit)}</nav>
<div class="tools"><span class="wide">${language}</span>
<a class="tool" href="/account" aria-label="${account}" title="${account}">${user}${customer && html`<b class="count" aria-hidden="true">✓</b>`}</a>
<a class="tool" href="/cart" aria-label="${words.basketCount(items)}" title="${words.basketCount(items)}">${bag}${items > 0 && html`<b class="count" aria-hidden="true">${items}</b>`}</a>
<details class="menu narrow"><summary class="tool" aria-label="${words.menu}" title="${words.menu}">${lines}</summary><nav aria-label="${words.menu}">${links(visit)}${language}</nav></details></div>
</header>`;
}

function footer({ words }: Visit): Html {
  const comptoir = env().PUBLIC_URL;
  return html`<footer class="foot"><p>${flask}<span><b>${words.sandbox}</b> ${words.sandboxText}</span></p>
<div class="ways"><a href="/back-office">${words.backOffice}</a><a href="${comptoir}/s/${STOREFRONT_SHOP}/inbox">${words.openCounter}</a></div></footer>`;
}

/** A whole page of the storefront, with the one line that brings the chat. */
export function drawPage(visit: Visit, { path, title, main, script }: Page): Html {
  const comptoir = env().PUBLIC_URL;
  return html`<!doctype html>
<html lang="${visit.locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="/sandbox/shop-icon.svg" type="image/svg+xml">
<link rel="preload" href="/sandbox/fraunces-latin.woff2" as="font" type="font/woff2" crossorigin>
<link rel="stylesheet" href="/sandbox/shop.css">
<link rel="stylesheet" href="/sandbox/checkout.css">
<link rel="stylesheet" href="/sandbox/chat-buttons.css">
<script async src="${comptoir}/v1.js" data-shop="${STOREFRONT_SHOP}" data-colour="${COLOUR}"></script>
${script && html`<script defer src="${script}"></script>`}
</head>
<body>
${header(visit, path)}
<main>${main}</main>
${footer(visit)}
</body>
</html>`;
}
