import { expect, it } from "vitest";
import { callRoute } from "#lib/http/route-fixture";
import { makeShop } from "#lib/shops/shop-fixture";
import { plainPage } from "./plain-page";

it("leads somebody without JavaScript to the shop's own site, in her language", async () => {
  const { shop } = await makeShop();
  const chat = await callRoute("app/widget/[shop]/route.ts", "GET", { shop: shop.slug }, { query: "?locale=fr" });
  const refresh = `<noscript><meta http-equiv="refresh" content="0;url=/widget/${shop.slug}/plain?locale=fr"></noscript>`;
  expect(await chat.text()).toContain(refresh);
  const plain = await callRoute(
    "app/widget/[shop]/plain/route.ts",
    "GET",
    { shop: shop.slug },
    { query: "?locale=fr" },
  );
  const html = await plain.text();
  expect(html).toContain("<h1>Écrire à Maison Pivoine</h1>");
  expect(html).toContain('<a href="https://shop.example/" target="_top" rel="noopener">shop.example</a>');
  expect(plain.headers.get("content-security-policy")).toContain("default-src 'none'");
});

it("shows a shop's name as text, and a site of this machine without TLS", async () => {
  const { shop } = await makeShop();
  const { html } = await plainPage({ ...shop, name: '<img src="x">', domains: ["shop.localhost"] }, "en");
  expect(html).not.toContain("<img");
  expect(html).toMatch(/href="http:\/\/shop\.localhost:\d+\/"/);
});

it("leads nowhere where there is nowhere to lead to", async () => {
  const { shop } = await makeShop();
  const nowhere = { ...shop, domains: [] };
  const pages = await Promise.all([plainPage(nowhere, "en"), plainPage(nowhere, "fr")]);
  for (const { html } of pages) expect(html).not.toMatch(/<ul>|:<\/p>/);
  expect(pages[0].html).toContain("off in this browser. Switch it on.</p></main>");
  expect(pages[1].html).toContain("dans ce navigateur. Activez-le.</p></main>");
});
