import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { inShop } from "#db/in-shop";
import { members } from "#db/schema/shops";
import { replyWaits, widgetSettings } from "#db/schema/widget";
import { sendMessage } from "#lib/conversations/send-message";
import { MINUTE } from "#lib/core/clock";
import { newId } from "#lib/core/ids";
import { inviteMember } from "#lib/shops/invite-member";
import { joinShop } from "#lib/shops/join-shop";
import { loadMember } from "#lib/shops/load-member";
import type { ShopView } from "#lib/shops/load-shop";
import { setAvailability } from "#lib/shops/set-availability";
import { makeShop, tokenOf } from "#lib/shops/shop-fixture";
import { emptyVisit, loadVisit } from "../load-visit";
import { answerCard, makeThread } from "../visitor-fixture";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-06-02T10:00:00Z") }); // a Tuesday
});
afterEach(() => {
  vi.useRealTimers();
});

const nine = [{ from: 9 * 60, to: 19 * 60 }];
const set = (shop: ShopView, change: Partial<typeof widgetSettings.$inferInsert>) =>
  inShop(shop.id, (tx) => tx.insert(widgetSettings).values({ shopId: shop.id, ...change }));

it("promises nothing before five answers, then the middle one of the waits that began while the shop was open", async () => {
  const { shop, owner } = await makeShop();
  await set(shop, { hours: [nine, nine, nine, nine, nine, [], []] });
  const minutes = async () => (await emptyVisit(shop, "en")).replyMinutes;
  expect(await minutes()).toBeNull();
  for (const wait of [1, 2, 13, 40, 50]) {
    const { conversationId } = await makeThread(shop);
    const sent = await sendMessage(owner, { conversationId, clientKey: newId(), body: "Oui" });
    const at = new Date();
    await inShop(shop.id, (tx) =>
      tx
        .update(replyWaits)
        .set({ since: new Date(at.getTime() - wait * MINUTE), at })
        .where(eq(replyWaits.messageId, sent.id)),
    );
  }
  expect(await minutes()).toBe(15);
  await inShop(shop.id, (tx) => tx.update(replyWaits).set({ since: new Date("2026-06-01T22:00:00Z") }));
  expect(await minutes()).toBeNull();
});

it("counts an answer once, and none that nobody waited for", async () => {
  const { shop, owner } = await makeShop();
  const { conversationId } = await makeThread(shop);
  const input = { conversationId, clientKey: newId(), body: "Oui" };
  await sendMessage(owner, input);
  await sendMessage(owner, input);
  await sendMessage(owner, { ...input, clientKey: newId() });
  const waits = await inShop(shop.id, (tx) => tx.select().from(replyWaits));
  expect(waits).toHaveLength(1);
});

it("says what the shop wrote in the visitor's language, and when it is back", async () => {
  const { shop } = await makeShop();
  await set(shop, {
    hours: [[], [], nine, [], [], [], []],
    texts: { en: { greeting: "Hello", away: "Back on Wednesday" }, fr: { greeting: "Bonjour", away: "" } },
  });
  expect(await emptyVisit(shop, "fr")).toMatchObject({
    ...{ greeting: "Bonjour", team: [] },
    away: { text: "", opensAt: "2026-06-03T07:00:00.000Z" },
  });
  expect(await emptyVisit(shop, "en")).toMatchObject({ greeting: "Hello", away: { text: "Back on Wednesday" } });
});

it("names who is at work in this shop, not in another of hers, nor who says that she is away", async () => {
  const [here, elsewhere] = [await makeShop("Léa Moreau"), await makeShop("Karim Benali")];
  const guest = elsewhere.owner.person;
  await joinShop(guest, { token: tokenOf(await inviteMember(here.owner, { role: "agent" })) });
  await inShop(here.shop.id, (tx) => tx.update(members).set({ lastSeenAt: new Date(0) }));
  await loadMember(guest, elsewhere.shop.slug);
  expect((await emptyVisit(here.shop, "fr")).team).toEqual([]);
  const karim = await loadMember(guest, here.shop.slug);
  expect((await emptyVisit(here.shop, "fr")).team).toEqual(["Karim"]);
  await setAvailability(karim, { away: true });
  expect((await emptyVisit(here.shop, "fr")).team).toEqual([]);
});

it("asks only for what the shop chose, and takes nothing else", async () => {
  const { shop, owner } = await makeShop();
  await set(shop, { asks: ["service"] });
  const { visitor, conversationId } = await makeThread(shop);
  await sendMessage(owner, { conversationId, clientKey: newId(), body: "Oui" });
  expect(await loadVisit(shop, visitor, "fr")).toMatchObject({ asks: ["service"], mayAsk: true });
  await answerCard(visitor, ["service", "offers"]);
  expect(await loadVisit(shop, visitor, "fr")).toMatchObject({
    mayAsk: false,
    permissions: { service: { state: "on" }, offers: { state: "not_given" } },
  });
});
