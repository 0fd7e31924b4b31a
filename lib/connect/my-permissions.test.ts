import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { CONSENT_TEXT_VERSION, consentText } from "#db/consent-texts";
import { inShop } from "#db/in-shop";
import { conversations } from "#db/schema/conversations";
import type { Purpose } from "#lib/contacts/purposes";
import { deliverMessage } from "#lib/conversations/deliver-message";
import { sendMessage } from "#lib/conversations/send-message";
import { DAY } from "#lib/core/clock";
import { notFound, refused } from "#lib/core/errors";
import { newId } from "#lib/core/ids";
import type { ShopView } from "#lib/shops/load-shop";
import { makePerson, makeShop, type SignedIn, type TestMember } from "#lib/shops/shop-fixture";
import { jobsOf, takeJobs } from "#lib/worker/jobs-fixture";
import { ledgerOf, signInChat } from "./connect-fixture";
import { grantPermission } from "./grant-permission";
import { makeThread, makeVisitor, storedMessages, type TestVisitor } from "./visitor-fixture";
import { withdrawPermission } from "./withdraw-permission";

let shop: ShopView;
let owner: TestMember;
beforeAll(async () => {
  ({ shop, owner } = await makeShop());
});

/** A shopper who wrote, signed in and allowed `allow`. */
async function makeShopper(allow: Purpose[]) {
  const person = await makePerson("Amélie Laurent");
  const { visitor, conversationId } = await makeThread(shop);
  return { person, conversationId, visitor: await signInChat(shop, visitor, person, allow) };
}

const off = (person: SignedIn, purposes: Purpose[], where = shop.slug) =>
  withdrawPermission(person, { shop: where, person: person.id, locale: "en", purposes });
const on = (person: SignedIn, purpose: Purpose, where = shop.slug, textVersion: string = CONSENT_TEXT_VERSION) =>
  grantPermission(person, { shop: where, person: person.id, locale: "en", purpose, textVersion });
const withdrawals = async ({ contactId }: TestVisitor) =>
  (await ledgerOf(shop.id, contactId)).filter((record) => record.action === "withdrawn");

describe("withdrawing", () => {
  it("adds one record however often it is pressed, one after another or all at once", async () => {
    const { person, visitor } = await makeShopper(["service", "offers"]);
    await Promise.all(Array.from({ length: 4 }, () => off(person, ["offers"])));
    await off(person, ["offers"]);
    expect(await withdrawals(visitor)).toMatchObject([
      { purpose: "offers", act: "my_permissions", locale: "en", proof: { personId: person.id } },
    ]);
    expect((await withdrawals(visitor))[0]?.source).toMatch(/\/me$/);
  });

  it("takes everything back of one shop, and nothing of another", async () => {
    const { shop: other } = await makeShop();
    const { person } = await makeShopper(["service", "offers"]);
    await signInChat(other, (await makeThread(other)).visitor, person, ["offers"]);
    const left = await off(person, ["service", "order_updates", "offers"]);
    expect(left.permissions.map(({ state }) => state)).toEqual(["off", "refused", "off"]);
    const there = await off(person, ["service"], other.slug);
    expect(there.permissions.find(({ purpose }) => purpose === "offers")?.state).toBe("on");
  });

  it("says so once in her latest conversation, and to each of her browsers and nobody else's", async () => {
    const { person, visitor, conversationId } = await makeShopper(["service", "offers"]);
    const second = await signInChat(shop, await makeVisitor(shop), person);
    await makeShopper(["offers"]);
    await takeJobs(shop.id);
    await off(person, ["offers"]);
    await off(person, ["offers"]);
    const events = (await storedMessages(shop.id, conversationId)).map((message) => message.event);
    expect(events.filter((event) => event?.type === "permission_withdrawn")).toEqual([
      { type: "permission_withdrawn", purposes: ["offers"] },
    ]);
    const jobs = (await jobsOf(shop.id)).map((job) => job.payload);
    const chats = jobs.filter((job) => job.type === "visit.changed").map((job) => job.payload);
    expect(chats).toEqual(expect.arrayContaining([{ visitorId: visitor.visitorId }, { visitorId: second.visitorId }]));
    expect(chats).toHaveLength(2);
    expect(jobs.map((job) => job.type)).toEqual(
      expect.arrayContaining(["contact.changed", "conversation.changed", "message.stored"]),
    );
  });

  it("reaches what waits to be sent: allowed, queued, withdrawn, not sent", async () => {
    const { person, conversationId } = await makeShopper(["service"]);
    const answer = await sendMessage(owner, { conversationId, clientKey: newId(), body: "Oui, dès demain." });
    await deliverMessage(shop.id, { conversationId, messageId: answer.id });
    const longAgo = new Date(Date.now() - 30 * DAY);
    await inShop(shop.id, (tx) =>
      tx.update(conversations).set({ lastContactAt: longAgo }).where(eq(conversations.id, conversationId)),
    );
    const { id } = await sendMessage(owner, { conversationId, clientKey: newId(), body: "Votre bouquet est prêt." });
    await off(person, ["service"]);
    await deliverMessage(shop.id, { conversationId, messageId: id });
    expect((await storedMessages(shop.id, conversationId)).find((message) => message.id === id)?.delivery).toBe(
      "failed",
    );
    await expect(sendMessage(owner, { conversationId, clientKey: newId(), body: "Encore ?" })).rejects.toMatchObject({
      key: "service_refused",
    });
  });
});

describe("switching on again", () => {
  it("is an act of its own, recorded with the words she was shown", async () => {
    const { person, visitor, conversationId } = await makeShopper(["offers"]);
    await off(person, ["offers"]);
    const given = await on(person, "offers");
    expect(given.permissions.find(({ purpose }) => purpose === "offers")).toMatchObject({
      state: "on",
      act: "my_permissions",
      agreed: { text: consentText("offers", "en"), locale: "en", version: CONSENT_TEXT_VERSION },
    });
    expect((await storedMessages(shop.id, conversationId)).at(-1)?.event).toEqual({
      type: "permission_given",
      purposes: ["offers"],
    });
    expect((await ledgerOf(shop.id, visitor.contactId)).at(-1)).toMatchObject({
      action: "granted",
      act: "my_permissions",
      textVersion: CONSENT_TEXT_VERSION,
    });
  });

  it("adds one record however often it is pressed", async () => {
    const { person, visitor } = await makeShopper([]);
    await Promise.all(Array.from({ length: 4 }, () => on(person, "service")));
    const given = (await ledgerOf(shop.id, visitor.contactId)).filter((record) => record.purpose === "service");
    expect(given.map((record) => record.action)).toEqual(["refused", "granted"]);
  });

  it("is refused for other words than those of now", async () => {
    const { person } = await makeShopper([]);
    await expect(on(person, "offers", shop.slug, "2020-01")).rejects.toEqual(refused("consent_text_changed"));
  });
});

describe("somebody else's permissions", () => {
  it("a shop that does not know her is answered like one that is not there", async () => {
    const { shop: other } = await makeShop();
    const { person } = await makeShopper(["offers"]);
    for (const slug of [other.slug, `no-${newId()}`]) {
      await expect(off(person, ["offers"], slug)).rejects.toEqual(notFound("shop"));
      await expect(on(person, "offers", slug)).rejects.toEqual(notFound("shop"));
    }
  });

  it("another person's stay as they are, also when a page of hers is still open", async () => {
    const [amelie, hugo] = [await makeShopper(["offers"]), await makeShopper(["offers"])];
    const stale = { shop: shop.slug, person: amelie.person.id, locale: "en" as const };
    await expect(withdrawPermission(hugo.person, { ...stale, purposes: ["offers"] })).rejects.toEqual(
      refused("person_changed"),
    );
    await expect(
      grantPermission(hugo.person, { ...stale, purpose: "service", textVersion: CONSENT_TEXT_VERSION }),
    ).rejects.toEqual(refused("person_changed"));
    await off(hugo.person, ["offers"]);
    expect(await withdrawals(amelie.visitor)).toEqual([]);
  });
});
