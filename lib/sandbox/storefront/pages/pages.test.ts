import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { BUTTON_LOOKS, buttonStyles } from "#lib/connect/widget/button-styles";
import { newId } from "#lib/core/ids";
import { drawPicture } from "../../people/draw-picture";
import { readBasket } from "../basket";
import type { CheckoutDraft } from "../checkout-form";
import { storefrontMessages } from "../messages";
import type { StorefrontOrder } from "../order";
import type { Visit } from "../visit";
import { drawBackOffice } from "./back-office";
import { drawCart } from "./cart";
import { drawCheckout } from "./checkout";
import { drawHome } from "./home";
import { drawOrder } from "./order";
import { drawProblem } from "./problem";

const HOSTILE = `"><img src=x onerror=alert(1)></textarea><script>alert('&')</script>`;

const visit = (locale: Visit["locale"], basket = "grand-bouquet=2&carte=1"): Visit => ({
  locale,
  words: storefrontMessages(locale),
  basket: readBasket(basket),
  customer: null,
});

const order: StorefrontOrder = {
  id: newId(),
  number: HOSTILE,
  status: "shipped",
  paid: true,
  currency: "EUR",
  total: 6_800,
  lines: [{ title: HOSTILE, quantity: 1, unitAmount: 6_800, imageUrl: `http://shop.localhost/${HOSTILE}` }],
  placedAt: "2026-05-01T10:00:00.000Z",
  updatedAt: "2026-05-01T10:00:00.000Z",
  note: HOSTILE,
  paymentMethod: HOSTILE,
  shipTo: { street1: HOSTILE, postalCode: "75011", city: HOSTILE, country: "FR" },
  discounts: [{ name: HOSTILE, amount: 100 }],
  url: "http://shop.localhost/orders/1",
  customer: { name: HOSTILE, visitor: null },
};

const draft: CheckoutDraft = {
  ...{ key: newId(), name: HOSTILE, email: HOSTILE, note: HOSTILE, street: HOSTILE, postalCode: HOSTILE },
  ...{
    city: HOSTILE,
    code: HOSTILE,
    delivery: "france",
    payment: "door",
    ticked: ["offers"],
    wrong: new Set(["name"] as const),
  },
};

describe.each(["en", "fr"] as const)("in %s", (locale) => {
  it.each([
    ["the checkout", drawCheckout(visit(locale), draft)],
    ["the order", drawOrder(visit(locale), order)],
    ["the thanks", drawOrder(visit(locale), { ...order, status: "preparing" })],
    ["the back office", drawBackOffice(visit(locale), [{ order, waiting: true }])],
    ["a problem", drawProblem(visit(locale), HOSTILE)],
  ])("%s shows what people wrote as text", (_name, page) => {
    expect(page.text).not.toContain("<img src=x");
    expect(page.text).not.toContain("<script>alert");
    expect(page.text).not.toContain("</textarea><");
    expect(page.text).toContain("&lt;img src=x");
  });

  it.each([
    ["the window", drawHome(visit(locale))],
    ["the basket", drawCart(visit(locale))],
    ["the empty basket", drawCart(visit(locale, ""))],
    ["the checkout", drawCheckout(visit(locale), draft)],
    ["the order", drawOrder(visit(locale), order)],
    ["the back office", drawBackOffice(visit(locale), [])],
  ])("%s says that it is a sandbox, carries the chat and no framework", (_name, { text }) => {
    expect(text).toContain(storefrontMessages(locale).sandbox);
    expect(text).toContain(`<html lang="${locale}">`);
    expect(text).toContain(`src="http://localhost:3000/v1.js" data-shop="maison-pivoine"`);
    expect(text.match(/<script/g)?.length).toBe(text.includes("/checkout.js") ? 2 : 1);
    expect(text.replace(/"[^"]*"/g, '""')).not.toMatch(/<[^>]*\son\w+=/);
    expect(text).not.toContain("undefined");
    expect(text).not.toContain("[object");
  });

  it("opens the chat from the hero, from each product, from the basket and after an order", () => {
    const home = drawHome(visit(locale)).text;
    expect(home.match(/data-comptoir-open/g)).toHaveLength(9);
    expect(home).toContain(`data-comptoir-product="Grand Bouquet"`);
    const pages = [drawCart(visit(locale)), drawOrder(visit(locale), order)].map(({ text }) => text);
    for (const text of [home, ...pages]) expect(text).toContain("data-comptoir-open");
    const looks = [...[home, ...pages].join().matchAll(/data-comptoir-look="(\w+)"/g)].map(([, look]) => look);
    expect(new Set(looks)).toEqual(new Set(BUTTON_LOOKS));
  });
});

it("draws them as a shop does that copied the style from its settings", () => {
  const [, colour = ""] = /data-colour="(#\w+)"/.exec(drawHome(visit("en")).text) ?? [];
  expect(readFileSync("public/sandbox/chat-buttons.css", "utf8")).toBe(buttonStyles(colour));
});

it("draws a picture of a hostile name as text", () => {
  const svg = drawPicture({ id: "12345678901234567", name: `<script> "&` });
  expect(svg).toContain("&lt;&quot;</text>");
  expect(svg).not.toContain("<script>");
});
