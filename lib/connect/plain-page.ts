import { inShop } from "#db/in-shop";
import { env } from "#lib/core/env";
import { escapeHtml } from "#lib/core/escape-html";
import { partAddress } from "#lib/http/part-address";
import type { ShopView } from "#lib/shops/load-shop";
import { chatHeaders, framedBy } from "./chat-page";
import { livePage, messengerLink } from "./chat-reference";

const words = {
  en: {
    title: (shop: string) => `Write to ${shop}`,
    off: "The chat needs JavaScript, which is off in this browser.",
    alone: "Switch it on.",
    or: (shop: string) => `Switch it on, or reach ${shop} here:`,
    messenger: "Messenger",
  },
  fr: {
    title: (shop: string) => `Écrire à ${shop}`,
    off: "Le chat a besoin de JavaScript, qui est désactivé dans ce navigateur.",
    alone: "Activez-le.",
    or: (shop: string) => `Activez-le, ou joignez ${shop} ici\u202f:`,
    messenger: "Messenger",
  },
};

/** Where the chat's page leads without JavaScript: the shop's own site, and its Page in Messenger if that is connected. */
export async function plainPage(
  shop: ShopView,
  locale: "en" | "fr",
): Promise<{ html: string; headers: Record<string, string> }> {
  const page = await inShop(shop.id, (tx) => livePage(tx, shop.id));
  const { title, off, alone, or, messenger } = words[locale];
  const links = [
    ...shop.domains.map((domain) => ({ href: siteOf(domain), label: domain })),
    ...(page ? [{ href: messengerLink(page.pageId), label: messenger }] : []),
  ];
  const items = links.map(
    ({ href, label }) => `<li><a href="${escapeHtml(href)}" target="_top" rel="noopener">${escapeHtml(label)}</a></li>`,
  );
  const text = `${off} ${links.length > 0 ? or(shop.name) : alone}`;
  const list = links.length > 0 ? `<ul>${items.join("")}</ul>` : "";
  const html = `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title(shop.name))}</title>
<link rel="stylesheet" href="${partAddress("chat.css")}">
</head>
<body><div id="chat"><main class="door"><h1>${escapeHtml(title(shop.name))}</h1><p>${escapeHtml(text)}</p>${list}</main></div></body>
</html>
`;
  const policy = ["default-src 'none'", "style-src 'self'", "base-uri 'none'", "form-action 'none'", framedBy(shop)];
  return { html, headers: chatHeaders(policy) };
}

/** A domain's own site; one of this machine is served without TLS, on our port. */
function siteOf(domain: string): string {
  const { hostname, port } = new URL(`http://${domain}`);
  if (!/(^|\.)localhost$/.test(hostname)) return `https://${domain}/`;
  return `http://${hostname}:${port || new URL(env().PUBLIC_URL).port}/`;
}
