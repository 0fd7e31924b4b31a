import { env } from "#lib/core/env";
import { escapeHtml } from "#lib/core/escape-html";
import { partAddress } from "#lib/http/part-address";
import { liveSettings } from "#lib/realtime/live-settings";
import type { ShopView } from "#lib/shops/load-shop";
import { type ChatAddress, writeChatAddress } from "./chat-address";
import { contrastText } from "./contrast";
import { embed } from "./embed";
import type { SessionView } from "./load-visit";

type Query = ChatAddress & { locale: "en" | "fr"; theme: "auto" | "light" | "dark"; origin: string };

const TITLE = { en: "Chat", fr: "Chat" };

/** The sources that may frame this shop's chat, for `frame-ancestors`: its domains, on any port while it is local. */
export function frameAncestors(shop: Pick<ShopView, "domains">): string[] {
  return shop.domains.map((domain) =>
    /(^|\.)localhost(:\d+)?$/.test(domain) ? `http://${domain.replace(/:\d+$/, "")}:*` : `https://${domain}`,
  );
}

/** The storefront's origin if it is one of the shop's, else null: nothing is ever posted anywhere else. */
export function knownOrigin(shop: Pick<ShopView, "domains">, origin: string): string | null {
  if (!URL.canParse(origin)) return null;
  const url = new URL(origin);
  const local = /(^|\.)localhost$/.test(url.hostname);
  const fits = shop.domains.some((domain) => domain === url.host || (local && domain === url.hostname));
  return fits && (local || url.protocol === "https:") ? url.origin : null;
}

/**
 * The chat's page: no framework, no inline code, and a policy that lets only the shop's own domains show it, and where
 * the sandbox is on our own, whose Messenger page frames the demo storefront. With a `sample` it shows that visit, to
 * our own pages alone, and nothing in it can be pressed.
 */
export function chatPage(
  shop: ShopView,
  query: Query,
  sample: SessionView | null = null,
): { html: string; headers: Record<string, string> } {
  const boot = {
    slug: writeChatAddress(query),
    name: shop.name,
    colour: shop.colour,
    onColour: contrastText(shop.colour),
    locale: query.locale,
    theme: query.theme,
    origin: knownOrigin(shop, query.origin),
    ...(sample ? { sample } : {}),
  };
  const live = liveSettings();
  const files = env().FILES_ORIGIN ?? "";
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `media-src 'self' ${files}`.trim(),
    `connect-src 'self' ${live.tls ? "wss" : "ws"}://${live.host}:${live.port}`,
    `img-src 'self' data: https: ${env().sandbox ? "http://shop.localhost:*" : ""} ${files}`.trim(),
    "base-uri 'none'",
    "form-action 'none'",
    framedBy(sample ? { domains: [] } : shop, sample !== null),
  ];
  const html = `<!doctype html>
<html lang="${query.locale}" data-theme="${query.theme}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content">
<title>${TITLE[query.locale]} · ${escapeHtml(shop.name)}</title>
<link rel="stylesheet" href="${partAddress("chat.css")}">
<script type="application/json" id="boot">${embed(boot)}</script>
<script defer src="${partAddress(`chat.${query.locale}.js`)}"></script>
<noscript><meta http-equiv="refresh" content="0;url=/widget/${shop.slug}/plain?locale=${query.locale}"></noscript>
</head>
<body><div id="chat"${sample ? " inert" : ""}></div></body>
</html>
`;
  return { html, headers: chatHeaders(policy, "copy") };
}

/** The line of a policy that lets the shop's own domains show a page, and our own where asked or the sandbox is on. */
export function framedBy(shop: Pick<ShopView, "domains">, own = false): string {
  const framers = [...frameAncestors(shop), ...(own || env().sandbox ? ["'self'"] : [])];
  return `frame-ancestors ${framers.join(" ") || "'none'"}`;
}

/**
 * The headers of a page that storefronts show. No script of such a page can turn text into markup or code, but by the
 * policy of Trusted Types that is named in `trusted`. Source: XSS-04.
 */
export function chatHeaders(policy: readonly string[], trusted = "'none'"): Record<string, string> {
  const sinks = ["require-trusted-types-for 'script'", `trusted-types ${trusted}`];
  return {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": [...sinks, ...policy].join("; "),
    "cache-control": "no-cache",
    "x-content-type-options": "nosniff",
    "referrer-policy": "strict-origin-when-cross-origin",
    "cross-origin-resource-policy": "cross-origin",
  };
}
