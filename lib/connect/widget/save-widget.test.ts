import { expect, it } from "vitest";
import { newId } from "#lib/core/ids";
import { callRoute } from "#lib/http/route-fixture";
import { makeMember, makeShop } from "#lib/shops/shop-fixture";
import { contrastBetween, LEAST_CONTRAST } from "../contrast";
import { emptyVisit } from "../load-visit";
import { buttonSnippet } from "./button-snippet";
import { buttonColours } from "./button-styles";
import { SaveWidget, WidgetDraft } from "./input";
import { loadWidget } from "./load-widget";
import { saveWidget } from "./save-widget";

const nine = [{ from: 540, to: 1140 }];
const draft: WidgetDraft = {
  colour: "#0b5384",
  side: "left",
  texts: { en: { greeting: "Hello </script>", away: "" }, fr: { greeting: "Bonjour", away: "Fermé" } },
  showsReplyTime: false,
  asks: ["service"],
  hours: [[], nine, nine, nine, nine, nine, []],
  keepsHolidays: true,
  alsaceMoselle: true,
  closedDays: [{ from: "2026-08-03", to: "2026-08-16" }],
  domains: ["fleurs.example"],
};

it("publishes everything at once, for the chat and for whoever looks next", async () => {
  const { shop, owner } = await makeShop();
  const before = await loadWidget(owner);
  expect(before).toMatchObject({ version: 0, seen: null, draft: { asks: ["service", "order_updates", "offers"] } });
  const saved = await saveWidget(owner, { draft, version: 0 });
  expect(saved).toMatchObject({ version: 1, draft });
  expect(await loadWidget(owner)).toEqual(saved);
  expect(await emptyVisit(shop, "fr")).toMatchObject({ greeting: "Bonjour", asks: ["service"], replyMinutes: null });
});

it("refuses an agent, and whoever did not see what was published last", async () => {
  const { owner } = await makeShop();
  const agent = await makeMember(owner);
  await expect(saveWidget(agent, { draft, version: 0 })).rejects.toThrow("forbidden");
  await expect(loadWidget(agent)).rejects.toThrow("forbidden");
  await saveWidget(owner, { draft, version: 0 });
  await expect(saveWidget(owner, { draft, version: 0 })).rejects.toThrow("widget_changed");
  await saveWidget(owner, { draft, version: 1 });
});

it.each([
  ["a colour too pale for white text", { colour: "#ffd54f" }, "draft.colour"],
  ["a colour that is none", { colour: "red;}" }, "draft.colour"],
  ["an end before its start", { hours: [[{ from: 600, to: 500 }], [], [], [], [], [], []] }, "draft.hours.0.0.to"],
  ["openings that overlap", { hours: [[nine[0], nine[0]], [], [], [], [], [], []] }, "draft.hours.0"],
  ["a week of six days", { hours: [[], [], [], [], [], []] }, "draft.hours"],
  ["a day that is none", { closedDays: [{ from: "2026-02-30", to: "2026-03-01" }] }, "draft.closedDays.0.from"],
  ["a domain with a path of tricks", { domains: ["fleurs.example;script-src *"] }, "draft.domains.0"],
  [
    "a text too long",
    { texts: { ...draft.texts, en: { greeting: "x".repeat(301), away: "" } } },
    "draft.texts.en.greeting",
  ],
  ["a field it does not know", { shopId: newId() }, "draft"],
])("refuses %s, at its field", (_, change, path) => {
  const outcome = SaveWidget.safeParse({ draft: { ...draft, ...change }, version: 0 });
  expect(outcome.error?.issues.map((issue) => issue.path.join("."))).toEqual([path]);
});

it("shows the chat with a draft to an owner or admin alone, and to our own pages alone", async () => {
  const { shop, owner } = await makeShop();
  const agent = await makeMember(owner);
  const see = (token: string, query: string) =>
    callRoute(
      "app/widget/[shop]/preview/route.ts",
      "GET",
      { shop: shop.slug },
      {
        query,
        headers: { cookie: `__Host-comptoir-session=${token}` },
      },
    );
  const query = `?state=first&locale=en&draft=${encodeURIComponent(JSON.stringify(draft))}`;
  const page = await see(owner.person.token, query);
  expect(page.headers.get("content-security-policy")).toMatch(/frame-ancestors 'self'$/);
  expect(page.headers.get("content-security-policy"), "XSS-04").toContain(
    "require-trusted-types-for 'script'; trusted-types copy;",
  );
  const html = await page.text();
  expect(html).toContain('<div id="chat" inert>');
  expect(html).toContain("#0b5384");
  expect(html).toContain("Hello \\u003c/script\\u003e");
  const pale = encodeURIComponent(JSON.stringify({ ...draft, colour: "#ffd54f" }));
  const partly = await (await see(owner.person.token, `?state=first&locale=en&draft=${pale}`)).text();
  expect(partly).toContain("Hello \\u003c/script\\u003e");
  expect(partly).not.toContain("#ffd54f");
  expect((await see(owner.person.token, "?state=first&locale=en&draft={")).status).toBe(200);
  expect((await see(owner.person.token, "?state=none&locale=en")).status).toBe(422);
  expect((await see(agent.person.token, query)).status).toBe(403);
  expect((await see("x".repeat(43), query)).status).toBe(401);
});

it("ticks itself when the browser says that the chat was opened inside a page of the shop", async () => {
  const { shop, owner } = await makeShop();
  await saveWidget(owner, { draft, version: 0 });
  const open = (headers: Record<string, string>) =>
    callRoute(
      "app/widget/[shop]/route.ts",
      "GET",
      { shop: shop.slug },
      { query: "?origin=https://fleurs.example", headers },
    );
  const real = { referer: "https://fleurs.example/", "sec-fetch-dest": "iframe", "sec-fetch-site": "cross-site" };
  for (const wrong of [
    {},
    { referer: "https://evil.example/" },
    { "sec-fetch-dest": "document" },
    { "sec-fetch-site": "same-origin" },
  ])
    await open(Object.keys(wrong).length === 0 ? {} : { ...real, ...wrong });
  expect((await loadWidget(owner)).seen).toBeNull();
  await open(real);
  expect((await loadWidget(owner)).seen).toMatchObject({ on: "fleurs.example" });
  expect((await loadWidget(owner)).version).toBe(1);
});

it("draws every button in colours that can be read, whatever colour can be published", () => {
  const shades = ["00", "33", "66", "99", "cc", "ff"];
  const all = shades.flatMap((r) => shades.flatMap((g) => shades.map((b) => `#${r}${g}${b}`)));
  const published = all.filter((colour) => WidgetDraft.shape.colour.safeParse(colour).success);
  expect(published.length).toBeGreaterThan(50);
  for (const colour of published) {
    const { chat, on, soft, ink, softDark, inkDark } = buttonColours(colour);
    const pairs = [
      [on, chat],
      [chat, "#ffffff"],
      ...[soft, "#ffffff"].map((ground) => [ink, ground]),
      ...[softDark, "#17120f"].map((ground) => [inkDark, ground]),
    ];
    for (const [text = "", ground = ""] of pairs)
      expect(contrastBetween(text, ground), `${colour}: ${text} on ${ground}`).toBeGreaterThanOrEqual(LEAST_CONTRAST);
  }
});

it("writes what a shop typed for its button as text", () => {
  const typed = `"><script>alert('&')</script>`;
  const choice = {
    look: "team",
    small: true,
    text: typed,
    below: typed,
    product: typed,
    names: ["\u{1F33B}ana", "<i>"],
  } as const;
  const line = buttonSnippet(choice, "https://c.example/widget/s?locale=en&x");
  expect(line).not.toMatch(/<script|"">|data-comptoir-size/);
  expect(line).toContain('<i aria-hidden="true">\u{1F33B}</i><i aria-hidden="true">&lt;</i>');
  expect(buttonSnippet({ ...choice, look: "soft", product: "" }, "#")).toBe(
    '<a href="#" data-comptoir-open data-comptoir-look="soft" data-comptoir-size="small">&quot;&gt;&lt;script&gt;alert(&#39;&amp;&#39;)&lt;/script&gt;</a>',
  );
});
