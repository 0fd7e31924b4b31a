import { beforeAll, describe, expect, it } from "vitest";
import { CONSENT_TEXT_VERSION } from "#db/consent-texts";
import { rowHashes } from "#db/owner-fixture";
import { dismissMember } from "#lib/conversations/leaving/dismiss-member";
import { receiveMessage } from "#lib/conversations/receive-message";
import { newId, newToken } from "#lib/core/ids";
import { browser } from "#lib/http/next-headers-fixture";
import { type Belongings, CANARY, makeBelongings, pressContinue, startPopup } from "#lib/orders/belongings-fixture";
import { makeMember, makePerson } from "#lib/shops/shop-fixture";
import { DOORS } from "./doors";
import { answerOf, callAction, type Sent } from "./route-fixture";

const SESSION = "__Host-comptoir-session";
const cookie = (slug: string, token: string) => ({ cookie: `__Host-visitor-${slug}=${token}` });

let ours: Belongings;
let theirs: Belongings;
let before: Record<string, string>;
beforeAll(async () => {
  [ours, theirs] = await Promise.all([makeBelongings(), makeBelongings()]);
  before = await rowHashes(theirs.shop.id);
});

describe("TEN-01: foreign cookie is unknown", () => {
  const SENT: Record<string, Sent> = {
    "GET session": { query: "?locale=fr" },
    "POST session": { json: { locale: "fr" } },
    "GET reference": {},
    "POST connect": { json: { codeChallenge: newToken(), locale: "fr" } },
    "POST connect/redeem": { json: { code: newToken(), codeVerifier: newToken() } },
    "POST identify": { json: { name: "Amélie", locale: "fr" } },
    "POST reset": { json: { locale: "fr" } },
    "GET messages": { query: "?after=0" },
    "POST messages": { json: { clientKey: newId(), body: "Bonjour" } },
    "POST email": { json: { email: "amelie@example.com" } },
    "POST email/confirm": { json: { ticket: newToken(), code: "123456" } },
    "POST files": { query: "?", raw: "des pivoines" },
    "POST messenger": { json: { source: "web_chat" } },
    "POST offers": { json: { locale: "fr" } },
    "POST permissions": { json: { allow: ["offers"], textVersion: CONSENT_TEXT_VERSION, locale: "fr" } },
    "GET transcript": { query: "?as=text&locale=fr" },
    "POST attributes": { json: { attributes: { plan: "gold" } } },
    "POST rating": { json: { seq: 1, score: 5 } },
    "POST reactions": { json: { messageId: newId(), emoji: "👍" } },
    "POST unsent": { json: { messageId: newId() } },
    "POST reports": { json: { messageId: newId(), reported: true, reason: "rude" } },
    "POST seen": { json: { deliveredSeq: 1, readSeq: 1 } },
    "POST typing": { json: {} },
    "GET unseen": { query: "?origin=https://shop.example" },
  };
  const doors = DOORS.filter(({ isolation }) => isolation === "foreign cookie is unknown").map(({ door, who }) => {
    const [method = "", place = ""] = door.split(" ");
    const sent = SENT[`${method} ${place.replace(/^app\/(api\/)?widget\/\[shop\]\//, "")}`];
    if (!sent) throw new Error(`lib/http/doors.ts has ${door}, for which this test knows no input`);
    const come = (slug: string, token: string | null, twist: Sent = {}) =>
      answerOf(
        `${place}/route.ts`,
        method,
        { shop: slug },
        {
          ...sent,
          ...twist,
          headers: { "x-client-key": newId(), ...(token === null ? {} : cookie(slug, token)) },
        },
      );
    return { door, who, come, sent, starts: method === "POST" && who === "anybody" };
  });

  it.each(doors)("$door knows another shop's visitor as little as a made-up one", async ({ who, come, starts }) => {
    const foreign = await come(theirs.shop.slug, ours.visitor.token);
    const madeUp = await come(theirs.shop.slug, newToken());
    expect(foreign.status).toBe(madeUp.status);
    expect(JSON.stringify(foreign)).not.toContain(CANARY);
    if (who === "visitor") expect(foreign.status).toBe(401);
    if (starts) return;
    expect(foreign).toEqual(madeUp);
    expect(foreign).toEqual(await come(theirs.shop.slug, null));
  });

  it.each(doors)("$door is not there for a shop that is not", async ({ come }) => {
    for (const slug of ["t-nobody", "T-NOBODY", "", "\u0000", "' or 1=1--", "x".repeat(500)])
      expect(await come(slug, null), slug).toMatchObject({ status: 404 });
  });

  it.each(doors.filter(({ who }) => who === "visitor"))(
    "TEN-09: $door takes no field it does not know",
    async ({ come, sent }) => {
      const extra = { shopId: theirs.shop.id, contactId: theirs.ids.contactId, author: "member" };
      const twist = sent.json
        ? { json: { ...sent.json, ...extra } }
        : { query: `${sent.query}&shopId=${theirs.shop.id}` };
      expect(await come(ours.shop.slug, ours.visitor.token, twist)).toMatchObject({ status: 422 });
    },
  );

  it("changes none of the other shop's rows but by opening chats of its own there", async () => {
    const after = await rowHashes(theirs.shop.id);
    const changed = Object.keys(before).filter((table) => before[table] !== after[table]);
    expect(changed.sort()).toEqual(["connect_requests", "contacts", "identities", "visitors"]);
  });

  it("takes no change that another site's page asks for, and none without an origin", async () => {
    for (const origin of ["https://evil.example", "null", "", "http://localhost:3000.evil.example"])
      expect(
        await answerOf(
          "app/api/widget/[shop]/messages/route.ts",
          "POST",
          { shop: ours.shop.slug },
          {
            json: { clientKey: newId(), body: "Bonjour" },
            headers: { ...cookie(ours.shop.slug, ours.visitor.token), origin },
          },
        ),
      ).toMatchObject({ status: 403 });
  });

  it("redeems no code of another chat, of this shop or another", async () => {
    const [here, there] = [ours, theirs];
    const strangers = await makeBelongings();
    for (const { shop, visitor } of [there, strangers, { shop: here.shop, visitor: here.visitor }]) {
      const popup = await startPopup(visitor);
      const { code } = await pressContinue(await makePerson(), shop.slug, popup.request);
      const codeVerifier = visitor === here.visitor ? newToken() : popup.codeVerifier;
      expect(
        await answerOf(
          "app/api/widget/[shop]/connect/redeem/route.ts",
          "POST",
          { shop: here.shop.slug },
          {
            json: { code, codeVerifier },
            headers: cookie(here.shop.slug, here.visitor.token),
          },
        ),
      ).toMatchObject({ status: 409 });
    }
  });
});

describe("TEN-01: the shop's public face", () => {
  it("gives the chat's page what its storefront shows, and nothing more", async () => {
    const page = await answerOf("app/widget/[shop]/route.ts", "GET", { shop: theirs.shop.slug });
    expect(page.status).toBe(200);
    expect(page.body).not.toContain(CANARY);
    expect(page.body).not.toContain(theirs.shop.id);
    expect(await answerOf("app/widget/[shop]/route.ts", "GET", { shop: "t-nobody" })).toMatchObject({ status: 404 });
  });

  it("says whether an address is free, to whoever is signed in", async () => {
    const ask = (slug: unknown) => callAction("app/new/actions.ts", "checkSlugAction", slug);
    browser.cookies.clear();
    expect(await ask(theirs.shop.slug)).toMatchObject({ status: 401 });
    browser.cookies.set(SESSION, { value: ours.owner.person.token });
    expect(await ask(theirs.shop.slug)).toMatchObject({ status: 200, body: false });
    expect(await ask(`t-${newId().slice(0, 30)}`)).toMatchObject({ status: 200, body: true });
    for (const slug of [{ $ne: null }, ["a"], 0, "", "api", "\u0000ab"])
      expect(await ask(slug)).toMatchObject({ status: 422 });
  });
});

describe("TEN-01: whoever holds the link", () => {
  const join = (token: unknown) => callAction("app/join/[token]/actions.ts", "joinShopAction", { token });

  it("joins the shop that made it and no other; a made-up link is not found", async () => {
    const world = await makeBelongings();
    const other = await rowHashes(ours.shop.id);
    browser.cookies.set(SESSION, { value: (await makePerson()).token });
    expect(await join(newToken())).toMatchObject({ status: 404 });
    expect(await join(world.invitationToken)).toMatchObject({ status: 200, body: { slug: world.shop.slug } });
    expect(await rowHashes(ours.shop.id)).toEqual(other);
    for (const token of [{ $ne: null }, ["a"], 0, "", `${world.invitationToken}=`])
      expect(await join(token)).toMatchObject({ status: 422 });
  });
});

describe("RT-02: foreign channel is refused", () => {
  const form = (channel: string, socket = "1.1") =>
    new URLSearchParams({ socket_id: socket, channel_name: channel }).toString();
  const ask = (channel: string, as: { member?: string; slug?: string; visitor?: string }) => {
    browser.cookies.clear();
    if (as.member) browser.cookies.set(SESSION, { value: as.member });
    return answerOf(
      "app/api/realtime/auth/route.ts",
      "POST",
      {},
      {
        query: as.slug ? `?shop=${as.slug}` : "",
        raw: form(channel),
        headers: {
          "content-type": "application/x-www-form-urlencoded",
          ...(as.slug && as.visitor ? cookie(as.slug, as.visitor) : {}),
        },
      },
    );
  };
  const ofShop = ({ shop, shopper, visitor, ids }: Belongings): Record<string, string> => ({
    "private-shop": `private-shop-${shop.id}`,
    "private-conversation": `private-conversation-${ids.conversationId}`,
    "presence-conversation": `presence-conversation-${ids.conversationId}`,
    "private-visitor": `private-visitor-${visitor.visitorId}`,
    "private-person": `private-person-${shopper.id}`,
  });
  const kinds = DOORS.filter(({ door }) => door.startsWith("channel ")).map(
    ({ door, who }) => [door.slice(8), who] as const,
  );

  it.each(kinds)("%s: its own in, the other shop's like an absent one", async (kind, who) => {
    const member = { member: ours.owner.person.token };
    const visitor = { slug: ours.shop.slug, visitor: ours.visitor.token };
    const [own, foreign] = [ofShop(ours)[kind] ?? "", ofShop(theirs)[kind] ?? ""];
    for (const [as, passes] of [
      [member, who === "member"],
      [visitor, who === "visitor"],
      [{ member: ours.shopper.token }, who === "person"],
    ] as const) {
      expect(await ask(own, as)).toMatchObject({ status: passes ? 200 : 403 });
      const refused = await ask(foreign, as);
      expect(refused).toEqual(await ask(`${kind}-${newId()}`, as));
      expect(refused).toMatchObject({ status: 403 });
    }
    expect(await ask(own, {})).toMatchObject({ status: 401 });
    expect(await ask(foreign, { slug: theirs.shop.slug, visitor: ours.visitor.token })).toMatchObject({ status: 401 });
  });

  it("lets an unknown kind, a malformed name or a malformed socket through to nobody", async () => {
    const { id } = ours.shop;
    for (const name of [
      `private-order-${id}`,
      `shop-${id}`,
      `private-shop-${id.toUpperCase()}`,
      `private-shop-${id} `,
      "",
      "private-shop-",
      `private-encrypted-shop-${id}`,
    ])
      expect([403, 422], name).toContain((await ask(name, { member: ours.owner.person.token })).status);
    browser.cookies.set(SESSION, { value: ours.owner.person.token });
    for (const socket of ["1.1:private-shop-x", "1", "", "1.1\n"])
      expect(
        await answerOf("app/api/realtime/auth/route.ts", "POST", {}, { raw: form(`private-shop-${id}`, socket) }),
      ).toMatchObject({ status: 422 });
  });

  it("is closed to a member who was removed, at her next question", async () => {
    const agent = await makeMember(ours.owner);
    const as = { member: agent.person.token };
    expect(await ask(`private-shop-${ours.shop.id}`, as)).toMatchObject({ status: 200 });
    await dismissMember(ours.owner, { memberId: agent.memberId });
    expect(await ask(`private-shop-${ours.shop.id}`, as)).toMatchObject({ status: 403 });
  });
});

it("the hash of a shop's rows sees a change of any of them", async () => {
  const { shop, visitor } = await makeBelongings();
  const first = await rowHashes(shop.id);
  expect(Object.keys(first).length).toBeGreaterThan(12);
  await receiveMessage(visitor, { clientKey: newId(), body: "Encore" });
  const second = await rowHashes(shop.id);
  expect(Object.keys(first).filter((table) => first[table] !== second[table])).toEqual(["conversations", "messages"]);
});
