import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { outsideShops } from "#db/in-shop";
import { rateLimits } from "#db/schema/rate-limits";
import { storedMessages } from "#lib/connect/visitor-fixture";
import { listContacts } from "#lib/contacts/list-contacts";
import { listConversations } from "#lib/conversations/list-conversations";
import { newId } from "#lib/core/ids";
import { browser } from "#lib/http/next-headers-fixture";
import { type Belongings, makeBelongings } from "#lib/orders/belongings-fixture";
import { deliver } from "#lib/orders/hook-fixture";
import { sampleOrder, storedOrder } from "#lib/orders/order-fixture";
import { createShop } from "#lib/shops/create-shop";
import { makePerson } from "#lib/shops/shop-fixture";
import { runJobs, takeJobs } from "../worker/jobs-fixture";
import { type Answer, answerOf, callAction } from "./route-fixture";

const VERBATIM = [
  `"><img src=x onerror=__xss(1)>`,
  "<svg/onload=__xss(2)>",
  '[x](javascript:__xss(5)) ![x](x"onerror="__xss(6))',
  "</script><script>__xss(7)</script><!-- --> ]]>",
  "' or 1=1-- '); select pg_sleep(5)-- $1 {name} %s \\ \\u0000 % _",
  "‮evil‬ \u200b\u200d\ufeff zero width, e\u0301 combining, \u2028 \u2029 lines",
  "👩‍👩‍👧‍👦🏳️‍🌈 🇫🇷 𝒽 가 שלום مرحبا नमस्ते",
  "  spaces before, after  \r\n\ttabs\n\n",
  "\u0001\u0007\u001b[31m control \u007f \u0085",
  "__proto__",
  "😀".repeat(2_000),
  "x".repeat(4_000),
  `x${"😀".repeat(100)}`,
];

let world: Belongings;
beforeAll(async () => {
  world = await makeBelongings();
  browser.cookies.set("__Host-comptoir-session", { value: world.owner.person.token });
});

/** Each test writes as one who has not written yet: all of them together are more than a person would. */
beforeEach(async () => {
  await outsideShops((tx) => tx.delete(rateLimits));
});

const MESSAGES = "app/api/widget/[shop]/messages/route.ts";
function write(json: unknown, language = "en"): Promise<Answer> {
  const { shop, visitor } = world;
  const headers = { cookie: `__Host-visitor-${shop.slug}=${visitor.token}`, "accept-language": language };
  return answerOf(MESSAGES, "POST", { shop: shop.slug }, { json, headers });
}
const answerWith = (body: unknown) =>
  callAction("app/s/[shop]/inbox/actions.ts", "sendMessageAction", world.shop.slug, {
    conversationId: world.ids.conversationId,
    clientKey: newId(),
    body,
  });

describe("INJ-01, XSS-01: what people write", () => {
  it.each(VERBATIM)("%j comes back as it was sent, from both sides", async (body) => {
    expect(await write({ clientKey: newId(), body })).toMatchObject({ status: 201, body: { message: { body } } });
    expect(await answerWith(body)).toMatchObject({ status: 200, body: { body } });
    const stored = await storedMessages(world.shop.id, world.ids.conversationId);
    expect(stored.slice(-2).map((message) => message.body)).toEqual([body, body]);
    const changed = { messageId: world.ids.sentId, body };
    expect(
      await callAction("app/s/[shop]/inbox/actions.ts", "editMessageAction", world.shop.slug, changed),
    ).toMatchObject({ status: 200, body: { body } });
    const [row] = (await listConversations(world.owner, {})).rows;
    expect(body.startsWith(row?.lastMessage?.preview ?? "?")).toBe(true);
    expect(row?.lastMessage?.preview).not.toMatch(/\p{Surrogate}/u);
  });

  it.each(["a\u0000b", "\u0000", "half \ud83c", "\udf37 half", "\ud800\ud800"])(
    "%j is refused in both languages",
    async (body) => {
      const sentences = ["en", "fr"].map(
        async (language) => (await write({ clientKey: newId(), body }, language)).body,
      );
      expect(await Promise.all(sentences)).toMatchObject([
        {
          problem: {
            code: "invalid",
            message: "This message holds a character that cannot be sent. Remove it and try again.",
          },
        },
        {
          problem: {
            message: "Ce message contient un caractère qui ne peut pas être envoyé. Retirez-le et réessayez.",
          },
        },
      ]);
      expect(await answerWith(body)).toMatchObject({ status: 422 });
    },
  );

  it.each(["", "   ", "\n\t "])("%j is nothing to send", async (body) => {
    const answer = await write({ clientKey: newId(), body });
    expect(answer).toMatchObject({ status: 422, body: { problem: { message: "Write something first." } } });
  });

  it("too long is refused with how long it is, as the reader's language writes numbers", async () => {
    const [body, clientKey] = ["é".repeat(100_000), newId()];
    const [english, french] = await Promise.all([write({ clientKey, body }), write({ clientKey, body }, "fr-FR")]);
    expect(english).toMatchObject({
      status: 422,
      body: { problem: { message: expect.stringMatching(/100,000.*4,000/) } },
    });
    expect(french).toMatchObject({
      status: 422,
      body: { problem: { message: expect.stringMatching(/100\s000.*4\s000/) } },
    });
    expect(await write({ clientKey, body: "x".repeat(4_001) })).toMatchObject({ status: 422 });
    expect(await write({ clientKey, body: `${"😀".repeat(2_000)}x` })).toMatchObject({ status: 422 });
    expect(await answerWith(body)).toMatchObject({
      status: 422,
      body: { message: expect.stringContaining("100,000") },
    });
  });

  it("a megabyte is 413, said in both languages", async () => {
    const body = "x".repeat(1_000_000);
    const [english, french] = await Promise.all([
      write({ clientKey: newId(), body }),
      write({ clientKey: newId(), body }, "fr"),
    ]);
    expect(english).toMatchObject({
      status: 413,
      body: { problem: { message: expect.stringContaining("too large") } },
    });
    expect(french).toMatchObject({ status: 413, body: { problem: { message: expect.stringContaining("trop") } } });
  });

  it("a megabyte that a member pastes is refused with how long it is, and kept as no draft", async () => {
    const [body, conversationId] = ["x".repeat(1_000_000), world.ids.conversationId];
    expect(await answerWith(body)).toMatchObject({
      status: 422,
      body: { message: expect.stringMatching(/1,000,000.*4,000/) },
    });
    const draft = { conversationId, kind: "reply", body, version: 0 };
    expect(await callAction("app/s/[shop]/inbox/actions.ts", "saveDraftAction", world.shop.slug, draft)).toMatchObject({
      status: 422,
    });
  });

  it.each([["an id"], { $ne: null }, 7, true, null, "", "x", `${newId()} `, undefined])(
    "TEN-19: %j is no key of a message",
    async (clientKey) => {
      expect(await write({ clientKey, body: "Bonjour" })).toMatchObject({ status: 422 });
    },
  );

  it.each([["Bonjour"], { $ne: null }, 7, true, null, undefined])(
    "TEN-19: %j is no text of a message",
    async (body) => {
      expect(await write({ clientKey: newId(), body })).toMatchObject({ status: 422 });
    },
  );

  it.each([
    "[]",
    "null",
    '"x"',
    "7",
    "{",
    "",
    '{"__proto__":{"body":"x"}}',
    `{"clientKey":"${newId()}","body":"x","body\u0000":"y"}`,
  ])("the body %j is 422", async (raw) => {
    const headers = {
      cookie: `__Host-visitor-${world.shop.slug}=${world.visitor.token}`,
      "content-type": "application/json",
    };
    expect(await answerOf(MESSAGES, "POST", { shop: world.shop.slug }, { raw, headers })).toMatchObject({
      status: 422,
    });
  });
});

describe("INJ-04: numbers, instants and cursors of a query", () => {
  const api = (path: string, query: string) =>
    answerOf(
      `app/api/v1/shops/[shop]/conversations/${path}route.ts`,
      "GET",
      { shop: world.shop.slug, conversation: world.ids.conversationId },
      {
        query,
        headers: { cookie: `__Host-comptoir-session=${world.owner.person.token}` },
      },
    );
  const numbers = ["-1", "1e309", "NaN", "0x10", "1.5", "", " 1", "9".repeat(20), "%00", "[]"];

  it.each([
    ...[...numbers, "0", "101", "99999999999"].map((value) => ["", `?limit=${value}`]),
    ...["garbage", "W10", "%00", "x".repeat(201), "0000"].map((value) => ["", `?cursor=${value}`]),
    ["", "?view=everything"],
    ["", "?view=open&view=closed"],
    ["", "?limit[]=1"],
    ...["", "yesterday", "9999-99-99", "0000-01-01T00:00:00Z", "2026-01-01", "-infinity", "%00"].map((value) => [
      "changes/",
      `?since=${value}`,
    ]),
    ["changes/", ""],
    ...numbers.map((value) => ["[conversation]/messages/", `?after=${value}`]),
    ["[conversation]/messages/", "?before[]=1"],
  ] as [string, string][])("%s%s is 422", async (path, query) => {
    expect(await api(path, query)).toMatchObject({ status: 422, body: { problem: { code: "invalid" } } });
  });

  it.each(numbers)("the chat's ?after=%s is 422", async (value) => {
    const headers = { cookie: `__Host-visitor-${world.shop.slug}=${world.visitor.token}` };
    expect(
      await answerOf(MESSAGES, "GET", { shop: world.shop.slug }, { query: `?after=${value}`, headers }),
    ).toMatchObject({ status: 422 });
  });
});

describe("text that is not a message", () => {
  beforeAll(() => takeJobs(world.shop.id));

  it.each(VERBATIM.filter((text) => text.length <= 500).map((text) => [...text].slice(0, 100).join("")))(
    "%j in an order comes back as it was sent",
    async (text) => {
      const order = sampleOrder({
        note: text,
        customer: { name: text },
        shipTo: { street1: text, postalCode: "1", city: text, country: "FR" },
        lines: [{ title: text, quantity: 1, unitAmount: 4_500 }],
      });
      expect(await deliver(world.connection, { event: "order.created", order })).toMatchObject({ status: 200 });
      await runJobs(world.shop.id);
      expect(await storedOrder(world.shop.id, order.id)).toMatchObject({
        note: text,
        customerName: text,
        shipTo: { street1: text, city: text },
        lines: [{ title: text }],
      });
    },
  );

  it("a name under 500 combining marks is refused, and one of as many as a name may have comes back whole", async () => {
    const named = (marks: number) =>
      sampleOrder({
        customer: { name: `e${"\u0301".repeat(marks)}` },
        lines: [{ title: "Tasse", quantity: 1, unitAmount: 4_500 }],
      });
    const order = named(119);
    expect(await deliver(world.connection, { event: "order.created", order: named(500) })).toMatchObject({
      status: 422,
    });
    expect(await deliver(world.connection, { event: "order.created", order })).toMatchObject({ status: 200 });
    await runJobs(world.shop.id);
    expect((await storedOrder(world.shop.id, order.id))?.customerName).toBe(order.customer.name);
  });

  it("a search finds signs of a pattern as themselves, and refuses NUL", async () => {
    const contactsOf = async (search: string) => (await listContacts(world.owner, { search })).contacts.length;
    expect(await contactsOf("amélie")).toBe(1);
    for (const search of ["%", "_", "\\", "%%", "a%e", "' or 1=1--", "\\%"])
      expect(await contactsOf(search), search).toBe(0);
    await expect(listContacts(world.owner, { search: "\u0000" })).rejects.toThrow();
  });

  it("a shop's name ends no element of the chat's page", async () => {
    const { slug } = await createShop(await makePerson(), {
      name: `</script><img src=x onerror=__xss(1)>"'&`,
      slug: `t-${newId().slice(-12)}`,
      website: "",
      timeZone: "Europe/Paris",
      currency: "EUR",
      locales: ["fr"],
    });
    const { body } = await answerOf(
      "app/widget/[shop]/route.ts",
      "GET",
      { shop: slug },
      { query: "?origin=https://evil.example/</script>" },
    );
    expect(String(body).match(/<\/script>/g)).toHaveLength(2);
    expect(body).not.toContain("<img");
    expect(body).not.toContain("evil.example");
  });

  it("the page a visitor came from is kept as sent or refused", async () => {
    const start = (page: unknown) =>
      answerOf(
        "app/api/widget/[shop]/session/route.ts",
        "POST",
        { shop: world.shop.slug },
        { json: { locale: "fr", page } },
      );
    expect(await start("https://a.example/?q=<svg/onload=__xss(2)>")).toMatchObject({ status: 201 });
    for (const page of ["\u0000", "\ud800", "x".repeat(2_001), ["x"], 7])
      expect(await start(page)).toMatchObject({ status: 422 });
  });
});
