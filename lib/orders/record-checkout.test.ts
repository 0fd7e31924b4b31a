import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { CONSENT_TEXT_VERSION } from "#db/consent-texts";
import { inShop } from "#db/in-shop";
import { consentRecords } from "#db/schema/contacts";
import { makeReference } from "#lib/connect/reference";
import { stopOffers } from "#lib/connect/stop-offers";
import { answerCard, makeThread } from "#lib/connect/visitor-fixture";
import { permissionsOf } from "#lib/contacts/permissions";
import { MINUTE } from "#lib/core/clock";
import { makeShop } from "#lib/shops/shop-fixture";
import { OrderDelivery } from "./input";
import { type OrderInput, sampleOrder } from "./order-fixture";
import { storeOrder } from "./store-order";

async function scene() {
  const { shop } = await makeShop();
  const { visitor } = await makeThread(shop);
  const buy = (asked: Partial<NonNullable<OrderInput["asked"]>> = {}, given: Partial<OrderInput> = {}) => {
    const order = sampleOrder({
      customer: { name: "Amélie Laurent", visitor: makeReference(visitor) },
      asked: {
        shown: ["order_updates", "offers"],
        allow: ["order_updates"],
        textVersion: CONSENT_TEXT_VERSION,
        locale: "fr",
        page: "https://shop.example/checkout",
        at: new Date().toISOString(),
        ...asked,
      },
      ...given,
    });
    return { order, store: () => storeOrder(shop.id, "storefront", order) };
  };
  const records = () =>
    inShop(shop.id, (tx) =>
      tx
        .select()
        .from(consentRecords)
        .where(eq(consentRecords.contactId, visitor.contactId))
        .orderBy(consentRecords.number),
    );
  const states = async () => {
    const { order_updates, offers } = await inShop(shop.id, (tx) => permissionsOf(tx, shop.id, visitor.contactId));
    return [order_updates.state, offers.state];
  };
  return { shop, visitor, buy, records, states };
}

describe("what is asked at the checkout", () => {
  it("is in the ledger as her act, with the words, the page and the order, once", async () => {
    const { buy, records, states } = await scene();
    const { order, store } = buy();
    await store();
    await store();
    await storeOrder((await records())[0]?.shopId ?? "", "storefront", { ...order, updatedAt: "2026-05-24T10:00:00Z" });
    expect(await states()).toEqual(["on", "refused"]);
    expect(await records()).toMatchObject([
      {
        purpose: "order_updates",
        action: "granted",
        act: "checkout",
        textVersion: CONSENT_TEXT_VERSION,
        locale: "fr",
        source: "https://shop.example/checkout",
        proof: { number: "#1042" },
      },
      { purpose: "offers", action: "refused", act: "checkout" },
    ]);
  });

  it("is nothing where nobody proved who bought, and where other words were shown", async () => {
    const { buy, records } = await scene();
    await buy({}, { customer: { name: "Amélie Laurent" } }).store();
    await buy({ textVersion: "2019-01" }).store();
    await buy({}, { asked: null }).store();
    expect(await records()).toEqual([]);
  });

  it("that comes late brings back nothing she took back since", async () => {
    const { buy, visitor, states } = await scene();
    await answerCard(visitor, ["offers"]);
    const { store } = buy({ allow: ["offers"], at: new Date(Date.now() - 10 * MINUTE).toISOString() });
    await stopOffers(visitor, { locale: "fr", source: "https://a.example" });
    await store();
    expect(await states()).toEqual(["refused", "off"]);
  });

  it("names purposes that there are, and at least one box", () => {
    const order = sampleOrder();
    const asked = {
      shown: [],
      allow: [],
      textVersion: "1",
      locale: "fr",
      page: "https://a.example",
      at: order.placedAt,
    };
    const parse = (more: object) =>
      OrderDelivery.safeParse({ event: "order.created", order: { ...order, asked: { ...asked, ...more } } }).success;
    expect([parse({}), parse({ shown: ["offers"] }), parse({ shown: ["everything"] })]).toEqual([false, true, false]);
  });
});
