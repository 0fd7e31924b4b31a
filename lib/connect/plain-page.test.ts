import { setImmediate } from "node:timers/promises";
import { createContext, Script } from "node:vm";
import { describe, expect, it, vi } from "vitest";
import { partAddress } from "#lib/http/part-address";
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

describe("a part of a build that is gone", () => {
  const part = (version: string, name: string) =>
    callRoute("app/widget/[shop]/[part]/route.ts", "GET", { shop: version, part: name });

  it.each(["cards.js", "chat.fr.js"])("is, as %s, a script that loads the chat's page anew, once", async (name) => {
    const answer = await part("o1d_b1", name);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(answer.headers.get("content-type")).toContain("text/javascript");
    const source = await answer.text();
    if (name.startsWith("chat.")) expect(source, "a plain script").not.toContain("await");
    const history = { state: null as unknown, replaceState: (state: unknown) => Object.assign(history, { state }) };
    const location = { reload: vi.fn() };
    const run = new Script(`(async () => {${source}})()`);
    const page = createContext({ history, location });
    const first: Promise<unknown> = run.runInContext(page);
    const waited = await Promise.race([first.then(() => "gone on"), setImmediate("waits")]);
    expect(waited).toBe(name.startsWith("chat.") ? "gone on" : "waits");
    expect(location.reload).toHaveBeenCalledOnce();
    await expect(run.runInContext(page)).rejects.toThrow("another build");
    expect(location.reload).toHaveBeenCalledOnce();
  });

  it("is the present one where no page can be loaded anew for it", async () => {
    for (const name of ["sdk.js", "cards.css", "chat.css"]) {
      const { status, headers } = await part("o1d_b1", name);
      expect({ status, to: headers.get("location") }).toEqual({ status: 302, to: partAddress(name) });
      expect(headers.get("access-control-allow-origin")).toBe("*");
    }
  });

  it("is absent when it never was one, or is of the present build", async () => {
    const [, , present = ""] = partAddress("cards.js").split("/");
    for (const [version = "", name = ""] of [
      ["o1d_b1", "main.js"],
      ["o1d_b1", "../v1.js"],
      ['";alert(1);"', "cards.js"],
      [present, "cards.js"],
    ])
      expect((await part(version, name)).status, `${version} ${name}`).toBe(404);
  });
});
