import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { closeDatabase } from "#db/client";
import { CONSENT_TEXT_VERSION, consentText } from "#db/consent-texts";
import { guardedFetch } from "#lib/core/outbound";
import { ASKED, ASKED_WORDS, WORDS_VERSION } from "./asked";
import { readBasket } from "./basket";
import { storefrontOrigin } from "./origin";
import { serveCart, serveCartForm } from "./serve-cart";
import { serveCheckout } from "./serve-checkout";
import { serveHome, serveNothing, serveOrder } from "./serve-pages";
import { ask, checkOut, setUpStorefront } from "./test-visit";

vi.mock("#lib/core/outbound", () => ({ guardedFetch: vi.fn() }));

const fetched = vi.mocked(guardedFetch);
const origin = storefrontOrigin();

beforeAll(setUpStorefront);
afterEach(() => fetched.mockReset());
afterAll(closeDatabase);

describe("a visit", () => {
  it("is answered on the storefront's own host, and sent there from any other", async () => {
    const here = await ask(serveHome);
    expect(here.status).toBe(200);
    expect(here.headers.get("content-security-policy")).toContain("default-src 'none'");
    const elsewhere = await ask(serveHome, { headers: { host: "localhost:3000" } });
    expect(elsewhere.headers.get("location")).toBe(`${origin}/`);
  });

  it.each(["http://localhost:3000", "https://evil.test", "null", ""])(
    "refuses a form of the origin “%s”",
    async (from) => {
      const form = { act: "add", product: "corail" };
      expect((await ask(serveCartForm, { form, headers: { origin: from } })).status).toBe(403);
    },
  );

  it("remembers a chosen language", async () => {
    expect((await ask(serveHome, { path: "/?lang=en" })).headers.get("set-cookie")).toMatch(/^lang=en; Path=\/;/);
    expect((await ask(serveHome)).headers.get("set-cookie")).toBeNull();
  });

  it("says what is not there", async () => {
    expect((await ask(serveNothing)).status).toBe(404);
    expect((await ask(serveOrder, { id: randomUUID() })).status).toBe(404);
    expect((await ask(serveOrder, { id: "1 or 1=1" })).status).toBe(404);
  });
});

describe("the basket", () => {
  const put = async (form: Record<string, string>, basket = "") => {
    const answer = await ask(serveCartForm, { form, basket });
    return { status: answer.status, cookie: answer.headers.get("set-cookie")?.split(";")[0] };
  };

  it("takes one more, a number, and none", async () => {
    const add = { act: "add", product: "corail" };
    const set = (quantity: string) => ({ act: "set", product: "corail", quantity });
    expect((await put(add)).cookie).toBe("basket=corail=1");
    expect((await put(add, "corail=1")).cookie).toBe("basket=corail=2");
    expect((await put(add, "corail=20")).cookie).toBe("basket=corail=20");
    expect((await put(set("5"), "carte=1")).cookie).toBe("basket=carte=1&corail=5");
    expect((await put(set("0"), "corail=5")).cookie).toBe("basket=");
  });

  it.each<[Record<string, string>]>([
    [{ act: "add", product: "constructor" }],
    [{ act: "set", product: "corail", quantity: "21" }],
    [{ act: "set", product: "corail", quantity: "-1" }],
    [{ act: "add", product: "corail", more: "1" }],
    [{ product: "corail" }],
  ])("refuses %j", async (form) => {
    expect(await put(form)).toEqual({ status: 422, cookie: undefined });
  });

  it("ignores what a cookie should not hold", () => {
    expect([...readBasket("corail=2&__proto__=1&prairie=0&vase=999&carte=x&couronne=1.5")]).toEqual([["corail", 2]]);
  });

  it("is drawn with its total", async () => {
    expect(await (await ask(serveCart, { basket: "grand-bouquet=1&carte=2" })).text()).toContain("€76.00");
  });
});

describe("the checkout", () => {
  it("leads back to an empty basket", async () => {
    expect((await ask(serveCheckout)).headers.get("location")).toBe(`${origin}/cart`);
    expect((await checkOut({}, "")).headers.get("location")).toBe(`${origin}/cart`);
  });

  it.each<[Record<string, string>, string]>([
    [{ name: " " }, "name-problem"],
    [{ name: "x".repeat(81) }, "name-problem"],
    [{ email: "amelie" }, "email-problem"],
    [{ note: "x".repeat(301) }, "note-problem"],
    [{ note: "\u0000" }, "note-problem"],
    [{ street: "3 rue des Lilas", postalCode: "75011" }, "city-problem"],
    [{ city: "Paris" }, "street-problem"],
    [{ street: "3 rue des Lilas", postalCode: "7501", city: "Paris" }, "postalCode-problem"],
    [{ code: "PIVOINE50" }, "code-problem"],
  ])("gives back what was written when it is wrong: %j", async (fields, problem) => {
    const answer = await checkOut({ name: "Amélie", note: "Door B", ...fields });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain(`id="${problem}"`);
    expect(fetched).not.toHaveBeenCalled();
  });

  it("asks in boxes that nobody ticked, in the words that the ledger keeps", async () => {
    const page = await (await ask(serveCheckout, { basket: "corail=1" })).text();
    const wrong = await (await checkOut({ name: " ", offers: "on" })).text();
    for (const purpose of ASKED) {
      expect(page).toContain(consentText(purpose, "en"));
      for (const locale of ["en", "fr"] as const)
        expect(ASKED_WORDS[locale][purpose]).toBe(consentText(purpose, locale));
    }
    expect(WORDS_VERSION).toBe(CONSENT_TEXT_VERSION);
    expect(page).not.toContain(" checked");
    expect(wrong.match(/ checked>/g), "what she ticked comes back").toHaveLength(1);
    expect((await checkOut({ offers: "yes" })).status).toBe(422);
  });

  it("refuses a form that is no form of ours", async () => {
    expect((await checkOut({ price: "0" })).status).toBe(422);
    expect((await checkOut({ key: "1" })).status).toBe(422);
    expect((await checkOut({ delivery: "moon" })).status).toBe(422);
    expect((await checkOut({ visitor: "x".repeat(401) })).status).toBe(422);
  });
});
