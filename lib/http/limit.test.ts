import { randomUUID } from "node:crypto";
import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { beforeAll, describe, expect, it } from "vitest";
import { owner } from "#db/owner-fixture";
import { visitorCookie } from "#lib/connect/chat-address";
import { signInChat } from "#lib/connect/connect-fixture";
import { createIdentityKey } from "#lib/connect/create-identity-key";
import { signToken } from "#lib/connect/identity-fixture";
import { makeThread, makeVisitor, storedConversations, storedMessages } from "#lib/connect/visitor-fixture";
import { newId } from "#lib/core/ids";
import { deliver, makeConnection, post } from "#lib/orders/hook-fixture";
import { makePerson, makeShop } from "#lib/shops/shop-fixture";
import { noteClient } from "./client-address";
import { LIMITS, limit } from "./limit";
import { DatabaseLimiter } from "./limit-store";
import { browser } from "./next-headers-fixture";
import { callAction, callRoute, ORIGIN } from "./route-fixture";

const MESSAGES = "app/api/widget/[shop]/messages/route.ts";
const SESSION = "app/api/widget/[shop]/session/route.ts";
const SIGN_IN = "app/api/auth/[...nextauth]/route.ts";

/** As our own server notes it: from here on requests have an address. */
const from = (address: string) => ({ "x-comptoir-client": address });
beforeAll(() => {
  noteClient(new IncomingMessage(new Socket()));
});

const times = async <T>(n: number, run: () => Promise<T>) => Promise.all(Array.from({ length: n }, run));

describe("AUTH-11: a limit", () => {
  it("refuses what is too much, says for how long, and lets everybody else pass", async () => {
    const who = randomUUID();
    await times(LIMITS.types.points, () => limit("types", who));
    await expect(limit("types", who)).rejects.toMatchObject({ code: "too_many", params: { n: expect.any(Number) } });
    await limit("types", randomUUID());
    await limit("signs in", who);
  });

  it("is shared by all processes and outlives each", async () => {
    const one = () => new DatabaseLimiter({ name: randomUUID().slice(0, 8), points: 3, seconds: 60 });
    const first = one();
    const second = new DatabaseLimiter({ name: first.keyPrefix, points: 3, seconds: 60 });
    await first.consume("k");
    await first.consume("k");
    await expect(second.consume("k")).resolves.toMatchObject({ remainingPoints: 0 });
    await expect(second.consume("k")).rejects.toMatchObject({ remainingPoints: 0 });
    const restarted = new DatabaseLimiter({ name: first.keyPrefix, points: 3, seconds: 60 });
    await expect(restarted.consume("k")).rejects.toMatchObject({ consumedPoints: 5 });
  });

  it("begins anew when its span has ended, and answers a flood without asking the database", async () => {
    const name = randomUUID().slice(0, 8);
    const limiter = new DatabaseLimiter({ name, points: 1, seconds: 60 });
    await limiter.consume("k");
    await times(20, () => limiter.consume("k").catch(() => null));
    await limiter.consume("k").catch(() => null);
    const key = `${name}:k`;
    const [held] = await owner()`select points from rate_limits where key = ${key}`;
    expect(held?.points).toBeLessThanOrEqual(21);
    await times(20, () => limiter.consume("k").catch(() => null));
    expect(await owner()`select points from rate_limits where key = ${key}`).toEqual([held]);
    await owner()`update rate_limits set expires_at = now() where key = ${key}`;
    const later = new DatabaseLimiter({ name, points: 1, seconds: 60 });
    await expect(later.consume("k")).resolves.toMatchObject({ consumedPoints: 1 });
  });

  it("keeps neither an address nor a person that could be read", async () => {
    const address = `203.0.113.7 ${randomUUID()}`;
    await limit("opens", address);
    expect(await owner()`select 1 from rate_limits where key like ${`%${address}%`}`).toEqual([]);
  });
});

describe("BIZ-01: a shopper who floods", () => {
  it("is asked in her language to wait, and what is too much is not stored", async () => {
    const { shop } = await makeShop();
    const visitor = await makeVisitor(shop);
    const write = (clientKey: string) =>
      callRoute(
        MESSAGES,
        "POST",
        { shop: shop.slug },
        {
          json: { clientKey, body: "Encore" },
          headers: {
            cookie: `${visitorCookie({ slug: shop.slug, byMail: false })}=${visitor.token}`,
            "accept-language": "fr",
          },
        },
      );
    expect((await write(newId())).status).toBe(201);
    await times(LIMITS["visitor writes"].points - 1, () => limit("visitor writes", visitor.visitorId));
    const refused = await write(newId());
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    const { problem } = await refused.json();
    expect(problem).toMatchObject({
      code: "too_many",
      message: expect.stringMatching(/^Cela fait beaucoup.* \d+ sec/),
    });
    const [conversation] = await storedConversations(visitor);
    expect(await storedMessages(shop.id, conversation?.id ?? "")).toHaveLength(1);
  });

  it("writes no more from her own place", async () => {
    const { shop } = await makeShop();
    const person = await makePerson("Amélie Laurent");
    const { visitor, conversationId } = await makeThread(shop);
    await signInChat(shop, visitor, person);
    browser.cookies.set("__Host-comptoir-session", { value: person.token });
    const mine = { shop: shop.slug, person: person.id, conversationId };
    const write = () =>
      callAction("app/me/actions.ts", "answerMyShopAction", {
        ...mine,
        clientKey: newId(),
        body: "Encore",
        locale: "fr",
      });
    expect((await write()).status).toBe(200);
    await times(LIMITS["visitor writes"].points - 1, () => limit("visitor writes", person.id));
    expect((await write()).status).toBe(429);
    browser.cookies.clear();
    const written = (await storedMessages(shop.id, conversationId)).filter(({ body }) => body === "Encore");
    expect(written).toHaveLength(1);
  });

  it("cannot make chats without end from one address, whatever address she claims", async () => {
    const { shop, owner: member } = await makeShop();
    const begin = (headers: Record<string, string>) =>
      callRoute(SESSION, "POST", { shop: shop.slug }, { json: { locale: "fr" }, headers });
    const address = randomUUID();
    await times(LIMITS["visitor begins"].points, () => limit("visitor begins", `${shop.id} ${address}`));
    const forged = { ...from(address), "x-forwarded-for": "198.51.100.77" };
    expect((await begin(forged)).status).toBe(429);
    expect((await begin(from(randomUUID()))).status).toBe(201);
    const connect = { codeChallenge: "x".repeat(43), locale: "fr" };
    const token = signToken(await createIdentityKey(member), shop.slug);
    for (const [what, json] of Object.entries({ connect, identify: { token, locale: "fr" } })) {
      const other = (headers: Record<string, string>) =>
        callRoute(`app/api/widget/[shop]/${what}/route.ts`, "POST", { shop: shop.slug }, { json, headers });
      expect((await other(from(address))).status, what).toBe(429);
      expect((await other(from(randomUUID()))).status, what).toBe(200);
    }
  });

  it("sends files within what she may write", async () => {
    const { shop } = await makeShop();
    const { token, visitorId } = await makeVisitor(shop);
    const cookie = `${visitorCookie({ slug: shop.slug, byMail: false })}=${token}`;
    const send = () =>
      callRoute(
        "app/api/widget/[shop]/files/route.ts",
        "POST",
        { shop: shop.slug },
        {
          raw: "Bonjour",
          headers: { cookie, "content-type": "text/plain", "x-file-name": "a.txt", "x-client-key": newId() },
        },
      );
    await times(LIMITS["visitor writes"].points, () => limit("visitor writes", visitorId));
    expect((await send()).status).toBe(429);
  });
});

describe("a delivery with a wrong signature", () => {
  it("is answered 429 once there were many, while a right one from the same address passes", async () => {
    const { owner: member } = await makeShop();
    const connection = await makeConnection(member);
    const headers = from(randomUUID());
    const forge = () => post(connection.id, "{}", { signature: `sha256=${"0".repeat(64)}`, headers });
    const answers = await times(LIMITS.forges.points, forge);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([401]));
    expect((await forge()).status).toBe(429);
    expect((await deliver(connection, "{}", newId())).status).not.toBe(429);
  });
});

describe("AUTH-11: signing in", () => {
  it("is refused after many steps from one address, with a page to go back to for the button's script", async () => {
    const address = randomUUID();
    await times(LIMITS["signs in"].points, () => limit("signs in", address));
    const call = (method: string, step: string) =>
      callRoute(SIGN_IN, method, { nextauth: [step, "facebook"] as never }, { headers: from(address) });
    const pressed = await call("POST", "signin");
    expect(pressed.status).toBe(429);
    expect(await pressed.json()).toEqual({ url: `${ORIGIN}/login?error=TooMany` });
    const came = await call("GET", "callback");
    expect([came.status, came.headers.get("retry-after")]).toEqual([429, expect.stringMatching(/^\d+$/)]);
    expect(await came.text()).toContain("That was a lot at once.");
  });
});
