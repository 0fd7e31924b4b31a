import { beforeAll, expect, it } from "vitest";
import { CONSENT_TEXT_VERSION } from "#db/consent-texts";
import { inShop } from "#db/in-shop";
import { AGES, allowing, NOW, said } from "#lib/contacts/send-facts-fixture";
import { deliverMessage } from "#lib/conversations/deliver-message";
import { receiveMessage } from "#lib/conversations/receive-message";
import { sendMessage } from "#lib/conversations/send-message";
import { DAY } from "#lib/core/clock";
import { notFound, refused } from "#lib/core/errors";
import { newId } from "#lib/core/ids";
import { beginErasure } from "#lib/privacy/ask-erasure";
import type { ShopView } from "#lib/shops/load-shop";
import { makePerson, makeShop, type SignedIn, type TestMember } from "#lib/shops/shop-fixture";
import { blockShop } from "./block-shop";
import { ledgerOf, signInChat } from "./connect-fixture";
import { grantPermission } from "./grant-permission";
import { listMyShops } from "./list-my-shops";
import { pauseShop } from "./pause-shop";
import { makeThread, storedMessages } from "./visitor-fixture";

let shop: ShopView;
let owner: TestMember;
beforeAll(async () => {
  ({ shop, owner } = await makeShop());
});

async function makeShopper() {
  const person = await makePerson("Amélie Laurent");
  const { visitor, conversationId } = await makeThread(shop);
  return { person, conversationId, visitor: await signInChat(shop, visitor, person, ["service", "offers"]) };
}

const place = (person: SignedIn) => ({ shop: shop.slug, person: person.id, locale: "en" as const });
const inDays = (days: number) => new Date(Date.now() + days * DAY).toISOString();

it("a pause keeps what was allowed, says so once in her thread, and ends when she says", async () => {
  const { person, conversationId } = await makeShopper();
  const until = inDays(7);
  const paused = await pauseShop(person, { ...place(person), until });
  expect(paused).toMatchObject({ pausedUntil: until, blockedAt: null });
  expect(paused.permissions.map(({ state }) => state)).toEqual(["on", "refused", "on"]);
  await pauseShop(person, { ...place(person), until });
  expect((await pauseShop(person, { ...place(person), until: null })).pausedUntil).toBeNull();
  const events = (await storedMessages(shop.id, conversationId)).flatMap(({ event }) => event?.type ?? []);
  expect(events.slice(-2)).toEqual(["paused", "resumed"]);
});

it("only a day to come within a year can be paused until", async () => {
  const { person } = await makeShopper();
  for (const until of [inDays(-1), inDays(400)])
    await expect(pauseShop(person, { ...place(person), until })).rejects.toMatchObject({
      code: "invalid",
      fields: { until: "pause_until" },
    });
});

it("while paused only answers, and what a member does by hand in an open conversation, may go", () => {
  const pausedUntil = new Date(NOW.getTime() + DAY);
  const all = { permissions: allowing("service", "order_updates", "offers"), pausedUntil };
  expect(said({ ...all, ...AGES.open })).toBe("open");
  expect(said({ ...all, ...AGES.open, message: "receipt" })).toBe("open_by_hand");
  for (const held of [
    { ...AGES.gone },
    { ...AGES.open, message: "offer" as const },
    { ...AGES.open, message: "receipt" as const, author: "automation" as const },
    { ...AGES.gone, message: "receipt" as const },
  ])
    expect(said({ ...all, ...held })).toBe("no: contact_paused");
  expect(said({ ...all, ...AGES.gone, pausedUntil: NOW })).toBe("service");
});

it("a block withdraws everything, stops what is queued, and ends when she writes again", async () => {
  const { person, conversationId, visitor } = await makeShopper();
  const queued = await sendMessage(owner, { conversationId, clientKey: newId(), body: "Votre bouquet est prêt." });
  const blocked = await blockShop(person, { ...place(person), blocked: true });
  expect(blocked.permissions.map(({ state }) => state)).toEqual(["off", "refused", "off"]);
  expect(blocked.blockedAt).not.toBeNull();
  await deliverMessage(shop.id, { conversationId, messageId: queued.id });
  expect((await storedMessages(shop.id, conversationId)).find(({ id }) => id === queued.id)?.delivery).toBe("failed");
  const more = () => sendMessage(owner, { conversationId, clientKey: newId(), body: "Encore ?" });
  await expect(more()).rejects.toMatchObject({ key: "contact_blocked" });
  await receiveMessage(visitor, { clientKey: newId(), body: "Finalement, oui." });
  await expect(more()).resolves.toMatchObject({ delivery: "queued" });
});

it("ending a block gives nothing back", async () => {
  const { person, visitor } = await makeShopper();
  await blockShop(person, { ...place(person), blocked: true });
  const free = await blockShop(person, { ...place(person), blocked: false });
  expect(free).toMatchObject({ blockedAt: null });
  expect(free.permissions.map(({ state }) => state)).toEqual(["off", "refused", "off"]);
  const withdrawn = (await ledgerOf(shop.id, visitor.contactId)).filter(({ action }) => action === "withdrawn");
  expect(withdrawn.map(({ purpose, act }) => [purpose, act]).sort()).toEqual([
    ["offers", "my_permissions"],
    ["service", "my_permissions"],
  ]);
});

it("what is so already is not said again, and everything allowed meanwhile is withdrawn by a second block", async () => {
  const { person, conversationId } = await makeShopper();
  const turn = (blocked: boolean) => blockShop(person, { ...place(person), blocked });
  const said = async () =>
    (await storedMessages(shop.id, conversationId)).flatMap(({ event }) =>
      event && event.type !== "permission_given" ? event.type : [],
    );
  const before = await said();
  await turn(false);
  const first = await turn(true);
  expect(await turn(true)).toEqual(first);
  expect(await said()).toEqual([...before, "shop_blocked"]);
  await grantPermission(person, { ...place(person), purpose: "offers", textVersion: CONSENT_TEXT_VERSION });
  const again = await turn(true);
  expect(again.blockedAt).toBe(first.blockedAt);
  expect(again.permissions.map(({ state }) => state)).toEqual(["off", "refused", "off"]);
  await turn(false);
  expect(await said()).toEqual([...before, "shop_blocked", "permission_withdrawn", "shop_unblocked"]);
});

it("a block ends for every conversation of hers when she writes in one, and both sides read it alike", async () => {
  const { person, conversationId } = await makeShopper();
  const other = await makeThread(shop);
  const phone = await signInChat(shop, other.visitor, person);
  const more = () => sendMessage(owner, { conversationId, clientKey: newId(), body: "Encore ?" });
  const seen = async () => (await listMyShops(person, "en")).shops.map(({ blockedAt }) => blockedAt !== null);
  await blockShop(person, { ...place(person), blocked: true });
  expect(await seen()).toEqual([true]);
  await expect(more()).rejects.toMatchObject({ key: "contact_blocked" });
  await receiveMessage(phone, { clientKey: newId(), body: "Finalement, oui." });
  expect(await seen()).toEqual([false]);
  await expect(more()).resolves.toMatchObject({ delivery: "queued" });
});

it("a block holds as long as an erasure goes on", async () => {
  const { person, visitor } = await makeShopper();
  const { contactId } = visitor;
  const proof = { personId: person.id };
  await inShop(shop.id, (tx) => beginErasure(tx, shop.id, { contactId, proof }, { origin: "me", locale: "en" }));
  const free = blockShop(person, { ...place(person), blocked: false });
  await expect(free).rejects.toMatchObject({ key: "shop_erasing" });
  const [held] = (await listMyShops(person, "en")).shops;
  expect(held?.blockedAt).not.toBeNull();
});

it("another person's page, and a shop that does not know her, change nothing", async () => {
  const [{ person }, stranger] = [await makeShopper(), await makePerson()];
  const wish = { ...place(person), blocked: true, until: inDays(3) };
  const { until, blocked, ...mine } = wish;
  await expect(blockShop(stranger, { ...mine, blocked })).rejects.toEqual(refused("person_changed"));
  await expect(pauseShop(stranger, { ...mine, person: stranger.id, until })).rejects.toEqual(notFound("shop"));
});
