import { createHmac } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, describe, expect, it } from "vitest";
import { closeDatabase } from "#db/client";
import { inShop, outsideShops } from "#db/in-shop";
import { accounts, persons } from "#db/schema/persons";
import { env } from "#lib/core/env";
import { answerOf } from "#lib/http/route-fixture";
import { findSession } from "#lib/shops/find-session";
import { makePerson, makeShop } from "#lib/shops/shop-fixture";
import { pageOf } from "../page-of";
import { connectPage } from "./connect-page";
import { TestFacebook } from "./facebook-fixture";
import { listPages } from "./list-pages";
import { findDeletion } from "./request-deletion";

afterAll(closeDatabase);

type Payload = Record<string, unknown>;
const encode = (payload: Payload) => Buffer.from(JSON.stringify(payload)).toString("base64url");
const sign = (encoded: string, secret = env().FACEBOOK.clientSecret, hash = "sha256") =>
  createHmac(hash, secret).update(encoded).digest("base64url");
const signed = (payload: Payload) => `${sign(encode(payload))}.${encode(payload)}`;
const about = (userId: string, more: Payload = {}) =>
  signed({ algorithm: "HMAC-SHA256", user_id: userId, issued_at: Math.floor(Date.now() / 1_000), ...more });

const idOf = (personId: string) => String(BigInt(`0x${personId.replaceAll("-", "").slice(16)}`));

function post(name: "deauthorize" | "deletion", signed_request: string) {
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  const raw = new URLSearchParams({ signed_request }).toString();
  return answerOf(`app/api/hooks/facebook/${name}/route.ts`, "POST", {}, { raw, headers });
}

/** Two shops whose Pages one person connected, and one whose Page another did. */
async function world() {
  const facebook = new TestFacebook();
  const connect = async () => {
    const { owner } = await makeShop();
    const pageId = facebook.addPage("Maison Pivoine");
    await facebook.logIn(owner);
    const { channelId } = await connectPage(owner, { pageId });
    return { owner, pageId, channelId, page: () => inShop(owner.shopId, (tx) => pageOf(tx, owner.shopId, channelId)) };
  };
  return { facebook, connect, first: await connect(), second: await connect() };
}

describe.each(["deauthorize", "deletion"] as const)("OAUTH-10: a signed %s", (name) => {
  it("drops the person's tokens in every shop, ends the webhooks and pauses, once and again", async () => {
    const { facebook, first, second } = await world();
    for (const round of [1, 2]) {
      expect(await post(name, about(facebook.userId)), String(round)).toMatchObject({ status: 200 });
      for (const { owner, pageId, page } of [first, second]) {
        const paused = { sealedToken: null, facebookUserId: "", pausedAt: expect.any(Date), disconnectedAt: null };
        expect(await page()).toMatchObject({ ...paused, troubles: [{ key: "app_removed" }] });
        expect(facebook.pages.get(pageId)?.fields).toEqual([]);
        expect(await listPages(owner)).toEqual({ login: "none" });
      }
    }
    await facebook.logIn(first.owner);
    expect(await first.page()).toMatchObject({ pausedAt: null, troubles: [], facebookUserId: facebook.userId });
    expect(await second.page()).toMatchObject({ pausedAt: expect.any(Date) });
  });

  it("is refused when it is not Facebook's, has ended or says another algorithm", async () => {
    const { facebook, first } = await world();
    const { userId } = facebook;
    const payload = encode({ algorithm: "HMAC-SHA256", user_id: userId });
    const other = encode({ algorithm: "HMAC-SHA256", user_id: "1" });
    for (const wrong of [
      "",
      payload,
      `.${payload}`,
      `${sign(payload, "another secret")}.${payload}`,
      `${sign(other)}.${payload}`,
      `${sign(payload)}=.${payload}`,
      `${sign(payload).slice(0, -1)}.${payload}`,
      `${sign(payload, env().FACEBOOK.clientSecret, "sha1")}.${payload}`,
      signed({ algorithm: "HMAC-SHA1", user_id: userId }),
      signed({ algorithm: "none", user_id: userId }),
      signed({ user_id: userId }),
      signed({ algorithm: "HMAC-SHA256", user_id: "x' or 1=1" }),
      about(userId, { expires: 1 }),
    ])
      expect(await post(name, wrong), wrong).toMatchObject({ status: 401 });
    expect(await first.page()).toMatchObject({ pausedAt: null, facebookUserId: userId });
  });
});

it("deletes a shopper's sign-in and what Facebook told of her, and leaves a team its members", async () => {
  const [shopper, { owner }] = [await makePerson("Amélie Laurent"), await makeShop()];
  const link = (personId: string) => ({
    personId,
    type: "oauth",
    provider: "facebook",
    providerAccountId: idOf(personId),
  });
  await outsideShops((tx) => tx.insert(accounts).values([link(shopper.id), link(owner.personId)]));
  for (const personId of [shopper.id, owner.personId]) await post("deletion", about(idOf(personId)));
  expect(await findSession(shopper.token)).toBeNull();
  expect(await findSession(owner.person.token)).toMatchObject({ id: owner.personId, email: owner.person.email });
  const [person] = await outsideShops((tx) => tx.select().from(persons).where(eq(persons.id, shopper.id)));
  expect(person).toMatchObject({ email: null, image: null });
});

it("gives a code by which anyone sees how a deletion stands, the same one when it is passed on again", async () => {
  const { facebook } = await world();
  const first = await post("deletion", about(facebook.userId));
  expect(first.body).toMatchObject({ url: expect.stringMatching(/\/deletion\/[0-9a-f]{32}$/) });
  expect(await post("deletion", about(facebook.userId))).toEqual(first);
  const { confirmation_code: code } = first.body as { confirmation_code: string };
  expect(await findDeletion(code)).toEqual({ requestedAt: expect.any(String), completedAt: expect.any(String) });
  expect(await findDeletion("0".repeat(32))).toBeNull();
  expect(await findDeletion("' or 1=1")).toBeNull();
});
